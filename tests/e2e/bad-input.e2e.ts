// Bad input: a page that changed, a roster with broken rows, backups that are no good, a mailbox of 10 000 threads, a worker
// that is killed in the middle. A clear sentence each, nothing lost, nothing half-written.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBackup } from '../../src/files/backup.ts';
import { amina, cohort, jun } from '../standin/semester/cast.ts';
import { addressOf, myAddress } from '../standin/semester/post.ts';
import { demonstration, ledgerBackup } from '../standin/semester.ts';
import { expectParts } from './parts.ts';
import { readChip, readList } from './rows.ts';
import { countRecords, readDerived, readRecords } from './stored.ts';
import { allowSites, has, readPopup, restore, startWorld, type World } from './world.ts';

const inboxUrl = 'https://mail.google.com/mail/u/0/#inbox';
const patient = { timeout: 20_000 };
const now = Date.parse(demonstration.now);
const MINUTE = 60_000;

let world: World;
let inbox: Page;

beforeAll(async () => {
  world = await startWorld();
  await (await restore(world, ledgerBackup(world.semester))).close();
  await allowSites(world);
  inbox = await world.waymark.open(inboxUrl);
  await expectParts(inbox, has('5 h late'), 'the morning’s chips');
});
afterAll(() => world.close());

const doubtedMonths = async () =>
  (await readDerived(world))
    .flatMap(({ verdicts }) => verdicts)
    .filter(
      ({ rule, state, subject }) => rule === 'monthly-contact' && state === 'cannot-tell' && subject.mentee !== '',
    )
    .map(({ subject, doubt }) => `${subject.window?.from} ${doubt?.code}`);

describe('a Gmail that looks different overnight', () => {
  it('is called unread since then; months cannot be told, and what was seen late stays late', async () => {
    expect(await doubtedMonths()).toEqual([]);
    world.standin.breakGmail();
    await expect.poll(() => readPopup(world), patient).toMatch(/Not reading Gmail since 8:4\d a\.m\./);
    await expectParts(inbox, has('Waymark cannot read this Gmail page'), 'the page says so too');
    await expect.poll(doubtedMonths, patient).toContain('2026-03-01 blind');
    expect(await readPopup(world)).toMatch(/Late\s+1[\s\S]*Amina Okafor[\s\S]*5 h late/);
  });

  it('is read again when it is mended', async () => {
    await world.waymark.setNow('2026-03-09T12:55:00Z');
    world.standin.breakGmail(false);
    await expectParts(inbox, has('5 h late'), 'chips again');
    await expect.poll(() => readPopup(world), patient).not.toContain('Not reading Gmail');
    await expect.poll(doubtedMonths, patient).toEqual([]);
  });
});

describe('a roster with broken rows', () => {
  it('names each of them, and keeps the good ones when asked to', async () => {
    const before = await readRecords(world, 'people');
    const page = await world.waymark.open(world.waymark.url('dashboard.html#people'));
    await page.getByRole('button', { name: 'Add mentees' }).first().click();
    const dialog = page.getByRole('dialog');
    const lines = [
      'Nadia Haddad <nadia.haddad@students.umms.example.edu>',
      'Nobody at all',
      'Half <half@>',
      'Nadia Again <nadia.haddad@students.umms.example.edu>',
      `Amina <${amina.emails[0]}>`,
      '"Zoë O’Brien" <zoe.obrien@students.umms.example.edu>',
    ];
    await dialog.getByLabel('Names and addresses').fill(lines.join('\n'));
    const results = await dialog
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].slice(-2).map((cell) => cell.textContent?.trim())));
    expect(results).toEqual([
      ['1', 'Good'],
      ['2', 'No address'],
      ['3', 'Not a complete address'],
      ['4', 'Same address as on line 1'],
      ['5', 'Is here already'],
      ['6', 'Good'],
    ]);
    const add = dialog.getByRole('button', { name: 'Add 2 people' });
    expect(await add.isDisabled()).toBe(true);
    await dialog.getByLabel('Leave out the other 4').check();
    await add.click();
    await dialog.waitFor({ state: 'detached' });
    const people = await readRecords(world, 'people');
    const added = people.filter(({ id }) => !before.some((each) => each.id === id)).map(({ name }) => name);
    expect(added.toSorted()).toEqual(['Nadia Haddad', 'Zoë O’Brien']);
    await page.close();
  });
});

describe('a backup that is no good', () => {
  const whole = () => writeBackup(ledgerBackup(world.semester));
  const hostile = () => whole().replace('"ledger":{', '"ledger":{"__proto__":{"polluted":true},');
  it.each([
    ['cut', () => whole().slice(0, 60_000), 'This backup is cut: its end is missing. Look for a complete copy.'],
    [
      'of a newer Waymark',
      () => whole().replace('"version":1', '"version":2'),
      'was written by a newer Waymark. Update',
    ],
    ['with __proto__', hostile, 'carries something that could do harm (__proto__), so it is refused.'],
    ['no JSON', () => 'Dear diary', 'This file is not a Waymark file.'],
    ['with a broken record', () => whole().replace('"sentAt":"2', '"sentAt":"x'), 'can’t be read (messages 0 sentAt)'],
  ])('%s is refused in a sentence, and nothing changes', async (name, make, sentence) => {
    const before = await countRecords(world);
    const file = join(tmpdir(), `waymark-bad-${process.pid}.json`);
    writeFileSync(file, make());
    const page = await world.waymark.open(world.waymark.url('dashboard.html#data'));
    await page.locator('input[type=file]').setInputFiles(file);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect([name, await alert.innerText()]).toEqual([name, expect.stringContaining(sentence)]);
    expect(await alert.innerText()).toContain('Nothing was changed.');
    expect(await page.getByRole('button', { name: 'Restore this backup' }).count()).toBe(0);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    expect(await countRecords(world)).toEqual(before);
    // Nor does the worker take it from a page that would ask.
    const text = make();
    const answer = await page.evaluate(
      (input) => chrome.runtime.sendMessage({ call: 'ledger.restore', request: 'bad', input: { text: input } }),
      text,
    );
    expect(answer).toMatchObject({ ok: false });
    expect(await countRecords(world)).toEqual(before);
    await page.close();
  });
});

describe('a worker that is killed while pages tell what they saw', () => {
  it('loses nothing of a burst of mail', async () => {
    const subjects = Array.from({ length: 12 }, (_, index) => `Burst ${index + 1}`);
    for (const [index, subject] of subjects.entries()) {
      const from = addressOf(index % 2 ? jun : amina);
      const mail = { account: 'gmail' as const, at: now + index * MINUTE, from, to: [myAddress('gmail')], subject };
      world.standin.deliver({ ...mail, body: 'And one more?', unread: true });
      await inbox.waitForTimeout(120);
      if (index % 2) await world.waymark.killWorker();
    }
    const stored = async () =>
      (await readRecords(world, 'messages')).map(({ subject }) => subject).filter((subject) => /^Burst/.test(subject));
    await expect.poll(async () => new Set(await stored()), { timeout: 40_000 }).toEqual(new Set(subjects));
    expect(await stored()).toHaveLength(subjects.length);
    await expect
      .poll(
        async () =>
          (await readList(inbox)).filter(({ subject, chips }) => /^Burst/.test(subject) && chips.length === 1),
        {
          timeout: 20_000,
        },
      )
      .toHaveLength(12);
  });
});

describe('a mailbox of 10 000 threads', () => {
  it('has its first page marked', async () => {
    for (let index = 0; index < 10_000; index++) {
      const from = cohort[index % 12]!;
      const at = now - 100 * 86_400_000 - index * MINUTE;
      const mail = { account: 'gmail' as const, at, from: addressOf(from), to: [myAddress('gmail')] };
      world.standin.deliver({ ...mail, subject: `Old question ${index}`, body: 'Long ago.' });
    }
    const fresh = await world.waymark.open(inboxUrl);
    await expectParts(fresh, has('5 h late'), 'chips', 30_000);
    expect(await fresh.locator('body').innerText()).toMatch(/1–50 of 10,?\d{3}/);
    expect(await readChip(fresh, 'Question about the OSCE schedule')).toBe('5 h late');
    expect(await readList(fresh)).toHaveLength(50);
    await fresh.close();
  });
});
