// How a rule is given to ical.js, which does some parts of RFC 5545, 3.3.10 otherwise: it leaves out BYMONTHDAY in a yearly
// rule but for one month, counts no INTERVAL beside BYMONTH, and of several BYHOUR takes one. So it gets a simpler rule,
// and what only limits that one, or names times of a day, is applied here.
import type ICAL from 'ical.js';

/** Why a rule is not expanded; `message` is a word for the surfaces. */
export class CannotExpand extends Error {}

/** jCal's form of a rule: `{ freq, interval, until, byday, ... }`. */
export type RuleData = Record<string, unknown>;

export interface RulePlan {
  /** What ical.js expands: without COUNT and UNTIL. */
  base: RuleData;
  limits: ((time: ICAL.Time) => boolean)[];
  /** Seconds of a day at which it takes place; null for the time at which it starts. */
  times: number[] | null;
}

const MOST_VALUES = 400;

/** @throws {CannotExpand} for what is not surely expanded */
export function planRule(data: RuleData, start: ICAL.Time): RulePlan {
  if (typeof data !== 'object' || typeof data?.freq !== 'string') throw new CannotExpand('not-valid');
  const { until: _until, count: _count, ...base } = data;
  for (const value of Object.values(base)) {
    if (Array.isArray(value) && value.length > MOST_VALUES) throw new CannotExpand('too-long');
  }
  const plan: RulePlan = { base, limits: [], times: null };
  if ('byweekno' in base) throw new CannotExpand('BYWEEKNO');
  if ('bysetpos' in base) refuseUnsurePosition(base);
  const shape = shapes[data.freq];
  if (shape === undefined) return plan;
  plan.times = takeTimes(base, start);
  shape(plan, start);
  return plan;
}

/** By position only weekdays are chosen from, and in one month. */
function refuseUnsurePosition(base: RuleData): void {
  const inMonth = base.freq === 'MONTHLY' || (base.freq === 'YEARLY' && 'bymonth' in base);
  const sure = inMonth && 'byday' in base;
  const more = ['bymonthday', 'byyearday', 'byhour', 'byminute', 'bysecond'].some((part) => part in base);
  if (!sure || more) throw new CannotExpand('BYSETPOS');
}

const shapes: Record<string, ((plan: RulePlan, start: ICAL.Time) => void) | undefined> = {
  DAILY: (plan) => {
    limitMonths(plan);
    limitDays(plan);
    limitWeekdays(plan);
  },
  WEEKLY: limitMonths,
  MONTHLY: (plan, start) => {
    limitMonths(plan);
    planMonth(plan, start);
  },
  YEARLY: planYear,
};

function planMonth(plan: RulePlan, start: ICAL.Time): void {
  if (!('byday' in plan.base)) plan.base.bymonthday ??= start.day;
  else if ('bymonthday' in plan.base) limitWeekdays(plan);
}

/** A yearly rule by days of months is one of months, in some of the years and months. */
function planYear(plan: RulePlan, start: ICAL.Time): void {
  const { base, limits } = plan;
  if ('byyearday' in base) {
    if ('byday' in base || 'bymonth' in base || 'bymonthday' in base) throw new CannotExpand('BYYEARDAY');
    return;
  }
  if ('byday' in base && !('bymonthday' in base)) return;
  const interval = Number(base.interval ?? 1) || 1;
  const { year } = start;
  limits.push((time) => (time.year - year) % interval === 0);
  if (!('bymonthday' in base)) base.bymonth ??= start.month;
  limitMonths(plan);
  base.freq = 'MONTHLY';
  delete base.interval;
  planMonth(plan, start);
}

function limitMonths({ base, limits }: RulePlan): void {
  const months = take(base, 'bymonth');
  if (months) limits.push((time) => months.includes(time.month));
}

/** Negative days are counted from the end of the month. */
function limitDays({ base, limits }: RulePlan): void {
  const days = take(base, 'bymonthday');
  if (days) limits.push((time) => days.includes(time.day) || days.includes(time.day - 1 - lastDay(time)));
}

const lastDay = ({ year, month }: ICAL.Time) => Temporal.PlainYearMonth.from({ year, month }).daysInMonth;

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function limitWeekdays({ base, limits }: RulePlan): void {
  if (!('byday' in base)) return;
  const days = [base.byday].flat().map((day) => weekdays.indexOf(String(day)) + 1);
  if (days.includes(0)) throw new CannotExpand('BYDAY');
  delete base.byday;
  limits.push((time) => days.includes(time.dayOfWeek()));
}

function takeTimes(base: RuleData, start: ICAL.Time): number[] | null {
  const [hours, minutes, seconds] = [take(base, 'byhour'), take(base, 'byminute'), take(base, 'bysecond')];
  if (start.isDate || !(hours || minutes || seconds)) return null;
  const times = (hours ?? [start.hour]).flatMap((hour) =>
    (minutes ?? [start.minute]).flatMap((minute) =>
      (seconds ?? [start.second]).map((second) => hour * 3600 + minute * 60 + Math.min(second, 59)),
    ),
  );
  if (times.length > MOST_VALUES) throw new CannotExpand('too-long');
  return times.sort((a, b) => a - b);
}

function take(base: RuleData, part: string): number[] | undefined {
  if (!(part in base)) return undefined;
  const values = [base[part]].flat().map(Number);
  delete base[part];
  return values;
}
