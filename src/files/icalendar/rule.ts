// A recurrence rule (RFC 5545, 3.3.10), expanded by ical.js within bounds: it can run for minutes on a rule of one line,
// and of some parts it makes something else than the RFC says. Those are refused.
import ICAL from 'ical.js';
import { composeInstant } from './moment.ts';

/** Why a rule is not expanded; `message` is a word for the surfaces. */
export class CannotExpand extends Error {}

/** What may still be spent on the rules of one file, in milliseconds. */
export interface Budget {
  left: number;
}

const MOST_STEPS = 200_000;
const MOST_TIME = 600;

/** jCal's form of a rule: `{ freq, interval, until, byday, ... }`. */
export type RuleData = Record<string, unknown>;

/**
 * Wall times of the rule's occurrences from `start` on, in order and without end; the caller stops. UNTIL is the caller's,
 * who knows the clock. Those long before `from` may be left out, where that changes nothing.
 * @throws {CannotExpand} where the rule cannot be expanded surely, or takes too long
 */
export function* expandRule(
  data: RuleData,
  start: { wall: number; isDate: boolean },
  from: number,
  budget: Budget,
): Generator<number, void> {
  refuseUnsure(data);
  const rule = makeRule(data);
  const dtstart = toTime(start.wall + skip(rule, from - start.wall), start.isDate);
  const guard = makeGuard(budget);
  try {
    const iterator = new GuardedIterator({ rule, dtstart, guard } as ConstructorParameters<
      typeof ICAL.RecurIterator
    >[0]);
    for (let next = iterator.next(); next; next = iterator.next()) yield next.toUnixTime();
  } catch (error) {
    throw error instanceof CannotExpand ? error : new CannotExpand('not-valid');
  } finally {
    guard.settle();
  }
}

function makeRule(data: RuleData): ICAL.Recur {
  try {
    const { until: _, ...rest } = data;
    return ICAL.Recur.fromData(rest);
  } catch {
    throw new CannotExpand('not-valid');
  }
}

/** BYWEEKNO is not done, BYSETPOS only of weekdays in a month: elsewhere ical.js leaves it out without a word. */
function refuseUnsure(data: RuleData): void {
  const has = (part: string) => data[part] !== undefined;
  if (typeof data.freq !== 'string') throw new CannotExpand('not-valid');
  if (has('byweekno')) throw new CannotExpand('BYWEEKNO');
  const inMonth = data.freq === 'MONTHLY' || (data.freq === 'YEARLY' && has('bymonth'));
  if (has('bysetpos') && !(inMonth && has('byday') && !has('bymonthday') && !has('byyearday'))) {
    throw new CannotExpand('BYSETPOS');
  }
}

const seconds: Record<string, number> = { SECONDLY: 1, MINUTELY: 60, HOURLY: 3600, DAILY: 86_400, WEEKLY: 604_800 };

/** How far a rule without COUNT may be begun later and still meet the same times: whole intervals. */
function skip(rule: ICAL.Recur, distance: number): number {
  const step = (seconds[rule.freq] ?? 0) * Math.max(1, rule.interval);
  if (step === 0 || rule.count || distance <= 2 * step) return 0;
  return (Math.floor(distance / step) - 1) * step;
}

function toTime(wall: number, isDate: boolean): ICAL.Time {
  const text = composeInstant(wall);
  return isDate ? ICAL.Time.fromDateString(text.slice(0, 10)) : ICAL.Time.fromDateTimeString(text.slice(0, 19));
}

interface Guard {
  spend: (steps: number) => void;
  settle: () => void;
}

function makeGuard(budget: Budget): Guard {
  const began = performance.now();
  let steps = 0;
  let looked = 0;
  return {
    spend: (more) => {
      steps += more;
      if (steps > MOST_STEPS) throw new CannotExpand('too-long');
      if (steps - looked < 100) return;
      looked = steps;
      const spent = performance.now() - began;
      if (spent > MOST_TIME || spent > budget.left) throw new CannotExpand('too-long');
    },
    settle: () => {
      budget.left -= performance.now() - began;
    },
  };
}

/** Counts every step that ical.js takes on its own between two occurrences. */
class GuardedIterator extends ICAL.RecurIterator {
  declare guard: Guard;

  override fromData(options: Parameters<ICAL.RecurIterator['fromData']>[0] & { guard?: Guard }): void {
    this.guard = options.guard!;
    super.fromData(options);
  }

  override check_contracting_rules(): boolean {
    this.guard.spend(1);
    return super.check_contracting_rules();
  }

  /** The last days of a month are named by negative numbers, which ical.js does not find in a DAILY rule. */
  override check_contract_restriction(part: string, value: number): boolean {
    const days = (this.rule.parts as Record<string, number[] | undefined>).BYMONTHDAY;
    if (part !== 'BYMONTHDAY' || !days || !['DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'].includes(this.rule.freq)) {
      return super.check_contract_restriction(part, value);
    }
    const length = ICAL.Time.daysInMonth(this.last.month, this.last.year);
    return days.some((day) => value === (day < 0 ? length + 1 + day : day));
  }

  override increment_monthday(days: number): void {
    this.guard.spend(days);
    super.increment_monthday(days);
  }

  override increment_month(): void {
    this.guard.spend(1);
    super.increment_month();
  }

  override increment_year(years: number): void {
    this.guard.spend(1);
    super.increment_year(years);
  }
}
