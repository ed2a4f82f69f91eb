// Signing in with Microsoft (learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow): a client whose redirect
// is of the type single-page application, so PKCE and no secret; the browser adds the Origin header that its exchange
// must carry. A refresh token lasts 24 hours; after that the person's own session is asked silently.
import { AccountProblem, type Client, type SignedIn, type SignInDeps, type Tokens } from '../account.ts';
import { authorize } from '../authorize.ts';
import { readAddress } from '../id-token.ts';
import { checkScopes, type Granted, requestTokens } from '../tokens.ts';

/** What reading events needs. */
export const scopes = ['https://graph.microsoft.com/Calendars.Read'] as const;
const asked = [...scopes, 'openid', 'profile', 'email', 'offline_access'];

function endpoint({ tenant = 'common' }: Client, name: 'authorize' | 'token'): string {
  return `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/${name}`;
}

export async function signIn(deps: SignInDeps, client: Client, hint?: string): Promise<SignedIn> {
  const more: Record<string, string> = hint ? { login_hint: hint } : { prompt: 'select_account' };
  const { tokens, idToken } = await obtain(deps, client, true, more);
  return { address: readAddress(idToken), tokens };
}

export async function renew(deps: SignInDeps, client: Client, tokens: Tokens, hint: string): Promise<Tokens> {
  if (tokens.refresh) {
    const fresh = await refresh(deps, client, tokens.refresh).catch((error: unknown) => {
      if (error instanceof AccountProblem && error.code === 'signed-out') return null;
      throw error;
    });
    if (fresh) return fresh;
  }
  const { tokens: silent, idToken } = await obtain(deps, client, false, { prompt: 'none', login_hint: hint });
  if (readAddress(idToken) !== hint.toLowerCase())
    throw new AccountProblem('signed-out', 'another account is signed in');
  return silent;
}

/** Each use gives a new refresh token, which ends when the first would have. */
async function refresh(deps: SignInDeps, client: Client, token: string): Promise<Tokens> {
  const parameters = {
    grant_type: 'refresh_token',
    refresh_token: token,
    client_id: client.id,
    scope: asked.join(' '),
  };
  const granted = await requestTokens(deps, { endpoint: endpoint(client, 'token'), parameters, asked });
  checkScopes(granted.tokens.scopes, scopes);
  return { refresh: token, ...granted.tokens };
}

async function obtain(
  deps: SignInDeps,
  client: Client,
  interactive: boolean,
  extra: Record<string, string>,
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
  checkScopes(granted.tokens.scopes, scopes);
  return granted;
}
