// What will hold once the meetings that are booked have taken place (USERS N15): facts, for each mentee and each rule
// that asks for meetings within a window.
import { findProgramme } from '../../programmes/index.ts';
import type { Ledger } from '../ledger.ts';
import type { Clause, Rule } from '../programme/programme.ts';
import { dateOf } from '../time/windows.ts';
import {
  isMeetingRule,
  type MeetingNeed,
  type MeetingRule,
  needOf,
  windowsUntil,
} from '../verdict/rules/meeting-windows.ts';
import type { Window } from '../verdict/verdict.ts';
import { readBookings } from './booked.ts';
import { type Credit, creditsFor, creditsUntil, creditsWithin, type Total, totalOf } from './credit.ts';

/** By which side of the either-or a rule holds. */
export interface HeldBy {
  count: boolean;
  hours: boolean;
}

export interface Booking {
  /** Id of the calendar event, or of the planned entry. */
  id: string;
  title: string;
  start: string;
  end: string;
  minutes: number;
  /** What holds once it has taken place. */
  after: HeldBy;
}

export interface Forecast {
  rule: MeetingRule;
  clause: Clause;
  relationship: string;
  /** Person id. */
  mentee: string;
  /** Dates in `zone`, the relationship's. */
  window: Window;
  zone: string;
  need: MeetingNeed;
  /** Of what was held within the window. */
  have: Total;
  by: HeldBy;
  /** Booked within the window and ahead, in order. */
  booked: Booking[];
  /** When it holds or will hold: the end of the meeting with which it does. Absent where what is booked is not enough. */
  metAt?: string;
  /** What is still to be booked; nothing once either is reached. */
  missing: MeetingNeed;
  /**
   * The last date on which what is missing must begin, one meeting a day, so that it is still met. While everything is
   * booked, the date on which it would have to begin if none of it took place. Absent once it is met or too late.
   */
  lastSafe?: string;
}

/** A meeting is taken to be this long where none was held that tells. */
const USUAL_MINUTES = 60;

/**
 * Empty where no rule asks for meetings, or no window is running.
 * @param events calendar events, those ahead among them
 */
export function forecast(
  ledger: Ledger,
  events: Parameters<typeof readBookings>[1],
  relationship: string,
  now: string,
): Forecast[] {
  const found = ledger.relationships.find(({ id }) => id === relationship);
  const programme = found && findProgramme(ledger.programmes, found.programme);
  if (!found || !programme) return [];
  const today = dateOf(now, found.zone);
  const credits = creditsUntil(
    now,
    ledger.meetings.filter((each) => each.relationship === relationship),
    ledger.amendments,
  );
  const bookings = readBookings(ledger, events, relationship, now);
  const credited = found.role === 'mentee' ? [found.me] : found.mentees.filter((id) => id !== found.me);
  return programme.rules.flatMap((rule) => {
    const need = needOf(rule);
    if (!isMeetingRule(rule.rule) || !need) return [];
    const open = windowsUntil(today, rule, found, programme).filter(({ window }) => window.to >= today);
    return open.flatMap(({ window }) =>
      credited.map((mentee) => {
        const setting = { rule, need, window, relationship, mentee, zone: found.zone, today };
        return look(setting, creditsFor(mentee, credits), creditsFor(mentee, bookings), bookings);
      }),
    );
  });
}

interface Setting {
  rule: Rule;
  need: MeetingNeed;
  window: Window;
  relationship: string;
  mentee: string;
  zone: string;
  today: string;
}

function look(
  setting: Setting,
  credits: Credit[],
  ahead: Credit[],
  named: readonly (Credit & { title: string })[],
): Forecast {
  const { rule, need, window, relationship, mentee, zone } = setting;
  const held = creditsWithin(window, zone, credits);
  const coming = creditsWithin(window, zone, ahead);
  const all = [...held, ...coming];
  const have = totalOf(held);
  const by = heldBy(need, have);
  const met = all.find((_, at) => isHeld(heldBy(need, totalOf(all.slice(0, at + 1)))));
  const missing = missingOf(need, totalOf(all));
  const lastSafe = lastSafeOf(setting, have, by, missing, held);
  return {
    rule: rule.rule as MeetingRule,
    clause: rule.clause,
    relationship,
    mentee,
    window,
    zone,
    need,
    have,
    by,
    booked: coming.map(({ meeting, start, end, minutes }, at) => ({
      id: meeting,
      title: named.find((each) => each.meeting === meeting)?.title ?? '',
      start,
      end,
      minutes,
      after: heldBy(need, totalOf(all.slice(0, held.length + at + 1))),
    })),
    ...(met && { metAt: met.end }),
    missing,
    ...(lastSafe && { lastSafe }),
  };
}

function heldBy({ meetings, minutes }: MeetingNeed, have: Total): HeldBy {
  return {
    count: meetings !== undefined && have.meetings >= meetings,
    hours: minutes !== undefined && have.minutes >= minutes,
  };
}

const isHeld = ({ count, hours }: HeldBy) => count || hours;

function missingOf(need: MeetingNeed, have: Total): MeetingNeed {
  if (isHeld(heldBy(need, have))) return {};
  return {
    ...(need.meetings !== undefined && { meetings: Math.ceil(need.meetings - have.meetings) }),
    ...(need.minutes !== undefined && { minutes: need.minutes - have.minutes }),
  };
}

function lastSafeOf(
  setting: Setting,
  have: Total,
  by: HeldBy,
  missing: MeetingNeed,
  held: readonly Credit[],
): string | undefined {
  if (isHeld(by)) return undefined;
  const asked = isNothing(missing) ? missingOf(setting.need, have) : missing;
  const usual = medianMinutes(held) || USUAL_MINUTES;
  const ways = [asked.meetings, asked.minutes === undefined ? undefined : Math.ceil(asked.minutes / usual)];
  const meetings = Math.min(...ways.filter((way) => way !== undefined));
  const date = Temporal.PlainDate.from(setting.window.to)
    .subtract({ days: meetings - 1 })
    .toString();
  return date >= setting.today ? date : undefined;
}

const isNothing = (need: MeetingNeed) => need.meetings === undefined && need.minutes === undefined;

function medianMinutes(credits: readonly Credit[]): number {
  const sorted = credits.map(({ minutes }) => minutes).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
