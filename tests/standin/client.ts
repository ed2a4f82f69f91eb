// A small client for tests of the stand-in itself: signs in as the extension does and asks the API hosts by their names.
import { createHash } from 'node:crypto';
import { request } from 'node:https';
import type { Vendor } from './semester/calendar/types.ts';
import { type Standin, standinClients } from './server.ts';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: Record<string, string>;
  body: T;
}

export const origin = `chrome-extension://${'a'.repeat(32)}`;
export const redirectUri = `https://${'a'.repeat(32)}.chromiumapp.org/`;

interface Asking {
  method?: string;
  headers?: Record<string, string>;
  form?: Record<string, string>;
  json?: unknown;
}

function composeBody({ form, json }: Asking): { text: string; type?: string } {
  if (form) return { text: new URLSearchParams(form).toString(), type: 'application/x-www-form-urlencoded' };
  return json === undefined ? { text: '' } : { text: JSON.stringify(json), type: 'application/json' };
}

/** One request to a host that the stand-in plays; JSON is read. Rejects where the connection is cut. */
export function ask<T = Record<string, unknown>>(
  standin: Standin,
  address: string,
  how: Asking = {},
): Promise<Answer<T>> {
  const url = new URL(address);
  const { text: body, type } = composeBody(how);
  const form = type ? { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) } : {};
  const options = {
    host: '127.0.0.1',
    port: standin.port,
    path: `${url.pathname}${url.search}`,
    method: how.method ?? (how.form ? 'POST' : 'GET'),
    headers: { host: url.host, origin, ...form, ...how.headers },
    rejectUnauthorized: false,
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const sent = request(options, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part as Buffer);
      const text = Buffer.concat(parts).toString('utf8');
      const isJson = response.headers['content-type']?.includes('json');
      const headers = response.headers as Record<string, string>;
      resolve({ status: response.statusCode ?? 0, headers, body: (isJson ? JSON.parse(text) : text) as T });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const verifier = 'v'.repeat(64);
const challenge = createHash('sha256').update(verifier).digest('base64url');

const places = {
  google: {
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    scope:
      'https://www.googleapis.com/auth/calendar.events.readonly https://www.googleapis.com/auth/calendar.calendarlist.readonly openid email',
    more: { access_type: 'offline', prompt: 'consent' },
    secret: { client_secret: standinClients.google.secret },
  },
  microsoft: {
    authorize: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    token: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scope: 'Calendars.Read offline_access openid email profile',
    more: {},
    secret: {},
  },
};

/** The address that the extension would open. */
export function authorizeUrl(vendor: Vendor, change: Record<string, string> = {}): string {
  const { authorize, scope, more } = places[vendor];
  const query = {
    client_id: standinClients[vendor].id,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state: 'the state',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
    ...change,
  };
  return `${authorize}?${new URLSearchParams(query)}`;
}

export async function askForCode(
  standin: Standin,
  vendor: Vendor,
  change: Record<string, string> = {},
): Promise<string> {
  const { headers } = await ask(standin, authorizeUrl(vendor, change));
  return new URL(headers.location!).searchParams.get('code')!;
}

export interface Tokens {
  access_token: string;
  refresh_token?: string;
  id_token: string;
  scope: string;
  error?: string;
  error_description?: string;
}

export function redeem(
  standin: Standin,
  vendor: Vendor,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer<Tokens>> {
  const { token, secret } = places[vendor];
  const base: Record<string, string> = { client_id: standinClients[vendor].id, ...secret };
  const code = { grant_type: 'authorization_code', redirect_uri: redirectUri, code_verifier: verifier };
  return ask<Tokens>(standin, token, { form: { ...base, ...(form.grant_type ? {} : code), ...form }, headers });
}

/** Signs in, for other scopes than the calendar's where some are given; gives what asks an API with the token. */
export async function signIn(standin: Standin, vendor: Vendor, scope?: string) {
  const code = await askForCode(standin, vendor, scope === undefined ? {} : { scope });
  const { body } = await redeem(standin, vendor, { code });
  const host = vendor === 'google' ? 'https://www.googleapis.com/calendar/v3/' : 'https://graph.microsoft.com/v1.0/';
  const addressOf = (path: string) => (path.startsWith('https:') ? path : `${host}${path}`);
  const authorization = `Bearer ${body.access_token}`;
  const get = <T = Record<string, unknown>>(path: string, headers: Record<string, string> = {}) =>
    ask<T>(standin, addressOf(path), { headers: { authorization, ...headers } });
  const put = <T = Record<string, unknown>>(method: 'PUT' | 'PATCH', path: string, json: unknown) =>
    ask<T>(standin, addressOf(path), { method, json, headers: { authorization } });
  return { tokens: body, get, put };
}
