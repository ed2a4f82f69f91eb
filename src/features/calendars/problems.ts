// What an account's failure means for it: whether the calendar or the whole account is concerned, and when to try again.
import { AccountProblem, type AccountProblemCode } from '../../accounts/account.ts';
import type { Account, CalendarProblem } from '../../domain/meeting/calendar.ts';
import { addHours } from '../../domain/time/instants.ts';

export type Problem = NonNullable<Account['problem']>;

/** Only the person can end these. */
const untilPerson: ReadonlySet<CalendarProblem> = new Set(['signed-out', 'scope-missing', 'not-configured']);

const ofAccount: ReadonlySet<CalendarProblem> = new Set([...untilPerson, 'rate-limited', 'quota', 'offline']);

/** What the provider asked to wait is waited, even when the person asks. */
const ownPace: ReadonlySet<CalendarProblem> = new Set(['rate-limited', 'quota']);

const SECOND = 1 / 3600;
const LEAST_WAIT = 30 * SECOND;
const MOST_WAIT = 1;
const MOST_ASKED_WAIT = 6;
const UNTIL_SHARED_AGAIN = 24;

export function concernsAccount({ code }: Problem): boolean {
  return ofAccount.has(code);
}

/** `before` is the problem there was: the longer it lasts, the longer is waited. */
export function planProblem(before: Problem | undefined, error: unknown, now: string): Problem {
  const code = toCode(error instanceof AccountProblem ? error.code : 'failed');
  const since = before?.code === code ? before.since : now;
  if (untilPerson.has(code)) return { code, since };
  const asked = error instanceof AccountProblem ? error.retryAfter : undefined;
  return { code, since, retryAt: addHours(now, waitOf(code, since, now, asked)) };
}

/** A calendar or a folder of mail, once the person asked for it: due now, and what may be tried again is. */
export function askAgain<R extends { problem?: Problem | undefined }>(each: R, now: string): R & { askedAt: string } {
  return { ...each, askedAt: now, ...(each.problem && { problem: retryNow(each.problem, now) }) };
}

/** The problem once the person asked to try now. */
export function retryNow(problem: Problem, now: string): Problem {
  return ownPace.has(problem.code) ? problem : { ...problem, retryAt: now };
}

function toCode(code: AccountProblemCode): CalendarProblem {
  if (code === 'refused' || code === 'closed-by-person') return 'signed-out';
  return code === 'expired-cursor' || code === 'changed-meanwhile' ? 'failed' : code;
}

/** In hours. Doubles by itself: as long again as it has lasted. */
function waitOf(code: CalendarProblem, since: string, now: string, asked: number | undefined): number {
  if (code === 'not-shared') return UNTIL_SHARED_AGAIN;
  if (asked !== undefined && Number.isFinite(asked) && asked >= 0) {
    return clamp(Math.ceil(asked) * SECOND, SECOND, MOST_ASKED_WAIT);
  }
  return clamp((Date.parse(now) - Date.parse(since)) / 3_600_000, LEAST_WAIT, MOST_WAIT);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
