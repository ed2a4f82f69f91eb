// What the check of signatures says, calmly: that all holds, or which entry was touched and what helps.
import type { Finding, FindingCode } from '../../../domain/meeting/chain.ts';
import type { LogRow } from '../rows.ts';
import { composePeople, makeWhen } from '../words.ts';

const happened: Record<FindingCode, string> = {
  'entry-changed': 'is not what was signed',
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

/** One line for each entry that was touched. */
export function composeTouched(findings: readonly Finding[], rows: readonly LogRow[]): Touched[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...Map.groupBy(findings, ({ meeting }) => meeting)].map(([meeting, found]) => {
    const row = byId.get(meeting);
    const what = [...new Set(found.map(({ code }) => happened[code]))].join('; it ');
    const signedAt = row?.meeting.signatures
      .map(({ at }) => at)
      .sort()
      .at(-1);
    const signedOn = row && signedAt && makeWhen(row.relationship.zone)({ start: signedAt, minutes: 0 }).day;
    return { key: meeting, row, text: `The entry ${nameOf(row)} ${what}.`, signedOn };
  });
}

function nameOf(row: LogRow | undefined): string {
  if (!row) return 'of an amendment';
  return `of ${makeWhen(row.relationship.zone)(row.meeting).day} with ${composePeople(row.people)}`;
}

/** "12 signed entries, all as signed". */
export function composeChainLine(signed: number): string {
  return signed === 1 ? '1 signed entry, as signed' : `${signed} signed entries, all as signed`;
}

export const whatHelps =
  'Compare it with the sheet or the bundle you gave out. If it was changed by mistake, restore a backup from before; if the change is right, amend the entry with a reason and have it signed again.';
