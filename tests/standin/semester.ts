// A semester of mentoring, told from one Monday morning: the same one for the same instant, every time.
import { semesterCalendars } from './semester/calendar.ts';
import { accounts, hana, yousef } from './semester/cast.ts';
import { type Months, tellExceptions, tellHistory } from './semester/history.ts';
import { tellClub, tellMachines, tellNoise } from './semester/noise.ts';
import { makePost } from './semester/post.ts';
import { makeRandom } from './semester/random.ts';
import type { Semester } from './semester/types.ts';
import { tellContacts, tellWeekend } from './semester/weekend.ts';

export { ledgerBackup } from './semester/ledger.ts';
export type { Account, AccountId, Semester, StandinMessage } from './semester/types.ts';

/** The demonstration: Monday 9 March 2026, 08:40 in Toronto, the morning after the clocks went forward. */
export const demonstration = { now: '2026-03-09T12:40:00Z', zone: 'America/Toronto' } as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAYS = 154;

export function semester(options: { now?: string; zone?: string; seed?: number } = {}): Semester {
  const { now: instant = demonstration.now, zone = demonstration.zone, seed = 20260309 } = options;
  const now = Date.parse(instant);
  const start = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().subtract({ days: DAYS });
  const lastVisit = new Date(now - 61 * HOUR - 40 * MINUTE).toISOString();
  const visits = { gmail: lastVisit, outlook: new Date(now - 65 * HOUR - 35 * MINUTE).toISOString(), club: lastVisit };

  const post = makePost();
  const random = makeRandom(seed);
  const telling = { post, random };
  const first = start.toZonedDateTime(zone).epochMilliseconds;
  tellHistory(telling, monthsUntil(start, zone, now - 76 * HOUR), now);
  tellExceptions(telling, hana, yousef, now);
  tellMachines(post, now);
  tellWeekend(post, now);
  tellNoise(post, random, first, now, 130);
  tellClub(post, random, now);
  return {
    now: instant,
    zone,
    start: start.toString(),
    lastVisit: visits,
    accounts,
    messages: post.messages.toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1)),
    contacts: tellContacts(now),
    calendars: semesterCalendars(instant, zone),
  };
}

/** Calendar months of the zone from the first day to `end`. */
function monthsUntil(start: Temporal.PlainDate, zone: string, end: number): Months {
  const spans: Months['spans'] = [];
  let from = start;
  for (;;) {
    const next = from.with({ day: 1 }).add({ months: 1 });
    const opens = from.toZonedDateTime(zone).epochMilliseconds;
    if (opens >= end) return { spans };
    spans.push({ from: opens, to: Math.min(next.toZonedDateTime(zone).epochMilliseconds, end) });
    from = next;
  }
}
