import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { digestMeeting, digestToSign, verifyChain } from '../../../src/domain/meeting/chain.ts';
import type { Message } from '../../../src/domain/thread/message.ts';
import { deadlinesHandlers } from '../../../src/features/deadlines/worker.ts';
import {
  composeNoConfirmation,
  composeTag,
  parseTag,
  planConfirmations,
} from '../../../src/features/meeting-log/confirmations.ts';
import { context, entry, now, pair, signature, start } from './world.ts';

const request = '2026-03-05T09:00:00Z';
const answer = '2026-03-05T12:00:00Z';

function mail(id: string, from: string, sentAt: string, more: Partial<Message> = {}): Message {
  const address = { email: `${from}@example.edu` };
  return { id, threadId: 't1', sentAt, from: address, to: [], cc: [], subject: 'x', kind: 'personal', ...more };
}

const asked = mail('q', 'robin', request);
const meeting = entry('m1');
const subject = `Re: Please confirm our meeting of 4 March ${composeTag(await digestMeeting(meeting))}`;

async function confirmed(messages: Message[], facts: Partial<Ledger> = {}, words = subject) {
  const changes = await planConfirmations(words, messages, pair({ meetings: [meeting], ...facts }));
  return changes.flatMap((change) => ('put' in change && change.list === 'meetings' ? change.put.signatures : []));
}

describe('a confirmation by reply', () => {
  it('is the other’s own answer in the thread whose subject names the entry as it stands', async () => {
    expect(await confirmed([mail('a', 'jun', answer), asked])).toEqual([
      {
        by: 'jun',
        how: 'reply',
        at: answer,
        digest: await digestMeeting(meeting),
        message: 'a',
        seal: { digest: expect.stringMatching(/^[0-9a-f]{64}$/), previous: '' },
      },
    ]);
  });

  it.each<[string, Message[], Partial<Ledger>, string?]>([
    ['before it was asked for', [mail('a', 'jun', '2026-03-04T12:00:00Z'), asked], {}],
    ['that a machine sent', [asked, mail('a', 'jun', answer, { kind: 'auto-reply' })], {}],
    ['that came faster than a person reads', [asked, mail('a', 'jun', '2026-03-05T09:00:40Z')], {}],
    [
      'that was corrected to be automatic',
      [asked, mail('a', 'jun', answer)],
      {
        corrections: [{ id: 'c', message: 'a', at: now, kind: 'auto-reply' }],
      },
    ],
    ['of somebody else', [asked, mail('a', 'ana', answer), mail('b', 'stranger', answer)], {}],
    ['of the owner', [asked, mail('a', 'robin', answer)], {}],
    ['that was said to be none', [asked, mail('a', 'jun', answer)], { refusals: [composeNoConfirmation('a', now)] }],
    ['to an entry that changed since', [asked, mail('a', 'jun', answer)], { meetings: [entry('m1', { minutes: 5 })] }],
    [
      'to what has not been yet',
      [asked, mail('a', 'jun', answer)],
      { meetings: [entry('m1', { outcome: 'planned' })] },
    ],
    ['without the fingerprint', [asked, mail('a', 'jun', answer)], {}, 'Re: Please confirm our meeting of 4 March'],
    ['in a thread that nobody of ours began', [mail('a', 'jun', answer)], {}],
  ])('is none %s', async (_, messages, facts, words) => {
    expect(await confirmed(messages, facts, words)).toEqual([]);
  });

  it('is taken once', async () => {
    const [signature] = await confirmed([asked, mail('a', 'jun', answer)]);
    const signed = { ...meeting, signatures: [signature!] };
    expect(await confirmed([asked, mail('a', 'jun', answer), mail('b', 'jun', now)], { meetings: [signed] })).toEqual(
      [],
    );
  });

  it('of two mentees in one transaction is sealed twice, one after the other', async () => {
    const facts = pair({ meetings: [meeting] });
    facts.relationships[0]!.mentees.push('ana');
    const messages = [asked, mail('a', 'jun', answer), mail('b', 'ana', answer)];
    const changes = await planConfirmations(subject, messages, facts);
    const meetings = changes.flatMap((change) => ('put' in change && change.list === 'meetings' ? [change.put] : []));
    expect(meetings[0]!.signatures.map(({ by }) => by)).toEqual(['jun', 'ana']);
    expect(await verifyChain({ ...facts, meetings })).toEqual([]);
  });

  it('reads the fingerprint in either case, and in no other form', () => {
    expect([parseTag('AW: x [wm 7f3a-91c2]'), parseTag('[WM 7F3A91C2]'), parseTag('WM 7F3A-91C2')]).toEqual([
      '7F3A-91C2',
      null,
      null,
    ]);
  });
});

describe('an open thread in the mail page', () => {
  type Shown = { id: string; from: string; sentAt: string };
  async function see(first: Shown[]) {
    const world = await start(pair({ meetings: [meeting] }));
    const deps = {
      open: async () => world.ledger,
      now: () => now,
      newId: () => 'id',
      nameOf: (source: string) => source,
    };
    const saw = (messages = first) =>
      deadlinesHandlers(deps)['page.saw'](
        {
          source: 'gmail-page',
          owner: 'robin@example.edu',
          at: now,
          zone: 'Europe/Berlin',
          view: { list: 'none', complete: false },
          rows: [],
          thread: {
            threadId: 't1',
            subject,
            messages: messages.map(({ from, ...each }) => {
              return { ...each, from: { email: `${from}@example.edu` }, to: [], cc: [], collapsed: false };
            }),
          },
          unreadable: false,
          disagreements: {},
        },
        context,
      );
    await saw();
    return { ...world, saw };
  }
  const thread = [
    { id: 'q', from: 'robin', sentAt: request },
    { id: 'a', from: 'jun', sentAt: answer },
  ];

  it('closes the entry with the message that confirmed it, once', async () => {
    const { ledger, saw, commits } = await see(thread);
    const [signature] = (await ledger.get('meetings', 'm1'))!.signatures;
    expect(signature).toMatchObject({ by: 'jun', how: 'reply', message: 'a', at: answer });
    expect(await verifyChain(await ledger.readAll())).toEqual([]);
    await saw();
    expect(commits.filter((lists) => lists.includes('meetings'))).toHaveLength(1);
  });

  it('and a signature given in the popup at the same moment follow one another', async () => {
    const { ledger, handlers, saw } = await see([thread[0]!]);
    await handlers['meeting.save']({ meeting: entry('m2'), reviewed: [] }, context);
    const given = await signature(ledger, 'm2', { by: 'me', name: 'Robin Doyle' });
    await Promise.all([saw(thread), handlers['meeting.sign']({ meeting: 'm2', signature: given }, context)]);
    const all = await ledger.readAll();
    expect(all.meetings.map(({ signatures }) => signatures.length)).toEqual([1, 1]);
    expect(await verifyChain(all)).toEqual([]);
  });

  it('is taken back without breaking the chain, and its entry can then be changed and removed', async () => {
    const { ledger, handlers } = await see(thread);
    await handlers['meeting.save']({ meeting: entry('m2'), reviewed: [] }, context);
    const given = await signature(ledger, 'm2', { by: 'me', name: 'Robin Doyle' });
    await handlers['meeting.sign']({ meeting: 'm2', signature: given }, context);
    const unconfirm = () => handlers['meeting.unconfirm']({ meeting: 'm1', message: 'a' }, context);
    await unconfirm();
    await unconfirm();
    const [withdrawal, ...more] = await ledger.getAll('withdrawals');
    expect(more).toEqual([]);
    expect(withdrawal).toMatchObject({ meeting: 'm1', at: now, signature: { by: 'jun', message: 'a' } });
    await handlers['meeting.remove']({ meeting: 'm1' }, context);
    expect(await verifyChain(await ledger.readAll())).toEqual([]);
    expect(await verifyChain({ ...(await ledger.readAll()), withdrawals: [] })).not.toEqual([]);
  });

  it('leaves an entry alone whose message was said to be no confirmation', async () => {
    const { ledger, handlers, saw } = await see(thread);
    await handlers['meeting.unconfirm']({ meeting: 'm1', message: 'a' }, context);
    await saw();
    expect((await ledger.get('meetings', 'm1'))!.signatures).toEqual([]);
  });

  it('keeps the one signature that amendments rest on', async () => {
    const { ledger, handlers } = await see(thread);
    const change = { minutes: 5 };
    await handlers['meeting.amend']({ meeting: 'm1', by: 'me', reason: 'Why', change }, context);
    const unconfirm = handlers['meeting.unconfirm']({ meeting: 'm1', message: 'a' }, context);
    await expect(unconfirm).rejects.toMatchObject({ code: 'not-allowed', detail: 'amended' });
    const { meetings, amendments } = await ledger.readSmall();
    expect(await digestToSign(meetings[0]!, amendments)).toBe(amendments[0]!.digest);
  });
});
