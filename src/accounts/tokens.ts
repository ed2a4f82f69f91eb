// The token endpoint, which both providers have alike (RFC 6749, 4.1.3, 5 and 6): a code or a refresh token for tokens.
import * as z from 'zod/mini';
import { AccountProblem, type AccountProblemCode, type SignInDeps, type Tokens } from './account.ts';
import { asProblems, type HttpFailure, readAnswer } from './answer.ts';
import { isGranted } from './scopes.ts';

const TokenAnswer = z.object({
  access_token: z.string().check(z.minLength(1)),
  /** Some servers send it as text. */
  expires_in: z.optional(z.union([z.number(), z.string()])),
  refresh_token: z.optional(z.string().check(z.minLength(1))),
  scope: z.optional(z.string()),
  id_token: z.optional(z.string()),
});

const ErrorAnswer = z.object({ error: z.string(), error_description: z.optional(z.string()) });

export interface TokenRequest {
  endpoint: string;
  /** `grant_type` and what belongs to it. */
  parameters: Record<string, string>;
  /** What was asked for: an answer that names no scopes grants these (RFC 6749, 5.1). */
  asked: readonly string[];
}

export interface Granted {
  tokens: Tokens;
  /** OpenID Connect's token about the person, as sent. */
  idToken?: string;
}

const PATIENCE = 20_000;
const AN_HOUR = 3600;
/** Seconds by which a token is given up before its end, for clocks that differ and requests under way. */
const MARGIN = 60;

/** @throws {AccountProblem} */
export async function requestTokens(deps: SignInDeps, { endpoint, parameters, asked }: TokenRequest): Promise<Granted> {
  const answer = await asProblems(async () => {
    const response = await deps.fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(parameters).toString(),
      signal: AbortSignal.timeout(PATIENCE),
    });
    return readAnswer(response, deps.now());
  }, toTokenProblem);
  const parsed = z.safeParse(TokenAnswer, answer);
  if (!parsed.success) throw new AccountProblem('unreadable', 'the token answer is not in the known form');
  return toGranted(parsed.data, asked, deps.now());
}

function toGranted(answer: z.infer<typeof TokenAnswer>, asked: readonly string[], now: string): Granted {
  const seconds = Number(answer.expires_in ?? AN_HOUR);
  const lasting = Number.isFinite(seconds) ? Math.max(0, Math.min(seconds, 24 * AN_HOUR) - MARGIN) : AN_HOUR;
  const expires = Temporal.Instant.from(now)
    .add({ seconds: Math.floor(lasting) })
    .toString();
  return {
    tokens: {
      access: answer.access_token,
      expires,
      ...(answer.refresh_token && { refresh: answer.refresh_token }),
      scopes: answer.scope?.split(/\s+/).filter(Boolean) ?? [...asked],
    },
    ...(answer.id_token && { idToken: answer.id_token }),
  };
}

/** RFC 6749, 5.2. What the server says in words is left out: it may hold addresses. */
const tokenErrors: ReadonlyMap<string, AccountProblemCode> = new Map([
  ['invalid_grant', 'signed-out'],
  ['interaction_required', 'signed-out'],
  ['invalid_client', 'not-configured'],
  ['unauthorized_client', 'not-configured'],
  ['invalid_request', 'not-configured'],
  ['redirect_uri_mismatch', 'not-configured'],
  ['invalid_scope', 'scope-missing'],
  ['temporarily_unavailable', 'server'],
]);

function toTokenProblem({ status, body, retryAfter }: HttpFailure): AccountProblem {
  const parsed = z.safeParse(ErrorAnswer, body);
  const error = parsed.success ? parsed.data.error : '';
  const message = `the token endpoint answered ${status}`;
  const known = tokenErrors.get(error);
  if (known) return new AccountProblem(known, message);
  if (status === 429) return new AccountProblem('rate-limited', message, retryAfter);
  if (status >= 500) return new AccountProblem('server', message, retryAfter);
  return new AccountProblem('failed', message);
}

/** @throws {AccountProblem} `scope-missing` where the person left out what nothing can be read without. */
export function checkScopes(granted: readonly string[], needed: readonly string[]): void {
  if (!isGranted(granted, needed)) throw new AccountProblem('scope-missing', 'a needed scope was not granted');
}
