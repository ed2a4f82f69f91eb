// What a sight adds to coverage. An open mailbox covers from its last visit as long as the list reaches back to it; a
// search for one mentee covers that mentee as far back as its rows go; an unreadable page ends coverage, and says so.
import type { Ledger } from '../../../domain/ledger.ts';
import type { Message } from '../../../domain/thread/message.ts';
import { addMinutes, compareInstants, earliest, latest } from '../../../domain/time/instants.ts';
import { startOf } from '../../../domain/time/windows.ts';
import type { Source } from '../../../domain/verdict/source.ts';
import type { Sight } from '../contract.ts';
import { namesSenders } from './read-row.ts';
import type { Roster } from './roster.ts';

/** A longer coverage is written at most so often: every write has the affected verdicts derived again. */
const EXTEND_EVERY_MINUTES = 10;

export function readSourceFacts(
  sight: Sight,
  small: Ledger,
  roster: Roster,
  byThread: ReadonlyMap<string, Message[]>,
): Source[] {
  const own = small.sources.filter((source) => source.source === sight.source && isOwners(source, sight));
  const general = own.filter((source) => !source.people).sort((a, b) => compareInstants(a.to, b.to));
  if (sight.unreadable) return blindFacts(sight, general);
  if (!sight.owner || sight.rows.some((row) => row.senders.some((sender) => !sender.email))) return [];
  if (!namesSenders(sight.view)) return [];
  if (sight.view.searchedFor) return searchFacts(sight, small, roster, byThread, own);
  return sight.rows.length > 0 ? visitFacts(sight, general.at(-1)) : [];
}

/** A broken page may hide its owner too: then every account of that site is concerned. */
function isOwners(source: Source, sight: Sight): boolean {
  return source.address === (sight.owner ?? undefined) || (sight.owner === null && sight.unreadable);
}

function blindFacts(sight: Sight, general: readonly Source[]): Source[] {
  const last = general.at(-1);
  if (last?.blindSince) return [];
  if (last) return [{ ...last, blindSince: sight.at }];
  const address = sight.owner && { address: sight.owner };
  return [
    { id: sourceId(sight), source: sight.source, ...address, from: sight.at, to: sight.at, blindSince: sight.at },
  ];
}

function sourceId(sight: Sight, ...more: string[]): string {
  return [sight.source, sight.owner ?? '', sight.at, ...more].join(' ');
}

function visitFacts(sight: Sight, last: Source | undefined): Source[] {
  const oldest = earliest(sight.rows.map((row) => row.lastAt));
  const reachesBack = last && oldest && (sight.view.complete || compareInstants(oldest, last.to) <= 0);
  if (!last || last.blindSince || !reachesBack) {
    return [
      {
        id: sourceId(sight),
        source: sight.source,
        address: sight.owner!,
        from: sight.at,
        to: sight.at,
        ...doubts(sight),
      },
    ];
  }
  const due = compareInstants(sight.at, addMinutes(last.to, EXTEND_EVERY_MINUTES)) >= 0;
  return due || news(sight, last) ? [{ ...last, to: latest([last.to, sight.at])!, ...doubts(sight, last) }] : [];
}

function doubts(sight: Sight, last?: Source): Pick<Source, 'disagreements'> {
  const counted = { ...last?.disagreements };
  for (const [fact, count] of Object.entries(sight.disagreements)) counted[fact] = Math.max(count, counted[fact] ?? 0);
  return Object.keys(counted).length > 0 ? { disagreements: counted } : {};
}

function news(sight: Sight, last: Source): boolean {
  return Object.entries(sight.disagreements).some(([fact, count]) => count > (last.disagreements?.[fact] ?? 0));
}

function searchFacts(
  sight: Sight,
  small: Ledger,
  roster: Roster,
  byThread: ReadonlyMap<string, Message[]>,
  own: readonly Source[],
): Source[] {
  const mentees = new Set((sight.view.searchedFor ?? []).flatMap((email) => roster.mentees.get(email) ?? []));
  return [...mentees].flatMap((mentee) => {
    const emails = small.people.find((person) => person.id === mentee)?.emails ?? [];
    const whole = emails.every((email) => sight.view.searchedFor!.includes(email.toLowerCase()));
    const from = whole && searchedBackTo(sight, small, mentee);
    if (!from) return [];
    const known = own.filter((source) => source.people?.includes(mentee));
    return stretches({ from, to: sight.at }, unreadSpans(sight, byThread, roster))
      .filter((stretch) => !known.some((each) => isWithin(stretch, each)))
      .map((stretch) => ({
        id: sourceId(sight, mentee, stretch.from),
        source: sight.source,
        address: sight.owner!,
        ...stretch,
        people: [mentee],
      }));
  });
}

interface Stretch {
  from: string;
  to: string;
}

/** Covered already, but for the minutes since the last look. */
function isWithin(stretch: Stretch, known: Source): boolean {
  const end = addMinutes(known.to, EXTEND_EVERY_MINUTES);
  return compareInstants(known.from, stretch.from) <= 0 && compareInstants(stretch.to, end) <= 0;
}

function searchedBackTo(sight: Sight, small: Ledger, mentee: string): string | undefined {
  if (!sight.view.complete) return earliest(sight.rows.map((row) => row.lastAt));
  const starts = small.relationships
    .filter((each) => each.mentees.includes(mentee))
    .map((each) => startOf(each.start, each.zone));
  return earliest(starts);
}

/** While a thread runs in which the mentor wrote too and that was not read whole, nobody can say there was no contact. */
function unreadSpans(sight: Sight, byThread: ReadonlyMap<string, Message[]>, roster: Roster): Stretch[] {
  return sight.rows.flatMap((row) => {
    const others = row.senders.filter((sender) => roster.mine.has(sender.email) || roster.mentors.has(sender.email));
    const read = byThread.get(row.threadId ?? '')?.length ?? 0;
    if (others.length === 0 || read >= (row.count ?? 1) || !row.lastAt) return [];
    return [{ from: row.firstAt ?? '0000-01-01T00:00:00Z', to: row.lastAt }];
  });
}

/** What is left of a stretch when others are taken out of it. */
function stretches(whole: Stretch, without: readonly Stretch[]): Stretch[] {
  let left = [whole];
  for (const gap of without) {
    left = left.flatMap((part) => {
      if (compareInstants(gap.to, part.from) < 0 || compareInstants(gap.from, part.to) > 0) return [part];
      const before = compareInstants(part.from, gap.from) < 0 ? [{ from: part.from, to: gap.from }] : [];
      const after = compareInstants(gap.to, part.to) < 0 ? [{ from: gap.to, to: part.to }] : [];
      return [...before, ...after];
    });
  }
  return left;
}
