// A web in memory: requests are kept, answers are given in their order. And a browser's identity API beside it.
import type { Identity, SignInDeps } from '../../src/accounts/account.ts';

export interface Recorded {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

export interface Asked {
  url: URL;
  method: string;
  headers: Headers;
  body: URLSearchParams;
  init: RequestInit;
}

export type Answer = Recorded | Error | 'hang';

export const ok = (body: unknown): Recorded => ({ status: 200, body });

export class FakeWeb {
  readonly asked: Asked[] = [];
  readonly #answers: Answer[];
  constructor(...answers: Answer[]) {
    this.#answers = answers;
  }

  fetch: typeof fetch = async (input, init = {}) => {
    const body = new URLSearchParams(init.body ? String(init.body) : '');
    const request = { url: new URL(String(input)), method: init.method ?? 'GET', headers: new Headers(init.headers) };
    this.asked.push({ ...request, body, init });
    const answer = this.#answers.shift();
    if (answer === undefined) throw new Error(`nothing was to be asked: ${request.url}`);
    if (answer instanceof Error) throw answer;
    if (answer === 'hang') return hang(init.signal);
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    const headers = { 'content-type': 'application/json', ...answer.headers };
    return new Response(text, { status: answer.status, headers });
  };

  get last(): Asked {
    return this.asked.at(-1)!;
  }
}

function hang(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_resolve, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}

export const redirect = 'https://kpebpgkpbkpbpbkpbpbkpbpbkpbpbkpb.chromiumapp.org/';

/** Answers the sign-in page: with parameters to send back beside the state, or with an error as the browser has it. */
export class FakeIdentity implements Identity {
  readonly shown: { url: URL; interactive: boolean }[] = [];
  readonly #answer: (url: URL) => Record<string, string> | Error | undefined;
  constructor(answer: (url: URL) => Record<string, string> | Error | undefined = () => ({ code: 'the-code' })) {
    this.#answer = answer;
  }
  getRedirectURL = (): string => redirect;
  launchWebAuthFlow = async (details: { url: string; interactive: boolean }): Promise<string | undefined> => {
    const url = new URL(details.url);
    this.shown.push({ url, interactive: details.interactive });
    const answer = this.#answer(url);
    if (answer instanceof Error) throw answer;
    if (answer === undefined) return undefined;
    const back = new URL(redirect);
    back.searchParams.set('state', url.searchParams.get('state') ?? '');
    for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value);
    return back.href;
  };
}

export const now = '2026-03-09T12:00:00Z';

export function signInDeps(identity: Identity, web: FakeWeb): SignInDeps {
  return { identity, fetch: web.fetch, now: () => now };
}

/** An id_token that says this; nobody checks its signature. */
export function idToken(claims: Record<string, unknown>): string {
  const part = (value: unknown) =>
    new TextEncoder().encode(JSON.stringify(value)).toBase64({ alphabet: 'base64url', omitPadding: true });
  return `${part({ alg: 'RS256' })}.${part(claims)}.signature`;
}

/** The code a rejected promise names, or the value's own words when it did not reject. */
export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => `resolved with ${JSON.stringify(value)}`,
    (error: { code?: unknown; name?: unknown }) => error.code ?? error.name,
  );
}
