// Looks at how well the page was read, and tells a page that is still loading from one that has changed: what can't be
// read, or names no account, is waited for.
import type { Sight } from '../../features/deadlines/contract.ts';
import type { Inspection } from '../../sites/site.ts';
import { keyOfReading, type Reading } from './see.ts';

/** Milliseconds after which a page that still can't be read is called unreadable. */
export const PATIENCE = 2000;
/** Milliseconds for which an inspection of the same reading holds. */
const INSPECTION_HOLDS = 5000;

/** Returns the sight to tell, or null while it is too early to say. */
export function makeSettler(inspect: () => Inspection): (reading: Reading) => Sight | null {
  let inspected: { key: string; at: number; inspection: Inspection } | undefined;
  let oddSince: number | null = null;

  const look = (reading: Reading, at: number): Inspection => {
    const key = keyOfReading(reading);
    const holds = inspected?.key === key && at - inspected.at < INSPECTION_HOLDS;
    if (inspected && holds && !isStrange(inspected.inspection) && hasRead(reading)) return inspected.inspection;
    inspected = { key, at, inspection: inspect() };
    return inspected.inspection;
  };

  return (reading) => {
    const at = Date.parse(reading.at);
    const inspection = look(reading, at);
    const strange = isStrange(inspection);
    if (!strange && reading.owner) oddSince = null;
    else oddSince ??= at;
    if (oddSince !== null && at - oddSince < PATIENCE) return null;
    return { ...reading, unreadable: strange, disagreements: inspection.disagreements };
  };
}

/** Something that looks like rows or a thread is there and can't be read. */
const isStrange = ({ rowsFound, rowsRead, threadFound, threadRead }: Inspection) =>
  (rowsFound > 0 && rowsRead === 0) || (threadFound && !threadRead);

const hasRead = ({ rows, thread }: Reading) => rows.length > 0 || thread !== null;
