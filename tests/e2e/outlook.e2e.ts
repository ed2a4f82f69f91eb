// Outlook, whose rows name people without their addresses and whose dates follow the reader's region: what can be read is
// used, and what cannot is said.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elif } from '../standin/semester/cast.ts';
import { addressOf, myAddress } from '../standin/semester/post.ts';
import { demonstration, ledgerBackup } from '../standin/semester.ts';
import { clickPart, expectParts } from './parts.ts';
import { readChip, readList } from './rows.ts';
import { planChips, readRecords } from './stored.ts';
import { allowSites, has, lacks, readPopup, restore, startWorld, type World } from './world.ts';

const address = 'https://outlook.office.com/mail/';
const patient = { timeout: 15_000 };
const note = 'Outlook shows names here, not addresses. Open a thread to see its reply time.';
const now = Date.parse(demonstration.now);
const HOUR = 3_600_000;

let world: World;

beforeAll(async () => {
  world = await startWorld();
  const page = await restore(world, ledgerBackup(world.semester));
  await page.close();
  await allowSites(world);
});
afterAll(() => world.close());

const row = (page: Page, subject: string) => page.locator('[role=option]', { hasText: subject }).first();

function ask(subject: string, at: number) {
  const mail = { account: 'outlook' as const, from: addressOf(elif), to: [myAddress('outlook')], subject };
  return world.standin.deliver({ ...mail, at, body: 'Could you have a look?', unread: true });
}

const sentAt = async (subject: string) =>
  (await readRecords(world, 'messages')).filter((each) => each.subject === subject).map((each) => each.sentAt);

describe.each([
  { locale: 'en-US', subject: 'Research supervisor', at: '2026-03-08T11:40:00Z', left: /^2[23] h left$/ },
  { locale: 'fr-FR', subject: 'Draft of my letter', at: '2026-03-09T05:40:00Z', left: /^4[01] h left$/ },
])('in $locale', ({ locale, subject, at, left }) => {
  let page: Page;

  it('says why the rows carry no chips, and marks only what was read before', async () => {
    if (locale === 'fr-FR') ask(subject, Date.parse(at));
    page = await world.waymark.open(`${address}?locale=${locale}`);
    await expectParts(page, has(note), 'the note');
    expect(await readChip(page, subject)).toBe('');
    const plan = await planChips(world);
    const marked = (await readList(page)).filter(({ chips }) => chips.length > 0);
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.map(({ chips }) => chips.join('+'))).toEqual(marked.map(({ thread }) => plan.get(thread)));
  });

  it('reads an opened thread with its addresses and its time, and then the row has its chip', async () => {
    await row(page, subject).click();
    await expectParts(page, has(/h left Your turn since .* answer by/), 'the line');
    expect(await sentAt(subject)).toEqual([at]);
    await expect.poll(() => readChip(page, subject), patient).toMatch(left);
    expect(await readPopup(world)).toContain(subject);
  });

  it('says what decides it, and a message put right there settles the chip', async () => {
    await clickPart(page, 'Why?');
    await expectParts(page, has(/Needs an answer: it asks a question\. Seen in the Outlook page\./), 'what decides it');
    await clickPart(page, 'Not right?');
    await clickPart(page, 'Needs no answer');
    await expectParts(page, has(/Noted\. .* You said on .* needs no answer\./), 'what was said');
    await expect.poll(() => readChip(page, subject), patient).toBe('No reply needed');
    await clickPart(page, 'Take back');
    await expect.poll(() => readChip(page, subject), patient).toMatch(left);
    await clickPart(page, 'Why?');
    await expectParts(page, lacks('it asks a question'), 'closed');
  });

  it('settles it by the reply that is sent', async () => {
    await page.locator('.o-actions button').click();
    await page.keyboard.type('Gladly.');
    await page.locator('[data-testid=ComposeSendButton]').click();
    await expectParts(page, has(/Answered .* today, in time/), 'the line says answered');
    await expect.poll(() => readChip(page, subject), patient).toBe('Answered');
    expect(await readPopup(world)).not.toContain(subject);
  });

  it('takes the note away when it is dismissed', async () => {
    await clickPart(page, 'Dismiss');
    await expectParts(page, lacks(note), 'no note');
    await page.close();
  });
});

describe('a date that may mean two days', () => {
  const subject = 'Which of two days';
  let page: Page;

  it('is refused: nothing is stored and no time is said', async () => {
    ask(subject, now - 25 * HOUR);
    // The region's format without the weekday that would tell, and a list of this one mail.
    await world.waymark.context.addInitScript(() => {
      if (!location.search.includes('en-GB')) return;
      const { toLocaleDateString } = Date.prototype;
      Date.prototype.toLocaleDateString = function (
        this: Date,
        locale?: Intl.LocalesArgument,
        options?: Intl.DateTimeFormatOptions,
      ) {
        return options?.weekday ? '' : toLocaleDateString.call(this, locale, options);
      };
    });
    page = await world.waymark.open(`${address}?locale=en-GB`);
    await row(page, subject).waitFor();
    await page.locator('#topSearchInput').fill(subject);
    await page.locator('#topSearchInput').press('Enter');
    await expect.poll(async () => (await readList(page)).map((each) => each.subject), patient).toEqual([subject]);
    await row(page, subject).click();
    await page.locator('[data-testid=SentReceivedSavedTime]').waitFor();
    expect(await page.locator('[data-testid=SentReceivedSavedTime]').textContent()).toBe(' 08/03/2026 07:40');
    const notes = world.standin.requests.length;
    // What the page tells is acknowledged in order: a mail that comes later is known, this one is not.
    await expect.poll(() => world.standin.requests.length, patient).toBeGreaterThan(notes + 3);
    expect(await sentAt(subject)).toEqual([]);
    await expectParts(page, lacks('Your turn'), 'no line with a time');
  });

  it('is read once the mentor has said which order it is', async () => {
    const settings = await world.waymark.open(world.waymark.url('dashboard.html#settings'));
    await settings.getByLabel('Dates in Outlook').selectOption('day-first');
    await settings.getByRole('button', { name: 'Save' }).click();
    await expectParts(page, has(/2[23] h left Your turn since/), 'the line');
    expect(await sentAt(subject)).toEqual(['2026-03-08T11:40:00Z']);
    await settings.close();
  });
});
