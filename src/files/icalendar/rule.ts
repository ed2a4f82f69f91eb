// A recurrence rule (RFC 5545, 3.3.10), expanded by ical.js within bounds: on a rule of one line it can run for minutes.
import ICAL from 'ical.js';
import { composeInstant } from './moment.ts';
import { CannotExpand, planRule, type RuleData, type RulePlan } from './rule-plan.ts';

export { CannotExpand, type RuleData } from './rule-plan.ts';

/** Milliseconds: what may still be spent on the rules of one file, and what one rule may take. */
export interface Budget {
  left: number;
  each: number;
}

const MOST_STEPS = 200_000;
const DAY = 86_400;

/** Wall times: those before `from` may be left out, and those after `to` are. */
export interface Reach {
  from: number;
  to: number;
}

/**
 * Wall times of the rule's occurrences from `start` on, in order. UNTIL is the caller's, who knows the clock.
 * @throws {CannotExpand} where the rule cannot be expanded surely, or takes too long
 */
export function* expandRule(
  data: RuleData,
  start: { wall: number; isDate: boolean },
  reach: Reach,
  budget: Budget,
): Generator<number, void> {
  const first = toTime(start.wall, start.isDate);
  const plan = planRule(data, first);
  const most = Number(data.count ?? Infinity) || Infinity;
  const guard = makeGuard(budget);
  // The start counts as the first, also where the rule does not name it (3.8.5.3).
  let count = 0;
  try {
    for (const wall of walls(plan, start, most === Infinity ? reach : { ...reach, from: start.wall }, guard)) {
      if (wall < start.wall) continue;
      if (count === 0 && wall > start.wall) count = 1;
      count += 1;
      if (count > most) return;
      yield wall;
    }
  } catch (error) {
    throw error instanceof CannotExpand ? error : new CannotExpand('not-valid');
  } finally {
    guard.settle();
  }
}

function* walls(
  plan: RulePlan,
  start: { wall: number; isDate: boolean },
  { from, to }: Reach,
  guard: Guard,
): Generator<number> {
  const { base, limits, times } = plan;
  const rule = ICAL.Recur.fromData(base);
  const dtstart = toTime(start.wall + skip(rule, from - start.wall), start.isDate);
  const iterator = new GuardedIterator({ rule, dtstart, guard } as ConstructorParameters<typeof ICAL.RecurIterator>[0]);
  let isFirst = true;
  for (let time = iterator.next(); time; time = iterator.next()) {
    // ical.js gives the start whether the rule has it or not.
    const isMeant = !isFirst || iterator.check_contracting_rules();
    isFirst = false;
    const wall = toWall(time);
    if (wall > to) return;
    if (!isMeant || !limits.every((has) => has(time))) continue;
    if (times === null) yield wall;
    else for (const each of times) yield Math.floor(wall / DAY) * DAY + each;
  }
}

/** What ical.js does with three objects; `Date.UTC` knows no years of two digits. */
function toWall(time: ICAL.Time): number {
  if (time.year < 100) return time.toUnixTime();
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) / 1000;
}

const steps: Record<string, number> = { SECONDLY: 1, MINUTELY: 60, HOURLY: 3600, DAILY: DAY, WEEKLY: 7 * DAY };

/** How far a rule without COUNT may be begun later and still meet the same times: whole intervals. */
function skip(rule: ICAL.Recur, distance: number): number {
  const step = (steps[rule.freq] ?? 0) * Math.max(1, rule.interval);
  return step === 0 || distance <= 2 * step ? 0 : (Math.floor(distance / step) - 1) * step;
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
  let spent = 0;
  let looked = 0;
  return {
    spend: (more) => {
      spent += more;
      if (spent > MOST_STEPS) throw new CannotExpand('too-long');
      if (spent - looked < 100) return;
      looked = spent;
      const time = performance.now() - began;
      if (time > budget.each || time > budget.left) throw new CannotExpand('too-long');
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

  /** `20MO`, the twentieth Monday of a year, is taken for every Monday. */
  override ruleDayOfWeek(day: string, weekStart?: Parameters<ICAL.RecurIterator['ruleDayOfWeek']>[1]): unknown[] {
    const [, position = '0', name = day] = /^([+-]?\d+)([A-Z]{2})$/.exec(day) ?? [];
    return [Number(position), ICAL.Recur.icalDayToNumericDay(name, weekStart)];
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
