// What is stored, as a page of the extension may read it.
import type { Page } from 'playwright-core';
import { type Ledger, type ListName, listNames, type RecordOf } from '../../src/domain/ledger.ts';
import type { Derived } from '../../src/domain/verdict/derive.ts';
import { markThreads } from '../../src/features/deadlines/marks.ts';
import { describeMark } from '../../src/features/deadlines/words.ts';
import { demonstration } from '../standin/semester.ts';
import type { TrueEvent } from '../standin/truth.ts';
import type { World } from './world.ts';

/** Runs in a page of the extension: all rows of these stores of the database, as text, which crosses fastest. */
function readRows(names: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('waymark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(names);
      const asked = names.map((name) => transaction.objectStore(name).getAll());
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(JSON.stringify(asked.map(({ result }) => result)));
      };
    };
  });
}

const desks = new WeakMap<World, Page>();

/** A page of the extension to read from, kept open; an update closes it. */
async function deskOf(world: World): Promise<Page> {
  const known = desks.get(world);
  if (known && !known.isClosed()) return known;
  const page = await world.waymark.open(world.waymark.url('manifest.json'));
  desks.set(world, page);
  return page;
}

async function readStores(world: World, names: string[]): Promise<unknown[][]> {
  return JSON.parse(await (await deskOf(world)).evaluate(readRows, names)) as unknown[][];
}

/** Speaks to the worker: one that sleeps or was killed starts, and one that starts does what is due. */
export async function wakeWorker(world: World): Promise<void> {
  await (await deskOf(world)).evaluate(() => chrome.runtime.sendMessage('').catch(() => undefined));
}

/** The records of one list of the ledger. */
export async function readRecords<L extends ListName>(world: World, list: L): Promise<RecordOf<L>[]> {
  const [rows] = await readStores(world, [list]);
  return (rows as { record: RecordOf<L> }[]).map(({ record }) => record);
}

/** Everything that is stored, as a ledger. */
export async function readLedger(world: World): Promise<Ledger> {
  const rows = await readStores(world, [...listNames]);
  const records = rows.map((each) => (each as { record: unknown }[]).map(({ record }) => record));
  return Object.fromEntries(listNames.map((list, at) => [list, records[at]])) as unknown as Ledger;
}

/** How many records each list has. */
export async function countRecords(world: World): Promise<Record<string, number>> {
  const rows = await readStores(world, [...listNames]);
  return Object.fromEntries(listNames.map((list, index) => [list, rows[index]!.length]));
}

export async function readDerived(world: World): Promise<Derived[]> {
  const [rows] = await readStores(world, ['derived']);
  return rows as Derived[];
}

/** What the chip of each thread has to say now, by the verdicts that are stored. */
export async function planChips(world: World): Promise<Map<string, string>> {
  const marks = markThreads(await readDerived(world));
  return new Map(
    [...marks].map(([thread, { mark }]) => [thread, describeMark(mark, world.waymark.now(), demonstration.zone).text]),
  );
}

/** Which of these events were seen in one calendar, by the id they have there; what is cancelled is left out. */
export function pickSightings(events: readonly RecordOf<'events'>[], calendar: string): TrueEvent[] {
  const seen = events
    .filter(({ status }) => status !== 'cancelled')
    .flatMap(({ seenIn = [], title, start, end }) =>
      seenIn.filter((each) => each.calendar === calendar).map(({ id }) => ({ id, title, start, end })),
    );
  return seen.sort((a, b) => (a.id < b.id ? -1 : 1));
}
