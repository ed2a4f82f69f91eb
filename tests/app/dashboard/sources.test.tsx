// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { DashboardApp } from '../../../src/app/dashboard/DashboardApp.tsx';
import type { PageDeps } from '../../../src/app/page-deps.ts';
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import type { Account, Calendar, Provider } from '../../../src/domain/meeting/calendar.ts';
import '../../../src/files/icalendar.ts';
import type { Answer } from '../../../src/messages/contract.ts';
import { monday } from '../../ui/monday.ts';
import {
  allByRole,
  byRole,
  click,
  expectAccessible,
  give,
  mount,
  nameOf,
  pageText,
  settle,
  type,
  until,
} from '../../ui/page.ts';
import { type Fake, fakeDeps } from '../fake-deps.ts';

const id = 'google mira@school.example';
const account = (more: Partial<Account> = {}): Account => ({
  id,
  provider: 'google',
  address: 'mira@school.example',
  connectedAt: '2026-03-01T08:00:00Z',
  ...more,
});
const calendar = (name: string, more: Partial<Calendar> = {}): Calendar => ({
  id: `${id} ${name}`,
  account: id,
  provider: 'google',
  calendar: name,
  name,
  chosen: true,
  syncedAt: '2026-03-09T11:00:00Z',
  cursor: { changes: 's' },
  ...more,
});
const since = '2026-03-09T10:00:00Z';

let fake: Fake;

async function open(stored: Partial<Ledger> = {}, change: Partial<PageDeps> = {}, place = '#sources'): Promise<void> {
  location.hash = place;
  fake = fakeDeps({ overview: monday(), ledger: { ...emptyLedger(), ...stored } });
  fake.answer = { ok: true, value: null };
  await mount(<DashboardApp deps={{ ...fake.deps, ...change }} />);
}
afterEach(() => {
  location.hash = '';
});

const called = (name: string) => fake.calls.filter(({ call }) => call === name).map(({ input }) => input);
const region = (name: string) => byRole('region', name).textContent ?? '';
const answer = (value: unknown): Answer<unknown> => ({ ok: true, value });

describe('connecting an account', () => {
  it('says before it is done what is read, and that nothing is sent', async () => {
    await open();
    for (const name of ['Google account', 'Microsoft account']) {
      expect(region(name)).toContain('title, time and guests');
      expect(region(name)).toContain('nothing is sent');
    }
    await expectAccessible();
  });

  it('shows that it waits for the person, and takes no second click', async () => {
    const held = Promise.withResolvers<Answer<unknown>>();
    await open({}, { ask: (async () => held.promise) as PageDeps['ask'] });
    await click(byRole('button', 'Connect Google'));
    expect(byRole<HTMLButtonElement>('button', 'Waiting for Google…').disabled).toBe(true);
    expect(region('Google account')).toContain('Sign in on the page that opened.');
    expect(byRole<HTMLButtonElement>('button', 'Connect Microsoft').disabled).toBe(false);
    held.resolve(answer({ done: true, account: id }));
    await settle();
    expect(pageText()).toContain('Google is connected');
  });

  it.each([
    ['closed-by-person', 'was closed, so nothing was connected'],
    ['refused', 'was told not to allow it'],
    ['scope-missing', 'Leave the box for your calendar ticked'],
    ['offline', 'Check the connection'],
    ['failed', 'did not work, and nothing was connected'],
  ])('that ends with %s says so and can be tried again', async (code, sentence) => {
    await open();
    fake.answer = answer({ done: false, code });
    await click(byRole('button', 'Connect Microsoft'));
    expect(called('account.connect')).toEqual([{ provider: 'microsoft' }]);
    expect(region('Microsoft account')).toContain(sentence);
    expect(region('Google account')).not.toContain(sentence);
    expect(byRole<HTMLButtonElement>('button', 'Connect Microsoft').disabled).toBe(false);
    await expectAccessible();
  });

  it('is not offered without a client; the settings are', async () => {
    await open({}, { builtInClients: ['microsoft'] as Provider[] });
    expect(byRole<HTMLButtonElement>('button', 'Connect Google').disabled).toBe(true);
    expect(byRole<HTMLButtonElement>('button', 'Connect Microsoft').disabled).toBe(false);
    await click(byRole('button', 'Open settings'));
    expect(fake.opened).toEqual(['dashboard#settings']);
  });

  it('is offered with the institution’s own client', async () => {
    const settings = { id: 'settings' as const, zone: 'UTC', warnHoursBefore: 6, notify: true, welcomed: true };
    await open({ settings: [{ ...settings, clients: { google: { id: 'own' } } }] }, { builtInClients: [] });
    expect(byRole<HTMLButtonElement>('button', 'Connect Google').disabled).toBe(false);
    expect(byRole<HTMLButtonElement>('button', 'Connect Microsoft').disabled).toBe(true);
  });
});

describe('a connected account', () => {
  const calendars = [calendar('Zoology'), calendar('Mine', { primary: true }), calendar('Holidays', { chosen: false })];

  it('shows whose it is, its calendars with the primary one first, and when they were read', async () => {
    await open({ accounts: [account()], calendars });
    const text = region('Google account mira@school.example');
    expect(text).toContain('Up to date');
    expect(text).toContain('last read');
    expect(allByRole('checkbox').map((box) => [nameOf(box), (box as HTMLInputElement).checked])).toEqual([
      ['Mine', true],
      ['Holidays', false],
      ['Zoology', true],
    ]);
    await expectAccessible();
  });

  it('says that it is being read until a run has come to its end', async () => {
    const { syncedAt: _, ...never } = calendar('Mine');
    await open({ accounts: [account()], calendars: [never, calendar('Other', { cursor: { page: 'p' } })] });
    expect(region('Google account mira@school.example')).toContain('not read in full yet');
    expect(region('Google account mira@school.example').match(/Being read/g)).toHaveLength(3);
  });

  it('has its calendars chosen and left out by their ticks', async () => {
    await open({ accounts: [account()], calendars });
    await click(byRole('checkbox', 'Holidays'));
    await click(byRole('checkbox', 'Zoology'));
    expect(called('calendar.choose')).toEqual([
      { calendar: `${id} Holidays`, chosen: true },
      { calendar: `${id} Zoology`, chosen: false },
    ]);
  });

  it.each([
    ['signed-out', 'Sign in again', 'account.connect', { provider: 'google', account: id }],
    ['scope-missing', 'Sign in again', 'account.connect', { provider: 'google', account: id }],
    ['offline', 'Try again', 'calendar.sync', { account: id }],
    ['server', 'Try again', 'calendar.sync', { account: id }],
  ] as const)('that has the problem %s offers “%s”', async (code, button, call, input) => {
    await open({ accounts: [account({ problem: { code, since } })], calendars });
    expect(region('Google account mira@school.example')).not.toContain('Up to date');
    await expectAccessible();
    fake.answer = answer({ done: true, account: id });
    await click(byRole('button', button));
    expect(called(call)).toEqual([input]);
  });

  it('says in its own card why signing in again did not work, and in no other', async () => {
    await open({ accounts: [account({ problem: { code: 'signed-out', since } })], calendars });
    fake.answer = answer({ done: false, code: 'server' });
    await click(byRole('button', 'Sign in again'));
    const said = 'Google has trouble answering, so nothing has changed. Try again later.';
    expect(region('Google account mira@school.example')).toContain(said);
    expect(region('Another Google account')).not.toContain('trouble');
    await expectAccessible();
  });

  it('that was asked to wait says so and has no button for it', async () => {
    await open({ accounts: [account({ problem: { code: 'rate-limited', since } })], calendars });
    expect(region('Google account mira@school.example')).toContain('short pause');
    expect(allByRole('button', /again/)).toEqual([]);
  });

  it('tells of a calendar that was shared away, and of it alone', async () => {
    const away = calendar('Team', { problem: { code: 'not-shared', since } });
    await open({ accounts: [account()], calendars: [calendar('Mine'), away] });
    const rows = [...document.querySelectorAll('.calendar-row')].map(({ textContent }) => textContent);
    expect(rows[0]).toMatch(/^MineRead/);
    expect(rows[1]).toContain('no longer shared');
  });

  it('is read at once when asked to', async () => {
    await open({ accounts: [account()], calendars });
    await click(byRole('button', 'Read now'));
    expect(called('calendar.sync')).toEqual([{ account: id }]);
  });

  it.each([true, false])('is disconnected after a question; its events are forgotten: %s', async (events) => {
    await open({ accounts: [account()], calendars });
    await click(byRole('button', 'Disconnect'));
    const dialog = byRole('dialog');
    expect(dialog.textContent).toContain('Meetings you logged stay');
    await expectAccessible();
    if (!events) await click(byRole('checkbox', /^Also forget the events/));
    expect(called('account.disconnect')).toEqual([]);
    fake.answer = answer({ revoked: events });
    await act(() => dialog.querySelector('form')?.requestSubmit());
    await settle();
    expect(called('account.disconnect')).toEqual([{ account: id, events }]);
    expect(pageText()).toContain(events ? 'access was ended at Google' : 'myaccount.google.com/connections');
    expect(allByRole('dialog')).toEqual([]);
  });

  it('stays when disconnecting failed, and says why', async () => {
    await open({ accounts: [account()], calendars });
    await click(byRole('button', 'Disconnect'));
    fake.answer = { ok: false, code: 'no-answer' };
    await act(() => byRole('dialog').querySelector('form')?.requestSubmit());
    await settle();
    expect(byRole('dialog').textContent).toContain('did not answer');
  });
});

describe('a calendar file', () => {
  const file = () => document.querySelector<HTMLElement>('section[aria-label="Calendar file"] input[type=file]')!;
  const ics = (...events: string[]) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n');
  const event = (uid: string, start: string) =>
    ['BEGIN:VEVENT', `UID:${uid}`, `DTSTART:${start}`, 'DURATION:PT1H', 'SUMMARY:With Amina', 'END:VEVENT'].join(
      '\r\n',
    );

  async function bring(name: string, text: string): Promise<void> {
    await give(file(), name, text);
    await until(() => {
      expect(document.querySelector('progress')).toBeNull();
    });
  }

  it('is read in the page, stored, and counted', async () => {
    await open();
    fake.answer = answer({ added: 1, changed: 0, same: 1 });
    await bring(
      'term.ics',
      ics(event('a', '20260302T100000Z'), event('b', '20260303T100000Z'), event('old', '19990101T100000Z')),
    );
    const [sent] = called('calendar.import') as { name: string; events: { uid: string }[]; last: boolean }[];
    expect(sent).toMatchObject({ name: 'term.ics', last: true });
    expect(sent?.events.map(({ uid }) => uid)).toEqual(['a', 'b']);
    expect(region('Calendar file')).toContain('term.ics: 1 event added, 1 known already.');
    await expectAccessible();
  });

  it('that is partly broken keeps what could be read, and lists the rest by line', async () => {
    await open();
    fake.answer = answer({ added: 1, changed: 0, same: 0 });
    await bring(
      'odd.ics',
      ics(event('a', '20260302T100000Z'), 'BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:No time\r\nEND:VEVENT'),
    );
    expect(region('Calendar file')).toContain('1 event added');
    expect(region('Calendar file')).toContain('1 thing could not be read as written');
    expect(allByRole('rowheader').map(nameOf)).toEqual(['8']);
    await expectAccessible();
  });

  it.each([
    ['page.html', '<html><body>no calendar</body></html>'],
    ['photo.ics', '\u0000\u0001\u0002'],
    ['empty.ics', ''],
  ])('%s is no calendar: one sentence, and nothing is stored', async (name, text) => {
    await open();
    await bring(name, text);
    expect(byRole('alert').textContent).toContain(`“${name}” is no calendar file.`);
    expect(called('calendar.import')).toEqual([]);
  });

  it('can be stopped', async () => {
    await open();
    const held = Promise.withResolvers<Answer<unknown>>();
    fake.deps.ask = (async () => held.promise) as PageDeps['ask'];
    await mount(<DashboardApp deps={fake.deps} />);
    const many = Array.from({ length: 700 }, (_, at) => event(`e${at}`, '20260302T100000Z'));
    await give(file(), 'many.ics', ics(...many));
    await click(byRole('button', 'Stop'));
    held.resolve(answer({ added: 500, changed: 0, same: 0 }));
    await until(() => {
      expect(region('Calendar file')).toContain('Stopped.');
    });
  });
});

describe('the institution’s clients', () => {
  const save = async () => {
    await click(byRole('button', 'Save'));
    return (called('settings.save') as { settings: { clients?: unknown } }[])[0]?.settings.clients;
  };

  it('are entered with what belongs to them', async () => {
    await open({}, {}, '#settings');
    expect(region('Signing in to calendars')).toContain('https://waymark.example/');
    await type(byRole('textbox', 'Google client id'), ' 123.apps.googleusercontent.com ');
    const secret = document.querySelector<HTMLElement>('input[type=password]')!;
    expect(nameOf(secret)).toBe('Google client secret');
    await type(secret, 'SECRET');
    await type(byRole('textbox', 'Microsoft client id'), 'guid');
    await type(byRole('textbox', 'Microsoft directory'), 'school.example');
    await expectAccessible();
    expect(await save()).toEqual({
      google: { id: '123.apps.googleusercontent.com', secret: 'SECRET' },
      microsoft: { id: 'guid', tenant: 'school.example' },
    });
  });

  it('are none when their ids are emptied', async () => {
    await open({}, {}, '#settings');
    await type(byRole('textbox', 'Google client id'), 'x');
    await type(byRole('textbox', 'Google client id'), '');
    expect(await save()).toBeUndefined();
  });
});
