// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
// Places come in when they are gone to; here they are there already.
import '../../../src/app/dashboard/AwayPlace.tsx';
import { DashboardApp } from '../../../src/app/dashboard/DashboardApp.tsx';
import type { Away } from '../../../src/domain/away/away.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import { absence, notice, message as reply } from '../../domain/away/build.ts';
import { address, calendarEvent, message } from '../../domain/build.ts';
import {
  allByRole,
  byRole,
  choose,
  click,
  expectAccessible,
  mount,
  nameOf,
  pageText,
  settle,
  type,
} from '../../ui/page.ts';
import { type AwayWorld, account, makeAwayWorld } from '../away-world.ts';

const now = '2026-03-09T15:00:00Z';
const week = absence('2026-03-12', '2026-03-16', { id: 'a1', relationships: ['r1', 'r2'] });
const office = calendarEvent('Conference', '2026-03-12T00:00:00Z', {
  id: 'office',
  start: '2026-03-12',
  end: '2026-03-17',
  allDay: true,
  kind: 'out-of-office',
});

let world: AwayWorld;
async function open(more: Partial<Ledger> = {}, at = now, place = '#away'): Promise<void> {
  location.hash = place;
  world = await makeAwayWorld(at, more);
  await mount(<DashboardApp deps={world.deps} />);
  await settle();
}
const planned = (more: Partial<Ledger> = {}, away: Away = week, at = now) => open({ away: [away], ...more }, at);
afterEach(() => {
  location.hash = '';
});

const stored = async () => (await world.store.getAll('away'))[0];
const states = async () =>
  judge(await world.store.readAll(), now)
    .filter(({ rule }) => rule.startsWith('away-'))
    .map(({ rule, state }) => `${rule} ${state}`);
const region = (name: string | RegExp) => byRole('region', name).textContent?.replace(/\s+/g, ' ') ?? '';
const press = async (name: string | RegExp) => {
  await click(byRole('button', name));
  await settle();
};
const label = (text: string | RegExp) => {
  const found = [...document.querySelectorAll<HTMLElement>('input, select, textarea')].filter((each) => {
    const name = nameOf(each);
    return typeof text === 'string' ? name === text : text.test(name);
  });
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe('planning an absence', () => {
  it('says what would be there, when there is none', async () => {
    await open();
    expect(pageText()).toContain('No absence planned');
    await expectAccessible();
  });

  it('from two dates shows what it sets off before it is kept, then keeps it', async () => {
    await open();
    await press('Plan an absence');
    await type(label('First day away'), '2026-03-12');
    await type(label('Last day away'), '2026-03-16');
    expect((label('Back on') as HTMLInputElement).value).toBe('2026-03-17');
    expect(pageText()).toContain('5 days in a row is more than 3');
    expect(pageText()).toContain('5 days away is longer than the 24 h in which an answer is due');
    await expectAccessible();
    await press('Plan it');
    expect(await stored()).toMatchObject({
      from: '2026-03-12',
      to: '2026-03-16',
      returns: '2026-03-17',
      relationships: ['r1', 'r2'],
      plannedAt: now,
    });
    expect(region(/^Away /)).toContain('0 of 3 done');
    await expectAccessible();
  });

  it('lets the owner say that they can answer, or cannot', async () => {
    await open();
    await press('Plan an absence');
    await type(label('First day away'), '2026-03-12');
    await type(label('Last day away'), '2026-03-13');
    expect(pageText()).toContain('2 days away is longer than');
    await choose(label('Can you answer from there?'), 'yes');
    expect(pageText()).toContain('No programme asks for anything.');
    await choose(label('Can you answer from there?'), 'no');
    expect(pageText()).toContain('You can’t answer from there');
  });

  it.each([
    ['ends before it begins', '2026-03-12', '2026-03-11', '2026-03-13', 'The last day is before the first.'],
    ['returns before it ends', '2026-03-12', '2026-03-16', '2026-03-15', 'The return comes after the last day away.'],
    ['is over', '2026-02-12', '2026-02-16', '2026-02-17', 'These days are over.'],
    ['is longer than a year', '2026-03-12', '2027-03-13', '2027-03-14', 'Longer than a year'],
  ])('refuses one that %s, and says why', async (_, from, to, returns, sentence) => {
    await open();
    await press('Plan an absence');
    await type(label('First day away'), from);
    await type(label('Last day away'), to);
    await type(label('Back on'), returns);
    expect(pageText()).toContain(sentence);
    await press('Plan it');
    expect(await stored()).toBeUndefined();
    expect(world.calls).not.toContain('away.save');
    await expectAccessible();
  });

  it('asks for days before it says that they are missing', async () => {
    await open();
    await press('Plan an absence');
    expect(pageText()).not.toContain('Choose all three days.');
    await press('Plan it');
    expect(pageText()).toContain('Choose all three days.');
  });

  it('is proposed from the calendar, and not again once it is planned', async () => {
    await open({ events: [office] });
    expect(region('In your calendar')).toContain('Conference');
    await press(/^Plan it: /);
    expect((label('Last day away') as HTMLInputElement).value).toBe('2026-03-16');
    await press('Plan it');
    expect(await stored()).toMatchObject({ event: 'office', from: '2026-03-12' });
    expect(allByRole('region', 'In your calendar')).toEqual([]);
  });
});

describe('the plan', () => {
  const coffee = calendarEvent('Coffee', '2026-03-12T15:00:00Z', { id: 'coffee', attendees: [{ email: address.ana }] });

  it('says what falls inside', async () => {
    await planned(
      { events: [coffee], messages: [message('ana', '2026-03-10T15:00:00Z')] },
      week,
      '2026-03-11T15:00:00Z',
    );
    expect(region('What falls inside')).toMatch(/Meetings.*Ana Alvarez.*Due then.*Ana Alvarez: A question/);
    await expectAccessible();
  });

  it('quotes the clause that each rule comes from', async () => {
    await planned();
    const text = region('What it sets off');
    expect(text).toContain('UMMS peers');
    expect(text).toContain('Temerty peers');
    expect(text).toContain('A mentor away for more than 3 consecutive days sets an automatic message');
  });

  it('empties as things are done, and fills again when they are taken back', async () => {
    await planned({ events: [coffee] });
    expect(await states()).toEqual([
      'away-tell-co-mentor open',
      'away-tell-mentees open',
      'away-tell-mentees open',
      'away-message open',
    ]);
    await press('Told: Tell Cody Comentor');
    await press(/^Told: Tell Ana Alvarez and Ben Bekele/);
    await press(/^Seen to: Move the meeting with Ana/);
    await press('Prepare: Set an automatic message');
    await press('I set it myself');
    expect(await states()).toEqual([
      'away-tell-co-mentor met',
      'away-tell-mentees met',
      'away-tell-mentees met',
      'away-message met',
    ]);
    expect(pageText()).toContain('All that the programmes ask for is done.');
    await expectAccessible();
    await press(/^Take back: Cody Comentor told/);
    await press(/^Take back: Automatic message set/);
    await press(/^Take back: Meeting with Ana Alvarez seen to/);
    expect(await states()).toContain('away-tell-co-mentor open');
    expect(region(/^Away /)).toContain('1 of 3 done');
  });

  it('names who covers only once they were told and agreed', async () => {
    await planned();
    expect(allByRole('checkbox', /agreed to cover/)).toEqual([]);
    await press('Told: Tell Cody Comentor');
    await press('Prepare: Set an automatic message');
    const text = () => (label('Inside your organisation') as HTMLTextAreaElement).value;
    expect(text()).not.toContain('Cody');
    await click(byRole('checkbox', /agreed to cover/));
    await settle();
    expect((await stored())?.cover?.person).toBe('co');
    expect(text()).toContain('Cody Comentor');
  });

  it('shows the mail as it will be, mentees in Bcc', async () => {
    await planned();
    await press(/^Prepare: Tell Ana/);
    expect(region('The mail as it will be')).toContain(`Bcc${address.ana}, ${address.ben}`);
    await choose(label('Language and dates'), 'fr-CA');
    expect(region('The mail as it will be')).toContain('17 mars 2026');
    await expectAccessible();
  });

  it('ticks one person after the other', async () => {
    await planned();
    await press(/^Prepare: Tell Ana/);
    await click(byRole('checkbox', 'Ana Alvarez'));
    await settle();
    expect((await world.store.getAll('notices')).map(({ to }) => to)).toEqual(['ana']);
    expect(region('The mail as it will be')).toContain(`To${address.ben}`);
    await click(byRole('checkbox', 'Ana Alvarez'));
    await settle();
    expect(await world.store.getAll('notices')).toEqual([]);
  });
});

describe('the automatic message', () => {
  const prepare = async (more: Partial<Ledger> = {}) => {
    await planned({ accounts: [account], ...more });
    await press('Prepare: Set an automatic message');
  };

  it('is refused without the date of return, with the reason', async () => {
    await prepare();
    await type(label('Everybody else'), 'I am away.');
    expect(pageText()).toContain('The text has to say when you are back');
    expect(byRole<HTMLButtonElement>('button', 'Set in Outlook').disabled).toBe(true);
    expect(byRole<HTMLButtonElement>('button', 'I set it myself').disabled).toBe(true);
    await expectAccessible();
  });

  it('is set through an account', async () => {
    await prepare();
    await press('Set in Outlook');
    expect((await stored())?.autoMessage?.text).toContain('March 17, 2026');
    expect(await states()).toContain('away-message met');
  });

  it('replaces one that was set elsewhere only when the owner says so', async () => {
    await prepare();
    world.outcome = { done: false, code: 'changed-meanwhile' };
    await press('Set in Outlook');
    expect(region('An automatic reply is set already')).toContain('I am at a workshop.');
    expect((await stored())?.autoMessage).toBeUndefined();
    await expectAccessible();
    await press('Leave it');
    expect(allByRole('region', 'An automatic reply is set already')).toEqual([]);
    await press('Set in Outlook');
    await press('Replace it');
    expect((await stored())?.autoMessage).toBeDefined();
  });

  it.each([
    ['offline', 'can’t be reached'],
    ['scope-missing', 'does not allow Waymark'],
    ['signed-out', 'signed out'],
    ['no-answer', 'did not answer'],
  ] as const)('that could not be set stays on the list and says why: %s', async (code, sentence) => {
    await prepare();
    world.outcome = { done: false, code };
    await press('Set in Outlook');
    expect(byRole('alert').textContent).toContain(sentence);
    expect((await stored())?.autoMessage).toBeUndefined();
    expect(await states()).toContain('away-message open');
  });

  it('says what it will miss', async () => {
    await prepare();
    expect(pageText()).toContain('once in 4 days');
    expect(pageText()).toContain('Mail to mailing lists');
    expect(pageText()).toContain('deadlines stay where they are');
  });

  it('is by hand where no account can set it', async () => {
    await prepare({ accounts: [{ ...account, id: 'google x', provider: 'google' }] });
    expect(allByRole('button', /^Set in/)).toEqual([]);
    await press('I set it myself');
    expect((await stored())?.autoMessage).toBeDefined();
  });
});

describe('while away and after', () => {
  const during = '2026-03-14T15:00:00Z';
  const after = '2026-03-18T15:00:00Z';

  it('can be made longer', async () => {
    await planned({}, { ...week, autoMessage: reply(week, now) }, during);
    await press(/^Stay longer: /);
    await type(label('Last day away'), '2026-03-20');
    await type(label('Back on'), '2026-03-21');
    await press('Save');
    expect(await stored()).toMatchObject({
      to: '2026-03-20',
      extensions: [{ to: '2026-03-16', returns: '2026-03-17' }],
    });
    expect(pageText()).toContain('made longer');
    expect(byRole('button', 'Prepare: Set an automatic message')).toBeDefined();
  });

  it('ends early, and says when an account could not be put back', async () => {
    await planned({}, week, during);
    await press('I am back');
    await expectAccessible();
    world.outcome = { done: false, code: 'offline' };
    await click(allByRole('button', 'I am back').at(-1)!);
    await settle();
    expect(await stored()).toMatchObject({ to: '2026-03-13', returns: '2026-03-14', plannedTo: '2026-03-16' });
    expect(byRole('alert').textContent).toContain('can’t be reached');
  });

  it('refuses a return before it began', async () => {
    await planned({}, week, during);
    await press('I am back');
    await type(label('Back since'), '2026-03-12');
    expect(pageText()).toContain('Remove the absence instead');
    await click(allByRole('button', 'I am back').at(-1)!);
    expect(world.calls).not.toContain('away.back');
  });

  it('shows what waits on return, the oldest first with its own deadline', async () => {
    const messages = [
      message('ben', '2026-03-16T20:00:00Z', { threadId: 'new', subject: 'Newer' }),
      message('ana', '2026-03-13T15:00:00Z', { threadId: 'old', subject: 'Older' }),
    ];
    const notices = [notice(week, 'ana', now)];
    await planned({ messages, notices }, { ...week, autoMessage: reply(week, now) }, after);
    const text = region('Coming back');
    expect(text).toMatch(/may still be on.*Older.*due.*away, told.*Newer/);
    await expectAccessible();
    await click(allByRole('button', /Older/)[0]!);
    expect(world.opened).toEqual(['https://mail.example/old']);
    await press('It is off');
    expect((await stored())?.replyOffAt).toBe(after);
    expect(region('Coming back')).not.toContain('may still be on');
  });

  it('keeps past absences, and forgets one only when asked twice where a reply could not be put back', async () => {
    await planned({}, week, '2026-06-01T15:00:00Z');
    expect(pageText()).toContain('nobody told');
    world.outcome = { done: false, code: 'offline' };
    await press(/^Remove: /);
    await expectAccessible();
    await press('Remove');
    expect(await stored()).toBeDefined();
    await press('Remove anyway');
    expect(await stored()).toBeUndefined();
  });
});
