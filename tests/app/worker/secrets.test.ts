import { afterEach, describe, expect, it, vi } from 'vitest';
import { accountProviders } from '../../../src/app/accounts.ts';
import { idToken } from '../../accounts/fake-web.ts';
import { senders } from '../fake-browser.ts';
import { startWorld, type World } from './world.ts';

const secrets = /ACCESS-SECRET|REFRESH-SECRET|CODE-SECRET/;
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const scope = {
  google: 'https://www.googleapis.com/auth/calendar.events.readonly',
  microsoft: 'https://graph.microsoft.com/Calendars.Read',
};

/** Plays both providers; once `isHostile`, it repeats what it was sent in errors of every kind. */
function playProviders(provider: 'google' | 'microsoft') {
  const web = { isHostile: false, asked: [] as string[] };
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const sent = `${input} ${JSON.stringify(init.headers)} ${String(init.body)}`;
    web.asked.push(sent);
    if (web.isHostile && web.asked.length % 2) throw new TypeError(`could not send ${sent}`);
    if (web.isHostile) return json({ error: { code: sent, message: sent, errors: [{ reason: sent }] } }, 500);
    if (/token$/.test(input)) {
      const tokens = { access_token: 'ACCESS-SECRET', refresh_token: 'REFRESH-SECRET', expires_in: 3600 };
      return json({ ...tokens, scope: scope[provider], id_token: idToken({ email: 'mira@school.example' }) });
    }
    if (/calendarList|me\/calendars\?/.test(input)) {
      return json({
        items: [{ id: 'mine', summary: 'Mine', primary: true }],
        value: [{ id: 'mine', name: 'Mine', isDefaultCalendar: true }],
      });
    }
    return json({ items: [], nextSyncToken: 's', value: [], '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/x' });
  });
  return web;
}

afterEach(() => void vi.unstubAllGlobals());

/** All that leaves the worker, but for the requests to the provider. */
async function everythingTold(world: World, answers: unknown[]): Promise<string> {
  const { browser, reported } = world;
  const facts = await (await world.open()).readAll();
  const errors = reported.map((error) => `${String(error)} ${(error as Error).stack} ${JSON.stringify(error)}`);
  return JSON.stringify([answers, facts, browser.snapshot(), browser.tabs, browser.opened, errors]);
}

describe.each(['google', 'microsoft'] as const)('a token of %s', (provider) => {
  it('is in no answer to a page, no record and no report, whatever the provider answers', async () => {
    const world = await startWorld('2026-03-09T12:00:00Z');
    const web = playProviders(provider);
    world.providers = accountProviders;
    world.browser.tabs = [{ id: 1, url: 'https://mail.google.com/mail/u/0/', heard: [] }];
    world.browser.grant('https://mail.google.com/*');
    world.browser.signInAnswer = (url) => {
      const { searchParams } = new URL(url);
      return `${searchParams.get('redirect_uri')}?code=CODE-SECRET&state=${searchParams.get('state')}`;
    };
    await world.start();
    const answers: unknown[] = [];
    const ask = async (call: string, input: unknown) => {
      answers.push(await world.browser.send(call, input, senders.dashboard));
      await world.settle();
    };
    await ask('account.connect', { provider });
    expect(answers).toMatchObject([{ ok: true, value: { done: true, account: `${provider} mira@school.example` } }]);
    expect(JSON.stringify([...world.browser.session])).toMatch(secrets);
    expect(web.asked.some((sent) => sent.includes('Bearer ACCESS-SECRET'))).toBe(true);
    web.isHostile = true;
    await ask('calendar.sync', {});
    world.setClock('2026-03-09T14:00:00Z');
    await ask('calendar.sync', {});
    await ask('account.connect', { provider, account: `${provider} mira@school.example` });
    expect(await everythingTold(world, answers)).not.toMatch(secrets);
    await ask('account.disconnect', { account: `${provider} mira@school.example`, events: true });
    expect(await everythingTold(world, answers)).not.toMatch(secrets);
    expect([...world.browser.session]).toEqual([]);
  });

  it('is asked for by none but the dashboard', async () => {
    const world = await startWorld('2026-03-09T12:00:00Z');
    world.providers = accountProviders;
    await world.start();
    for (const sender of [senders.gmail, senders.popup]) {
      const answer = await world.browser.send('account.connect', { provider }, sender);
      expect(answer).toEqual({ ok: false, code: 'not-allowed' });
    }
  });
});
