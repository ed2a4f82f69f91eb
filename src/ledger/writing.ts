// Writes over a desk, inside one transaction: the records, and what becomes of the verdicts that rest on them.
import { type Ledger, type ListName, listNames, type RecordOf } from '../domain/ledger.ts';
import type { Derived } from '../domain/verdict/derive.ts';
import type { Source } from '../domain/verdict/source.ts';
import { decode, encode, normalise } from './codec.ts';
import { type Growth, grow, growRow, readGrowth } from './coverage-growth.ts';
import { forgetDirectory, type JoinedList } from './directory.ts';
import type { DerivedRow, Slice } from './ledger.ts';
import { Reading } from './reading.ts';
import { RULES } from './rules.ts';
import type { Desk } from './shelf.ts';
import { addTouch, findTouched, type Touch, touchNothing } from './touch.ts';
import { isSame, type Write } from './writes.ts';

const ignore = () => {};
/** Beyond so many threads in one transaction it is cheaper to derive everything again than to look them up. */
const manyThreads = 200;
const joinedLists: readonly JoinedList[] = ['events', 'messages'];

/** Writes what differs from what is stored; tells the lists that changed. */
export async function applyWrites(desk: Desk, writes: Write[]): Promise<ListName[]> {
  const before = await Promise.all(writes.map((write) => desk.get(write.list, write.id)));
  const real = writes.map((write, index) => ({ ...write, before: before[index] })).filter(isReal);
  const touch = touchNothing();
  const growths = real.flatMap((write) => growthOf(write) ?? []);
  const sources = growths.length > 0 ? await new Reading(desk, ignore).getAll('sources') : [];
  for (const write of real) {
    if (!growthOf(write)) for (const version of [write.before, write.row]) addRow(touch, write.list, version);
  }
  await Promise.all(real.map(({ list, id, row }) => (row ? desk.put(list, row) : desk.remove(list, id))));
  for (const list of joinedLists) if (real.some((write) => write.list === list)) await forgetDirectory(desk, list);
  await markStale(desk, touch);
  if (!touch.all) for (const growth of growths) await growRows(desk, sources, growth);
  const changed = new Set(real.map((write) => write.list));
  return listNames.filter((list) => changed.has(list));
}

interface RealWrite extends Write {
  before: unknown;
}

function isReal(write: RealWrite): boolean {
  return write.row ? !isSame(write.row, write.before) : write.before !== undefined;
}

function growthOf({ list, before, row }: RealWrite): Growth | null {
  if (list !== 'sources') return null;
  return readGrowth(before ? decode('sources', before) : null, row ? decode('sources', row) : null);
}

/** Brings the rows that still stand to what they would be now, or marks them stale; `sources` follows what it does. */
async function growRows(desk: Desk, sources: Source[], growth: Growth): Promise<void> {
  for (const row of await new Reading(desk, ignore).derived()) {
    const grown = growRow(row, sources, growth);
    if (grown !== row) await desk.put('derived', grown ?? { ...row, stale: true });
  }
  sources.splice(0, sources.length, ...grow(sources, growth));
}

function addRow<L extends ListName>(touch: Touch, list: L, row: unknown): void {
  const record: RecordOf<L> | null = row ? decode(list, row) : null;
  if (record) addTouch(touch, list, record);
}

export async function markStale(desk: Desk, touch: Touch): Promise<void> {
  if (isEmpty(touch)) return;
  const reading = new Reading(desk, ignore);
  await resolve(reading, touch);
  const relationships = await reading.getAll('relationships');
  const touched = findTouched(touch, relationships, await reading.getAll('people'));
  const known = new Set(relationships.map((relationship) => relationship.id));
  const gone = [...touch.relationships].filter((id) => !known.has(id));
  await Promise.all([
    ...gone.map((id) => desk.remove('derived', id)),
    ...touched.map(async (id) => {
      const row = (await desk.get('derived', id)) as DerivedRow | undefined;
      if (row && !row.stale) await desk.put('derived', { ...row, stale: true });
    }),
  ]);
}

function isEmpty(touch: Touch): boolean {
  return !touch.all && [touch.relationships, touch.addresses, touch.threads, touch.messages].every((set) => !set.size);
}

/** Turns touched messages into their threads, and threads into the addresses of all who take part. */
async function resolve(reading: Reading, touch: Touch): Promise<void> {
  if (touch.threads.size + touch.messages.size > manyThreads) touch.all = true;
  if (touch.all) return;
  for (const id of touch.messages) {
    const message = await reading.get('messages', id);
    if (message) addTouch(touch, 'messages', message);
  }
  const [messages, glimpses] = await Promise.all([reading.threads(touch.threads), reading.glimpses(touch.threads)]);
  for (const message of messages) addTouch(touch, 'messages', message);
  for (const glimpse of glimpses) addTouch(touch, 'glimpses', glimpse);
}

export async function replaceEverything(desk: Desk, ledger: Ledger): Promise<void> {
  await Promise.all([...listNames, 'derived' as const, 'meta' as const].map((store) => desk.clear(store)));
  await Promise.all(listNames.flatMap((list) => rowsOf(list, ledger).map((row) => desk.put(list, row))));
}

function rowsOf<L extends ListName>(list: L, ledger: Ledger) {
  return ledger[list].map((record) => encode(list, normalise(list, record)));
}

export async function deriveRows(
  desk: Desk,
  relationships: readonly string[],
  at: string,
  derive: (slice: Slice, relationship: string) => Derived,
): Promise<Derived[]> {
  const slices = await new Reading(desk, ignore).slices(relationships);
  const rows = relationships.map((relationship, index) => {
    return { ...derive(slices[index]!, relationship), relationship, at, rules: RULES };
  });
  await Promise.all(rows.map((row) => desk.put('derived', row)));
  return rows;
}

export async function takeNote(desk: Desk, id: string, value: string): Promise<boolean> {
  const known = (await desk.get('meta', id)) as { value?: string } | undefined;
  if (known?.value === value) return false;
  await desk.put('meta', { id, value });
  return true;
}
