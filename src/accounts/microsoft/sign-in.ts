// Signing in with Microsoft (learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow): a client whose redirect
// is of the type single-page application, so PKCE and no secret; the browser adds the Origin header that its exchange
// must carry. A refresh token lasts 24 hours; after that the person's own session is asked silently.
import { AccountProblem, type Client, type SignedIn, type SignInDeps, type Tokens } from '../account.ts';
import { authorize } from '../authorize.ts';
import { readAddress } from '../id-token.ts';
import { withoutMore } from '../renewing.ts';
import { checkScopes, type Granted, requestTokens } from '../tokens.ts';

/** What reading events needs. */
export const scopes = ['https://graph.microsoft.com/Calendars.Read'] as const;
const who = ['openid', 'profile', 'email', 'offline_access'];

/** Scopes that are asked for, and those among them without which the tokens are of no use. */
interface Wanted {
  asked: readonly string[];
  needed: readonly string[];
}

function endpoint({ tenant = 'common' }: Client, name: 'authorize' | 'token'): string {
  return `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/${name}`;
}

export async function signIn(
  deps: SignInDeps,
  client: Client,
  hint?: string,
  more: readonly string[] = [],
): Promise<SignedIn> {
  const extra: Record<string, string> = hint ? { login_hint: hint } : { prompt: 'select_account' };
  const all = [...scopes, ...more];
  const { tokens, idToken } = await obtain(deps, client, true, extra, { asked: [...all, ...who], needed: all });
  return { address: readAddress(idToken), tokens };
}

export function renew(
  deps: SignInDeps,
  client: Client,
  tokens: Tokens,
  hint: string,
  more: readonly string[] = [],
): Promise<Tokens> {
  return withoutMore(more, async (some) => {
    const wanted = { asked: [...scopes, ...some, ...who], needed: scopes };
    return (await refresh(deps, client, tokens.refresh, wanted)) ?? renewSilently(deps, client, hint, wanted);
  });
}

/** Each use gives a new refresh token, which ends when the first would have; null where it is at its end. */
async function refresh(
  deps: SignInDeps,
  client: Client,
  token: string | undefined,
  { asked, needed }: Wanted,
): Promise<Tokens | null> {
  if (!token) return null;
  const parameters = {
    grant_type: 'refresh_token',
    refresh_token: token,
    client_id: client.id,
    scope: asked.join(' '),
  };
  try {
    const granted = await requestTokens(deps, { endpoint: endpoint(client, 'token'), parameters, asked });
    checkScopes(granted.tokens.scopes, needed);
    return { refresh: token, ...granted.tokens };
  } catch (error) {
    if (error instanceof AccountProblem && error.code === 'signed-out') return null;
    throw error;
  }
}

async function renewSilently(deps: SignInDeps, client: Client, hint: string, wanted: Wanted): Promise<Tokens> {
  const { tokens, idToken } = await obtain(deps, client, false, { prompt: 'none', login_hint: hint }, wanted);
  if (readAddress(idToken) !== hint.toLowerCase())
    throw new AccountProblem('signed-out', 'another account is signed in');
  return tokens;
}

async function obtain(
  deps: SignInDeps,
  client: Client,
  interactive: boolean,
  extra: Record<string, string>,
  { asked, needed }: Wanted,
): Promise<Granted> {
  const { code, verifier, redirect } = await authorize({
    identity: deps.identity,
    endpoint: endpoint(client, 'authorize'),
    clientId: client.id,
    scopes: asked,
    interactive,
    extra: { response_mode: 'query', ...extra },
  });
  const parameters = {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirect,
    client_id: client.id,
    scope: asked.join(' '),
  };
  const granted = await requestTokens(deps, { endpoint: endpoint(client, 'token'), parameters, asked });
  checkScopes(granted.tokens.scopes, needed);
  return granted;
}
