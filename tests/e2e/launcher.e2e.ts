// The launcher itself, on a throw-away extension: what the other browser tests take for granted.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstration, semester } from '../standin/semester.ts';
import { type Standin, startStandin } from '../standin/server.ts';
import { launch, type Waymark } from './browser.ts';

const files: Record<string, string> = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'throw-away',
    version: '1',
    background: { service_worker: 'background.js' },
    permissions: ['alarms', 'scripting'],
    optional_host_permissions: ['https://mail.google.com/*'],
    action: { default_popup: 'popup.html' },
  }),
  'background.js': `
    self.startedAt = [new Date().toISOString(), String(Temporal.Now.instant())];
    self.fired = [];
    chrome.alarms.onAlarm.addListener(({ name }) => self.fired.push(name));
    chrome.alarms.create('later', { when: Date.now() + 7_200_000 });
    chrome.alarms.create('next', { when: Date.now() + 3_600_000 });
    chrome.runtime.onMessage.addListener((wish, _, reply) => {
      if (wish !== 'register') return;
      chrome.scripting
        .registerContentScripts([{ id: 'a', matches: ['https://mail.google.com/*'], js: ['content-scripts/page.js'] }])
        .then(() => reply('registered'), (error) => reply(String(error)));
      return true;
    });`,
  'content-scripts/page.js': 'document.documentElement.dataset.startedAt = new Date().toISOString();',
  'popup.html': '<!doctype html><title>popup</title><p></p><button>Allow</button><script src="popup.js"></script>',
  'popup.js': `
    document.querySelector('p').textContent = new Date().toISOString();
    document.querySelector('button').onclick = async () => {
      const granted = await chrome.permissions.request({ origins: ['https://mail.google.com/*'] });
      document.title = granted ? await chrome.runtime.sendMessage('register') : 'refused';
    };`,
};

const folder = mkdtempSync(join(tmpdir(), 'throw-away-'));
const monday = expect.stringMatching(/^2026-03-09T12:4/);
const tuesday = expect.stringMatching(/^2026-03-10T12:4/);
let standin: Standin;
let browser: Waymark;

beforeAll(async () => {
  mkdirSync(join(folder, 'content-scripts'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  standin = await startStandin({ semester: semester() });
  const { now, zone } = demonstration;
  browser = await launch({ extensionDir: folder, standin, grants: ['https://mail.google.com/*'], now, zone });
});
afterAll(async () => {
  await browser?.close();
  await standin?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the browser that the tests drive', () => {
  it('moves the worker’s clock before the worker’s first line, and again after it was killed', async () => {
    expect(await browser.inWorker('startedAt')).toEqual([monday, monday]);
    await browser.killWorker();
    expect(await browser.workerIsRunning()).toBe(false);
    await browser.setNow('2026-03-10T12:40:00Z');
    expect(await browser.inWorker('startedAt')).toEqual([tuesday, tuesday]);
    expect(await browser.inWorker('String(new Date())')).toContain('Eastern Daylight Time');
  });

  it('keeps alarms by the moved clock, and fires the one that is due first', async () => {
    const due = "chrome.alarms.get('next').then((alarm) => alarm && new Date(alarm.scheduledTime).toISOString())";
    // The worker asks for its alarms while it starts; the browser takes them in its own time.
    await expect.poll(() => browser.inWorker(due)).toMatch(/^2026-03-10T13:4/);
    expect(await browser.dispatchAlarm()).toBe('next');
    expect(await browser.dispatchAlarm('later')).toBe('later');
    expect(await browser.inWorker('fired')).toEqual(['next', 'later']);
  });

  it('opens the real popup, where a click grants a site, and the page script runs there by the moved clock', async () => {
    const popup = await browser.openPopup();
    expect(popup.real).toBe(true);
    expect(await popup.page.textContent('p')).toEqual(tuesday);
    await popup.page.click('button');
    await popup.page.waitForFunction(() => document.title === 'registered');
    await popup.close();
    const page = await browser.open('https://mail.google.com/mail/u/0/');
    await page.waitForFunction(() => document.documentElement.dataset.startedAt);
    expect(await page.evaluate(() => document.documentElement.dataset.startedAt)).toEqual(tuesday);
    expect(await page.evaluate(() => new Date().toISOString())).toEqual(tuesday);
    await page.close();
  });

  it('loads the extension anew, as an update does', async () => {
    await browser.inWorker('self.before = true');
    await browser.reloadExtension();
    expect(await browser.inWorker('[self.before ?? null, startedAt[0]]')).toEqual([null, tuesday]);
  });
});
