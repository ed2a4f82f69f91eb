// Which mailboxes were read, from when to when, put together from the stretches that sources cover.
import type { Source } from '../../../domain/verdict/source.ts';

/** Instants. */
export interface Stretch {
  from: string;
  to: string;
}

export interface MailboxCoverage {
  key: string;
  source: string;
  address?: string;
  /** What was read for everybody, in order, without overlaps. */
  stretches: Stretch[];
  /** Searches for single mentees: for how many, and how far back the longest goes. */
  searched?: { people: number; from: string };
  lastRead: string;
  /** Since when it can't be read, unless it was read again since. */
  blindSince?: string;
}

const byStart = (a: Stretch, b: Stretch) => Date.parse(a.from) - Date.parse(b.from);

/** Joins stretches that touch or overlap. */
export function mergeStretches(stretches: Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const { from, to } of [...stretches].sort(byStart)) {
    const last = merged.at(-1);
    if (last && Date.parse(from) <= Date.parse(last.to)) {
      if (Date.parse(to) > Date.parse(last.to)) last.to = to;
    } else merged.push({ from, to });
  }
  return merged;
}

function composeMailbox(key: string, sources: Source[]): MailboxCoverage {
  const [first] = sources;
  // A page is searched for single people; an account and a file are read for all of them at once.
  const isPage = first?.source.endsWith('-page') ?? false;
  const isSearch = ({ people }: Source) => isPage && people !== undefined;
  const searches = sources.filter(isSearch);
  const lastRead = sources.map(({ to }) => to).reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a));
  const blind = sources
    .flatMap(({ blindSince }) => blindSince ?? [])
    .sort()
    .at(-1);
  const earliest = searches.map(({ from }) => from).sort()[0];
  return {
    key,
    source: first?.source ?? key,
    ...(first?.address ? { address: first.address } : {}),
    stretches: mergeStretches(sources.filter((each) => !isSearch(each)).map(({ from, to }) => ({ from, to }))),
    ...(earliest
      ? { searched: { people: new Set(searches.flatMap(({ people }) => people ?? [])).size, from: earliest } }
      : {}),
    lastRead,
    ...(blind && Date.parse(blind) >= Date.parse(lastRead) ? { blindSince: blind } : {}),
  };
}

/** One entry for each mailbox, the last read first. */
export function composeCoverage(sources: Source[]): MailboxCoverage[] {
  const groups = Map.groupBy(sources, ({ source, address }) => `${source} ${address ?? ''}`);
  return [...groups]
    .map(([key, group]) => composeMailbox(key, group))
    .sort((a, b) => Date.parse(b.lastRead) - Date.parse(a.lastRead));
}

/** Where a stretch stands on a bar from `from` to `to`, as shares of its length. */
export function placeStretch(stretch: Stretch, from: string, to: string): { start: number; length: number } {
  const whole = Date.parse(to) - Date.parse(from);
  const share = (at: string) => Math.min(1, Math.max(0, (Date.parse(at) - Date.parse(from)) / whole));
  const start = share(stretch.from);
  return { start, length: share(stretch.to) - start };
}
