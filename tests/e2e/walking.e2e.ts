// The walking product, end to end: first run, a mentee's mail, the chip and the line, the answer, the verdict. The worker
// is killed between each two steps, and nothing is waited for by the clock: the clock is set.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amina, cohort, jun, me } from '../standin/semester/cast.ts';
import { addressOf, myAddress } from '../standin/semester/post.ts';
import { demonstration } from '../standin/semester.ts';
import { clickPart, expectParts, readParts } from './parts.ts';
import { has, lacks, readPopup, startWorld, type World } from './world.ts';

const at = (hours: number) =>
  Temporal.Instant.from(demonstration.now)
    .add({ minutes: Math.round(hours * 60) })
    .toString();

let world: World;
let inbox: Page;
const kill = () => world.waymark.killWorker();
const openThread = (subject: string) => inbox.locator('.bog', { hasText: subject }).first().click();
const backToInbox = () => inbox.evaluate(() => location.assign('#inbox'));

/** A mentee writes, so many hours after the start. */
function ask(from: typeof amina, subject: string, hours: number) {
  const message = {
    account: 'gmail' as const,
    at: Date.parse(at(hours)),
    from: addressOf(from),
    to: [myAddress('gmail')],
  };
  return world.standin.deliver({ ...message, subject, body: 'Could we talk about this?', unread: true });
}

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('a mentor with nothing but a mailbox', () => {
  it('is ready after the first run: programme, themself, 14 mentees by one paste, site access', async () => {
    const page = await world.waymark.open(world.waymark.url('dashboard.html#welcome'));
    await page.getByText('UMMS Peer Mentoring').click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('Your name').fill(me.name);
    await page.getByLabel('Your addresses').fill(me.emails[0]!);
    await kill();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page
      .getByLabel('Names and addresses')
      .fill(cohort.map((each) => `${each.name} <${each.emails[0]}>`).join('\n'));
    await kill();
    await page.getByRole('button', { name: 'Add 14 people' }).click();
    const allow = page.getByRole('button', { name: 'Allow Gmail' });
    await allow.click();
    await allow.waitFor({ state: 'detached' });
    await kill();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('heading', { name: 'Monday' }).waitFor();
    await page.close();
  });

  it('sees a mentee’s mail arrive with its 48 hours, in the list and above the thread', async () => {
    inbox = await world.waymark.open('https://mail.google.com/mail/u/0/#inbox');
    // A minute ago: an answer within seconds would be taken for a machine's.
    ask(amina, 'A fresh question', -1 / 60);
    await expectParts(inbox, has('48 h left'), 'a chip says 48 hours');
    await kill();
    await openThread('A fresh question');
    await expectParts(
      inbox,
      has(/48 h left Your turn since .* today, answer by Wednesday .* 48 hours/),
      'the line says it all',
    );
  });

  it('answers, and the verdict is settled everywhere', async () => {
    await kill();
    await inbox
      .locator('.ams', { hasText: /^Reply$/ })
      .last()
      .click();
    await inbox.locator('[g_editable=true][role=textbox]').last().fill('Of course. Thursday?');
    await kill();
    await inbox.locator('[data-tooltip=Send]').last().click();
    await expectParts(inbox, has(/Answered .* today, in time/), 'the line says answered', 30_000);
    await kill();
    await backToInbox();
    await expectParts(inbox, has('Answered'), 'the chip says answered');
    expect(await readPopup(world)).not.toContain('A fresh question');
  });

  it('is warned once before it is due, and the mail becomes late by itself', async () => {
    const notices = () =>
      world.waymark.inWorker<string[]>('chrome.notifications.getAll().then((all) => Object.keys(all))');
    // The clock first: a page that saw the mail an hour too early would say 49.
    await world.waymark.setNow(at(1));
    ask(jun, 'Before the exam', 1);
    await expectParts(inbox, has('48 h left'), 'the chip of the second mail');
    await kill();
    // Six hours before it is due is night: the warning waits until the quiet hours are over.
    await world.waymark.setNow(at(44));
    await world.waymark.dispatchAlarm();
    await world.waymark.dispatchAlarm('heartbeat');
    expect(await notices()).toEqual([]);
    await world.waymark.setNow(at(47.5));
    await world.waymark.dispatchAlarm();
    await expect.poll(notices).toHaveLength(1);
    const [first] = await notices();
    await world.waymark.dispatchAlarm('heartbeat');
    await kill();
    await world.waymark.dispatchAlarm('heartbeat');
    expect(await notices()).toEqual([first]);
    await world.waymark.setNow(at(49.5));
    await world.waymark.dispatchAlarm();
    await expect.poll(() => world.waymark.inWorker<string>('chrome.action.getBadgeText({})')).toBe('1');
    expect(await readPopup(world)).toMatch(/Late[\s\S]*Jun Li[\s\S]*30 min late/);
  });

  it('says that it was answered elsewhere, and takes it back', async () => {
    await openThread('Before the exam');
    await expectParts(inbox, has(/30 min late Your turn/), 'the line says late');
    await clickPart(inbox, 'Answered elsewhere');
    await expectParts(inbox, has('In person'), 'the ways to choose from');
    await kill();
    await clickPart(inbox, 'Call');
    await expectParts(inbox, has('Undo'), 'the line says what was done');
    expect(await readPopup(world)).not.toContain('Before the exam');
    await clickPart(inbox, 'Undo');
    await expectParts(inbox, has(/30 min late Your turn/), 'late again');
    await kill();
    await clickPart(inbox, 'No reply needed');
    await expectParts(inbox, lacks('30 min late'), 'nothing is owed');
    await backToInbox();
  });

  it('goes on after an update in the middle, with one chip a row', async () => {
    await world.waymark.reloadExtension();
    ask(amina, 'After the update', 49.5);
    const parts = await expectParts(inbox, has('48 h left'), 'the chip by the new page script', 30_000);
    expect(parts.filter((part) => part === '48 h left')).toHaveLength(1);
    expect(await readPopup(world)).toContain('After the update');
  });

  it('keeps another account apart until it is said to be one’s own', async () => {
    const club = await world.waymark.open('https://mail.google.com/mail/u/1/#inbox');
    await expect.poll(() => readPopup(world), { timeout: 20_000 }).toContain('climbing.club@example.org');
    expect((await readParts(club)).filter((part) => part.includes('left'))).toEqual([]);
  });
});
