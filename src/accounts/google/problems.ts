// Google's errors as our codes (developers.google.com/workspace/calendar/api/guides/errors).
import * as z from 'zod/mini';
import { AccountProblem, type AccountProblemCode } from '../account.ts';
import type { HttpFailure } from '../answer.ts';
import { ErrorAnswer } from './wire.ts';

/** 403 says many things; whatever stands in none of these lines is a calendar that is not shared (any more). */
const forbidden: ReadonlyMap<string, AccountProblemCode> = new Map([
  ['rateLimitExceeded', 'rate-limited'],
  ['userRateLimitExceeded', 'rate-limited'],
  ['RATE_LIMIT_EXCEEDED', 'rate-limited'],
  ['quotaExceeded', 'quota'],
  ['dailyLimitExceeded', 'quota'],
  ['calendarLimitExceeded', 'quota'],
  ['insufficientPermissions', 'scope-missing'],
  ['ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'scope-missing'],
  ['accessNotConfigured', 'not-configured'],
  ['SERVICE_DISABLED', 'not-configured'],
]);

/** `cursor`: whether a token of an earlier answer was sent along; only then can it have expired. */
export function toGoogleProblem({ status, body, retryAfter }: HttpFailure, cursor: boolean): AccountProblem {
  const { reasons, locations } = readReasons(body);
  const code = findCode(status, reasons, cursor && isAboutToken(status, locations));
  return new AccountProblem(code, `Google answered ${status} ${reasons.join(' ')}`.trim(), retryAfter);
}

function findCode(status: number, reasons: string[], expired: boolean): AccountProblemCode {
  if (expired) return 'expired-cursor';
  if (status === 401) return 'signed-out';
  if (status === 403) return reasons.map((reason) => forbidden.get(reason)).find(Boolean) ?? 'not-shared';
  if (status === 404 || status === 410) return 'not-shared';
  if (status === 429) return 'rate-limited';
  return status >= 500 || status === 408 ? 'server' : 'failed';
}

/** 410 for a sync token, 400 for a page token that is no longer taken. */
function isAboutToken(status: number, locations: string[]): boolean {
  return status === 410 || (status === 400 && locations.some((each) => /^(pageToken|syncToken)$/.test(each)));
}

function readReasons(body: unknown): { reasons: string[]; locations: string[] } {
  const parsed = z.safeParse(ErrorAnswer, body);
  if (!parsed.success) return { reasons: [], locations: [] };
  const { errors = [], details = [] } = parsed.data.error;
  return {
    reasons: [...errors, ...details].flatMap(({ reason }) => (reason && /^\w{1,60}$/.test(reason) ? [reason] : [])),
    locations: errors.flatMap(({ location }) => location ?? []),
  };
}
