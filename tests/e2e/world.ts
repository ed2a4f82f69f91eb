// A world to test in: the stand-in web with its semester, and Chromium with the production build in it.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Ledger } from '../../src/domain/ledger.ts';
import { writeBackup } from '../../src/files/backup.ts';
import { demonstration, type Semester, semester } from '../standin/semester.ts';
import { type Standin, type StandinOptions, startStandin } from '../standin/server.ts';
import { type LaunchOptions, launch, type Waymark } from './browser.ts';
import { extensionDir } from './setup.ts';

export const mailHosts = [
  'https://mail.google.com/*',
  'https://outlook.office.com/*',
  'https://outlook.office365.com/*',
  'https://outlook.live.com/*',
  'https://outlook.cloud.microsoft/*',
];

/** Calendar pages that may be allowed too. */
export const calendarHosts = ['https://calendar.google.com/*'];

export interface World {
  waymark: Waymark;
  standin: Standin;
  semester: Semester;
  close(): Promise<void>;
}

/** Everything starts at the demonstration's Monday unless `now` says otherwise. */
export async function startWorld(
  options: Partial<LaunchOptions> & Pick<StandinOptions, 'events' | 'messages'> = {},
): Promise<World> {
  const { events, messages, ...launching } = options;
  const now = options.now ?? demonstration.now;
  const made = semester({ now });
  const held = { ...(events ? { events } : {}), ...(messages ? { messages } : {}) };
  const standin = await startStandin({ semester: made, look: { autoConsent: true }, ...held });
  const waymark = await launch({
    extensionDir,
    standin,
    grants: [...mailHosts, ...calendarHosts],
    zone: demonstration.zone,
    locale: 'en-CA',
    now,
    ...launching,
  });
  standin.followClock(() => waymark.now());
  const close = async () => {
    await waymark.close();
    await standin.close();
  };
  return { waymark, standin, semester: made, close };
}

/** Puts a ledger in through the dashboard's own door, as a mentor with a backup would. */
export async function restore({ waymark }: World, ledger: Ledger): Promise<Page> {
  const file = join(tmpdir(), `waymark-backup-${process.pid}.json`);
  writeFileSync(file, writeBackup(ledger));
  const page = await waymark.open(waymark.url('dashboard.html#data'));
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await page
    .getByText(/restored|records/i)
    .first()
    .waitFor();
  return page;
}

const mailSites = ['Gmail', 'Outlook'];
export const allSites = [...mailSites, 'Google Calendar', 'Outlook calendar'];

/** Grants sites from the dashboard, the mail sites if no others are named, by the click that asks. */
export async function allowSites({ waymark }: World, names: readonly string[] = mailSites): Promise<void> {
  const page = await waymark.open(waymark.url('dashboard.html#sources'));
  for (const name of names) {
    const button = page.getByRole('button', { name: `Allow ${name}`, exact: true });
    await page.getByText(name, { exact: true }).first().waitFor();
    if ((await button.count()) === 0) continue;
    await button.click();
    await button.waitFor({ state: 'detached' });
  }
  await page.close();
}

/** Waits until something says these words; fails with what it says instead. */
export async function says(place: Locator, words: string | RegExp, ms = 30_000): Promise<void> {
  const holds = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
  const end = performance.now() + ms;
  let text = '';
  while (performance.now() < end) {
    text = (await place.allInnerTexts()).join(' | ');
    if (holds(text)) return;
    await place.page().waitForTimeout(50);
  }
  throw new Error(`waited for "${words}"; what stands there: ${text || 'nothing'}`);
}

/** Connects both calendar accounts from the dashboard and waits until each is read. Needs clients in the settings. */
export async function connectCalendars({ waymark }: World): Promise<void> {
  const page = await waymark.open(waymark.url('dashboard.html#sources'));
  for (const name of ['Google', 'Microsoft']) {
    await page.getByRole('button', { name: `Connect ${name}` }).click();
    await says(page.getByRole('region', { name: `${name} account ` }), 'Up to date');
  }
  await page.close();
}

/** What the popup says, as a person reads it. */
export async function readPopup({ waymark }: World): Promise<string> {
  const page = await waymark.openPopupTab();
  await page.locator('main, [role=main], section').first().waitFor();
  await page.locator('.skeleton, [aria-busy=true]').first().waitFor({ state: 'detached' });
  const text = await page.locator('body').innerText();
  await page.close();
  return text;
}

/** For `expectParts`: one of our parts has these words. */
export const has = (words: string | RegExp) => (parts: string[]) =>
  parts.some((part) => (typeof words === 'string' ? part.includes(words) : words.test(part)));

export const lacks = (words: string) => (parts: string[]) => !parts.some((part) => part.includes(words));
