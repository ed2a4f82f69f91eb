// Verdicts and turns, put in the order in which they need the mentor. Says nothing twice: a month that an answer will
// settle is not listed beside that answer.
import type { Ledger } from '../../domain/ledger.ts';
import { compareInstants, earliest } from '../../domain/time/instants.ts';
import { dateOf, endOf } from '../../domain/time/windows.ts';
import type { Derived } from '../../domain/verdict/derive.ts';
import { itemsOf } from './items.ts';
import type { Links } from './links.ts';
import type { Overview, OverviewItem, Section } from './overview.ts';

const sections: Section[] = ['late', 'due-today', 'coming', 'waiting', 'cannot-tell'];

/** `small` is the ledger without messages. */
export function composeOverview(small: Ledger, derived: readonly Derived[], now: string, links: Links): Overview {
  const zone = small.settings[0]?.zone ?? small.relationships[0]?.zone ?? 'UTC';
  const endOfDay = endOf(dateOf(now, zone), zone);
  const items = derived.flatMap((row) => itemsOf(small, row, { now, endOfDay, links, zone })).sort(byUrgency);
  const put = (key: string) => small.reminders.find((each) => each.id === key)?.snoozedUntil;
  const urgent = items.filter(
    (item) => (item.section === 'late' || item.section === 'due-today') && !isAhead(put(item.key), now),
  );
  const snoozedUntil = small.settings[0]?.snoozedUntil;
  const next = earliest([...derived.map((row) => row.next), ...(items.length > 0 ? [endOfDay] : [])]);
  return {
    now,
    zone,
    started: small.relationships.length > 0,
    mentees: new Set(small.relationships.flatMap((each) => each.mentees)).size,
    items,
    urgent: urgent.length,
    blind: blindSources(small, links),
    questions: small.suspects.filter((each) => each.decision !== 'yes' && each.decision !== 'no'),
    lastContacts: derived.flatMap(({ relationship, mentees }) =>
      mentees.flatMap(({ mentee: menteeId, lastContact: at }) => (at ? [{ relationship, menteeId, at }] : [])),
    ),
    ...(isAhead(snoozedUntil, now) && { snoozedUntil: snoozedUntil! }),
    ...(next && { next }),
  };
}

function isAhead(instant: string | undefined, now: string): boolean {
  return instant !== undefined && compareInstants(instant, now) > 0;
}

function byUrgency(a: OverviewItem, b: OverviewItem): number {
  const section = sections.indexOf(a.section) - sections.indexOf(b.section);
  if (section !== 0) return section;
  return compareInstants(momentOf(a), momentOf(b)) || (a.mentee < b.mentee ? -1 : 1);
}

/** Entries to complete have no deadline and stand behind everything that has one; what names no time stands first. */
function momentOf({ rule, mark }: OverviewItem): string {
  return rule === 'log-complete' ? '9999-12-31T00:00:00Z' : (mark.due ?? mark.since ?? '0001-01-01T00:00:00Z');
}

/** Sources that stopped being readable and have not been read since. */
export function blindSources(small: Ledger, links: Links): Overview['blind'] {
  const blind = new Map<string, Overview['blind'][number]>();
  for (const { source, address, blindSince } of small.sources) {
    if (!blindSince) continue;
    const seenSince = small.sources.some(
      (other) => other.source === source && other.address === address && compareInstants(other.to, blindSince) > 0,
    );
    if (!seenSince) blind.set(`${source} ${address}`, { source, name: links.name(source), since: blindSince });
  }
  return [...blind.values()];
}
