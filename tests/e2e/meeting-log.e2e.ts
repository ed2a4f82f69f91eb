// The meeting log, end to end: what stood in a calendar is offered, held by one key, written down, signed by both, closed,
// amended, and printed as the sheet. The worker is killed between the steps.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyLedger, type Ledger, type RecordOf } from '../../src/domain/ledger.ts';
import { verifyChain } from '../../src/domain/meeting/verify-chain.ts';
import { judge } from '../../src/domain/verdict/judge.ts';
import { sampleSheet } from '../domain/meeting/sample-sheet.ts';
import { victor } from '../standin/semester/cast.ts';
import { demonstration, ledgerBackup } from '../standin/semester.ts';
import { readPdf } from './pdf.ts';
import { readLedger, readRecords } from './stored.ts';
import { connectCalendars, restore, startWorld, type World } from './world.ts';

type Meeting = RecordOf<'meetings'>;

let world: World;
const kill = () => world.waymark.killWorker();

const findMeeting = async (fits: (meeting: Meeting) => boolean): Promise<Meeting> => {
  let found: Meeting | undefined;
  await expect
    .poll(async () => {
      found = (await readRecords(world, 'meetings')).find(fits);
      return found !== undefined;
    })
    .toBe(true);
  return found!;
};

beforeAll(async () => {
  world = await startWorld();
  await (await restore(world, ledgerBackup(world.semester))).close();
  await connectCalendars(world);
});
afterAll(() => world?.close());

describe('a meeting that stood in the calendar', () => {
  let popup: Page;
  let held: Meeting;
  const row = (name: string) =>
    popup.getByRole('region', { name: 'Meetings to log' }).locator('[data-row]', { hasText: name });

  it('is offered, and held by one key', async () => {
    popup = await world.waymark.openPopupTab();
    await row('Amina Okafor').focus();
    await kill();
    await popup.keyboard.press('h');
    await popup.getByText('Logged: held with Amina Okafor').waitFor();
    held = await findMeeting((each) => each.attendees.includes('p-amina') && each.start > '2026-03-02');
    expect(held).toMatchObject({ outcome: 'held', enteredFrom: 'calendar', signatures: [] });
    expect(held.minutes).toBe(held.plannedMinutes);
  });

  it('is written down in the popup, by keyboard: topics, homework, words in any script', async () => {
    await row('Victor Lindqvist').focus();
    await popup.keyboard.press('Enter');
    await expect.poll(() => popup.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    await kill();
    for (const topic of ['Networking', 'مقابلة مع المشرف', '研究计划']) {
      await popup.keyboard.type(topic);
      await popup.keyboard.press('Enter');
    }
    await popup.getByRole('textbox', { name: 'To do until next time' }).fill('Zażółć gęślą jaźń: read two papers');
    await popup.keyboard.press('Enter');
    await popup.keyboard.press('Control+Enter');
    await popup.getByText('Saved in the log').waitFor();
    const written = await findMeeting((each) => each.topics.includes('研究计划'));
    expect(written).toMatchObject({ relationship: 'r-cpd', topics: ['Networking', 'مقابلة مع المشرف', '研究计划'] });
    expect(written.homework).toEqual(['Zażółć gęślą jaźń: read two papers']);
    held = written;
    await popup.close();
  });

  it('is signed by both on the dashboard, and then closed: a change is an amendment with its reason', async () => {
    const page = await world.waymark.open(world.waymark.url(`dashboard.html#log/entry/${encodeURIComponent(held.id)}`));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await dialog.getByText('Type', { exact: true }).click();
    await dialog.getByLabel('Your name').fill('Robin Lavoie');
    await dialog.getByLabel('I confirm this entry').check();
    await kill();
    await page.getByRole('button', { name: 'Sign as Robin Lavoie' }).click();
    await dialog.getByLabel(`Name, typed by ${victor.name}`).fill(victor.name);
    await dialog.getByLabel('I confirm this entry').check();
    await page.getByRole('button', { name: `Sign as ${victor.name}` }).click();
    const signed = await findMeeting((each) => each.id === held.id && each.signatures.length === 2);
    expect(signed.signatures.map(({ by, how }) => [by, how])).toEqual([
      ['p-me', 'typed'],
      ['p-victor', 'typed'],
    ]);
    expect(new Set(signed.signatures.map(({ digest }) => digest)).size).toBe(1);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto(world.waymark.url(`dashboard.html#log/entry/${encodeURIComponent(held.id)}`));
    expect(await dialog.getByRole('button', { name: 'Edit' }).count()).toBe(0);
    await dialog.getByRole('button', { name: /^Amend/ }).click();
    await dialog.getByLabel('Minutes', { exact: true }).fill('75');
    await dialog.getByLabel(/Reason|Why/).fill('We stayed a little longer');
    await dialog.getByRole('button', { name: /^(Amend|Save)/ }).click();
    await expect.poll(async () => (await readRecords(world, 'amendments')).length).toBe(1);
    const [amendment] = await readRecords(world, 'amendments');
    expect(amendment).toMatchObject({
      meeting: held.id,
      change: { minutes: 75 },
      previous: signed.signatures[0]!.digest,
    });
    expect(await findMeeting((each) => each.id === held.id)).toEqual(signed);
    expect(await verifyChain(await readLedger(world))).toEqual([]);
    await page.close();
  });

  it('comes out as the sheet, which the browser prints with every name and word', async () => {
    const page = await world.waymark.open(world.waymark.url('sheet.html#r-cpd//2026-02-01/2026-03-09'));
    await page.getByRole('heading', { name: 'Mentoring tracking sheet' }).waitFor();
    const text = await readPdf(await page.pdf({ format: 'A4' }));
    for (const words of ['Robin Lavoie', 'Victor Lindqvist', '研究计划', 'Zażółć gęślą jaźń', 'Signature of']) {
      expect(text).toContain(words);
    }
    expect(text.replace(/\s+/g, ' ')).toContain('We stayed a little longer');
    // A PDF keeps the shapes of Arabic letters in the order of reading or of drawing.
    expect([...'مقابلة'].every((letter) => text.includes(letter)) || /[\ufe70-\ufeff]/.test(text)).toBe(true);
    await page.close();
  });
});

describe('an existing sheet', () => {
  const sampleLedger = (): Ledger => {
    const backup = ledgerBackup(world.semester);
    const bond = backup.relationships.find(({ id }) => id === 'r-cpd')!;
    return {
      ...emptyLedger(),
      people: backup.people,
      relationships: [{ ...bond, start: '2016-05-18', zone: demonstration.zone }],
      settings: backup.settings,
    };
  };

  it('of 13 rows is imported as 13 meetings and 13 hours, and meets the 6-month rule on 15 June 2016', async () => {
    await (await restore(world, sampleLedger())).close();
    const file = join(tmpdir(), `waymark-sheet-${process.pid}.csv`);
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lines = sampleSheet.map(({ date, topics, homework }) =>
      [
        date,
        '6:00 pm – 7:00 pm',
        [...topics.map((each) => `• ${each}`), ...homework.map((each) => `Homework: ${each}`)].join('\n'),
        '',
      ]
        .map(cell)
        .join(','),
    );
    writeFileSync(file, ['Date,Time Spent (Hours),Topics Discussed,Signature of Mentee/Mentor', ...lines].join('\r\n'));
    const page = await world.waymark.open(world.waymark.url('dashboard.html#log'));
    await page.getByRole('button', { name: /Import a sheet/ }).click();
    await page.locator('input[type=file]').last().setInputFiles(file);
    await kill();
    await page.getByRole('button', { name: 'Keep 13 entries' }).click();
    await expect.poll(async () => (await readRecords(world, 'meetings')).length).toBe(13);
    const ledger = await readLedger(world);
    expect(ledger.meetings.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(780);
    const verdicts = judge(ledger, '2016-11-30T12:00:00Z').filter(({ rule }) => rule === 'hours-or-meetings');
    expect(verdicts[0]).toMatchObject({ state: 'met', settledAt: '2016-06-15T23:00:00Z' });
    expect(verdicts[0]!.evidence).toHaveLength(13);
    await page.close();
  });
});
