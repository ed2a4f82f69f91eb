// The windows in which meetings are asked for, as dates in the relationship's zone, cut to the relationship. What
// "semester", "year" and "6 months" mean is set by the terms, the programme and its figures (PROGRAMMES 1.9, note 5).
import type { Relationship } from '../../people/relationship.ts';
import type { Figures, Programme, Rule, RuleId } from '../../programme/programme.ts';
import { compareDates, daysIn, earlierDate, laterDate } from '../../time/windows.ts';
import type { Window } from '../verdict.ts';

export interface RuleWindow {
  window: Window;
  /** True where the relationship begins or ends so that less than half of it is left: it is then never missed. */
  isStub: boolean;
}

/** What is asked for within a window: either of the two is enough. */
export interface MeetingNeed {
  meetings?: number;
  minutes?: number;
}

export const meetingRules = ['semester-meeting', 'yearly-meetings', 'hours-or-meetings'] as const satisfies RuleId[];
export type MeetingRule = (typeof meetingRules)[number];

export function isMeetingRule(rule: RuleId): rule is MeetingRule {
  return (meetingRules as readonly RuleId[]).includes(rule);
}

/** Null where the programme gives no figure: nothing is invented (T4). The upper end of a soft range asks for nothing. */
export function needOf({ rule, figures }: Pick<Rule, 'rule' | 'figures'>): MeetingNeed | null {
  const meetings = positive(figures.meetings);
  const hours = rule === 'hours-or-meetings' ? positive(figures.hours) : undefined;
  if (meetings === undefined && hours === undefined) return null;
  if (rule === 'hours-or-meetings' && positive(figures.months) === undefined) return null;
  return { ...(meetings !== undefined && { meetings }), ...(hours !== undefined && { minutes: hours * 60 }) };
}

function positive(figure: number | undefined): number | undefined {
  return figure !== undefined && figure > 0 ? figure : undefined;
}

/** Every window that begins by `until`, a date, in order; none where semester dates are not set. */
export function windowsUntil(
  until: string,
  rule: Pick<Rule, 'rule' | 'figures'>,
  relationship: Relationship,
  programme: Pick<Programme, 'period'>,
): RuleWindow[] {
  const whole = wholeWindows(until, rule, relationship, programme);
  const last = relationship.continues ? undefined : relationship.end;
  const begun = whole.flatMap((window) => cut(window, relationship.start, last));
  return begun.filter(({ window }) => compareDates(window.from, until) <= 0);
}

function wholeWindows(
  until: string,
  { rule, figures }: Pick<Rule, 'rule' | 'figures'>,
  relationship: Relationship,
  { period }: Pick<Programme, 'period'>,
): Window[] {
  switch (rule) {
    case 'semester-meeting':
      return termWindows(relationship);
    case 'yearly-meetings':
      return yearWindows(relationship.start, until, period);
    default:
      return spansFrom(relationship.start, until, figures);
  }
}

function cut(window: Window, first: string, last: string | undefined): RuleWindow[] {
  const from = laterDate(window.from, first);
  const to = last === undefined ? window.to : earlierDate(window.to, last);
  if (compareDates(from, to) > 0) return [];
  const left = { from, to };
  return [{ window: left, isStub: daysIn(left) * 2 < daysIn(window) }];
}

/** Two terms that begin on one date are one. */
function termWindows({ terms = [] }: Relationship): Window[] {
  const byStart = new Map(terms.map(({ start, end }) => [start, { from: start, to: end }]));
  return [...byStart.values()]
    .filter(({ from, to }) => compareDates(from, to) <= 0)
    .sort((a, b) => compareDates(a.from, b.from));
}

/** The programme's years; where it names no period, years from the relationship's start. */
export function yearWindows(start: string, until: string, period: Programme['period']): Window[] {
  if (period.start === undefined || period.end === undefined) return spansFrom(start, until, { months: 12 });
  const first = Number(start.slice(0, 4)) - 1;
  const last = Number(until.slice(0, 4));
  const windows: Window[] = [];
  for (let year = first; year <= last; year += 1) {
    const wraps = period.end < period.start;
    windows.push({ from: dayOf(year, period.start), to: dayOf(wraps ? year + 1 : year, period.end) });
  }
  return windows;
}

/** A day given as month and day; 29 February is the 28th where there is none. */
export function dayOf(year: number, monthDay: string): string {
  const [month = 1, day = 1] = monthDay.split('-').map(Number);
  return Temporal.PlainDate.from({ year, month, day }).toString();
}

/** One after the other from a date, each counted from the first so that a short month takes no day from later ones. */
function spansFrom(start: string, until: string, { months = 0 }: Figures): Window[] {
  const step = Math.round(months);
  const first = Temporal.PlainDate.from(start);
  const windows: Window[] = [];
  for (let at = 0; step >= 1; at += 1) {
    const from = first.add({ months: at * step });
    if (compareDates(from.toString(), until) > 0) break;
    windows.push({
      from: from.toString(),
      to: first
        .add({ months: (at + 1) * step })
        .subtract({ days: 1 })
        .toString(),
    });
  }
  return windows;
}
