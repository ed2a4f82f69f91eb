// What becomes of a cached row when a mailbox was only seen for longer. That happens every few minutes of an open mailbox,
// so rows that cannot change by it are kept, and those in which only "seen until" moves are moved.
import { compareInstants, latest } from '../domain/time/instants.ts';
import type { Source } from '../domain/verdict/source.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import type { DerivedRow } from './ledger.ts';
import { isSame } from './writes.ts';

export interface Growth {
  before: Source | null;
  after: Source;
}

/** Null when a change of a source may do more than make coverage longer. */
export function readGrowth(before: Source | null, after: Source | null): Growth | null {
  if (!after) return null;
  if (!before) return after.blindSince ? null : { before, after };
  const { to, disagreements } = after;
  // How often readings disagreed is shown, and decides no verdict.
  const { disagreements: _, ...rest } = before;
  const isLonger = isSame({ ...rest, to, disagreements }, after) && compareInstants(to, before.to) >= 0;
  return isLonger ? { before, after } : null;
}

/** The sources once a mailbox was seen for longer. */
export function grow(sources: readonly Source[], { after }: Growth): Source[] {
  return [...sources.filter((source) => source.id !== after.id), after];
}

/**
 * The row as it is derived after the growth, or null where only deriving tells. `sources` are those before it. More
 * coverage can settle a doubt about coverage, and moves until when a mailbox was seen; it decides nothing else.
 */
export function growRow(row: DerivedRow, sources: readonly Source[], { before, after }: Growth): DerivedRow | null {
  const own = sources.filter(({ source, address }) => source === after.source && address === after.address);
  const seen = latest(own.map((source) => source.to));
  // A mailbox nobody knew changes which mailboxes a mentee is looked for in.
  if (seen === undefined) return null;
  const isShared = sources.some((source) => !own.includes(source) && compareInstants(source.to, seen) === 0);
  const span = { seen, from: before?.to ?? after.from, to: after.to, isShared };
  const verdicts: Verdict[] = [];
  for (const verdict of row.verdicts) {
    const grown = growVerdict(verdict, span);
    if (!grown) return null;
    verdicts.push(grown);
  }
  return verdicts.some((verdict, index) => verdict !== row.verdicts[index]) ? { ...row, verdicts } : row;
}

/** What was seen now and not before; `seen` is until when the mailbox was seen before. */
interface Span {
  from: string;
  to: string;
  seen: string;
  /** True when another mailbox was last seen at the same instant. */
  isShared: boolean;
}

/** `asOf` is the latest instant at which one of the verdict's mailboxes was seen; which ones these are it does not tell. */
function growVerdict(verdict: Verdict, { from, to, seen, isShared }: Span): Verdict | null {
  const { asOf, doubt, due } = verdict;
  if (doubt?.code === 'blind') return null;
  // A month that was over when this began is as unseen as it was.
  if (doubt?.code === 'not-covered' && !(due && compareInstants(from, due) >= 0)) return null;
  if (asOf === undefined || compareInstants(asOf, to) >= 0) return verdict;
  const since = compareInstants(asOf, seen);
  // Were this mailbox one of the verdict's, it would say at least so.
  if (since < 0) return verdict;
  return since === 0 && !isShared ? { ...verdict, asOf: to } : null;
}
