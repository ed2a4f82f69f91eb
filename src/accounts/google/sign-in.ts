// Signing in with Google (developers.google.com/identity/protocols/oauth2/web-server): code with PKCE. Google's web
// clients need their secret for the exchange, and give a refresh token only with it; without one a token lasts an hour
// and is renewed silently while the person is signed in to Google in this browser.
import { AccountProblem, type Client, type SignedIn, type SignInDeps, type Tokens } from '../account.ts';
import { type Authorized, authorize } from '../authorize.ts';
import { readAddress } from '../id-token.ts';
import { withoutMore } from '../renewing.ts';
import { checkScopes, type Granted, requestTokens } from '../tokens.ts';

const AUTHORIZE = 'https://accounts.google.com/o/oauth2/v2/auth';
const TOKEN = 'https://oauth2.googleapis.com/token';
const REVOKE = 'https://oauth2.googleapis.com/revoke';

/** What reading events needs. */
export const scopes = ['https://www.googleapis.com/auth/calendar.events.readonly'] as const;
/** Asked for too, and done without when refused: the names of the calendars (Discovery: calendarList.list takes no other). */
const asked = [...scopes, 'https://www.googleapis.com/auth/calendar.calendarlist.readonly', 'openid', 'email'];

export async function signIn(
  deps: SignInDeps,
  client: Client,
  hint?: string,
  more: readonly string[] = [],
): Promise<SignedIn> {
  const prompt = client.secret ? 'consent' : hint ? undefined : 'select_account';
  const extra = { ...(prompt && { prompt }), ...(hint && { login_hint: hint }) };
  const granted = await obtain(deps, client, true, extra, more);
  checkScopes(granted.tokens.scopes, more);
  return { address: readAddress(granted.idToken), tokens: granted.tokens };
}

export async function renew(
  deps: SignInDeps,
  client: Client,
  tokens: Tokens,
  hint: string,
  more: readonly string[] = [],
): Promise<Tokens> {
  if (tokens.refresh && client.secret) {
    // Without naming scopes, all that was granted is granted again.
    const { tokens: fresh } = await requestTokens(deps, {
      endpoint: TOKEN,
      parameters: { grant_type: 'refresh_token', refresh_token: tokens.refresh, ...credentials(client) },
      asked: tokens.scopes,
    });
    return { refresh: tokens.refresh, ...fresh };
  }
  return withoutMore(more, (some) => renewSilently(deps, client, hint, some));
}

async function renewSilently(deps: SignInDeps, client: Client, hint: string, more: readonly string[]): Promise<Tokens> {
  const { tokens, idToken } = await obtain(deps, client, false, { prompt: 'none', login_hint: hint }, more);
  if (readAddress(idToken) !== hint.toLowerCase())
    throw new AccountProblem('signed-out', 'another account is signed in');
  return tokens;
}

async function obtain(
  deps: SignInDeps,
  client: Client,
  interactive: boolean,
  given: Record<string, string>,
  more: readonly string[],
): Promise<Granted> {
  const extra = { include_granted_scopes: 'true', ...(client.secret && { access_type: 'offline' }), ...given };
  const { identity } = deps;
  const wanted = [...asked, ...more];
  const authorized = await authorize({
    identity,
    endpoint: AUTHORIZE,
    clientId: client.id,
    scopes: wanted,
    interactive,
    extra,
  });
  const granted = await exchange(deps, client, authorized, wanted);
  checkScopes(granted.tokens.scopes, scopes);
  return granted;
}

function exchange(
  deps: SignInDeps,
  client: Client,
  { code, verifier, redirect }: Authorized,
  wanted: readonly string[],
): Promise<Granted> {
  const parameters = {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirect,
    ...credentials(client),
  };
  return requestTokens(deps, { endpoint: TOKEN, parameters, asked: wanted });
}

function credentials({ id, secret }: Client): Record<string, string> {
  return { client_id: id, ...(secret && { client_secret: secret }) };
}

/** The endpoint takes plain forms and allows no reading across origins: that the request was sent is all one learns. */
export async function revoke(deps: SignInDeps, tokens: Tokens): Promise<boolean> {
  const body = new URLSearchParams({ token: tokens.refresh ?? tokens.access });
  const sent = deps.fetch(REVOKE, { method: 'POST', mode: 'no-cors', body, signal: AbortSignal.timeout(10_000) });
  return sent.then(
    ({ ok, type }) => ok || type === 'opaque',
    () => false,
  );
}
