// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { PopupApp } from '../../src/app/popup/PopupApp.tsx';
import { emptyLedger, type Ledger } from '../../src/domain/ledger.ts';
import type { Message } from '../../src/domain/thread/message.ts';
import { item, monday, now } from '../ui/monday.ts';
import { allByRole, byRole, choose, click, expectAccessible, mount, pageText, press, settle } from '../ui/page.ts';
import { type Fake, fakeDeps } from './fake-deps.ts';

const amina = { id: 'amina', name: 'Amina Okafor', emails: ['amina@uni.example'] };
const me = { id: 'me', name: 'Mia Mentor', emails: ['me@uni.example'] };
const said = (id: string, from: typeof me, at: string, more: Partial<Message> = {}): Message => ({
  id,
  threadId: 't1',
  sentAt: at,
  from: { name: from.name, email: from.emails[0]! },
  to: [{ email: (from === me ? amina : me).emails[0]! }],
  cc: [],
  subject: 'OSCE schedule',
  kind: 'personal',
  seenIn: [{ source: 'gmail-page', at }],
  ...more,
});
const stored: Ledger = {
  ...emptyLedger(),
  people: [amina, me],
  relationships: [
    {
      id: 'cohort',
      programme: 'umms-peer-mentoring',
      me: 'me',
      role: 'mentor',
      mentors: ['me'],
      mentees: ['amina'],
      start: '2026-01-01',
      zone: 'Etc/UTC',
    },
  ],
  messages: [
    said('asked', amina, '2026-03-08T08:00:00Z', { asksReason: 'question', asks: true }),
    said('away', me, '2026-03-08T08:00:02Z', {
      kind: 'auto-reply',
      kindReason: 'auto-submitted',
      seenIn: [
        { source: 'microsoft-mail', at: now },
        { source: 'file', at: now },
      ],
    }),
  ],
  corrections: [{ id: 'c1', message: 'away', at: '2026-03-09T08:00:00Z', kind: 'auto-reply' }],
};

let fake: Fake;
const region = () => byRole('region', 'What decides it');

beforeEach(async () => {
  const owed = item('Amina Okafor', 'late', {
    key: 'turn/t1/amina',
    menteeId: 'amina',
    thread: 't1',
    message: 'asked',
  });
  fake = fakeDeps({ overview: { ...monday(), items: [owed] }, ledger: stored });
  await mount(<PopupApp deps={fake.deps} />);
  allByRole('button')
    .find(({ dataset }) => dataset.row)!
    .focus();
  await press('w');
  await settle();
});

describe('why an item is there', () => {
  it('names the message that decides it: who, when, what kind and why, and where it was seen', async () => {
    const text = region().textContent;
    expect(text).toContain('Amina Okafor');
    expect(text).toMatch(/8:00/);
    expect(text).toContain('Personal: subject and sender look like a person’s; the page shows no headers.');
    expect(text).toContain('A guess');
    expect(text).toContain('Needs an answer: it asks a question.');
    expect(text).toContain('Seen in the Gmail page.');
    await expectAccessible();
  });

  it('names beside it what does not count, and what was said about it', () => {
    const beside = region().querySelector('details')?.textContent ?? '';
    expect(beside).toContain('1 more message, not counted for it');
    expect(beside).toContain('Automatic reply: its header says that a machine sent it.');
    expect(beside).toContain('Seen in your Microsoft mailbox and a mailbox file.');
    expect(beside).toMatch(/You said on .*2026.*: automatic reply\./);
  });

  it('lets each message be corrected there, with a way back', async () => {
    fake.answer = { ok: true, value: { list: 'corrections', id: 'made' } };
    await click(byRole('button', 'Not right? Correct the message of Amina Okafor'));
    await choose(byRole('combobox', 'What it is'), 'bulk');
    await choose(byRole('combobox', 'Needs an answer'), 'no');
    expect(fake.calls.filter(({ call }) => call === 'message.correct').map(({ input }) => input)).toEqual([
      { message: 'asked', kind: 'bulk' },
      { message: 'asked', asks: false },
    ]);
    await expectAccessible();
  });

  it('takes a correction back', async () => {
    await click(byRole('button', 'Take back'));
    expect(fake.calls.at(-1)).toEqual({ call: 'fact.undo', input: { list: 'corrections', id: 'c1' } });
  });

  it('reads again when something changed', async () => {
    stored.corrections.push({ id: 'c2', message: 'asked', at: '2026-03-09T08:10:00Z', asks: false });
    fake.change();
    await settle();
    expect(pageText()).toContain('needs no answer.');
    stored.corrections.pop();
  });
});
