import { describe, expect, it } from 'vitest';
import { senders } from '../fake-browser.ts';
import { monday } from './facts.ts';
import { startWorld } from './world.ts';

const gmail = 'https://mail.google.com/*';
const gmailScript = { id: 'gmail', js: ['content-scripts/gmail.js'], matches: [gmail] };

describe('page scripts', () => {
  it('are registered nowhere before access was given', async () => {
    const { browser } = await startWorld(monday);
    expect(browser.scripts).toEqual([]);
  });

  it('are registered for a site once access to it was given', async () => {
    const world = await startWorld(monday);
    world.browser.grant(gmail);
    await world.settle();
    expect(world.browser.scripts).toEqual([gmailScript]);
  });

  it('are registered for those hosts of a site that were given', async () => {
    const world = await startWorld(monday);
    world.browser.grant('https://outlook.live.com/*', 'https://outlook.office.com/*');
    await world.settle();
    const [script] = world.browser.scripts;
    expect(script?.id).toBe('outlook');
    expect(script?.matches.toSorted()).toEqual(['https://outlook.live.com/*', 'https://outlook.office.com/*']);
    expect(world.browser.scripts[1]).toEqual({
      ...script,
      id: 'outlook-calendar',
      js: ['content-scripts/outlook-calendar.js'],
    });
    world.browser.revoke('https://outlook.live.com/*');
    await world.settle();
    expect(world.browser.scripts[0]?.matches).toEqual(['https://outlook.office.com/*']);
  });

  it('are taken back with the access', async () => {
    const world = await startWorld(monday);
    world.browser.grant(gmail);
    await world.settle();
    world.browser.revoke(gmail);
    await world.settle();
    expect(world.browser.scripts).toEqual([]);
  });

  it('are put right at the next start, whatever happened meanwhile', async () => {
    const world = await startWorld(monday);
    world.stop();
    world.browser.granted.add(gmail);
    world.browser.scripts = [{ id: 'old', js: ['content-scripts/old.js'], matches: ['https://old.example/*'] }];
    await world.start();
    expect(world.browser.scripts).toEqual([gmailScript]);
    await world.start();
    expect([world.browser.scripts, world.reported]).toEqual([[gmailScript], []]);
  });

  it('are told to the page of ours that asked for access', async () => {
    const world = await startWorld(monday);
    world.browser.grant(gmail);
    const answer = await world.browser.send('sites.refresh', {}, senders.popup);
    expect(answer).toEqual({ ok: true, value: { registered: ['gmail'] } });
    expect(world.reported).toEqual([]);
  });

  it('enter pages that are open already, once, and only where they may', async () => {
    const world = await startWorld(monday);
    world.browser.tabs = [
      { id: 1, url: 'https://mail.google.com/mail/u/0/' },
      { id: 2, url: 'https://mail.google.com/mail/u/1/', status: 'loading' },
      { id: 3, url: 'https://example.org/' },
    ];
    world.browser.grant(gmail);
    await world.settle();
    await world.start();
    expect(world.browser.injected).toEqual([{ tab: 1, file: '/content-scripts/gmail.js' }]);
  });

  it('enter a page of a host with two sites each for itself', async () => {
    const world = await startWorld(monday);
    world.browser.tabs = [{ id: 1, url: 'https://outlook.office.com/calendar/view/week' }];
    world.browser.grant('https://outlook.office.com/*');
    await world.settle();
    await world.start();
    const files = ['/content-scripts/outlook.js', '/content-scripts/outlook-calendar.js'];
    expect(world.browser.injected).toEqual(files.map((file) => ({ tab: 1, file })));
  });

  it('enter again a page whose script an update orphaned', async () => {
    const world = await startWorld(monday);
    world.browser.tabs = [{ id: 1, url: 'https://mail.google.com/mail/u/0/' }];
    world.browser.grant(gmail);
    await world.settle();
    delete world.browser.tabs[0]!.heard;
    await world.start();
    expect(world.browser.injected).toHaveLength(2);
  });

  it('leave a tab alone that closed meanwhile', async () => {
    const world = await startWorld(monday);
    const { query } = world.browser.extension.tabs;
    world.browser.extension.tabs.query = async (filter) => [...(await query(filter)), { id: 9, status: 'complete' }];
    world.browser.grant(gmail);
    await world.settle();
    expect(world.reported).toEqual([]);
  });
});
