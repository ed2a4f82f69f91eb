// Going away, end to end: five days out of office in the calendar become a plan; the automatic reply is set in Outlook and
// filled in in Gmail's form; the co-mentor is told; coming back early puts everything back.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/domain/ledger.ts';
import type { RuleId } from '../../src/domain/programme/programme.ts';
import { judge } from '../../src/domain/verdict/judge.ts';
import { readHandover } from '../../src/files/handover.ts';
import { cohort, coMentor, hana, me, victor } from '../standin/semester/cast.ts';
import { ledgerBackup } from '../standin/semester.ts';
import { readLedger, readRecords } from './stored.ts';
import { allowSites, restore, says, startWorld, type World } from './world.ts';

const patient = { timeout: 15_000 };
const dates = { from: '2026-03-16', to: '2026-03-20', returns: '2026-03-21' };

/** The cohort as the co-mentor's own Waymark has it: one of its mentees is not in there, and there is no other relationship. */
function ofCoMentor(ledger: Ledger, unknown: string): Ledger {
  const [shared] = ledger.relationships;
  const mentees = shared!.mentees.filter((id) => id !== unknown);
  return { ...ledger, accounts: [], mailboxes: [], relationships: [{ ...shared!, me: coMentor.id, mentees }] };
}

/** Beside the cohort, a mentee of the programme that counts days away. */
function withDays(ledger: Ledger): Ledger {
  const { start, zone } = ledger.relationships[0]!;
  const pair = { id: 'r-days', programme: 'temerty-peer-mentorship', role: 'mentor', me: me.id, start, zone } as const;
  return { ...ledger, relationships: [...ledger.relationships, { ...pair, mentors: [me.id], mentees: [victor.id] }] };
}

describe('a mentor who goes away for five days', () => {
  let world: World;
  let planner: Page;
  let sheet = '';

  beforeAll(async () => {
    world = await startWorld();
    const { book } = world.standin.microsoft;
    const trip = { key: 'trip', title: 'Trip', start: dates.from, end: dates.returns };
    book.add({ ...book.event('leave'), ...trip });
    await (await restore(world, withDays(ledgerBackup(world.semester)))).close();
    await allowSites(world);
    const sources = await world.waymark.open(world.waymark.url('dashboard.html#sources'));
    await sources.getByRole('button', { name: 'Connect Microsoft', exact: true }).click();
    await says(sources.getByRole('region', { name: 'Microsoft account ' }), 'Up to date');
    await sources.close();
    planner = await world.waymark.open(world.waymark.url('dashboard.html#away'));
  });
  afterAll(() => world?.close());

  const task = (title: string | RegExp): Locator => planner.getByRole('listitem').filter({ hasText: title });
  const prepare = async (title: string): Promise<Locator> => {
    const toggle = planner.getByRole('button', { name: new RegExp(`^(Prepare|Close): ${title}$`) });
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
    return task(title).first();
  };
  const outlook = () => world.standin.microsoft.autoReply();
  const wait = (check: () => unknown, value: unknown) => expect.poll(check, patient).toEqual(value);
  /** As the rules say it of what is stored now, each state once. */
  const statesOf = async (...rules: RuleId[]) => {
    const verdicts = judge(await readLedger(world), world.waymark.now()).filter(({ rule }) => rules.includes(rule));
    return [...new Set(verdicts.map(({ rule, state }) => `${rule} ${state}`))].toSorted();
  };
  /** Does something that opens a tab, and gives the tab. */
  const opened = async (act: () => Promise<void>): Promise<Page> => {
    const page = world.waymark.context.waitForEvent('page');
    await act();
    return page;
  };

  it('is offered the days that the calendar has, and plans them', async () => {
    await planner
      .getByRole('region', { name: 'In your calendar' })
      .getByRole('button', { name: /^Plan it: .*16/ })
      .click();
    await planner.getByRole('dialog').getByRole('button', { name: 'Plan it' }).click();
    for (const title of ['Set an automatic message', 'Tell Daniel Osei', 'Tell your 14 mentees'])
      await task(title).first().waitFor();
    expect(await readRecords(world, 'away')).toMatchObject([dates]);
    const open = ['away-message open', 'away-tell-co-mentor open', 'away-tell-mentees open'];
    expect(await statesOf('away-message', 'away-tell-co-mentor', 'away-tell-mentees')).toEqual(open);
  });

  it('is told when Gmail’s form is not the one that is known, and nothing is filled in', async () => {
    world.standin.breakGmail();
    const row = await prepare('Set an automatic message');
    const page = await opened(() => row.getByRole('button', { name: 'Fill in Gmail' }).click());
    await row.getByText(/Gmail’s form looks different/).waitFor();
    expect(await page.getByLabel('Subject').inputValue()).toBe('');
    world.standin.breakGmail(false);
    await page.close();
    await row.getByRole('button', { name: 'Copy text and show the steps' }).click();
    await row
      .getByText(/First day: Monday/)
      .or(row.getByText(/Start: Monday/))
      .waitFor();
  });

  it('has the form filled in, in Gmail’s own way, and saves it there', async () => {
    const row = await prepare('Set an automatic message');
    const page = await opened(() => row.getByRole('button', { name: 'Fill in Gmail' }).click());
    await row
      .getByText(/Look it over in Gmail/)
      .first()
      .waitFor();
    expect(world.standin.google.vacation.now.enableAutoReply).toBe(false);
    expect(await page.getByRole('textbox', { name: 'First day' }).inputValue()).toBe('March 16, 2026');
    expect(await page.getByRole('textbox', { name: 'Last day' }).inputValue()).toBe('March 20, 2026');
    await page.getByRole('button', { name: 'Save Changes' }).click();
    await wait(() => world.standin.google.vacation.now.enableAutoReply, true);
    const { startTime, endTime, responseBodyHtml } = world.standin.google.vacation.now;
    expect([startTime, endTime].map((at) => new Date(Number(at)).toISOString())).toEqual([
      '2026-03-16T04:00:00.000Z',
      '2026-03-21T04:00:00.000Z',
    ]);
    expect(responseBodyHtml).toMatch(/back on Saturday, March 21, 2026|back on Saturday, 21 March 2026/);
    await page.close();
  });

  it('changes nothing in Outlook where access to its settings is refused', async () => {
    world.standin.signIn.fail('microsoft', 'access_denied');
    const row = await prepare('Set an automatic message');
    await row.getByRole('button', { name: 'Set in Outlook' }).click();
    await row.getByText(/does not allow Waymark to set it/).waitFor();
    expect(outlook()).toMatchObject({ status: 'disabled', writes: 0 });
    expect((await readRecords(world, 'away'))[0]?.replies ?? []).toEqual([]);
  });

  it('sees what somebody else set in between, and replaces it only when told to', async () => {
    let reads = 0;
    world.standin.onApiRequest = ({ path, method }) => {
      // After it was read and before it is written.
      if (method === 'GET' && path.includes('automaticRepliesSetting') && ++reads === 2)
        world.standin.microsoft.changeAutoReply({ status: 'alwaysEnabled', internalReplyMessage: 'Set by the office' });
    };
    const row = await prepare('Set an automatic message');
    await row.getByRole('button', { name: 'Set in Outlook' }).click();
    await row.getByText('Set by the office').waitFor();
    world.standin.onApiRequest = undefined;
    expect(outlook()).toMatchObject({ status: 'alwaysEnabled', writes: 0 });
    await row.getByRole('button', { name: 'Replace it' }).click();
    await task(/Automatic message set/)
      .first()
      .waitFor();
    expect(outlook()).toMatchObject({ status: 'scheduled', externalAudience: 'all', writes: 1 });
    expect(outlook().scheduledStartDateTime.dateTime).toMatch(/^2026-03-16T04:00/);
    expect(outlook().scheduledEndDateTime.dateTime).toMatch(/^2026-03-21T04:00/);
    expect(outlook().internalReplyMessage).toMatch(/will be back on Saturday.*2026/);
    expect(await statesOf('away-message')).toEqual(['away-message met']);
  });

  it('gives out a handover sheet that quotes nothing', async () => {
    const row = await prepare('Tell Daniel Osei');
    const download = planner.waitForEvent('download');
    await row.getByRole('button', { name: 'Save the handover sheet' }).click();
    sheet = readFileSync(await (await download).path(), 'utf8');
    const read = readHandover(sheet);
    expect(read.ok && read.sheet.mentees.map(({ name }) => name)).toEqual(cohort.map(({ name }) => name));
    expect(read.ok && read.sheet.mentees.flatMap(({ threads }) => threads).length).toBeGreaterThan(0);
    for (const { subject } of await readRecords(world, 'messages'))
      if (subject.length > 8) expect(sheet).not.toContain(subject);
  });

  it('has a mail to the co-mentor with the handover in it, and is ticked once it is among the sent', async () => {
    const row = await prepare('Tell Daniel Osei');
    const page = await opened(() => row.getByRole('button', { name: 'Write the mail' }).click());
    expect(await page.getByRole('textbox', { name: 'To' }).inputValue()).toBe(coMentor.emails[0]);
    await page.getByRole('button', { name: /^Send/ }).click();
    await page.getByText('Your message has been sent.').waitFor();
    const mail = world.standin.state().at(-1)!;
    expect(mail).toMatchObject({ to: [{ email: coMentor.emails[0] }], subject: expect.stringContaining('16') });
    expect(mail.body).toMatch(/look after our mentees|handover sheet is attached/);
    expect((await readRecords(world, 'notices')).length).toBe(0);
    await page.goto('https://mail.google.com/mail/u/0/#sent');
    await task(/Daniel Osei told/)
      .first()
      .waitFor();
    expect(await readRecords(world, 'notices')).toMatchObject([
      { to: coMentor.id, returns: dates.returns, message: mail.id },
    ]);
    expect(await statesOf('away-tell-co-mentor')).toEqual(['away-tell-co-mentor met']);
    await page.close();
  });

  it('writes to the mentees in Bcc, none of whom sees the others', async () => {
    const row = await prepare('Tell your 14 mentees');
    const page = await opened(() => row.getByRole('button', { name: 'Write the mail' }).click());
    const fields = ['To', 'Bcc'].map((name) => page.getByRole('textbox', { name, exact: true }).inputValue());
    expect(await Promise.all(fields)).toEqual(['', cohort.map(({ emails }) => emails[0]).join(',')]);
    await page.close();
    await planner.getByRole('button', { name: 'Told: Tell your 14 mentees' }).click();
    await planner.getByText('All that the programmes ask for is done.').waitFor();
    const met = ['away-message met', 'away-tell-co-mentor met', 'away-tell-mentees met'];
    expect(await statesOf('away-message', 'away-tell-co-mentor', 'away-tell-mentees')).toEqual(met);
  });

  it('comes back early, and finds in Outlook what stood there before', async () => {
    await world.waymark.setNow('2026-03-18T13:00:00Z');
    await planner.reload();
    await planner.getByRole('button', { name: 'I am back' }).click();
    await planner.getByRole('dialog').getByRole('button', { name: 'I am back' }).click();
    await wait(() => outlook().status, 'alwaysEnabled');
    expect(outlook().internalReplyMessage).toContain('Set by the office');
    await wait(
      async () => (await readRecords(world, 'away'))[0],
      expect.objectContaining({
        to: '2026-03-17',
        returns: '2026-03-18',
        replies: [expect.objectContaining({ restoredAt: expect.any(String) })],
      }),
    );
    const met = ['away-message met', 'away-tell-co-mentor met', 'away-tell-mentees met'];
    expect(await statesOf('away-message', 'away-tell-co-mentor', 'away-tell-mentees')).toEqual(met);
    expect(world.standin.complaints).toEqual([]);
  });

  describe('and whose co-mentor covers', () => {
    const card = () => planner.getByRole('region', { name: 'Cover for a co-mentor' });
    const take = (text: string) =>
      card()
        .locator('input[type=file]')
        .setInputFiles({ name: 'handover.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    const handed = async () => (await readRecords(world, 'notices')).filter((notice) => notice.handed);

    beforeAll(async () => {
      await (await restore(world, ofCoMentor(ledgerBackup(world.semester), hana.id))).close();
    });
    beforeEach(async () => {
      await planner.reload();
      await card().waitFor();
    });

    it.each([
      [
        'cut off in the middle',
        () => sheet.slice(0, sheet.length / 2),
        'This is not a handover sheet. Nothing was taken over.',
      ],
      ['not one at all', () => 'Dear Daniel', 'This is not a handover sheet. Nothing was taken over.'],
      [
        'made to harm',
        () => sheet.replace('{', '{ "__proto__": { "away": true },'),
        'This is not a handover sheet. Nothing was taken over.',
      ],
      [
        'of a newer Waymark',
        () => sheet.replace('"version": 1', '"version": 9'),
        'A newer Waymark wrote this sheet. Update yours, then take it over.',
      ],
    ])('is told in a sentence that a sheet is %s, and nothing is taken over', async (_what, compose, sentence) => {
      await take(compose());
      await says(card(), sentence);
      expect(await handed()).toEqual([]);
    });

    it('takes the sheet over, sees whom it is about, and gives it back', async () => {
      const read = readHandover(sheet);
      if (!read.ok) throw new Error('the sheet was not saved');
      const known = read.sheet.mentees.filter(({ name }) => name !== hana.name);
      const threads = known.flatMap((mentee) => mentee.threads);
      await take(sheet);
      await says(card(), `You cover for ${me.name}: ${known.length} mentees, ${threads.length} open threads.`);
      const taken = planner.getByRole('region', { name: `You cover for ${me.name}` });
      const [first] = known.filter((mentee) => mentee.threads.length > 0);
      for (const words of [first!.name, /waits for/, '1 of the sheet’s mentees not known here'])
        await says(taken, words);
      expect(await handed()).toMatchObject([
        { to: coMentor.id, returns: dates.returns, handed: { by: me.id, relationship: 'r-cohort', unknown: 1 } },
      ]);
      await taken.getByRole('button', { name: `Remove: ${me.name}` }).click();
      await taken.waitFor({ state: 'detached' });
      expect(await handed()).toEqual([]);
    });
  });
});
