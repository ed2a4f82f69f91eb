// Calendars, end to end: clients in the settings, both accounts connected, their events stored as they are, changes after
// a run, what goes wrong in its own sentence, and a page and an account that show the same event.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/domain/ledger.ts';
import { manyEvents } from '../standin/semester/calendar/many.ts';
import type { Vendor } from '../standin/semester/calendar/types.ts';
import { demonstration, ledgerBackup } from '../standin/semester.ts';
import { unseal } from '../standin/server/runs.ts';
import { standinClients } from '../standin/server.ts';
import { tellTruth } from '../standin/truth.ts';
import { pickSightings, readRecords, wakeWorker } from './stored.ts';
import { readPopup, restore, says, startWorld, type World } from './world.ts';

const patient = { timeout: 15_000 };
const names = { google: 'Google', microsoft: 'Microsoft' } as const;
const addresses = { google: 'robin.lavoie@example.com', microsoft: 'robin.lavoie@students.umms.example.edu' };

/** The semester, before anybody entered a client to sign in with. */
function withoutClients(ledger: Ledger): Ledger {
  return { ...ledger, settings: ledger.settings.map(({ clients: _, ...settings }) => settings) };
}

/** Types the clients that are registered with the stand-in's vendors into the settings. */
async function enterClients({ waymark }: World): Promise<void> {
  const page = await waymark.open(waymark.url('dashboard.html#settings'));
  await page.getByLabel('Google client id').fill(standinClients.google.id);
  await page.getByLabel('Google client secret').fill(standinClients.google.secret);
  await page.getByLabel('Microsoft client id').fill(standinClients.microsoft.id);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').first().waitFor();
  await page.close();
}

const cardOf = (page: Page, vendor: Vendor): Locator =>
  page.getByRole('region', { name: `${names[vendor]} account ${addresses[vendor]}` });

async function connect(page: Page, vendor: Vendor): Promise<void> {
  await page.getByRole('button', { name: `Connect ${names[vendor]}` }).click();
  await cardOf(page, vendor).waitFor();
}

/** What an account has in its own calendar, and what was stored of it, in the window that was read. */
async function compare(world: World, vendor: Vendor) {
  const [calendars, events] = [await readRecords(world, 'calendars'), await readRecords(world, 'events')];
  const record = calendars.find(({ provider, primary }) => provider === vendor && primary)!;
  const { from, to, page } = record.cursor ?? {};
  const truth = from && to ? tellTruth(world.standin[vendor].book, 'primary', from, to) : [];
  const isDone = page === undefined && record.syncedAt !== undefined;
  return { isDone, truth, stored: pickSightings(events, record.id), events: events.length };
}

/** Waits until everything is stored as it is; gives how many events that are. */
async function expectTruth(world: World, vendor: Vendor): Promise<number> {
  let count = 0;
  const differing = async () => {
    const { isDone, truth, stored } = await compare(world, vendor);
    count = truth.length;
    return isDone && JSON.stringify(stored) === JSON.stringify(truth) ? [] : { isDone, stored, truth };
  };
  await expect.poll(differing, patient).toEqual([]);
  return count;
}

describe('a mentor with two calendar accounts', () => {
  let world: World;
  let sources: Page;

  beforeAll(async () => {
    world = await startWorld();
    await (await restore(world, withoutClients(ledgerBackup(world.semester)))).close();
    sources = await world.waymark.open(world.waymark.url('dashboard.html#sources'));
  });
  // A page behind another draws once a second, and a click waits for two of its frames.
  beforeEach(() => sources.bringToFront());
  afterAll(() => world?.close());

  const readNow = (vendor: Vendor) => cardOf(sources, vendor).getByRole('button', { name: 'Read now' }).click();

  it('is told that there is no client to sign in with, until one is entered in the settings', async () => {
    await sources.getByText(/^This Waymark has no client registered with Google/).waitFor();
    expect(await sources.getByRole('button', { name: 'Connect Google' }).isDisabled()).toBe(true);
    await enterClients(world);
    await expect.poll(() => sources.getByRole('button', { name: 'Connect Google' }).isEnabled(), patient).toBe(true);
  });

  it('is told when nothing was allowed, and nothing is connected', async () => {
    world.standin.signIn.fail('google', 'access_denied');
    await sources.getByRole('button', { name: 'Connect Google' }).click();
    await sources.getByText('Google was told not to allow it, so nothing was connected.').waitFor();
    expect(await readRecords(world, 'accounts')).toEqual([]);
  });

  it.each(['google', 'microsoft'] as const)('connects %s, and has its events as they are', async (vendor) => {
    await connect(sources, vendor);
    expect(await expectTruth(world, vendor)).toBeGreaterThan(vendor === 'google' ? 100 : 30);
    await says(cardOf(sources, vendor), 'Up to date');
    expect(world.standin.complaints).toEqual([]);
  });

  it('has three meetings to log, and one event where both accounts hold the same', async () => {
    const popup = await world.waymark.openPopupTab();
    const toLog = popup.getByRole('region', { name: 'Meetings to log' });
    await toLog.getByRole('button', { name: '1 more' }).click();
    for (const name of ['Amina Okafor', 'Victor Lindqvist', 'Grace Adeyemi'])
      await toLog.getByText(name).first().waitFor();
    expect(await toLog.getByRole('listitem').count()).toBe(3);
    await popup.close();
    const events = await readRecords(world, 'events');
    const audit = events.filter(({ title }) => title === 'CPD audit, questions');
    expect(audit.map(({ seenIn }) => seenIn?.map(({ source }) => source).toSorted())).toEqual([
      ['google-calendar', 'microsoft-calendar'],
    ]);
  });

  it('gets what changed with the next run, and asks for no more than that', async () => {
    const { google, microsoft } = world.standin;
    google.book.move('booked-marek', '2026-03-11T20:15:00Z');
    google.book.cancel('victor', '2026-03-18T22:00:00Z');
    google.book.remove('dentist');
    microsoft.book.move('booked-elif', '2026-03-12T16:00:00Z');
    microsoft.book.remove('rounds', '2026-03-17T11:30:00Z');
    google.book.add({ ...google.book.event('booked-jun'), key: 'added', title: 'Added today' });
    const before = world.standin.requests.length;
    await world.waymark.setNow('2026-03-09T12:56:00Z');
    await world.waymark.dispatchAlarm('calendar-sync');
    await expectTruth(world, 'google');
    await expectTruth(world, 'microsoft');
    const asked = world.standin.requests.slice(before).filter((each) => /events\?|calendarView/.test(each));
    expect(asked.filter((each) => each.includes('timeMin') || each.includes('startDateTime'))).toEqual([]);
    const titles = (await readRecords(world, 'events')).map(({ title }) => title);
    expect(titles).toContain('Added today');
    expect(titles).not.toContain('Dentist');
  });

  it('has one record of what an account and the open page both show', async () => {
    for (const name of ['Google Calendar', 'Outlook calendar']) {
      const button = sources.getByRole('button', { name: `Allow ${name}` });
      await button.click();
      await button.waitFor({ state: 'detached' });
    }
    const before = await readRecords(world, 'events');
    const pages = [
      await world.waymark.open('https://calendar.google.com/calendar/u/0/r/week/2026/3/4'),
      await world.waymark.open('https://outlook.office.com/calendar/view/week/2026/3/4'),
    ];
    const seenIn = async (id: string) =>
      (await readRecords(world, 'events'))
        .filter((event) => event.id === id)
        .map((event) => event.seenIn?.map(({ source }) => source).toSorted());
    const idOf = (title: string, at: string) => before.find((each) => each.title === title && each.start === at)!.id;
    for (const [title, at, vendor, page] of [
      ['Coffee with Amina', '2026-03-05T22:00:00Z', 'google-calendar', 'google-calendar-page'],
      ['CPD with Victor', '2026-03-04T23:00:00Z', 'google-calendar', 'google-calendar-page'],
      ['Hana, catching up', '2026-03-04T15:30:00Z', 'microsoft-calendar', 'outlook-calendar-page'],
      ['Ward round', '2026-03-03T15:30:00Z', 'microsoft-calendar', 'outlook-calendar-page'],
    ] as const) {
      await expect.poll(() => seenIn(idOf(title, at)), patient).toEqual([[vendor, page]]);
    }
    const after = await readRecords(world, 'events');
    const added = after.filter(({ id }) => !before.some((each) => each.id === id));
    expect(added.filter(({ kind }) => kind !== 'task')).toEqual([]);
    await expectTruth(world, 'google');
    await expectTruth(world, 'microsoft');
    expect(await readPopup(world)).toMatch(/Meetings to log\s+3/);
    for (const page of pages) await page.close();
  });

  it('says when a calendar is no longer shared, and goes on with the others', async () => {
    const card = cardOf(sources, 'microsoft');
    await card.getByLabel('Clinic').click();
    await expect
      .poll(async () => (await readRecords(world, 'events')).some(({ title }) => title === 'Clinic'), patient)
      .toBe(true);
    await says(card, 'Up to date');
    world.standin.microsoft.book.shareAway('clinic');
    await readNow('microsoft');
    await card.getByText('This calendar is no longer shared with you, or was removed.').first().waitFor();
    await expectTruth(world, 'microsoft');
  });

  it('says when access was taken back in the middle, keeps what was read, and goes on after signing in again', async () => {
    const before = (await readRecords(world, 'events')).length;
    world.standin.signIn.revoke('google');
    world.standin.google.book.move('booked-jun', '2026-03-18T17:30:00Z');
    await readNow('google');
    const card = cardOf(sources, 'google');
    await says(card, 'Google asks you to sign in again. Everything read so far is kept.');
    expect(await readRecords(world, 'events')).toHaveLength(before);
    await card.getByRole('button', { name: 'Sign in again' }).click();
    await says(card, 'Up to date');
    await expectTruth(world, 'google');
  });
});

/** Which page of a run a request is for: a run that begins anew names its pages anew. */
function pageOf(path: string): number {
  const token = /[?&](?:pageToken|\$skiptoken)=([^&]+)/.exec(path)?.[1];
  return token === undefined ? 0 : unseal<{ offset: number }>(token)!.offset;
}

/**
 * A dying worker meets the request for each page once: every second one before it is answered, the others right after.
 * What it asks for while it dies is answered once it is dead, so that it gets on by nothing that was not counted.
 */
function killAtEach({ standin, waymark }: World, kind: RegExp) {
  const met = new Set<number>();
  let dying: Promise<void> | undefined;
  const kill = async (path: string, isAfter: boolean) => {
    if (dying) return dying;
    if (!kind.test(path) || met.has(pageOf(path)) || (met.size % 2 === 1) !== isAfter) return;
    met.add(pageOf(path));
    dying = waymark.killWorker().finally(() => {
      dying = undefined;
    });
    return dying;
  };
  standin.onApiRequest = ({ path }) => kill(path, false);
  standin.onApiAnswer = ({ path }) => void kill(path, true);
  const end = () => {
    standin.onApiRequest = undefined;
    standin.onApiAnswer = undefined;
  };
  return { met, isDying: () => dying !== undefined, end };
}

describe('a worker that is killed at every request', () => {
  let world: World;
  const counts = { google: 10_000, microsoft: 1000 };

  beforeAll(async () => {
    const many = { now: demonstration.now, daysBack: 150 };
    const events = (['google', 'microsoft'] as const).flatMap((vendor) =>
      manyEvents({ ...many, vendor, count: counts[vendor] }),
    );
    // No site is allowed: that spares a start of the browser.
    world = await startWorld({ events, grants: [] });
    // Google may give fewer than the 2 500 that are asked for; Graph gives 200.
    world.standin.google.setPageLimit(1000);
    const ledger = { ...ledgerBackup(world.semester), messages: [], contacts: [], meetings: [], homework: [] };
    await (await restore(world, ledger)).close();
  });
  afterAll(() => world?.close());

  it.each([
    ['google', /\/events\?/, 10, counts.google],
    ['microsoft', /\/calendarView\//, 5, counts.google + counts.microsoft],
  ] as const)('loses nothing of %s’s events and stores nothing twice', async (vendor, kind, requests, all) => {
    const { standin, waymark } = world;
    const page = await waymark.open(waymark.url('dashboard.html#sources'));
    const killing = killAtEach(world, kind);
    await connect(page, vendor);
    await page.close();
    let looked = 0;
    const isDone = async () => {
      // One that comes while another goes would miss its clock.
      if (killing.isDying()) return false;
      await wakeWorker(world);
      // On a slow machine a slice ends before the run does: the next one waits for its alarm, and nobody waits for that.
      if (++looked % 20 === 0) await waymark.dispatchAlarm('calendar-sync').catch(() => undefined);
      const calendars = await readRecords(world, 'calendars');
      const calendar = calendars.find(({ provider, primary }) => provider === vendor && primary);
      return calendar?.syncedAt !== undefined && calendar.cursor?.page === undefined;
    };
    await expect.poll(isDone, { timeout: 60_000, interval: 50 }).toBe(true);
    killing.end();
    expect(killing.met.size).toBe(requests);
    const { truth, stored, events } = await compare(world, vendor);
    expect([truth.length, events]).toEqual([counts[vendor], all]);
    expect(stored).toEqual(truth);
    expect(standin.complaints).toEqual([]);
  });
});
