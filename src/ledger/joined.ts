// What writing events and writing messages have in common: records that several places tell of.
import type { Row } from './codec.ts';
import type { Companion, EventCounts } from './ledger.ts';
import type { Desk } from './shelf.ts';
import { isSame } from './writes.ts';

/** Whether these records stand as they were when what is written was asked for. */
export async function areStored(
  desk: Desk,
  given: readonly Extract<Companion, { put: unknown }>[] = [],
): Promise<boolean> {
  const rows = await Promise.all(given.map(({ list, put }) => desk.get(list, put.id)));
  return given.every(({ put }, index) => isSame(put, (rows[index] as Row | undefined)?.record));
}

/** What became of a record, or null for nothing; `essence` is what makes a change one to speak of. */
export function nameChange<K>(
  before: K | null,
  now: K | null,
  essence: (known: K) => unknown,
): keyof EventCounts | null {
  if (now === before) return null;
  if (!now) return 'removed';
  if (!before) return 'added';
  return isSame(essence(before), essence(now)) ? 'same' : 'changed';
}
