// Signing in with either vendor: the page that asks, codes, tokens, renewal, revocation, and what goes wrong with them.
import { Events } from 'oauth2-mock-server';
import type { Vendor } from '../../semester/calendar/types.ts';
import { type ApiAnswer, type ApiRequest, htmlAnswer, jsonAnswer, type Outcome } from '../exchange.ts';
import { consentPage, refusalPage } from './consent.ts';
import { type Grant, Grants, lifetime } from './grants.ts';
import { type Mounted, mount } from './mounted.ts';
import { backWith, checkAuthorize, checkToken, tokenError } from './refusals.ts';

export const signInFaults = [
  'access_denied',
  'login_required',
  'invalid_grant',
  'invalid_client',
  '500',
  'slow',
  'hang',
  'offline',
] as const;
export type SignInFault = (typeof signInFaults)[number];

/** Faults of the page that asks; the others are the token endpoint's. */
const onPage: readonly SignInFault[] = ['access_denied', 'login_required'];

const paths = {
  google: { issuer: 'https://accounts.google.com', authorize: '/o/oauth2/v2/auth', token: '/token', revoke: '/revoke' },
  microsoft: {
    issuer: 'https://login.microsoftonline.com/common/v2.0',
    authorize: '/oauth2/v2.0/authorize',
    token: '/oauth2/v2.0/token',
    revoke: '/revoke',
  },
} as const;

export interface SignInWorld {
  now(): string;
  /** The address that is signed in with each vendor. */
  accounts: Record<Vendor, string>;
  /** True: the page that asks is answered by itself. */
  autoConsent(): boolean;
  /** Notes a request that a real vendor would refuse. */
  complain(words: string): void;
}

export class SignIn {
  readonly grants: Grants;
  readonly #world: SignInWorld;
  readonly #mounted: Record<Vendor, Mounted>;
  #faults: { vendor: Vendor; fault: SignInFault; times: number }[] = [];
  #withheld: string[] = [];

  private constructor(world: SignInWorld, mounted: Record<Vendor, Mounted>) {
    this.grants = new Grants(world.now);
    this.#world = world;
    this.#mounted = mounted;
    for (const vendor of ['google', 'microsoft'] as const) {
      mounted[vendor].service.on(Events.BeforeTokenSigning, ({ payload }: { payload: Record<string, unknown> }) => {
        const email = world.accounts[vendor];
        Object.assign(payload, { sub: `sub of ${email}`, email, preferred_username: email });
      });
    }
  }

  static async open(world: SignInWorld): Promise<SignIn> {
    const [google, microsoft] = [paths.google, paths.microsoft];
    return new SignIn(world, {
      google: await mount(google.issuer, google),
      microsoft: await mount(microsoft.issuer, microsoft),
    });
  }

  /** The next sign-ins or renewals of this vendor go wrong. */
  fail(vendor: Vendor, fault: SignInFault, times = 1): void {
    this.#faults.push({ vendor, fault, times });
  }

  /** Scopes that the person unticks on the page that asks. */
  withhold(...scopes: string[]): void {
    this.#withheld = scopes;
  }

  /** As when the person takes the access back in their account. */
  revoke(vendor: Vendor): void {
    this.grants.revokeAll(vendor);
  }

  /** Access tokens end; what renews them holds. */
  expire(vendor: Vendor): void {
    this.grants.expireAccess(vendor);
  }

  /** Undefined for what is no part of signing in. */
  async answer(request: ApiRequest): Promise<Outcome | undefined> {
    const { hostname, pathname } = request.url;
    const vendor = hostname === 'login.microsoftonline.com' ? 'microsoft' : 'google';
    const path = vendor === 'microsoft' ? pathname.replace(/^\/[^/]+/, '') : pathname;
    const known = paths[vendor];
    if (path === known.authorize && request.method === 'GET') return this.#authorize(vendor, request);
    if (path === known.token && request.method === 'POST') return this.#token(vendor, request);
    if (vendor === 'google' && path === known.revoke && request.method === 'POST') return this.#revoke(request);
    return undefined;
  }

  #take(vendor: Vendor, which: (fault: SignInFault) => boolean): SignInFault | undefined {
    const found = this.#faults.find((each) => each.vendor === vendor && which(each.fault));
    if (found && --found.times <= 0) this.#faults = this.#faults.filter((each) => each !== found);
    return found?.fault;
  }

  async #authorize(vendor: Vendor, request: ApiRequest): Promise<ApiAnswer> {
    const query = request.url.searchParams;
    const wrong = checkAuthorize(vendor, query);
    if (wrong) {
      this.#world.complain(`${vendor} sign-in: ${wrong}`);
      return refusalPage(vendor, wrong);
    }
    const account = this.#world.accounts[vendor];
    const fault = this.#take(vendor, (each) => onPage.includes(each));
    if (fault) return backWith(query, fault);
    const silent = query.get('prompt') === 'none';
    if (silent && !this.grants.hasConsent(vendor, query.get('client_id')!))
      return backWith(query, 'interaction_required');
    const said = silent || this.#world.autoConsent() ? 'allow' : query.get('standin_consent');
    if (said === 'deny') return backWith(query, 'access_denied');
    if (said !== 'allow') return consentPage(vendor, account, query.get('scope')!.split(' '), request.url);
    const answer = await this.#mounted[vendor].handle(request, paths[vendor].authorize);
    this.#keep(vendor, query, new URL(answer.headers.location!).searchParams.get('code')!);
    return answer;
  }

  #keep(vendor: Vendor, query: URLSearchParams, code: string): void {
    const asked = query.get('scope')!.split(' ');
    const offline = vendor === 'google' ? query.get('access_type') === 'offline' : asked.includes('offline_access');
    this.grants.keepCode(code, {
      vendor,
      account: this.#world.accounts[vendor],
      client: query.get('client_id')!,
      redirect: query.get('redirect_uri')!,
      scopes: asked.filter((scope) => !this.#withheld.includes(scope)),
      offline,
    });
  }

  async #token(vendor: Vendor, request: ApiRequest): Promise<Outcome> {
    const fault = this.#take(vendor, (each) => !onPage.includes(each));
    if (fault === 'offline') return 'cut';
    if (fault === 'hang') return 'hang';
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, 1500));
    if (fault === '500') return htmlAnswer(500, 'Internal Server Error');
    if (fault && fault !== 'slow') return tokenError(fault);
    const body = new URLSearchParams(request.body);
    const wrong = checkToken(vendor, request, body);
    if (wrong) {
      this.#world.complain(`${vendor} token: ${wrong.error_description}`);
      return jsonAnswer(wrong.status, { error: wrong.error, error_description: wrong.error_description });
    }
    const isRenewal = body.get('grant_type') === 'refresh_token';
    const given = body.get(isRenewal ? 'refresh_token' : 'code') ?? '';
    const grant = isRenewal ? this.grants.findRefresh(given) : this.grants.findCode(given);
    if (!grant || grant.client !== body.get('client_id')) return tokenError('invalid_grant');
    if (!isRenewal && grant.redirect !== body.get('redirect_uri')) return tokenError('redirect_uri_mismatch');
    const answer = await this.#mounted[vendor].handle(request, paths[vendor].token);
    if (answer.status !== 200) return this.#refused(vendor, answer);
    if (!isRenewal) this.grants.spendCode(given);
    return this.#issue(grant, isRenewal, JSON.parse(String(answer.body)) as Issued);
  }

  #refused(vendor: Vendor, { body }: ApiAnswer): ApiAnswer {
    const { detail } = JSON.parse(String(body)) as { detail?: string };
    this.#world.complain(`${vendor} token: ${detail}`);
    return tokenError('invalid_grant', detail);
  }

  #issue(grant: Grant, isRenewal: boolean, issued: Issued): ApiAnswer {
    const { vendor, scopes, offline } = grant;
    // Google keeps the refresh token it gave first; Microsoft gives a new one each time.
    const refresh = offline && !(isRenewal && vendor === 'google') ? issued.refresh_token : undefined;
    this.grants.issue(grant, issued.access_token, refresh);
    return jsonAnswer(
      200,
      {
        access_token: issued.access_token,
        expires_in: lifetime,
        ...(vendor === 'microsoft' ? { ext_expires_in: lifetime } : {}),
        token_type: 'Bearer',
        scope: scopes.map((scope) => nameScope(vendor, scope)).join(' '),
        ...(refresh ? { refresh_token: refresh } : {}),
        ...(scopes.includes('openid') ? { id_token: issued.id_token } : {}),
      },
      { 'cache-control': 'no-store' },
    );
  }

  async #revoke(request: ApiRequest): Promise<ApiAnswer> {
    const token = new URLSearchParams(request.body).get('token') ?? request.url.searchParams.get('token') ?? '';
    if (!this.grants.revokeToken(token)) return tokenError('invalid_token', 'Token expired or revoked');
    return this.#mounted.google.handle(request, paths.google.revoke);
  }
}

interface Issued {
  access_token: string;
  refresh_token: string;
  id_token: string;
}

/** As the vendor names a scope that it granted. */
function nameScope(vendor: Vendor, scope: string): string {
  if (vendor === 'google') return scope === 'email' ? 'https://www.googleapis.com/auth/userinfo.email' : scope;
  return /^[A-Z]/.test(scope) ? `https://graph.microsoft.com/${scope}` : scope;
}
