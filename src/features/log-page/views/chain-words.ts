// What the check of signatures says, calmly: that all holds, or which entry was touched and what helps.
import type { Finding, FindingCode } from '../../../domain/meeting/chain.ts';
import type { LogRow } from '../rows.ts';
import { composePeople, makeWhen } from '../words.ts';

/** What happened to an entry; a gap is told of apart. */
const happened: Record<Exclude<FindingCode, 'seal-missing'>, string> = {
  'entry-changed': 'is not what was signed',
  'signature-changed': 'has a signature that is not as it was given',
  'seal-changed': 'has an amendment whose seal was changed',
  'withdrawal-changed': 'had a signature taken back, and what was kept of it was changed',
  'seal-doubled': 'has a seal in the place of another',
  'not-sealed': 'has a signature or amendment without a seal',
  'scan-changed': 'has a scan that is not the one that was kept',
  'scan-missing': 'has lost the scan of its signed page',
  'amendment-changed': 'has an amendment that was changed after it was written',
  'link-missing': 'has an amendment that follows something which is gone',
  'link-doubled': 'has two amendments in the place of one',
  order: 'has amendments out of order',
  'not-signed': 'has an amendment and no signature',
  'entry-missing': 'is gone, and an amendment of it is still here',
};

export interface Touched {
  key: string;
  /** The entry to open, where it is there. */
  row: LogRow | undefined;
  /** "The entry of Wed, 15 Jun 2016 with Jun Li is not what was signed." */
  text: string;
  /** The day of its last signature. */
  signedOn: string | undefined;
}

/** One line for each entry that was touched, and one for each place where something is gone. */
export function composeTouched(findings: readonly Finding[], rows: readonly LogRow[]): Touched[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const others = Map.groupBy(findings.filter(isOfEntry), ({ meeting }) => meeting);
  const gaps = findings.filter((each) => !isOfEntry(each));
  return [
    ...[...others].map(([meeting, found]) => composeEntry(byId.get(meeting), found)),
    ...gaps.map((gap) => composeGap(byId.get(gap.meeting), gap)),
  ];
}

type OfEntry = Finding & { code: keyof typeof happened };
const isOfEntry = (finding: Finding): finding is OfEntry => finding.code !== 'seal-missing';

function composeEntry(row: LogRow | undefined, found: readonly OfEntry[]): Touched {
  const what = [...new Set(found.map(({ code }) => happened[code]))].join('; it ');
  const signedAt = row?.meeting.signatures
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const isAmended = found.some(({ amendment }) => amendment !== undefined);
  const gone = isAmended ? 'The entry of an amendment' : 'An entry that is not here any more';
  return {
    key: found[0]!.meeting,
    row,
    text: `${row ? `The entry ${nameOf(row)}` : gone} ${what}.`,
    signedOn: row && signedAt && dayOf(row, signedAt),
  };
}

/** What is gone can't be named, only what was stored after it. */
function composeGap(row: LogRow | undefined, { meeting, by, amendment, at = '' }: Finding): Touched {
  const next = row ? `that of ${dayOf(row, at)} on the entry ${nameOf(row)}` : 'a signature that was taken back';
  const text = `A signature or amendment is gone. It was stored just before ${next}.`;
  return { key: `gap ${meeting} ${by ?? amendment} ${at}`, row, text, signedOn: undefined };
}

const nameOf = (row: LogRow) => `of ${dayOf(row, row.meeting.start)} with ${composePeople(row.people)}`;

const dayOf = ({ relationship }: LogRow, start: string) => makeWhen(relationship.zone)({ start, minutes: 0 }).day;

/** "12 signed entries, all as signed". */
export function composeChainLine(signed: number): string {
  return signed === 1 ? '1 signed entry, as signed' : `${signed} signed entries, all as signed`;
}

export const whatHelps =
  'Compare it with the sheet or the bundle you gave out. If it was changed by mistake, restore a backup from before; if the change is right, amend the entry with a reason and have it signed again.';
