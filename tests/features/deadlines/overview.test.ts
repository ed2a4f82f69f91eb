import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { derive } from '../../../src/domain/verdict/derive.ts';
import { answerSight } from '../../../src/features/deadlines/answer-sight.ts';
import { composeOverview } from '../../../src/features/deadlines/compose-overview.ts';
import type { Links } from '../../../src/features/deadlines/links.ts';
import type { OverviewItem } from '../../../src/features/deadlines/overview.ts';
import { address, contact, covered, ledger, message, relationship } from '../../domain/build.ts';
import { row, sight, thread } from './sight.ts';

const now = '2026-02-11T15:00:00Z';
const links: Links = {
  name: (source) => (source === 'gmail-page' ? 'Gmail' : source),
  thread: (_mailbox, id) => `https://mail.example/#all/${id}`,
  search: (_mailbox, emails) => `https://mail.example/#search/${emails.join('+')}`,
  compose: (_mailbox, to) => `https://mail.example/compose?to=${to.join(',')}`,
  usual: { source: 'gmail-page', address: address.me },
};

const terms = [{ name: 'Spring', start: '2026-01-01', end: '2026-06-30' }];

/** With semester dates set, where a case does not say otherwise. */
function overview(facts: Partial<Ledger>, at = now) {
  const set = ledger({ settings: [{ ...defaultSettings('America/Toronto'), welcomed: true }], ...facts });
  const whole = { ...set, relationships: set.relationships.map((each) => ({ terms, ...each })) };
  return composeOverview(
    whole,
    whole.relationships.map((each) => derive(whole, each.id, at)),
    at,
    links,
  );
}

const brief = (item: OverviewItem) => [item.section, item.rule, item.mentee, item.action.kind];
/** A contact this month with everybody, so that only what a case is about is listed. */
const quiet = contact({ direction: 'out', with: ['ana', 'ben'], at: '2026-02-02T12:00:00Z' });
const covers = covered('2025-12-01T00:00:00Z', '2026-02-11T14:00:00Z');
const calm = {
  contacts: [quiet, contact({ direction: 'out', with: ['ana', 'ben'], at: '2026-01-20T12:00:00Z' })],
  sources: [covers],
};

describe('the Monday view', () => {
  it('is empty before there is anybody, and says so', () => {
    expect(overview({ relationships: [], people: [] })).toMatchObject({
      started: false,
      items: [],
      urgent: 0,
      mentees: 0,
    });
  });

  it('has nothing to say when everybody was answered', () => {
    expect(overview(calm).items).toEqual([]);
  });

  it('lists late, then due today, then coming, each with its one action', () => {
    const messages = [
      message('ana', '2026-02-10T14:00:00Z', { threadId: 'later' }),
      message('ben', '2026-02-09T20:00:00Z', { threadId: 'today' }),
      message('ana', '2026-02-09T10:00:00Z', { threadId: 'late' }),
    ];
    const { items, urgent } = overview({ ...calm, messages });
    expect(items.map(brief)).toEqual([
      ['late', 'reply-email', 'Ana Alvarez', 'open-thread'],
      ['due-today', 'reply-email', 'Ben Bekele', 'open-thread'],
      ['coming', 'reply-email', 'Ana Alvarez', 'open-thread'],
    ]);
    expect(urgent).toBe(2);
    expect(items[0]).toMatchObject({
      title: 'A question',
      thread: 'late',
      message: messages[2]!.id,
      mark: { state: 'late', due: '2026-02-11T10:00:00Z' },
    });
  });

  it('lists a text with the contact that an answer settles', () => {
    const text = contact({ id: 'in', at: '2026-02-11T02:10:00Z' });
    expect(overview({ ...calm, contacts: [...calm.contacts, text] }).items).toMatchObject([
      {
        section: 'due-today',
        rule: 'reply-text',
        title: expect.stringContaining('Text message'),
        action: { kind: 'log-answer', answers: 'in' },
      },
    ]);
  });

  it('lists a month without contact once, with a mail to write, and not beside an answer that will settle it', () => {
    const { items } = overview({
      sources: [covered('2025-12-01T00:00:00Z', now)],
      contacts: [contact({ direction: 'out', with: ['ana', 'ben'], at: '2026-01-20T12:00:00Z' })],
      messages: [message('ana', '2026-02-11T10:00:00Z')],
    });
    expect(items.map(brief)).toEqual([
      ['coming', 'reply-email', 'Ana Alvarez', 'open-thread'],
      ['coming', 'monthly-contact', 'Ben Bekele', 'write'],
    ]);
    expect(items[1]?.action).toEqual({ kind: 'write', url: `https://mail.example/compose?to=${address.ben}` });
  });

  it('says what it cannot tell, why, and offers the click that settles it', () => {
    const { items } = overview({ contacts: [quiet] });
    expect(items.map(brief)).toEqual([
      ['cannot-tell', 'monthly-contact', 'Ana Alvarez', 'search'],
      ['cannot-tell', 'monthly-contact', 'Ben Bekele', 'search'],
    ]);
    expect(items[0]).toMatchObject({
      title: expect.stringContaining('January'),
      action: { url: `https://mail.example/#search/${address.ana}` },
    });
  });

  it('offers that click beside this month too', () => {
    const { items } = overview({ relationships: [relationship({ mentees: ['ana'] })] });
    expect(items.map(brief)).toEqual([
      ['coming', 'monthly-contact', 'Ana Alvarez', 'write'],
      ['cannot-tell', 'monthly-contact', 'Ana Alvarez', 'search'],
    ]);
  });

  it('names sources that went blind, until they are read again', () => {
    const blind = { ...covers, blindSince: '2026-02-11T14:05:00Z' };
    expect(overview({ ...calm, sources: [blind] }).blind).toEqual([
      { source: 'gmail-page', name: 'Gmail', since: '2026-02-11T14:05:00Z' },
    ]);
    expect(
      overview({ ...calm, sources: [blind, covered('2026-02-11T14:30:00Z', '2026-02-11T14:40:00Z')] }).blind,
    ).toEqual([]);
  });

  it('shows a mail of the mentor that got no answer as waiting, once for each mentee, and lets it go after a month', () => {
    const messages = [
      message('me', '2026-02-03T10:00:00Z'),
      message('me', '2026-02-05T10:00:00Z', { threadId: 't2', subject: 'Newer' }),
    ];
    expect(overview({ ...calm, messages }).items).toMatchObject([
      { section: 'waiting', rule: 'turn', title: 'Newer', mark: { state: 'waiting' } },
    ]);
    expect(
      overview({ ...calm, messages }, '2026-04-20T10:00:00Z').items.filter((item) => item.section === 'waiting'),
    ).toEqual([]);
  });

  it('does not wait for an answer to a word to the whole group', () => {
    const to = [{ email: address.ana }, { email: address.ben }];
    const found = overview({ ...calm, messages: [message('me', '2026-02-03T10:00:00Z', { to })] });
    expect(found.items).toEqual([]);
  });

  it('does not wait for an answer to an answer', () => {
    const messages = [message('ana', '2026-02-03T10:00:00Z'), message('me', '2026-02-03T12:00:00Z')];
    expect(overview({ ...calm, messages }).items).toEqual([]);
  });

  it('shows a turn without a limit where the programme names no figure', () => {
    const relationships = [relationship({ programme: 'temerty-peer-mentorship' })];
    expect(
      overview({ relationships, messages: [message('ana', '2026-02-10T10:00:00Z')] }).items.map((item) => [
        item.section,
        item.rule,
        item.mark.state,
      ]),
    ).toEqual([['coming', 'turn', 'your-turn']]);
  });

  it('never accuses the mentor where the mentee begins: the first word is theirs, with a kind note to send', () => {
    const relationships = [relationship({ programme: 'lmp-peer-to-peer', mentees: ['ana'] })];
    expect(overview({ relationships }).items.map(brief)).toEqual([['waiting', 'first-word', 'Ana Alvarez', 'write']]);
    expect(
      overview({ relationships, messages: [message('ana', '2026-02-10T10:00:00Z')] }).items.filter(
        (item) => item.rule === 'first-word',
      ),
    ).toEqual([]);
  });

  it('counts nothing that was put off, until its time comes', () => {
    const messages = [message('ana', '2026-02-09T10:00:00Z')];
    const [item] = overview({ ...calm, messages }).items;
    const reminders = [{ id: item!.key, snoozedUntil: '2026-02-12T10:00:00Z' }];
    expect(overview({ ...calm, messages }).urgent).toBe(1);
    expect(overview({ ...calm, messages, reminders }).urgent).toBe(0);
    expect(overview({ ...calm, messages, reminders }, '2026-02-12T10:00:00Z').urgent).toBe(1);
  });

  it('knows when each mentee was last in contact, also where no rule asks for it', () => {
    const relationships = [relationship({ programme: 'cpd-mentoring' })];
    expect(overview({ relationships, contacts: [quiet] }).lastContacts).toEqual([
      { relationship: 'r1', menteeId: 'ana', at: quiet.at },
      { relationship: 'r1', menteeId: 'ben', at: quiet.at },
    ]);
  });

  it('asks what was not yet answered', () => {
    const suspect = {
      id: 'nia@uni.example',
      about: 'mentee' as const,
      reason: 'introduced' as const,
      because: 'Olga',
      since: now,
    };
    expect(
      overview({ ...calm, suspects: [suspect, { ...suspect, id: 'x@uni.example', decision: 'no' }] }).questions.map(
        (each) => each.id,
      ),
    ).toEqual(['nia@uni.example']);
  });
});

describe('what a page is told', () => {
  const answer = (
    facts: Partial<Ledger>,
    seen = sight({ rows: [row(['ana']), row(['coordinator'], { threadId: 'other' })] }),
  ) => {
    const whole = ledger(facts);
    return answerSight(
      seen,
      {
        small: whole,
        messages: whole.messages,
        derived: whole.relationships.map((each) => derive(whole, each.id, now)),
      },
      now,
    );
  };
  const asked = message('ana', '2026-02-10T14:00:00Z');

  it('marks its own rows and leaves the others alone', () => {
    expect(answer({ messages: [asked] }).rows).toMatchObject([{ state: 'open', due: '2026-02-12T14:00:00Z' }, null]);
  });

  it.each<[string, Partial<Ledger>, string]>([
    ['answered in time', { messages: [asked, message('me', '2026-02-10T15:00:00Z')] }, 'met'],
    [
      'answered late',
      { messages: [message('ana', '2026-02-01T14:00:00Z'), message('me', '2026-02-10T15:00:00Z')] },
      'missed',
    ],
    ['begun by the mentor', { messages: [message('me', '2026-02-10T15:00:00Z')] }, 'waiting'],
    [
      'closed with thanks',
      {
        messages: [
          asked,
          message('me', '2026-02-10T15:00:00Z'),
          message('ana', '2026-02-10T16:00:00Z', { asks: false }),
        ],
      },
      'met',
    ],
    [
      'of a programme without a limit',
      { messages: [asked], relationships: [relationship({ programme: 'temerty-peer-mentorship' })] },
      'your-turn',
    ],
  ])('marks a thread that was %s as it is', (_title, facts, state) => {
    expect(answer(facts).rows[0]?.state).toBe(state);
  });

  it('leaves threads in which only machines spoke alone', () => {
    expect(answer({ messages: [message('ana', '2026-02-10T14:00:00Z', { kind: 'auto-reply' })] }).rows[0]).toBeNull();
  });

  it('tells the line whose turn it is, which message waits, and what was done', () => {
    const open = sight({ thread: thread([]) });
    expect(answer({ messages: [asked] }, open).line).toMatchObject({
      mentee: 'Ana Alvarez',
      message: asked.id,
      relationship: 'r1',
      menteeId: 'ana',
      clause: { section: expect.any(String) },
      mark: { state: 'open' },
    });
    const corrections = [{ id: 'no-reply', message: asked.id, at: now, asks: false }];
    expect(answer({ messages: [asked], corrections }, open).line).toMatchObject({
      mark: { state: 'met' },
      undo: { list: 'corrections', id: 'no-reply' },
    });
  });

  it('says when a list shows names only, and when the account is not known', () => {
    expect(answer({}, sight({ rows: [row([], { senders: [{ name: 'Ana', email: '' }] })] })).note).toBe('names-only');
    expect(answer({ messages: [asked] }, sight({ owner: 'else@where.example', rows: [row(['ana'])] }))).toMatchObject({
      note: 'unknown-owner',
      rows: [null],
    });
    expect(answer({}, sight({ unreadable: true })).note).toBe('blind');
  });
});
