// Connected mail, end to end: a first reading that is killed again and again, a reply from the phone, what no person wrote,
// access taken back, and a mailbox file.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/domain/ledger.ts';
import type { Message } from '../../src/domain/thread/message.ts';
import { judge } from '../../src/domain/verdict/judge.ts';
import { writeMbox } from '../standin/mbox.ts';
import { cohort, coMentor, coordinator, elif, hana, mei, victor } from '../standin/semester/cast.ts';
import { immutableItemId } from '../standin/semester/ids.ts';
import { manyMessages } from '../standin/semester/many-mail.ts';
import { addressOf, myAddress } from '../standin/semester/post.ts';
import { ledgerBackup, type StandinMessage } from '../standin/semester.ts';
import { readChip } from './rows.ts';
import { readLedger, readRecords, wakeWorker } from './stored.ts';
import { allowSites, readPopup, restore, says, startWorld, type World } from './world.ts';

const patient = { timeout: 15_000 };
const march = '2026-03-01T05:00:00Z';
const people = new Set([...cohort, coMentor, victor, mei].flatMap(({ emails }) => emails));

let world: World;
let sources: Page;

const inOutlook = () => world.standin.state().filter(({ account }) => account === 'outlook');
const isWithHana = ({ from, to }: Pick<Message, 'from' | 'to'>) =>
  [from, ...to].some(({ email }) => email === hana.emails[0]);

/** Nothing was read of Gmail before this weekend, and nobody has written to Hana in March. */
function without(ledger: Ledger): Ledger {
  return {
    ...ledger,
    messages: ledger.messages.filter((each) => /^AA/.test(each.id) && !(isWithHana(each) && each.sentAt >= march)),
    sources: ledger.sources.map((each) =>
      each.source === 'gmail-page' ? { ...each, from: '2026-03-06T05:00:00Z' } : each,
    ),
  };
}

beforeAll(async () => {
  const messages = manyMessages({
    account: 'outlook',
    count: 2500,
    every: 5,
    now: '2026-03-03T12:00:00Z',
    daysBack: 140,
  });
  world = await startWorld({ messages });
  for (const each of inOutlook()) if (isWithHana(each) && each.sentAt >= march) world.standin.mail.remove(each.id);
  await (await restore(world, without(ledgerBackup(world.semester)))).close();
  await allowSites(world, ['Outlook']);
  sources = await world.waymark.open(world.waymark.url('dashboard.html#sources'));
  await sources.getByRole('button', { name: 'Connect Microsoft' }).click();
  await says(card(), 'Up to date');
});
afterAll(() => world?.close());

const card = () => sources.getByRole('region', { name: 'Microsoft account robin' });

/** The next run, a quarter of an hour later. */
async function readAt(instant: string): Promise<void> {
  await world.waymark.setNow(instant);
  await world.waymark.dispatchAlarm('calendar-sync');
}

const isRead = async (since = '') => {
  const mailboxes = await readRecords(world, 'mailboxes');
  return mailboxes.length === 3 && mailboxes.every(({ syncedAt = '', cursor }) => !cursor?.page && syncedAt > since);
};

const stateOf = async (rule: string, mentee: string, from: string) =>
  judge(await readLedger(world), world.waymark.now()).find(
    (each) => each.rule === rule && each.subject.mentee === mentee && each.subject.window?.from === from,
  );

/** Where a record was seen, with the id it has there. */
function tellSightings({ id, seenIn = [] }: Message): { source: string; id: string }[] {
  return seenIn.flatMap((each) => (typeof each === 'string' ? [] : [{ source: each.source, id: each.id ?? id }]));
}

describe('a first reading of several thousand messages', () => {
  it('loses nothing and stores nothing twice, though the worker dies at request after request', async () => {
    const { standin, waymark } = world;
    const seen = new Set<string>();
    let isDying = false;
    /** A dying worker meets each of ten requests once: every second before it is answered, the others right after. */
    const kill = async (path: string, isAfter: boolean) => {
      if (isDying || seen.size === 10 || !path.includes('/mailFolders/')) return;
      if (seen.has(path) || (seen.size % 2 === 1) !== isAfter) return;
      seen.add(path);
      isDying = true;
      await waymark.killWorker();
      isDying = false;
    };
    standin.microsoft.setMailPageLimit(150);
    standin.onApiRequest = ({ path }) => kill(path, false);
    standin.onApiAnswer = ({ path }) => void kill(path, true);
    await card().getByRole('button', { name: 'Read mail headers too' }).click();
    let asked = 0;
    const isDone = async () => {
      if (isDying) return false;
      await wakeWorker(world);
      if (++asked % 20 === 0) await waymark.dispatchAlarm('calendar-sync').catch(() => undefined);
      return isRead();
    };
    await expect.poll(isDone, { timeout: 75_000, interval: 50 }).toBe(true);
    standin.onApiRequest = undefined;
    standin.onApiAnswer = undefined;
    expect(seen.size).toBe(10);
    expect(standin.complaints).toEqual([]);
  });

  it('kept what is with people of the ledger, forgot the rest, and knows again what the page had shown', async () => {
    const truth = inOutlook().filter(({ from, to, cc }) => [from, ...to, ...cc].some(({ email }) => people.has(email)));
    const stored = (await readRecords(world, 'messages')).flatMap((message) => tellSightings(message));
    const byAccount = stored.filter(({ source }) => source === 'microsoft-mail').map(({ id }) => id);
    expect(byAccount.toSorted()).toEqual(truth.map(({ id }) => immutableItemId(id)).toSorted());
    expect(truth.length).toBeGreaterThan(750);
    const records = await readRecords(world, 'messages');
    const both = records.filter((message) => tellSightings(message).length === 2);
    expect(both.length).toBe(without(ledgerBackup(world.semester)).messages.length);
    expect(records).toHaveLength(truth.length);
    await card()
      .getByText(/^Read from .* on\./)
      .waitFor();
  });
});

describe('mail that comes and goes elsewhere', () => {
  let page: Page;
  const now = () => Date.parse(world.waymark.now());
  const deliver = (more: Partial<StandinMessage> & Pick<StandinMessage, 'from' | 'subject'>) =>
    world.standin.deliver({ account: 'outlook', at: now() - 60_000, to: [myAddress('outlook')], body: 'x', ...more });
  const chip = (subject: string) => expect.poll(() => readChip(page, subject), patient);
  const kindOf = async (subject: string) =>
    (await readRecords(world, 'messages')).filter((each) => each.subject === subject).map(({ kind }) => kind);

  it('settles the chip in the open tab by a reply from the phone, with the next run', async () => {
    page = await world.waymark.open('https://outlook.office.com/mail/');
    await chip('Research supervisor').toMatch(/^2[23] h left$/);
    // The page is told nothing of it: what the chip says comes from the account alone.
    world.standin.holdPages();
    const { threadId } = inOutlook().find(({ subject }) => subject === 'Research supervisor')!;
    deliver({ from: myAddress('outlook'), to: [addressOf(elif)], subject: 'Re: Research supervisor', threadId });
    await readAt('2026-03-09T12:56:00Z');
    await chip('Research supervisor').toBe('Answered');
    const reply = (await readRecords(world, 'messages')).find(({ subject }) => subject === 'Re: Research supervisor')!;
    expect(tellSightings(reply).map(({ source }) => source)).toEqual(['microsoft-mail']);
    expect(await readPopup(world)).not.toContain('Research supervisor');
  });

  it('settles nothing by automatic replies, and opens nothing for a mailing', async () => {
    const subject = 'Sign my form?';
    const { threadId } = deliver({ from: addressOf(hana), subject, unread: true });
    const automatic = { subject: `Automatic reply: ${subject}`, threadId, kind: 'auto-reply' } as const;
    deliver({ ...automatic, from: addressOf(coMentor), to: [addressOf(hana)], cc: [myAddress('outlook')] });
    deliver({ ...automatic, from: myAddress('outlook'), to: [addressOf(hana)] });
    const everybody = [myAddress('outlook'), addressOf(elif), addressOf(hana)];
    deliver({ from: addressOf(coordinator), to: everybody, subject: 'Programme news', kind: 'bulk' });
    await readAt('2026-03-09T13:12:00Z');
    world.standin.holdPages(false);
    await chip(subject).toMatch(/^4[78] h left$/);
    expect(await kindOf(automatic.subject)).toEqual(['auto-reply', 'auto-reply']);
    expect(await kindOf('Programme news')).toEqual(['bulk']);
    expect(await readChip(page, 'Programme news')).toBe('');
    expect(await stateOf('monthly-contact', 'p-hana', '2026-03-01')).toMatchObject({ state: 'open' });
    const popup = await readPopup(world);
    expect(popup).toContain(subject);
    expect(popup).not.toContain('Programme news');
    await page.close();
  });

  it('cannot tell what it no longer sees, once access was taken back, and says so', async () => {
    await sources.bringToFront();
    world.standin.signIn.revoke('microsoft');
    await readAt('2026-03-09T13:28:00Z');
    await says(card(), 'Microsoft asks you to sign in again. Everything read so far is kept.');
    const kept = (await readRecords(world, 'messages')).length;
    await readAt('2026-03-09T13:45:00Z');
    const contact = () => stateOf('monthly-contact', 'p-hana', '2026-03-01');
    await expect.poll(async () => (await contact())?.state, patient).toBe('cannot-tell');
    expect(await contact()).toMatchObject({ doubt: { code: 'blind', source: 'microsoft-mail' } });
    expect(await readPopup(world)).toMatch(/Not reading .* since 9:\d\d/);
    expect(await readRecords(world, 'messages')).toHaveLength(kept);
    await sources.bringToFront();
    await card().getByRole('button', { name: 'Sign in again' }).click();
    await says(card(), 'Up to date');
    await expect.poll(async () => (await contact())?.state, patient).toBe('open');
  });
});

describe('a mailbox file that is dropped on the dashboard', () => {
  it('brings the mail of its months, which are then covered', async () => {
    const inGmail = cohort.filter(({ account }) => account === 'gmail');
    const months = ['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01'];
    const statesBy = (ledger: Ledger) =>
      judge(ledger, world.waymark.now())
        .filter(({ rule, subject }) => rule === 'monthly-contact' && inGmail.some(({ id }) => id === subject.mentee))
        .filter(({ subject }) => months.includes(subject.window!.from))
        .map(({ subject, state }) => `${subject.mentee} ${subject.window!.from} ${state}`)
        .toSorted();
    const before = statesBy(await readLedger(world));
    expect(before.filter((each) => each.endsWith('cannot-tell')).length).toBeGreaterThan(10);
    const text = writeMbox(world.standin.state().filter(({ account }) => account === 'gmail'));
    const dropped = await sources.evaluateHandle((words) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([words], 'All mail.mbox'));
      return transfer;
    }, text);
    await sources.bringToFront();
    await sources
      .getByRole('region', { name: 'Mailbox files' })
      .locator('.drop')
      .dispatchEvent('drop', { dataTransfer: dropped });
    await sources.getByText(/^It covers .*2025 to /).waitFor();
    expect(statesBy(await readLedger(world))).toEqual(statesBy(ledgerBackup(world.semester)));
  });
});
