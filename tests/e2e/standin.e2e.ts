// The stand-in's pages in a browser, read by the readers that are written for the real ones.
import { JSDOM } from 'jsdom';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarSite } from '../../src/sites/calendar-site.ts';
import { site as gmail } from '../../src/sites/gmail/index.ts';
import { site as googleCalendar } from '../../src/sites/google-calendar/index.ts';
import { site as outlook } from '../../src/sites/outlook/index.ts';
import { site as outlookCalendar } from '../../src/sites/outlook-calendar/index.ts';
import type { MailSite } from '../../src/sites/site.ts';
import { googleInstanceId, graphEventId } from '../standin/semester/calendar/ids.ts';
import { amina, elif, jun } from '../standin/semester/cast.ts';
import { addressOf, myAddress } from '../standin/semester/post.ts';
import { demonstration, ledgerBackup, semester } from '../standin/semester.ts';
import { type Standin, startStandin } from '../standin/server.ts';
import { launch, type Waymark } from './browser.ts';
import { extensionDir } from './setup.ts';

const { now, zone } = demonstration;
const made = semester();
const inbox = 'https://mail.google.com/mail/u/0/#inbox';
let standin: Standin;
let browser: Waymark;
let page: Page;

beforeAll(async () => {
  standin = await startStandin({ semester: made });
  browser = await launch({ extensionDir, standin, now, zone });
  page = await browser.context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await standin?.close();
});

async function read(site: MailSite) {
  const { document } = new JSDOM(await page.content(), { url: page.url() }).window;
  const options = { zone };
  return {
    owner: site.readOwner(document),
    view: site.readView(document),
    rows: site.readRows(document, options),
    thread: site.readThread(document, options),
    inspection: site.inspect(document, options),
  };
}

async function openThread(subject: string): Promise<void> {
  await page.locator('tr[role=row]', { hasText: subject }).first().click();
  await page.locator('[role=main] [role=listitem]').first().waitFor();
}

/** A moment is over before a test can look: the page itself notes that an open message stood there without its id. */
async function watchForMessageWithoutId(): Promise<void> {
  await page.evaluate(() => {
    const note = () => {
      const messages = document.querySelectorAll('[role=main] [aria-expanded=true] .adn');
      const bare = [...messages].some((message) => !message.hasAttribute('data-legacy-message-id'));
      if (bare) document.documentElement.dataset.sawWithoutId = 'true';
    };
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
  });
}

const known = new Set(ledgerBackup(made).messages.map(({ threadId }) => threadId));

describe('the stand-in’s Gmail', () => {
  it('shows 50 threads with ids the ledger knows, exact times and addresses, and no two ways disagree', async () => {
    await page.goto(inbox);
    await page.locator('tr[role=row]').first().waitFor();
    const { owner, rows, view, inspection } = await read(gmail);
    expect(owner).toBe('robin.lavoie@example.com');
    expect(view).toEqual({ list: 'inbox', complete: false });
    expect(rows).toHaveLength(50);
    expect(rows.filter(({ threadId }) => known.has(threadId!)).length).toBeGreaterThan(10);
    const osce = rows.find(({ subject }) => subject === 'Question about the OSCE schedule');
    expect(osce).toMatchObject({ lastAt: '2026-03-07T07:40:00Z', unread: true });
    expect(osce?.senders[0]?.email).toBe(amina.emails[0]);
    expect(inspection).toMatchObject({ rowsFound: 50, rowsRead: 50, disagreements: {} });
  });

  it('keeps collapsed messages without ids, and a message just sent without one for a moment', async () => {
    await openThread('Research elective');
    const { thread } = await read(gmail);
    expect(thread?.messages.map(({ collapsed, id }) => [collapsed, id !== undefined])).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
    await page.getByRole('link', { name: 'Reply', exact: true }).click();
    await page.keyboard.type('Of course, name me.');
    await watchForMessageWithoutId();
    await page.locator('[aria-label^=Send]').click();
    await page.waitForFunction(() => document.documentElement.dataset.sawWithoutId);
    await page.waitForFunction(() => document.querySelectorAll('[data-legacy-message-id]').length === 2);
    const sent = standin.state().findLast(({ subject }) => subject === 'Re: Research elective, two options');
    expect(sent).toMatchObject({ to: [addressOf(jun)], labels: ['sent'] });
    expect((await read(gmail)).thread?.messages.at(-1)?.id).toBe(sent?.id);
  });

  it('goes from list to list within the page with the same row nodes, and keeps the thread hidden', async () => {
    await page.evaluate(() => location.assign('#inbox'));
    await page.locator('[role=main] tr[role=row]').first().waitFor();
    const row = await page.locator('tr[role=row]').first().elementHandle();
    const search = gmail.searchFor(amina.emails, undefined);
    await page.evaluate((url) => location.assign(new URL(url).hash), search.url);
    await page.waitForFunction(() => document.title.startsWith('Search results'));
    const { rows, view } = await read(gmail);
    expect(view).toMatchObject({ list: 'search', search: search.words });
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.some(({ subject }) => subject === 'Question about the OSCE schedule')).toBe(true);
    expect(await row?.evaluate((node) => node.isConnected)).toBe(true);
    expect(await page.locator('[role=listitem]').count()).toBeGreaterThan(0);
    expect(await page.locator('[role=main]').count()).toBe(1);
  });

  it('shows what arrives without a reload, and each account its own mail', async () => {
    await page.evaluate(() => location.assign('#inbox'));
    standin.deliver({
      account: 'gmail',
      at: Date.parse(now),
      from: addressOf(amina),
      to: [myAddress('gmail')],
      subject: 'Just now',
      body: 'Hello',
      unread: true,
    });
    await page.locator('.bog', { hasText: 'Just now' }).waitFor();
    await page.goto('https://mail.google.com/mail/?authuser=climbing.club%40example.org');
    await page.locator('tr[role=row]').first().waitFor();
    expect(page.url()).toBe('https://mail.google.com/mail/u/1/#inbox');
    const { owner, rows } = await read(gmail);
    expect(owner).toBe('climbing.club@example.org');
    expect(rows.some(({ subject }) => subject === 'Just now')).toBe(false);
  });

  it('reads the same in the vertical split pane, where a thread is three rows of the table', async () => {
    await page.goto('https://mail.google.com/mail/u/0/?split=vertical#inbox');
    await page.locator('tr[role=row]').first().waitFor();
    const { rows, inspection } = await read(gmail);
    expect(rows).toHaveLength(50);
    expect(await page.locator('tr.zA').count()).toBe(150);
    expect(inspection).toMatchObject({ rowsRead: 50, disagreements: {} });
  });

  it('after its redesign has rows that look like rows and cannot be read', async () => {
    await page.goto(inbox);
    await page.locator('tr.zA').first().waitFor();
    standin.breakGmail();
    await page.waitForFunction(() => !document.querySelector('.zA') && document.querySelector('tr[role=row]'));
    const { inspection } = await read(gmail);
    expect(inspection.rowsFound).toBe(50);
    expect(inspection.rowsRead).toBe(0);
    standin.breakGmail(false);
    await page.locator('tr.zA').first().waitFor();
  });
});

describe('the stand-in’s Outlook', () => {
  it.each(['en-US', 'cs-CZ', 'fr-FR'])(
    'shows names only in its rows and dates that can be told in %s',
    async (locale) => {
      await page.goto(`https://outlook.office.com/mail/?locale=${locale}`);
      await page.locator('[role=option]').first().waitFor();
      const { owner, rows, inspection } = await read(outlook);
      expect(owner).toBe('robin.lavoie@students.umms.example.edu');
      expect(rows).toHaveLength(12);
      expect(rows.every(({ senders }) => senders.every(({ email }) => email === ''))).toBe(true);
      expect(rows[0]).toMatchObject({ subject: 'Research supervisor', lastAt: '2026-03-08T11:40:00Z' });
      expect(rows.filter(({ threadId }) => known.has(threadId!)).length).toBeGreaterThan(1);
      expect(inspection).toMatchObject({ rowsFound: 12, rowsRead: 12 });
    },
  );

  it('tells addresses in the reading pane, and takes a reply', async () => {
    await page.goto('https://outlook.office.com/mail/');
    await page.locator('[role=option]', { hasText: 'Research supervisor' }).click();
    await page.locator('[data-testid=SentReceivedSavedTime]').waitFor();
    const { thread } = await read(outlook);
    expect(thread?.messages).toMatchObject([{ from: { email: elif.emails[0] }, to: [myAddress('outlook')] }]);
    await page.getByRole('button', { name: 'Reply' }).click();
    await page.keyboard.type('Gladly.');
    await page.locator('[data-testid=ComposeSendButton]').click();
    await page.waitForFunction(() => document.querySelectorAll('[data-testid=SentReceivedSavedTime]').length === 2);
    expect(standin.state().findLast(({ account }) => account === 'outlook')).toMatchObject({
      subject: 'Re: Research supervisor',
      to: [addressOf(elif)],
    });
  });
});

describe('the stand-in’s calendar pages', () => {
  const week = 'week/2026/3/4';

  async function readCalendar(site: CalendarSite, address: string) {
    await page.goto(address);
    await page.locator('[data-eventchip], [data-calitemid]').first().waitFor();
    const { document } = new JSDOM(await page.content(), { url: page.url() }).window;
    const options = { zone, now };
    return {
      document,
      owner: site.readOwner(document),
      events: site.readEvents(document, options),
      inspection: site.inspect(document, options),
    };
  }

  it.each(['en-US', 'ja-JP', 'fr-FR', 'de-DE'])(
    'Google’s tells its week in %s, ids and times as the API',
    async (locale) => {
      const address = `https://calendar.google.com/calendar/u/0/r/${week}?locale=${locale}`;
      const { owner, events, inspection } = await readCalendar(googleCalendar, address);
      expect(owner).toBe('robin.lavoie@example.com');
      expect(inspection.disagreements).toEqual({});
      const truth = standin.google.book
        .instances('primary', '2026-03-01T05:00:00Z', '2026-03-08T05:00:00Z')
        .filter(({ cancelled }) => !cancelled)
        .map((each) => ({ id: googleInstanceId(each), title: each.title, start: each.start, end: each.end }));
      const read = events
        .filter(({ kind }) => kind !== 'task')
        .map(({ id, title, start, end }) => ({ id, title, start, end }));
      expect(read.toSorted(byId)).toEqual(truth.toSorted(byId));
      expect(events.find(({ title }) => title === 'Coffee with Jun')?.myResponse).toBe('declined');
    },
  );

  it('Google’s opens the details of an event, with its guests, and follows what changes', async () => {
    await page.goto(`https://calendar.google.com/calendar/u/0/r/${week}`);
    await page.locator('[data-eventchip]', { hasText: 'Coffee with Amina' }).click();
    const { document } = new JSDOM(await page.content(), { url: page.url() }).window;
    expect(googleCalendar.readOpenEvent(document, { zone, now })).toMatchObject({
      title: 'Coffee with Amina',
      location: 'Café Quarry',
      attendees: [{ email: amina.emails[0] }],
    });
    await page.locator('#xDetDlgCloseBu').click();
    standin.google.book.change('dentist', { title: 'Dentist, moved' });
    await page.locator('[data-eventchip]', { hasText: 'Dentist, moved' }).waitFor();
    expect(await page.locator('[data-eventchip]').count()).toBeGreaterThan(15);
  });

  it.each(['week/2026/3/11', 'workweek/2026/3/11', 'month/2026/3/11'])('Outlook’s tells its %s', async (view) => {
    const address = `https://outlook.office.com/calendar/view/${view}`;
    const { owner, events, inspection } = await readCalendar(outlookCalendar, address);
    expect(owner).toBe('robin.lavoie@students.umms.example.edu');
    expect(inspection.disagreements).toEqual({});
    expect(inspection.read).toBe(inspection.found);
    const elif = standin.microsoft.book.event('booked-elif');
    expect(events).toContainEqual(
      expect.objectContaining({
        id: graphEventId({ event: elif }),
        title: elif.title,
        start: elif.start,
        end: elif.end,
      }),
    );
  });
});

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
