// What a list of changes comes to: one write for each record, the last one named.
import type { ListName } from '../domain/ledger.ts';
import { encode, normalise, type Row } from './codec.ts';
import type { Change } from './ledger.ts';

/** `row` is null when the record goes. */
export interface Write {
  list: ListName;
  id: string;
  row: Row | null;
}

export function planWrites(changes: Change[]): Write[] {
  const writes = new Map<string, Write>();
  for (const change of changes) {
    const write = planWrite(change);
    writes.set(`${write.list} ${write.id}`, write);
  }
  return [...writes.values()];
}

function planWrite(change: Change): Write {
  if ('remove' in change) return { list: change.list, id: change.remove, row: null };
  const record = normalise(change.list, change.put);
  return { list: change.list, id: record.id, row: encode(change.list, record) };
}

/** Whether two rows say the same; the order of fields and fields left undefined make no difference. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = entriesOf(a);
  const right = new Map(entriesOf(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, entry]) => entry !== undefined);
}
