import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger, ListName } from '../../../src/domain/ledger.ts';
import type { Message } from '../../../src/domain/thread/message.ts';
import type { Sight } from '../../../src/features/deadlines/contract.ts';
import { planIntake } from '../../../src/features/deadlines/intake/plan-intake.ts';
import type { Change } from '../../../src/ledger/ledger.ts';
import { address, ledger } from '../../domain/build.ts';
import { row, seen, seenAt, sight, thread } from './sight.ts';

/** What changes would make of a ledger, as the store would. */
function applied(facts: Ledger, changes: Change[]): Ledger {
  const next: Ledger = { ...facts };
  for (const change of changes) {
    const list = change.list as ListName;
    const id = 'put' in change ? change.put.id : change.remove;
    const others = (next[list] as { id: string }[]).filter((each) => each.id !== id);
    (next as Record<ListName, unknown>)[list] = 'put' in change ? [...others, change.put] : others;
  }
  return next;
}

const plan = (seenNow: Sight, facts: Ledger = ledger()) =>
  planIntake(seenNow, { small: facts, messages: facts.messages });
const taken = (seenNow: Sight, facts: Ledger = ledger()) => applied(facts, plan(seenNow, facts));
const withMessage = (more: Partial<Message>) =>
  ledger({
    messages: [
      {
        id: 'first',
        threadId: 't1',
        sentAt: '2026-02-10T08:00:00Z',
        from: { email: address.ana },
        to: [],
        cc: [],
        subject: 'A question',
        kind: 'personal',
        ...more,
      },
    ],
  });

describe('what an open thread tells', () => {
  it('keeps every message whose id, time and sender the page tells, and nothing of its text', () => {
    const { messages } = taken(
      sight({
        thread: thread([
          seen('ana', 'm1', '2026-02-10T08:00:00Z'),
          seen('me', 'm2', '2026-02-10T09:00:00Z', { to: [{ email: address.ana }] }),
        ]),
      }),
    );
    expect(messages.map((each) => [each.id, each.from.email, each.kind])).toEqual([
      ['m1', address.ana, 'personal'],
      ['m2', address.me, 'personal'],
    ]);
    expect(messages[0]?.seenIn).toEqual([{ source: 'gmail-page', address: address.me, at: seenAt }]);
  });

  it.each([
    ['without an id (just sent, or collapsed)', { id: undefined }],
    ['without a time', { sentAt: undefined }],
    ['without a sender', { from: null }],
  ])('keeps no message %s', (_title, missing) => {
    const { messages } = taken(
      sight({
        thread: thread([
          seen('ana', 'm1', '2026-02-10T08:00:00Z'),
          { ...seen('me', 'm2', '2026-02-10T09:00:00Z'), ...missing } as never,
        ]),
      }),
    );
    expect(messages.map((each) => each.id)).toEqual(['m1']);
  });

  it('keeps nothing of a thread that no mentee takes part in', () => {
    expect(plan(sight({ thread: thread([seen('coordinator', 'm1', '2026-02-10T08:00:00Z')]) }))).toEqual([]);
  });

  it.each([
    ['Automatic reply: A question', 'auto-reply'],
    ['Réponse automatique : question', 'auto-reply'],
    ['Abwesenheitsnotiz: Frage', 'auto-reply'],
    ['Re: Out of Office AutoReply: plans', 'personal'],
    ['I will be out of office on Friday', 'personal'],
    ['Accepted: Coffee @ Thu 12 March', 'calendar'],
    ['Undeliverable: hello', 'bounce'],
  ])('takes a thread with the subject "%s" for %s', (subject, kind) => {
    const { messages } = taken(sight({ thread: thread([seen('ana', 'm1', '2026-02-10T08:00:00Z')], { subject }) }));
    expect(messages[0]?.kind).toBe(kind);
    expect(messages[0]?.kindGuessed).toBe(kind === 'personal' ? undefined : true);
  });

  it('takes what a person answers to an automatic reply for theirs: the subject is the first message’s', () => {
    const both = [seen('ana', 'm1', '2026-02-10T08:00:00Z'), seen('ana', 'm2', '2026-02-12T08:00:00Z')];
    const { messages } = taken(sight({ thread: thread(both, { subject: 'Automatic reply: A question' }) }));
    expect(messages.map(({ kind }) => kind)).toEqual(['auto-reply', 'personal']);
  });

  it.each([
    ['two seconds', '2026-02-10T08:00:02Z', 'auto-reply'],
    ['a minute', '2026-02-10T08:01:00Z', 'personal'],
  ])('takes an answer after %s for what it must be', (_title, at, kind) => {
    const messages = [
      seen('ana', 'm1', '2026-02-10T08:00:00Z'),
      seen('me', 'm2', at, { to: [{ email: address.ana }] }),
    ];
    expect(taken(sight({ thread: thread(messages) })).messages.map((each) => each.kind)).toEqual(['personal', kind]);
  });

  it('fills in recipients that an earlier sight did not show, and forgets none', () => {
    const facts = withMessage({});
    const { messages } = taken(sight({ thread: thread([seen('ana', 'first', '2026-02-10T08:00:00Z')]) }), facts);
    expect(messages[0]?.to).toEqual([{ email: address.me }]);
    const again = taken(sight({ thread: thread([seen('ana', 'first', '2026-02-10T08:00:00Z', { to: [] })]) }), {
      ...facts,
      messages,
    });
    expect(again.messages[0]?.to).toEqual([{ email: address.me }]);
  });
});

describe('what a row tells', () => {
  it('is a message of its only sender', () => {
    expect(taken(sight({ rows: [row(['ana'])] })).messages).toMatchObject([
      { id: 'last', threadId: 't1', from: { email: address.ana }, to: [], sentAt: '2026-02-11T08:00:00Z' },
    ]);
  });

  it('dates the first message too when one person wrote several', () => {
    const rows = [row(['ana'], { count: 3, firstAt: '2026-02-09T08:00:00Z' })];
    expect(taken(sight({ rows })).messages.map((each) => [each.id, each.sentAt])).toEqual([
      ['t1', '2026-02-09T08:00:00Z'],
      ['last', '2026-02-11T08:00:00Z'],
    ]);
  });

  it('is a message of the only one with something unread', () => {
    const senders = [
      { email: address.me, unread: false },
      { email: address.ana, unread: true },
    ];
    expect(taken(sight({ rows: [row([], { senders, unread: true })] })).messages).toMatchObject([
      { from: { email: address.ana } },
    ]);
  });

  it('is only a glimpse when several took part and nobody can say who wrote last', () => {
    const next = taken(sight({ rows: [row(['ana', 'me'])] }));
    expect(next.messages).toEqual([]);
    expect(next.glimpses).toMatchObject([{ id: 'last', threadId: 't1', at: '2026-02-11T08:00:00Z' }]);
  });

  it('tells nothing new when its last message was read, and its glimpse goes when that message is read', () => {
    const glimpsed = taken(sight({ rows: [row(['ana', 'me'])] }));
    const read = taken(
      sight({
        thread: thread([seen('ana', 'm1', '2026-02-10T08:00:00Z'), seen('me', 'last', '2026-02-11T08:00:00Z')]),
      }),
      glimpsed,
    );
    expect(read.glimpses).toEqual([]);
    expect(taken(sight({ rows: [row(['ana', 'me'])] }), read).glimpses).toEqual([]);
  });

  it.each([
    ['names nobody we know', row(['coordinator'])],
    ['has no thread id', row(['ana'], { threadId: undefined as never })],
    ['has no time', row(['ana'], { lastAt: undefined as never })],
  ])('tells nothing when it %s', (_title, each) => {
    expect(plan(sight({ rows: [each] })).filter((change) => change.list !== 'sources')).toEqual([]);
  });

  it.each(['sent', 'other'] as const)('is not read in the list "%s", whose rows name recipients', (list) => {
    expect(plan(sight({ view: { list, complete: false }, rows: [row(['ana'])] }))).toEqual([]);
  });

  it('without addresses is a glimpse in a thread that is known, and nothing else', () => {
    const names = [{ name: 'Ana', email: '' }];
    const outlook = { source: 'outlook-page', rows: [row([], { senders: names, lastMessageId: undefined as never })] };
    expect(taken(sight(outlook)).glimpses).toEqual([]);
    expect(taken(sight(outlook), withMessage({})).glimpses).toMatchObject([{ threadId: 't1', people: [] }]);
    expect(taken(sight(outlook), withMessage({ sentAt: '2026-02-11T08:00:41Z' })).glimpses).toEqual([]);
  });
});

describe('what a sight adds to coverage', () => {
  const visited = taken(sight({ rows: [row(['coordinator'])] }));
  const later = (at: string, oldest: string) => sight({ at, rows: [row(['coordinator'], { lastAt: oldest })] });

  it('begins with the first visit', () => {
    expect(visited.sources).toMatchObject([{ source: 'gmail-page', address: address.me, from: seenAt, to: seenAt }]);
  });

  it('goes on while the list reaches back to the last visit', () => {
    const next = taken(later('2026-02-11T17:00:00Z', '2026-02-10T12:00:00Z'), visited);
    expect(next.sources).toMatchObject([{ from: seenAt, to: '2026-02-11T17:00:00Z' }]);
  });

  it('begins anew when it does not', () => {
    const next = taken(later('2026-02-14T17:00:00Z', '2026-02-13T12:00:00Z'), visited);
    expect(next.sources.map((each) => each.from)).toEqual([seenAt, '2026-02-14T17:00:00Z']);
  });

  it('is not written more often than every ten minutes', () => {
    expect(plan(later('2026-02-11T09:09:00Z', '2026-02-10T12:00:00Z'), visited)).toEqual([]);
  });

  it('does not grow by a list that shows names without addresses', () => {
    const rows = [row([], { senders: [{ name: 'Ana', email: '' }] })];
    expect(taken(sight({ source: 'outlook-page', rows })).sources).toEqual([]);
  });

  it('ends when the page can no longer be read, and says since when, once', () => {
    const blind = sight({ at: '2026-02-11T14:05:00Z', unreadable: true });
    const next = taken(blind, visited);
    expect(next.sources).toMatchObject([{ to: seenAt, blindSince: '2026-02-11T14:05:00Z' }]);
    expect(plan({ ...blind, at: '2026-02-11T15:00:00Z' }, next)).toEqual([]);
    expect(taken({ ...blind, owner: null }, visited).sources).toMatchObject([{ blindSince: '2026-02-11T14:05:00Z' }]);
  });

  it('begins anew after the page was blind', () => {
    const blind = taken(sight({ at: '2026-02-11T14:05:00Z', unreadable: true }), visited);
    const next = taken(later('2026-02-12T09:00:00Z', '2026-02-10T12:00:00Z'), blind);
    expect(next.sources).toMatchObject([{ blindSince: '2026-02-11T14:05:00Z' }, { from: '2026-02-12T09:00:00Z' }]);
  });

  it('counts the times two ways to read a fact disagreed', () => {
    expect(taken(sight({ rows: [row(['ana'])], disagreements: { 'thread id': 2 } })).sources[0]?.disagreements).toEqual(
      { 'thread id': 2 },
    );
  });

  const search = (more: Partial<Sight>) =>
    sight({ view: { list: 'search', searchedFor: [address.ana], complete: false }, ...more });

  it('takes a search for one mentee as far back as it goes', () => {
    const rows = [row(['ana']), row(['ana'], { threadId: 't2', lastMessageId: 'old', lastAt: '2026-01-20T08:00:00Z' })];
    expect(taken(search({ rows })).sources).toMatchObject([
      { people: ['ana'], from: '2026-01-20T08:00:00Z', to: seenAt },
    ]);
  });

  it('takes a search that shows all there is back to the start of the relationship', () => {
    const view = { list: 'search' as const, searchedFor: [address.ana], complete: true };
    expect(taken(search({ view, rows: [row(['ana'])] })).sources).toMatchObject([{ from: '2026-01-01T05:00:00Z' }]);
  });

  it('leaves out the time of threads in which the mentor wrote too and that were not read', () => {
    const rows = [
      row(['ana']),
      row(['ana', 'me'], {
        threadId: 't2',
        lastMessageId: 'x',
        count: 4,
        firstAt: '2026-01-25T08:00:00Z',
        lastAt: '2026-02-02T08:00:00Z',
      }),
      row(['ana'], { threadId: 't3', lastMessageId: 'y', lastAt: '2026-01-10T08:00:00Z' }),
    ];
    expect(taken(search({ rows })).sources.map((each) => [each.from, each.to])).toEqual([
      ['2026-01-10T08:00:00Z', '2026-01-25T08:00:00Z'],
      ['2026-02-02T08:00:00Z', seenAt],
    ]);
  });

  it('takes a row that names the mentor alone for mail to the mentee who was searched for', () => {
    const { messages } = taken(search({ rows: [row(['me'])] }));
    expect(messages).toMatchObject([{ from: { email: address.me }, to: [{ email: address.ana }] }]);
  });

  it('takes nothing from a row that names nobody', () => {
    const { messages, glimpses } = taken(search({ rows: [row([])] }));
    expect([messages, glimpses]).toEqual([[], []]);
  });

  it('takes nothing from a search for one of two addresses of a mentee', () => {
    const facts = ledger();
    const people = facts.people.map((each) =>
      each.id === 'ana' ? { ...each, emails: [address.ana, 'ana@home.example'] } : each,
    );
    expect(taken(search({ rows: [row(['ana'])] }), { ...facts, people }).sources).toEqual([]);
  });
});

describe('who may be a mentee', () => {
  const stranger = 'nia.novak@uni.example';
  const facts = ledger();
  const asked = (messages: Sight['thread'] & object, more: Partial<Sight> = {}) =>
    taken(sight({ thread: messages, ...more }), facts).suspects;

  it('is asked about somebody the coordinator introduced', () => {
    const intro = thread([
      seen('coordinator', 'm1', '2026-02-10T08:00:00Z', {
        to: [{ email: address.me }, { name: 'Nia', email: stranger }],
      }),
    ]);
    expect(asked(intro)).toMatchObject([
      { id: stranger, name: 'Nia', about: 'mentee', reason: 'introduced', relationship: 'r1' },
    ]);
  });

  it('is asked about a person who writes from the domain of the roster, and not about its offices', () => {
    const from = (email: string) => thread([seen(null, 'm1', '2026-02-10T08:00:00Z', { from: { email } })]);
    expect(asked(from(stranger))).toMatchObject([{ reason: 'same-domain', because: 'uni.example' }]);
    for (const email of [
      'registrar@uni.example',
      'no-reply@uni.example',
      'student.services@uni.example',
      'nia.novak@gmail.com',
    ])
      expect(asked(from(email))).toEqual([]);
  });

  it('is asked about when the subject names the programme', () => {
    const subject = 'Peer mentoring: hello';
    expect(
      asked(
        thread([seen(null, 'm1', '2026-02-10T08:00:00Z', { from: { email: 'nia@elsewhere.example' } })], { subject }),
      ),
    ).toMatchObject([{ reason: 'programme-words' }]);
  });

  it('is asked once', () => {
    const from = thread([seen(null, 'm1', '2026-02-10T08:00:00Z', { from: { email: stranger } })]);
    const suspects = [
      {
        id: stranger,
        about: 'mentee' as const,
        reason: 'same-domain' as const,
        because: 'uni.example',
        since: seenAt,
        decision: 'no' as const,
      },
    ];
    expect(plan(sight({ thread: from }), { ...facts, suspects })).toEqual([]);
  });

  it('asks whether an open account is the mentor’s own, and takes nothing from it until then', () => {
    const other = sight({ owner: 'someone@else.example', rows: [row(['ana'])] });
    expect(plan(other)).toMatchObject([
      { list: 'suspects', put: { id: 'someone@else.example', about: 'own-address' } },
    ]);
  });
});

describe('a thread that a platform’s mail opens', () => {
  const notice = { ...seen('ana', 'n1', '2026-02-11T08:00:00Z'), from: { email: 'noreply@mentorcity.com' } };
  const relationships = ledger().relationships.map((each) => ({ ...each, programme: 'cpd-mentoring' }));
  const shown = (subject: string) => sight({ thread: thread([notice], { subject }) });

  it('is the mentee’s whom its subject names, and says which platform it came by', () => {
    const { messages } = taken(shown('Ana Alvarez sent you a message'), ledger({ relationships }));
    expect(messages).toMatchObject([{ from: { email: address.ana }, kind: 'personal', via: 'MentorCity' }]);
    expect(messages[0]?.kindGuessed).toBeUndefined();
  });

  it('is not kept where it names nobody, or the programme lists no such platform', () => {
    expect(taken(shown('Your weekly digest'), ledger({ relationships })).messages).toEqual([]);
    expect(taken(shown('Ana Alvarez sent you a message')).messages).toEqual([]);
  });
});

it('changes nothing the second time, whatever was seen', () => {
  const who = fc.constantFrom('ana', 'ben', 'me', 'co', 'coordinator' as const);
  const seenRow = fc.record({
    senders: fc.array(who, { minLength: 1, maxLength: 3 }),
    t: fc.integer({ min: 1, max: 9 }),
    hour: fc.integer({ min: 0, max: 9 }),
    unread: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(seenRow, { maxLength: 4, selector: (each) => each.t }),
      fc.boolean(),
      (rows, unreadable) => {
        const made = rows.map(({ senders, t, hour, unread }, at) =>
          row(senders as never, {
            threadId: `t${t}`,
            lastMessageId: `m${t}-${at}`,
            lastAt: `2026-02-11T0${hour}:00:00Z`,
            unread,
          }),
        );
        const first = sight({ rows: made, unreadable });
        const once = taken(first);
        expect(taken(first, once)).toEqual(once);
      },
    ),
  );
});
