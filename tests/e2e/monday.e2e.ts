// The demonstration's Monday morning: what the mentor finds, and that it is right on every list the page shows.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../../src/domain/verdict/judge.ts';
import { cohort, mei, rana, stranger, victor, yousef } from '../standin/semester/cast.ts';
import { myAddress } from '../standin/semester/post.ts';
import { demonstration, ledgerBackup } from '../standin/semester.ts';
import { clickPart, expectParts } from './parts.ts';
import { readChip, readList } from './rows.ts';
import { planChips, readDerived, readLedger, readRecords } from './stored.ts';
import { allowSites, has, lacks, readPopup, restore, startWorld, type World } from './world.ts';

const inboxUrl = 'https://mail.google.com/mail/u/0/#inbox';
const patient = { timeout: 15_000 };
let world: World;
let inbox: Page;
const dialogs: string[] = [];

beforeAll(async () => {
  world = await startWorld();
  world.waymark.context.on('page', (page) =>
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    }),
  );
  await restore(world, ledgerBackup(world.semester));
  await allowSites(world);
  inbox = await world.waymark.open(inboxUrl);
  await expectParts(inbox, has('5 h late'), 'the morning’s chips');
});
afterAll(() => world.close());

const openThread = (page: Page, subject: string) => page.locator('.bog', { hasText: subject }).first().click();
const goTo = (page: Page, hash: string) => page.evaluate((to) => location.assign(to), hash);

/** Waits until the list has this row and its chip says so. */
const expectChip = (page: Page, subject: string, words: string | RegExp) =>
  expect.poll(() => readChip(page, subject), patient).toMatch(words);

/** Waits until each row has the chip that the ledger holds for its thread, and no other; gives how many have one. */
async function expectRightChips(page: Page, list: string): Promise<number> {
  await page.locator('tr[role=row]').first().waitFor();
  let found = { wrong: ['nothing read'], chips: 0 };
  const compare = async () => {
    const plan = await planChips(world);
    const rows = await readList(page);
    const shown = rows.map(({ thread, subject, chips }) => `${thread} ${subject}: ${chips.join(' + ')}`);
    const due = rows.map(({ thread, subject }) => `${thread} ${subject}: ${plan.get(thread) ?? ''}`);
    found = {
      wrong: shown.filter((row, index) => row !== due[index]),
      chips: rows.filter(({ chips }) => chips.length > 0).length,
    };
    return [...found.wrong, ...(rows.length === 0 ? ['no rows'] : [])];
  };
  await expect.poll(compare, { message: `chips of ${list}`, ...patient }).toEqual([]);
  return found.chips;
}

describe('the Monday morning in Gmail', () => {
  it('says on each mentee’s mail what it is, and nothing on bulk, calendar and automatic mail', async () => {
    await expectRightChips(inbox, 'the inbox');
    const said = async (subject: string) => [subject, await readChip(inbox, subject)];
    const subjects = [
      'Question about the OSCE schedule',
      'Research elective, two options',
      'Exam stress',
      'سؤال عن العيادة',
      'Ward shoes?',
      'Our next speed session',
      'Automatic reply: Checking in before block 4',
      'Accepted: Coffee with Robin @ Thu 5pm - 6pm',
      'Introducing Leila Farouk',
      'Your loan is due soon',
    ];
    expect(await Promise.all(subjects.map(said))).toEqual([
      ['Question about the OSCE schedule', '5 h late'],
      ['Research elective, two options', '7 h left'],
      ['Exam stress', '35 h left'],
      ['سؤال عن العيادة', 'Answered'],
      ['Ward shoes?', 'Can’t tell'],
      ['Our next speed session', 'Your turn · no limit'],
      ['Automatic reply: Checking in before block 4', ''],
      ['Accepted: Coffee with Robin @ Thu 5pm - 6pm', ''],
      ['Introducing Leila Farouk', ''],
      ['Your loan is due soon', ''],
    ]);
  });

  it('lets hostile subjects and names do nothing, there and on our own pages', async () => {
    const given = await inbox.evaluate(async () => {
      const list = await (await fetch('/standin/list?account=gmail&view=inbox')).json();
      return list.rows.map((row: { subject: string }) => row.subject);
    });
    const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
    expect((await readList(inbox)).map(({ subject }) => subject)).toEqual(given.map(tidy));
    const popup = await world.waymark.openPopupTab();
    await popup.locator('[data-row]').first().waitFor();
    for (const page of [inbox, popup]) {
      const injected = 'img[src="x"], [onerror], [onmouseover], body script:not([src])';
      expect(await page.locator(injected).count()).toBe(0);
    }
    await popup.close();
    expect(dialogs).toEqual([]);
  });

  it('gives at least 12 of the 14 mentees a definite verdict', async () => {
    const verdicts = judge(await readLedger(world), world.waymark.now());
    const inDoubt = cohort.filter(({ id }) =>
      verdicts.some(({ state, subject }) => state === 'cannot-tell' && subject.mentee === id),
    );
    const judged = cohort.filter(({ id }) => verdicts.some(({ subject }) => subject.mentee === id));
    expect(judged).toHaveLength(14);
    expect(inDoubt.map(({ name }) => name)).toEqual(['Rana Tahir']);
  });

  it('has a list to work through with at most one item that needs no answer', async () => {
    const today = await world.waymark.open(world.waymark.url('dashboard.html#today'));
    await today.locator('[data-row]').first().waitFor();
    const text = await today.locator('main').innerText();
    await today.close();
    const toDo = text.slice(text.indexOf('\nLate\n'), text.indexOf('\nWaiting for them\n'));
    const listed = [...cohort, mei, victor].filter(({ name }) => toDo.includes(`\n${name}\n`)).map(({ name }) => name);
    const due = [
      'Amina Okafor',
      'Jun Li',
      'Sofia Berg',
      '李婷',
      'Tomás Silva',
      'Priya Nair',
      'Marek Kowal',
      'Mei Tanaka',
    ];
    expect(listed.toSorted()).toEqual(due.toSorted());
    const closed = world.semester.messages.filter(({ asks }) => asks === false).map(({ threadId }) => threadId);
    const needless = (await readDerived(world))
      .flatMap(({ threads }) => threads)
      .filter(
        ({ thread, turn, subject }) => turn.owes === 'mentor' && closed.includes(thread) && toDo.includes(subject),
      );
    expect(needless.map(({ subject }) => subject)).toEqual(['Form for the elective']);
  });

  it('lets the co-mentor’s reply settle, and an automatic reply not', async () => {
    const state = async (subject: string) => {
      const [cohortRow] = await readDerived(world);
      const { thread } = cohortRow!.threads.find((each) => each.subject === subject)!;
      return cohortRow!.verdicts.findLast((each) => each.subject.thread === thread && each.rule === 'reply-email');
    };
    expect(await state('سؤال عن العيادة')).toMatchObject({ state: 'met', settledAt: '2026-03-07T16:40:00Z' });
    const from = { name: yousef.name, email: yousef.emails[0]! };
    const hour = (hours: number) => Date.parse(demonstration.now) - hours * 3_600_000;
    const subject = 'Which entrance on Tuesday?';
    const asked = { account: 'gmail' as const, at: hour(3), from, to: [myAddress('gmail')], subject, body: 'Which?' };
    world.standin.deliver({ ...asked, unread: true });
    await expectChip(inbox, subject, /^4[45] h left$/);
    const kind = 'auto-reply' as const;
    const away = { account: 'gmail' as const, from: myAddress('gmail'), to: [from], kind };
    world.standin.deliver({ ...away, at: hour(2.9), subject: `Automatic reply: ${subject}`, body: 'I am away.' });
    await goTo(inbox, '#sent');
    await openThread(inbox, `Automatic reply: ${subject}`);
    const subjects = () => readRecords(world, 'messages').then((all) => all.map((each) => each.subject));
    await expect.poll(subjects, patient).toContain(`Automatic reply: ${subject}`);
    expect((await state(subject))?.state).toBe('open');
    await goTo(inbox, '#inbox');
    await expectChip(inbox, subject, /^4[45] h left$/);
  });

  it('cannot tell of Rana until her thread is opened, and then it can', async () => {
    expect(await readPopup(world)).toMatch(/Can’t tell\s+1\s+Rana/);
    const popup = await world.waymark.openPopupTab();
    await popup.getByRole('button', { name: /^Can’t tell/ }).click();
    const opening = world.waymark.context.waitForEvent('page');
    await popup.locator('[data-row]', { hasText: rana.name }).click();
    const thread = await opening;
    await expectParts(thread, has(/Answered Saturday .* in time/), 'the thread is read');
    await expect.poll(() => readPopup(world), patient).not.toContain('Can’t tell');
    await expectChip(inbox, 'Ward shoes?', 'Answered');
    await thread.close();
    await popup.close();
  });

  it('asks once whether a sender whom the coordinator introduced is a mentee; Yes adds her', async () => {
    await openThread(inbox, 'Introducing Leila Farouk');
    await expectParts(inbox, has(/Is this a mentee\? Leila Farouk .* introduced by Beatriz Campos/), 'the question');
    const other = await world.waymark.open(inboxUrl);
    await openThread(other, 'Introducing Leila Farouk');
    await expectParts(other, lacks('Is this a mentee?'), 'it is asked once');
    await clickPart(inbox, 'Yes');
    await expectParts(inbox, has('Noted as a mentee'), 'the answer is kept');
    await expectParts(other, has(/30 h left|29 h left/), 'her mail has its time');
    const relationships = await readRecords(world, 'relationships');
    const { mentees } = relationships.find(({ id }) => id === 'r-cohort')!;
    const people = await readRecords(world, 'people');
    expect(mentees).toHaveLength(15);
    expect(people.find(({ id }) => id === mentees.at(-1))?.emails).toEqual(stranger.emails);
    await other.close();
    await goTo(inbox, '#inbox');
  });

  it('shows the same in two tabs of one account', async () => {
    const second = await world.waymark.open(inboxUrl);
    await expectRightChips(second, 'the second tab');
    await openThread(second, 'Exam stress');
    await expectParts(second, has('Answered elsewhere'), 'the line with its buttons');
    await clickPart(second, 'No reply needed');
    await expectChip(inbox, 'Exam stress', 'No reply needed');
    await clickPart(second, 'Undo');
    await expectChip(inbox, 'Exam stress', /^3[45] h left$/);
    await second.close();
  });

  it('keeps chips on their own rows through Sent, All Mail, a search, further pages and back', async () => {
    const counts: Record<string, number> = {};
    for (const hash of ['#sent', '#all', '#inbox/p2', '#search/exam', '#all/p3', '#inbox']) {
      await goTo(inbox, hash);
      counts[hash] = await expectRightChips(inbox, hash);
    }
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
  });
});

describe('a mentor who looked away in January and February', () => {
  it('is offered one search for a mentee in doubt, and reading it settles the doubt', async () => {
    const whole = ledgerBackup(world.semester);
    const gap = ['2025-12-15T12:00:00Z', '2026-03-01T05:00:00Z'] as const;
    const { id, name, emails } = stranger;
    const [channel, direction] = ['call', 'out'] as const;
    const called = { relationship: 'r-cohort', with: [id], channel, direction };
    const at = (month: string) => ({ ...called, id: `c-leila-${month}`, made: true, at: `${month}-05T15:00:00Z` });
    const seen = {
      ...whole,
      people: [...whole.people, { id, name, emails }],
      relationships: whole.relationships.map((each) =>
        each.id === 'r-cohort' ? { ...each, mentees: [...each.mentees, id] } : each,
      ),
      contacts: [...whole.contacts, ...['2025-10', '2025-11', '2025-12', '2026-03'].map(at)],
      // One mailbox: who was never seen in any may write to each of them.
      sources: whole.sources.slice(0, 1).flatMap((source) => [
        { ...source, to: gap[0] },
        { ...source, id: `${source.id} again`, from: gap[1] },
      ]),
    };
    await goTo(inbox, '#starred');
    await (await restore(world, seen)).close();
    const months = async () =>
      judge(await readLedger(world), world.waymark.now())
        .filter(({ rule, subject }) => rule === 'monthly-contact' && subject.mentee === id)
        .map(({ subject, state }) => `${subject.window?.from.slice(0, 7)} ${state}`);
    const doubted = ['2026-01 cannot-tell', '2026-02 cannot-tell'];
    await expect.poll(months, patient).toEqual(expect.arrayContaining(doubted));
    const today = await world.waymark.open(world.waymark.url('dashboard.html#today'));
    const row = today.locator('[data-row]', { hasText: name }).filter({ hasText: 'Search mail' });
    const [found] = await Promise.all([world.waymark.context.waitForEvent('page'), row.click()]);
    await found.locator('tr[role=row]').first().waitFor();
    await expect.poll(months, patient).toEqual(expect.arrayContaining(['2026-01 missed', '2026-02 missed']));
    await row.waitFor({ state: 'detached' });
  });
});
