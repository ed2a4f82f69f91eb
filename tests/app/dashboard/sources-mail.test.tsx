// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { DashboardApp } from '../../../src/app/dashboard/DashboardApp.tsx';
import type { PageDeps } from '../../../src/app/page-deps.ts';
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import type { Account } from '../../../src/domain/meeting/calendar.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import type { Mailbox } from '../../../src/domain/thread/mailbox.ts';
import '../../../src/files/mailbox.ts';
import '../../../src/files/mailbox/own-reply.ts';
import type { Answer } from '../../../src/messages/contract.ts';
import { people, relationship } from '../../domain/build.ts';
import { monday } from '../../ui/monday.ts';
import { allByRole, byRole, click, expectAccessible, give, mount, pageText, until } from '../../ui/page.ts';
import { type Fake, fakeDeps } from '../fake-deps.ts';

const account = (provider: 'google' | 'microsoft', more: Partial<Account> = {}): Account => ({
  id: `${provider} mia`,
  provider,
  address: 'mia@uni.example',
  connectedAt: '2026-03-01T08:00:00Z',
  ...more,
});
const folder = (name: Mailbox['folder'], more: Partial<Mailbox> = {}): Mailbox => ({
  id: `microsoft mia ${name}`,
  account: 'microsoft mia',
  provider: 'microsoft',
  folder: name,
  from: '2026-01-01T05:00:00Z',
  syncedAt: '2026-03-09T08:00:00Z',
  ...more,
});
const since = '2026-03-09T07:00:00Z';

// The runtime's files have no stream; a browser's do.
Blob.prototype.stream ??= function stream(this: Blob) {
  return new ReadableStream({
    start: async (controller) => {
      controller.enqueue(new Uint8Array(await this.arrayBuffer()));
      controller.close();
    },
  });
};

let fake: Fake;

async function open(stored: Partial<Ledger> = {}, change: Partial<PageDeps> = {}): Promise<void> {
  location.hash = '#sources';
  fake = fakeDeps({ overview: monday(), ledger: { ...emptyLedger(), ...stored } });
  fake.answer = { ok: true, value: null };
  await mount(<DashboardApp deps={{ ...fake.deps, ...change }} />);
}
afterEach(() => {
  location.hash = '';
});

const called = (name: string) => fake.calls.filter(({ call }) => call === name).map(({ input }) => input);
const card = (name: string) => byRole('region', `${name} account mia@uni.example`).textContent ?? '';
const answer = (value: unknown): Answer<unknown> => ({ ok: true, value });

describe('the mail of a connected account', () => {
  it('is offered with what would be read, and what not', async () => {
    await open({ accounts: [account('microsoft')] });
    expect(card('Microsoft')).toContain('who wrote, when, and the subject');
    expect(card('Microsoft')).toContain('never the text');
    expect(card('Microsoft')).toContain('Shared mailboxes are not read');
    await expectAccessible();
    fake.answer = answer({ done: true, account: 'microsoft mia' });
    await click(byRole('button', 'Read mail headers too'));
    expect(called('mail.connect')).toEqual([{ provider: 'microsoft', account: 'microsoft mia' }]);
    expect(pageText()).toContain('Mail headers are read from now on');
  });

  it.each([
    ['scope-missing', 'that box was left empty'],
    ['refused', 'was told not to allow it'],
    ['closed-by-person', 'so nothing has changed'],
  ])('that was not allowed (%s) says so, and can be asked for again', async (code, sentence) => {
    await open({ accounts: [account('microsoft')] });
    fake.answer = answer({ done: false, code });
    await click(byRole('button', 'Read mail headers too'));
    expect(card('Microsoft')).toContain(sentence);
    expect(byRole<HTMLButtonElement>('button', 'Read mail headers too').disabled).toBe(false);
    await expectAccessible();
  });

  it('of Gmail is read on its page, unless the institution has a client of its own', async () => {
    await open({ accounts: [account('google')] });
    expect(card('Google')).toContain('Gmail is read on its page');
    expect(allByRole('button', 'Read mail headers too')).toEqual([]);
    await click(byRole('button', 'Open settings'));
    expect(fake.opened).toEqual(['dashboard#settings']);
    await open({
      accounts: [account('google')],
      settings: [{ ...defaultSettings('UTC'), clients: { google: { id: 'own' } } }],
    });
    fake.answer = answer({ done: true, account: 'google mia' });
    await click(byRole('button', 'Read mail headers too'));
    expect(called('mail.connect')).toEqual([{ provider: 'google', account: 'google mia' }]);
  });

  it('shows of each folder when it was read, and from when on all are', async () => {
    const { syncedAt: _, ...never } = folder('archive');
    await open({ accounts: [account('microsoft')], mailboxes: [folder('inbox'), folder('sent'), never] });
    const rows = [...document.querySelectorAll('.mail-part .calendar-row')].map(({ textContent }) => textContent);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/^Inbox.*Read/);
    expect(rows).toContainEqual('ArchiveBeing read');
    expect(card('Microsoft')).not.toContain('Read from');
    await open({ accounts: [account('microsoft')], mailboxes: [folder('inbox'), folder('sent')] });
    expect(card('Microsoft')).toMatch(/Read from .*1.* on\./);
    await expectAccessible();
  });

  it.each([
    ['scope-missing', 'was not allowed to show mail headers', 'Sign in again', 'mail.connect'],
    ['offline', 'could not be reached', 'Try again', 'mail.sync'],
    ['server', 'has trouble answering', 'Try again', 'mail.sync'],
  ] as const)('with the problem %s says what, and offers what helps', async (code, sentence, button, call) => {
    await open({ accounts: [account('microsoft')], mailboxes: [folder('inbox', { problem: { code, since } })] });
    expect(card('Microsoft')).toContain(sentence);
    fake.answer = answer({ done: true, account: 'microsoft mia' });
    await click(byRole('button', button));
    expect(called(call)).toHaveLength(1);
  });

  it('tells a problem of the whole account once', async () => {
    const problem = { code: 'signed-out' as const, since };
    await open({ accounts: [account('microsoft', { problem })], mailboxes: [folder('inbox', { problem })] });
    expect(card('Microsoft').match(/asks you to sign in again/g)).toHaveLength(1);
  });

  it('is read now, and no longer, when asked to', async () => {
    await open({ accounts: [account('microsoft')], mailboxes: [folder('inbox')] });
    await click(byRole('button', 'Read now'));
    await click(byRole('button', 'Stop reading mail'));
    expect(called('calendar.sync')).toEqual([{ account: 'microsoft mia' }]);
    expect(called('mail.sync')).toEqual([{ account: 'microsoft mia' }]);
    expect(called('mail.disconnect')).toEqual([{ account: 'microsoft mia' }]);
    expect(pageText()).toContain('What was read stays');
  });
});

describe('a mailbox file', () => {
  const file = () => document.querySelector<HTMLElement>('section[aria-label="Mailbox files"] input[type=file]')!;
  const region = () => byRole('region', 'Mailbox files').textContent ?? '';
  const mail = (from: string, to: string, id: string, body = 'Thanks, see you Thursday') =>
    [
      'From x Mon Mar  2 10:00:00 2026',
      `From: ${from}`,
      `To: ${to}`,
      'Subject: Re: A question',
      'Date: Mon, 2 Mar 2026 10:00:00 +0000',
      `Message-ID: <${id}@x>`,
      '',
      body,
      '',
      '',
    ].join('\n');
  const stored = { people, relationships: [relationship()] };

  async function bring(text: string): Promise<void> {
    await give(file(), 'all.mbox', text);
    await until(() => {
      expect(document.querySelector('progress')).toBeNull();
      expect(document.querySelector('.outcomes')?.childElementCount).toBe(1);
    });
  }

  it('is read in the page: what is kept goes to the worker with whether it asks, and without its text', async () => {
    await open(stored);
    fake.answer = answer({ added: 2, changed: 0, same: 0 });
    await bring(
      mail('ana@uni.example', 'me@uni.example', 'a') +
        mail('me@uni.example', 'ana@uni.example', 'b', 'On it.') +
        mail('shop@ads.example', 'me@uni.example', 'c'),
    );
    const [sent] = called('mail.import') as { messages: object[]; last: object }[];
    expect(sent?.messages).toHaveLength(2);
    expect(sent?.messages[0]).toMatchObject({ id: '<a@x>', asks: false, asksReason: 'thanks' });
    expect(sent?.last).toMatchObject({ sent: true, received: true, address: 'me@uni.example' });
    expect(JSON.stringify(sent)).not.toMatch(/Thursday|ads\.example/);
    expect(region()).toContain('all.mbox: 3 messages read, 2 of them with your people: 2 added.');
    expect(region()).toContain('If it is the file of one folder, it covers less');
    await expectAccessible();
  });

  it('with broken messages names each by number, byte and reason', async () => {
    await open(stored);
    fake.answer = answer({ added: 1, changed: 0, same: 0 });
    await bring(`${mail('ana@uni.example', 'me@uni.example', 'a')}From x Mon Mar  2 10:00:00 2026\nSubject: x\n\ny\n`);
    expect(region()).toContain('1 message could not be read; the others were');
    expect(region()).toContain('It names no sender');
    expect(region()).toContain('but no month is covered by it');
    expect(allByRole('rowheader').map((head) => head.textContent)).toContain('2');
    await expectAccessible();
  });

  it('that is none is told in one sentence', async () => {
    await open(stored);
    await bring('\u0000\u0001 no mail');
    expect(byRole('alert').textContent).toContain('“all.mbox” is no mailbox file.');
    expect(called('mail.import')).toEqual([]);
  });

  it('is not asked for before there are people whose mail to keep', async () => {
    await open();
    expect(region()).toContain('Add your mentees');
    expect(file()).toBeNull();
  });
});
