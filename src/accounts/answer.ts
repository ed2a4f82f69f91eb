// What a provider's HTTP answer says: its JSON, or a failure that the provider's own table of problems turns into a code.
import { AccountProblem } from './account.ts';

/** An answer that is no success. `body` is what could be read of it: parsed JSON, or null. */
export class HttpFailure extends Error {
  readonly status: number;
  readonly body: unknown;
  /** Seconds to wait, where the answer says. */
  readonly retryAfter: number | undefined;
  constructor(status: number, body: unknown, retryAfter: number | undefined) {
    super(`HTTP ${status}`);
    this.name = 'HttpFailure';
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }
}

const LONGEST_WAIT = 24 * 60 * 60;

/**
 * Seconds from a Retry-After header (RFC 9110, 10.2.3): a number of seconds, fractions included as some servers send
 * them, or an HTTP date. Rounded up; undefined when absent or senseless.
 */
export function parseRetryAfter(header: string | null, now: string): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.parse(now)) / 1000;
  if (!Number.isFinite(seconds)) return undefined;
  return Math.min(LONGEST_WAIT, Math.max(0, Math.ceil(seconds)));
}

/** The JSON of a good answer. @throws {HttpFailure} when the status is none of success, {AccountProblem} when it is no JSON. */
export async function readAnswer(response: Response, now: string): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return parseJson(text, () => fail());
  const body = parseJson(text, () => null);
  throw new HttpFailure(response.status, body, parseRetryAfter(response.headers.get('retry-after'), now));
}

function fail(): never {
  throw new AccountProblem('unreadable', 'a good answer holds no JSON');
}

function parseJson(text: string, otherwise: () => unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise();
  }
}

/** Names under which runtimes report a request that got no answer in time. */
const tookTooLong: ReadonlySet<string> = new Set(['AbortError', 'TimeoutError']);

/** A request that came to no answer: none in time, or none at all. `name` is the error's own. */
export function toReachProblem(name: string): AccountProblem {
  return tookTooLong.has(name)
    ? new AccountProblem('no-answer', 'the request was ended before its answer came')
    : new AccountProblem('offline', `the request did not get through (${name})`);
}

/** Does what asks the provider; whatever goes wrong becomes a problem with a code. */
export async function asProblems<T>(
  ask: () => Promise<T>,
  toProblem: (failure: HttpFailure) => AccountProblem,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AccountProblem) throw error;
    if (error instanceof HttpFailure) throw toProblem(error);
    throw toReachProblem(error instanceof Error ? error.name : 'unknown');
  }
}
