// Looks at how well the page was read, and tells a page that is still loading from one that has changed: what can't be
// read, or names no account, is waited for.

/** Milliseconds after which a page that still can't be read is called unreadable. */
export const PATIENCE = 2000;
/** Milliseconds for which an inspection of the same reading holds. */
const INSPECTION_HOLDS = 5000;

interface Judge<Reading, Inspection> {
  inspect(): Inspection;
  /** Something that looks like what is to be read is there and can't be read. */
  isStrange(inspection: Inspection): boolean;
  keyOf(reading: Reading): string;
  hasRead(reading: Reading): boolean;
}

/** What a reading came to. */
export interface Settled {
  unreadable: boolean;
  disagreements: Record<string, number>;
}

/** Returns what to tell of the reading, or null while it is too early to say. */
export function makeSettler<
  Reading extends { at: string; owner: string | null },
  Inspection extends Pick<Settled, 'disagreements'>,
>({
  inspect,
  isStrange,
  keyOf,
  hasRead,
}: Judge<Reading, Inspection>): (reading: Reading) => (Reading & Settled) | null {
  let inspected: { key: string; at: number; inspection: Inspection } | undefined;
  let oddSince: number | null = null;

  const look = (reading: Reading, at: number): Inspection => {
    const key = keyOf(reading);
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
