// What is stored, as a page of the extension may read it.
import { type Ledger, type ListName, listNames, type RecordOf } from '../../src/domain/ledger.ts';
import type { Derived } from '../../src/domain/verdict/derive.ts';
import { markThreads } from '../../src/features/deadlines/marks.ts';
import { describeMark } from '../../src/features/deadlines/words.ts';
import { demonstration } from '../standin/semester.ts';
import type { World } from './world.ts';

/** Runs in a page of the extension: all rows of these stores of the database. */
function readRows(names: string[]): Promise<unknown[][]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('waymark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(names);
      const asked = names.map((name) => transaction.objectStore(name).getAll());
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(asked.map(({ result }) => result));
      };
    };
  });
}

async function readStores({ waymark }: World, names: string[]): Promise<unknown[][]> {
  const page = await waymark.open(waymark.url('manifest.json'));
  const rows = await page.evaluate(readRows, names);
  await page.close();
  return rows;
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
