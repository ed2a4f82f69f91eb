import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { google } from '../../src/accounts/google/index.ts';
import { microsoft } from '../../src/accounts/microsoft/index.ts';
import { isGranted } from '../../src/accounts/scopes.ts';
import { codeOf, FakeIdentity, FakeWeb, idToken, now, ok, redirect, signInDeps } from './fake-web.ts';

const needed = {
  google: 'https://www.googleapis.com/auth/calendar.events.readonly',
  microsoft: 'https://graph.microsoft.com/Calendars.Read',
};
const endpoints = {
  google: 'https://oauth2.googleapis.com/token',
  microsoft: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
};
const client = { id: 'client-id' };

const tokenAnswer = (provider: 'google' | 'microsoft', more: object = {}) =>
  ok({
    access_token: 'ACCESS',
    expires_in: 3600,
    scope: `openid ${needed[provider]}`,
    token_type: 'Bearer',
    id_token: idToken({ email: 'Robin@School.example' }),
    ...more,
  });

describe.each([google, microsoft])('signing in with $name', (provider) => {
  const kind = provider.provider;

  it('asks by code, PKCE and a state, and gives address and tokens', async () => {
    const identity = new FakeIdentity();
    const web = new FakeWeb(tokenAnswer(kind, { refresh_token: 'REFRESH' }));
    const signedIn = await provider.signIn(signInDeps(identity, web), client);
    expect(signedIn).toEqual({
      address: 'robin@school.example',
      tokens: {
        access: 'ACCESS',
        refresh: 'REFRESH',
        expires: '2026-03-09T12:59:00Z',
        scopes: ['openid', needed[kind]],
      },
    });
    const { searchParams } = identity.shown[0]!.url;
    expect(identity.shown[0]).toMatchObject({ interactive: true });
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'client-id',
      response_type: 'code',
      redirect_uri: redirect,
      code_challenge_method: 'S256',
      prompt: 'select_account',
    });
    expect(searchParams.get('scope')?.split(' ')).toEqual(expect.arrayContaining([needed[kind], 'openid', 'email']));
    expect(searchParams.get('state')?.length).toBeGreaterThanOrEqual(20);
  });

  it('proves by the verifier that it is the one who asked', async () => {
    const identity = new FakeIdentity();
    const web = new FakeWeb(tokenAnswer(kind));
    await provider.signIn(signInDeps(identity, web), client);
    const { url, method, headers, body } = web.last;
    expect(`${method} ${url.href} ${headers.get('content-type')}`).toBe(
      `POST ${endpoints[kind]} application/x-www-form-urlencoded`,
    );
    expect(Object.fromEntries(body)).toMatchObject({
      grant_type: 'authorization_code',
      code: 'the-code',
      redirect_uri: redirect,
    });
    const verifier = body.get('code_verifier')!;
    expect(verifier).toMatch(/^[\w-]{43,128}$/);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    expect(identity.shown[0]!.url.searchParams.get('code_challenge')).toBe(challenge);
  });

  it('uses a new state and verifier each time', async () => {
    const identity = new FakeIdentity();
    const web = new FakeWeb(tokenAnswer(kind), tokenAnswer(kind));
    await provider.signIn(signInDeps(identity, web), client);
    await provider.signIn(signInDeps(identity, web), client);
    const said = identity.shown.map(({ url }) => url.searchParams);
    expect(said[0]!.get('state')).not.toBe(said[1]!.get('state'));
    expect(said[0]!.get('code_challenge')).not.toBe(said[1]!.get('code_challenge'));
  });

  it('names the account when it is to be signed in again', async () => {
    const identity = new FakeIdentity();
    await provider.signIn(signInDeps(identity, new FakeWeb(tokenAnswer(kind))), client, 'robin@school.example');
    expect(identity.shown[0]!.url.searchParams.get('login_hint')).toBe('robin@school.example');
    expect(identity.shown[0]!.url.searchParams.get('prompt')).toBeNull();
  });

  it.each([
    ['the person closes the page', new Error('The user did not approve access.'), 'closed-by-person'],
    ['Firefox says it was cancelled', new Error('User cancelled or denied access.'), 'closed-by-person'],
    ['the page does not load', new Error('Authorization page could not be loaded.'), 'offline'],
    ['there is no answer', undefined, 'closed-by-person'],
    ['the person says no', { error: 'access_denied' }, 'refused'],
    ['the person cancels', { error: 'access_denied', error_subcode: 'cancel' }, 'closed-by-person'],
    ['the client is not known', { error: 'unauthorized_client' }, 'not-configured'],
    ['the provider is troubled', { error: 'temporarily_unavailable' }, 'server'],
    ['an error is not known', { error: 'constructor' }, 'failed'],
    ['the state is another', { code: 'c', state: 'forged' }, 'failed'],
    ['the state is missing', { code: 'c', state: '' }, 'failed'],
    ['the code is missing', {}, 'failed'],
  ])('when %s, asks for no token', async (_what, answer, code) => {
    const web = new FakeWeb();
    const identity = new FakeIdentity(() => answer);
    expect(await codeOf(provider.signIn(signInDeps(identity, web), client))).toBe(code);
    expect(web.asked).toEqual([]);
  });

  it('takes no answer that came to another address', async () => {
    const identity = new FakeIdentity();
    identity.launchWebAuthFlow = async () => 'https://elsewhere.example/?code=c&state=s';
    expect(await codeOf(provider.signIn(signInDeps(identity, new FakeWeb()), client))).toBe('failed');
  });

  it.each([
    [
      { status: 400, body: { error: 'invalid_request', error_description: 'client_secret is missing.' } },
      'not-configured',
    ],
    [{ status: 401, body: { error: 'invalid_client' } }, 'not-configured'],
    [{ status: 400, body: { error: 'invalid_grant' } }, 'signed-out'],
    [{ status: 429, body: 'slow down', headers: { 'retry-after': '2.128' } }, 'rate-limited'],
    [{ status: 503, body: '<html>' }, 'server'],
    [{ status: 418, body: {} }, 'failed'],
    [{ status: 200, body: '<html>' }, 'unreadable'],
    [{ status: 200, body: { access_token: '' } }, 'unreadable'],
    [new TypeError('Failed to fetch'), 'offline'],
    [new DOMException('signal timed out', 'TimeoutError'), 'no-answer'],
  ])('turns the token answer %j into %s', async (answer, code) => {
    const web = new FakeWeb(answer);
    expect(await codeOf(provider.signIn(signInDeps(new FakeIdentity(), web), client))).toBe(code);
  });

  it('says when the person left out what reading needs', async () => {
    const web = new FakeWeb(tokenAnswer(kind, { scope: 'openid email' }));
    expect(await codeOf(provider.signIn(signInDeps(new FakeIdentity(), web), client))).toBe('scope-missing');
  });

  it('takes what was asked for as granted where the answer names no scope', async () => {
    const web = new FakeWeb(tokenAnswer(kind, { scope: undefined }));
    const { tokens } = await provider.signIn(signInDeps(new FakeIdentity(), web), client);
    expect(tokens.scopes).toContain(needed[kind]);
  });

  it('asks in addition for what mail needs, and only once that is wanted', async () => {
    const more = kind === 'google' ? 'https://mail.example/read' : 'https://graph.microsoft.com/Mail.ReadBasic';
    const identity = new FakeIdentity();
    const told = kind === 'google' ? more : 'Mail.ReadBasic';
    const web = new FakeWeb(tokenAnswer(kind), tokenAnswer(kind, { scope: `openid ${needed[kind]} ${told}` }));
    const deps = signInDeps(identity, web);
    await provider.signIn(deps, client);
    const { tokens } = await provider.signIn(deps, client, 'robin@school.example', [more]);
    expect(isGranted(tokens.scopes, [more])).toBe(true);
    const asked = identity.shown.map(({ url }) => url.searchParams.get('scope')!.split(' '));
    expect(asked[0]).not.toContain(more);
    expect(asked[1]).toEqual(expect.arrayContaining([needed[kind], more]));
  });

  it('says when the person left out what was asked for in addition', async () => {
    const web = new FakeWeb(tokenAnswer(kind));
    const asked = provider.signIn(signInDeps(new FakeIdentity(), web), client, undefined, ['more']);
    expect(await codeOf(asked)).toBe('scope-missing');
  });

  it('renews without what is no longer granted in addition', async () => {
    const identity = new FakeIdentity((url) =>
      url.searchParams.get('scope')!.includes('more') ? { error: 'consent_required' } : { code: 'c' },
    );
    const web = new FakeWeb(tokenAnswer(kind, { access_token: 'NEW' }));
    const old = { access: 'OLD', expires: now, scopes: [] };
    const tokens = await provider.renew(signInDeps(identity, web), client, old, 'robin@school.example', ['more']);
    expect(tokens.access).toBe('NEW');
    expect(isGranted(tokens.scopes, ['more'])).toBe(false);
    expect(identity.shown.map(({ interactive }) => interactive)).toEqual([false, false]);
  });

  it('asks once more and no oftener when the person is signed out', async () => {
    const identity = new FakeIdentity(() => ({ error: 'login_required' }));
    const old = { access: 'OLD', expires: now, scopes: [] };
    const deps = signInDeps(identity, new FakeWeb());
    expect(await codeOf(provider.renew(deps, client, old, 'robin@school.example', ['more']))).toBe('signed-out');
    expect(identity.shown).toHaveLength(2);
  });

  it.each([[undefined], ['a.b'], ['a.e30.c'], [idToken({ email: 'nobody' })], [idToken({ email: 7 })]])(
    'does not guess an address from the id_token %j',
    async (token) => {
      const web = new FakeWeb(tokenAnswer(kind, { id_token: token }));
      expect(await codeOf(provider.signIn(signInDeps(new FakeIdentity(), web), client))).toBe('unreadable');
    },
  );

  it('lets no error hold a code, a token, a secret or an address', async () => {
    const description = 'robin@school.example the-code SECRET ACCESS';
    for (const error of ['invalid_grant', 'made_up robin@school.example']) {
      const web = new FakeWeb({ status: 400, body: { error, error_description: description } });
      const deps = signInDeps(new FakeIdentity(), web);
      const problem = await provider.signIn(deps, { id: 'i', secret: 'SECRET' }).catch((each: Error) => each);
      expect(String((problem as Error).stack)).not.toMatch(/robin|the-code|SECRET|ACCESS/);
    }
  });

  it('renews silently while the person is signed in there', async () => {
    const identity = new FakeIdentity();
    const web = new FakeWeb(tokenAnswer(kind, { access_token: 'NEW' }));
    const old = { access: 'OLD', expires: now, scopes: [] };
    const tokens = await provider.renew(signInDeps(identity, web), client, old, 'robin@school.example');
    expect(tokens).toMatchObject({ access: 'NEW', expires: '2026-03-09T12:59:00Z' });
    expect(identity.shown[0]).toMatchObject({ interactive: false });
    const { searchParams } = identity.shown[0]!.url;
    expect([searchParams.get('prompt'), searchParams.get('login_hint')]).toEqual(['none', 'robin@school.example']);
  });

  it.each([
    [new Error('User interaction required.'), 'signed-out'],
    [{ error: 'login_required' }, 'signed-out'],
    [{ error: 'interaction_required' }, 'signed-out'],
    [{ error: 'consent_required' }, 'signed-out'],
  ])('needs the person when renewing ends with %j', async (answer, code) => {
    const deps = signInDeps(new FakeIdentity(() => answer), new FakeWeb());
    expect(
      await codeOf(provider.renew(deps, client, { access: 'OLD', expires: now, scopes: [] }, 'robin@school.example')),
    ).toBe(code);
  });

  it('does not take another account’s tokens for this one’s', async () => {
    const web = new FakeWeb(tokenAnswer(kind, { id_token: idToken({ email: 'other@school.example' }) }));
    const renewed = provider.renew(
      signInDeps(new FakeIdentity(), web),
      client,
      { access: 'OLD', expires: now, scopes: [] },
      'robin@school.example',
    );
    expect(await codeOf(renewed)).toBe('signed-out');
  });
});

describe('Google', () => {
  const withSecret = { id: 'client-id', secret: 'SECRET' };

  it('sends the secret of a client that has one, and then asks for a refresh token', async () => {
    const identity = new FakeIdentity();
    const web = new FakeWeb(tokenAnswer('google'));
    await google.signIn(signInDeps(identity, web), withSecret);
    expect(web.last.body.get('client_secret')).toBe('SECRET');
    expect(identity.shown[0]!.url.searchParams.get('access_type')).toBe('offline');
    expect(identity.shown[0]!.url.href).not.toContain('SECRET');
  });

  it('refreshes without a page, and keeps the refresh token that is not sent again', async () => {
    const identity = new FakeIdentity();
    const web = new FakeWeb(tokenAnswer('google', { access_token: 'NEW' }));
    const old = { access: 'OLD', refresh: 'REFRESH', expires: now, scopes: [needed.google] };
    const tokens = await google.renew(signInDeps(identity, web), withSecret, old, 'robin@school.example');
    expect(tokens).toMatchObject({ access: 'NEW', refresh: 'REFRESH' });
    expect(Object.fromEntries(web.last.body)).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'REFRESH' });
    expect(identity.shown).toEqual([]);
  });

  it('needs the person when the refresh token was taken back', async () => {
    const web = new FakeWeb({ status: 400, body: { error: 'invalid_grant' } });
    const old = { access: 'OLD', refresh: 'REFRESH', expires: now, scopes: [] };
    const renewed = google.renew(signInDeps(new FakeIdentity(), web), withSecret, old, 'robin@school.example');
    expect(await codeOf(renewed)).toBe('signed-out');
  });

  it('revokes by a form that needs no leave to read the answer', async () => {
    const web = new FakeWeb(ok({}));
    const tokens = { access: 'ACCESS', refresh: 'REFRESH', expires: now, scopes: [] };
    expect(await google.revoke(signInDeps(new FakeIdentity(), web), client, tokens)).toBe(true);
    expect(web.last.url.href).toBe('https://oauth2.googleapis.com/revoke');
    expect([web.last.body.get('token'), web.last.init.mode]).toEqual(['REFRESH', 'no-cors']);
  });

  it('says so when revoking did not get through', async () => {
    const deps = signInDeps(new FakeIdentity(), new FakeWeb(new TypeError('Failed to fetch')));
    expect(await google.revoke(deps, client, { access: 'ACCESS', expires: now, scopes: [] })).toBe(false);
  });
});

describe('Microsoft', () => {
  it('signs in at the institution’s own directory, without a secret', async () => {
    const identity = new FakeIdentity();
    const web = new FakeWeb(tokenAnswer('microsoft', { scope: 'Calendars.Read openid email' }));
    await microsoft.signIn(signInDeps(identity, web), { id: 'i', tenant: 'school.example' });
    expect(identity.shown[0]!.url.origin + identity.shown[0]!.url.pathname).toBe(
      'https://login.microsoftonline.com/school.example/oauth2/v2.0/authorize',
    );
    expect(web.last.url.href).toBe('https://login.microsoftonline.com/school.example/oauth2/v2.0/token');
    expect(web.last.body.has('client_secret')).toBe(false);
    expect(web.last.body.get('scope')).toContain('offline_access');
  });

  it('takes the sign-in name for the address where there is no other', async () => {
    const web = new FakeWeb(
      tokenAnswer('microsoft', { id_token: idToken({ preferred_username: 'Robin@School.example' }) }),
    );
    expect((await microsoft.signIn(signInDeps(new FakeIdentity(), web), client)).address).toBe('robin@school.example');
  });

  it('refreshes with each new refresh token', async () => {
    const web = new FakeWeb(tokenAnswer('microsoft', { access_token: 'NEW', refresh_token: 'NEXT' }));
    const old = { access: 'OLD', refresh: 'REFRESH', expires: now, scopes: [] };
    const tokens = await microsoft.renew(signInDeps(new FakeIdentity(), web), client, old, 'robin@school.example');
    expect(tokens).toMatchObject({ access: 'NEW', refresh: 'NEXT' });
  });

  it('refreshes for all that was granted, what came in addition included', async () => {
    const web = new FakeWeb(tokenAnswer('microsoft', { access_token: 'NEW' }));
    const old = { access: 'OLD', refresh: 'REFRESH', expires: now, scopes: [] };
    const more = ['https://graph.microsoft.com/Mail.ReadBasic'];
    await microsoft.renew(signInDeps(new FakeIdentity(), web), client, old, 'robin@school.example', more);
    expect(web.last.body.get('scope')?.split(' ')).toEqual(
      expect.arrayContaining([needed.microsoft, ...more, 'offline_access']),
    );
  });

  it('asks the person’s own session once the refresh token is at its end', async () => {
    const identity = new FakeIdentity();
    const web = new FakeWeb(
      { status: 400, body: { error: 'invalid_grant' } },
      tokenAnswer('microsoft', { access_token: 'NEW' }),
    );
    const old = { access: 'OLD', refresh: 'REFRESH', expires: now, scopes: [] };
    const tokens = await microsoft.renew(signInDeps(identity, web), client, old, 'robin@school.example');
    expect(tokens.access).toBe('NEW');
    expect(identity.shown).toHaveLength(1);
  });

  it('does not sign out because the network is down', async () => {
    const old = { access: 'OLD', refresh: 'REFRESH', expires: now, scopes: [] };
    const deps = signInDeps(new FakeIdentity(), new FakeWeb(new TypeError('Failed to fetch')));
    expect(await codeOf(microsoft.renew(deps, client, old, 'robin@school.example'))).toBe('offline');
  });

  it('says that it cannot revoke', async () => {
    const deps = signInDeps(new FakeIdentity(), new FakeWeb());
    expect(await microsoft.revoke(deps, client, { access: 'ACCESS', expires: now, scopes: [] })).toBe(false);
  });
});
