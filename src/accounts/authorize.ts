// The provider's own page, shown by the browser's identity API: authorization code with PKCE (RFC 6749, 4.1; RFC 7636).
import { AccountProblem, type AccountProblemCode, type Identity } from './account.ts';
import { makePkce, makeSecret } from './pkce.ts';

export interface AuthorizeRequest {
  identity: Identity;
  /** The provider's authorization endpoint. */
  endpoint: string;
  clientId: string;
  scopes: readonly string[];
  /** False: only if the provider needs to ask nothing. */
  interactive: boolean;
  /** Parameters of this provider alone. */
  extra: Record<string, string>;
}

export interface Authorized {
  code: string;
  verifier: string;
  redirect: string;
}

/** @throws {AccountProblem} `closed-by-person`, `refused`, `signed-out`, `offline`, ... */
export async function authorize(request: AuthorizeRequest): Promise<Authorized> {
  const { verifier, challenge } = await makePkce();
  const state = makeSecret(16);
  const redirect = request.identity.getRedirectURL();
  const url = composeUrl(request, { challenge, state, redirect });
  const answer = await launch(request, url);
  return { code: readCode(answer, redirect, state), verifier, redirect };
}

function composeUrl(
  { endpoint, clientId, scopes, extra }: AuthorizeRequest,
  { challenge, state, redirect }: { challenge: string; state: string; redirect: string },
): string {
  const url = new URL(endpoint);
  const parameters = {
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirect,
    scope: scopes.join(' '),
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...extra,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

async function launch({ identity, interactive }: AuthorizeRequest, url: string): Promise<string> {
  const answer = await identity.launchWebAuthFlow({ url, interactive }).catch((error: unknown) => {
    throw toLaunchProblem(error instanceof Error ? error.message : '', interactive);
  });
  if (!answer) throw new AccountProblem('closed-by-person', 'the sign-in page gave no answer');
  return answer;
}

/** Browsers say why in words only: Chromium's identity_constants.cc, Firefox's ext-identity.js. */
function toLaunchProblem(message: string, interactive: boolean): AccountProblem {
  if (/could not be loaded|network/i.test(message))
    return new AccountProblem('offline', 'the sign-in page did not load');
  if (!interactive) return new AccountProblem('signed-out', 'the provider wants to ask the person');
  return new AccountProblem('closed-by-person', 'the sign-in page was closed');
}

function readCode(answer: string, redirect: string, state: string): string {
  const url = URL.parse(answer);
  if (!url || !answer.startsWith(redirect)) throw new AccountProblem('failed', 'the answer came from elsewhere');
  const { searchParams } = url;
  if (searchParams.get('state') !== state) throw new AccountProblem('failed', 'the answer is to another sign-in');
  const error = searchParams.get('error');
  if (error !== null) throw toRedirectProblem(error, searchParams.get('error_subcode'));
  const code = searchParams.get('code');
  if (!code) throw new AccountProblem('failed', 'the answer holds no code');
  return code;
}

/** RFC 6749, 4.1.2.1 and OpenID Connect Core, 3.1.2.6. */
const redirectErrors: ReadonlyMap<string, AccountProblemCode> = new Map([
  ['access_denied', 'refused'],
  ['login_required', 'signed-out'],
  ['interaction_required', 'signed-out'],
  ['consent_required', 'signed-out'],
  ['account_selection_required', 'signed-out'],
  ['invalid_scope', 'scope-missing'],
  ['unauthorized_client', 'not-configured'],
  ['invalid_request', 'not-configured'],
  ['server_error', 'server'],
  ['temporarily_unavailable', 'server'],
]);

/** Microsoft says by a subcode that the person pressed Cancel rather than Deny. */
function toRedirectProblem(error: string, subcode: string | null): AccountProblem {
  if (subcode === 'cancel') return new AccountProblem('closed-by-person', 'the person cancelled');
  const code = redirectErrors.get(error) ?? 'failed';
  return new AccountProblem(code, `the sign-in page answered with an error (${code})`);
}
