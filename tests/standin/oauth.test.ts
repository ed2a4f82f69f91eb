import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, askForCode, authorizeUrl, redeem, redirectUri, signIn } from './client.ts';
import { demonstration, semester } from './semester.ts';
import { type Standin, startStandin } from './server.ts';

const vendors = ['google', 'microsoft'] as const;
let standin: Standin;
let now = demonstration.now as string;

beforeEach(async () => {
  now = demonstration.now;
  standin = await startStandin({ semester: semester(), look: { autoConsent: true } });
  standin.followClock(() => now);
});
afterEach(() => standin.close());

describe.each(vendors)('signing in with %s', (vendor) => {
  it('gives a code to the extension’s own address, and tokens for it once', async () => {
    const { status, headers } = await ask(standin, authorizeUrl(vendor));
    expect(status).toBe(302);
    expect(headers.location).toMatch(/^https:\/\/a{32}\.chromiumapp\.org\/\?code=[\w-]+&state=the\+state$/);
    const code = new URL(headers.location!).searchParams.get('code')!;
    const { body } = await redeem(standin, vendor, { code });
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3599, refresh_token: expect.any(String) });
    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1]!, 'base64url').toString());
    expect(claims.email).toBe(
      vendor === 'google' ? 'robin.lavoie@example.com' : 'robin.lavoie@students.umms.example.edu',
    );
    expect(standin.complaints).toEqual([]);
    expect((await redeem(standin, vendor, { code })).body.error).toBe('invalid_grant');
  });

  it('asks on a page, and takes yes or no', async () => {
    standin.setLook({ autoConsent: false });
    const page = await ask<string>(standin, authorizeUrl(vendor));
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('Waymark wants access') });
    const denied = await ask(standin, authorizeUrl(vendor, { standin_consent: 'deny' }));
    expect(denied.headers.location).toBe(`${redirectUri}?error=access_denied&state=the+state`);
    const allowed = await ask(standin, authorizeUrl(vendor, { standin_consent: 'allow' }));
    expect(allowed.headers.location).toContain('?code=');
  });

  it.each([
    ['another client', { client_id: 'someone-else' }],
    ['an address that is not an extension’s', { redirect_uri: 'https://evil.example.com/' }],
    ['no challenge', { code_challenge: '' }],
    ['a plain challenge', { code_challenge_method: 'plain' }],
    ['no state', { state: '' }],
    ['no scope', { scope: '' }],
  ])('refuses %s on its own page and sends nobody back', async (_, change) => {
    const { status, headers } = await ask(standin, authorizeUrl(vendor, change));
    expect(status).toBe(400);
    expect(headers.location).toBeUndefined();
    expect(standin.complaints).toHaveLength(1);
  });

  it.each([
    ['a verifier that does not fit', { code_verifier: 'w'.repeat(64) }, 'invalid_grant'],
    ['another redirect address', { redirect_uri: `${redirectUri}other` }, 'redirect_uri_mismatch'],
    ['another client', { client_id: 'someone-else' }, 'invalid_client'],
  ])('refuses %s when the code is redeemed', async (_, form, error) => {
    const { status, body } = await redeem(standin, vendor, { code: await askForCode(standin, vendor), ...form });
    expect(body.error).toBe(error);
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it('renews with a refresh token until the access is taken back', async () => {
    const { tokens, get } = await signIn(standin, vendor);
    const path = vendor === 'google' ? 'users/me/calendarList' : 'me/calendars';
    expect((await get(path)).status).toBe(200);
    const renewal = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token! };
    const renewed = await redeem(standin, vendor, renewal);
    expect(renewed.status).toBe(200);
    expect('refresh_token' in renewed.body).toBe(vendor === 'microsoft');
    standin.signIn.revoke(vendor);
    expect((await redeem(standin, vendor, renewal)).body.error).toBe('invalid_grant');
    expect((await get(path)).status).toBe(401);
  });

  it('ends a token by the world’s clock', async () => {
    const { get } = await signIn(standin, vendor);
    const path = vendor === 'google' ? 'users/me/calendarList' : 'me/calendars';
    now = '2026-03-09T13:39:58Z';
    expect((await get(path)).status).toBe(200);
    now = '2026-03-09T13:40:00Z';
    expect((await get(path)).status).toBe(401);
  });

  it('answers silently only where somebody said yes before', async () => {
    const silent = authorizeUrl(vendor, { prompt: 'none' });
    expect((await ask(standin, silent)).headers.location).toContain('error=interaction_required');
    await signIn(standin, vendor);
    standin.setLook({ autoConsent: false });
    expect((await ask(standin, silent)).headers.location).toContain('code=');
  });

  it('goes wrong when it is told to', async () => {
    standin.signIn.fail(vendor, 'access_denied');
    expect((await ask(standin, authorizeUrl(vendor))).headers.location).toContain('error=access_denied');
    const code = await askForCode(standin, vendor);
    standin.signIn.fail(vendor, 'invalid_grant');
    expect((await redeem(standin, vendor, { code })).body.error).toBe('invalid_grant');
    standin.signIn.fail(vendor, '500');
    expect((await redeem(standin, vendor, { code })).status).toBe(500);
    standin.signIn.fail(vendor, 'offline');
    await expect(redeem(standin, vendor, { code })).rejects.toThrow('socket hang up');
    expect((await redeem(standin, vendor, { code })).status).toBe(200);
  });
});

describe('what tells the vendors apart', () => {
  it('Google’s web clients need their secret, Microsoft’s single-page clients must have none', async () => {
    const google = await redeem(standin, 'google', {
      code: await askForCode(standin, 'google'),
      client_secret: 'wrong',
    });
    expect(google.body.error).toBe('invalid_client');
    const form = { code: await askForCode(standin, 'microsoft'), client_secret: 'any' };
    expect((await redeem(standin, 'microsoft', form)).body.error).toBe('invalid_request');
  });

  it('Microsoft gives tokens across origins only', async () => {
    const form = { code: await askForCode(standin, 'microsoft') };
    const { body } = await redeem(standin, 'microsoft', form, { origin: '' });
    expect(body.error_description).toContain('AADSTS9002327');
  });

  it('Google ends a grant at its revocation address, which no script may read', async () => {
    const { tokens, get } = await signIn(standin, 'google');
    const form = { token: tokens.refresh_token! };
    const answer = await ask(standin, 'https://oauth2.googleapis.com/revoke', { form });
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect((await get('users/me/calendarList')).status).toBe(401);
  });

  it('grants what was ticked', async () => {
    standin.signIn.withhold('https://www.googleapis.com/auth/calendar.events.readonly');
    const { tokens, get } = await signIn(standin, 'google');
    expect(tokens.scope).not.toContain('events.readonly');
    expect((await get('calendars/primary/events?singleEvents=true')).status).toBe(403);
  });
});

describe('what pages of other origins may do', () => {
  it.each([
    ['https://www.googleapis.com/calendar/v3/users/me/calendarList', 200, 'chrome-extension://'],
    ['https://oauth2.googleapis.com/token', 200, 'chrome-extension://'],
    ['https://graph.microsoft.com/v1.0/me/calendars', 200, '*'],
    ['https://oauth2.googleapis.com/revoke', 405, undefined],
    ['https://accounts.google.com/o/oauth2/v2/auth', 405, undefined],
  ])('%s answers a preflight with %i', async (address, status, allowed) => {
    const headers = { 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' };
    const answer = await ask(standin, address, { method: 'OPTIONS', headers });
    expect(answer.status).toBe(status);
    const given = answer.headers['access-control-allow-origin'];
    if (allowed) expect(given).toContain(allowed);
    else expect(given).toBeUndefined();
  });

  it('lets Graph’s Retry-After be read, and Google’s not', async () => {
    const { get } = await signIn(standin, 'google');
    standin.google.fail('429');
    const google = await get('users/me/calendarList');
    expect(google.headers['retry-after']).toBe('2');
    expect(google.headers['access-control-expose-headers']).not.toMatch(/retry-after/i);
    standin.microsoft.fail('429');
    const graph = await (await signIn(standin, 'microsoft')).get('me/calendars');
    expect(graph.headers['access-control-expose-headers']).toMatch(/retry-after/i);
  });
});
