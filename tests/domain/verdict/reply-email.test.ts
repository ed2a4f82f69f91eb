import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { judge, judgeRelationship } from '../../../src/domain/verdict/judge.ts';
import { address, contact, ledger, message, people, relationship } from '../build.ts';

const replies = (facts: Partial<Ledger>, now: string) =>
  judge(ledger(facts), now).filter((each) => each.rule === 'reply-email');
const asked = message('ana', '2026-02-10T15:00:00Z');

describe('reply to mail within 48 hours', () => {
  it.each([
    ['is open one second before', '2026-02-12T14:59:59Z', 'open'],
    ['is late when the hours are over', '2026-02-12T15:00:00Z', 'late'],
    ['is open at once', '2026-02-10T15:00:00Z', 'open'],
  ])('%s', (_title, now, state) => {
    expect(replies({ messages: [asked] }, now)).toMatchObject([
      {
        state,
        since: '2026-02-10T15:00:00Z',
        due: '2026-02-12T15:00:00Z',
        subject: { relationship: 'r1', mentee: 'ana', thread: 't1' },
        evidence: [asked.id],
      },
    ]);
  });

  it.each([
    ['at the last instant it is met', '2026-02-12T15:00:00Z', 'met'],
    ['a second later it is missed, and leaves the to-do list', '2026-02-12T15:00:01Z', 'missed'],
  ])('answered %s', (_title, sentAt, state) => {
    const answer = message('me', sentAt);
    expect(replies({ messages: [asked, answer] }, '2026-02-20T00:00:00Z')).toMatchObject([
      { state, settledAt: sentAt, evidence: [asked.id, answer.id] },
    ]);
  });

  it.each([
    ['America/Toronto', '2026-03-07T16:00:00Z', '2026-03-09T16:00:00Z'],
    ['Europe/London', '2026-03-28T09:00:00Z', '2026-03-30T09:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T09:00:00Z', '2026-04-06T09:00:00Z'],
  ])('counts elapsed hours across the change of clocks in %s', (zone, sentAt, due) => {
    const facts = { relationships: [relationship({ zone })], messages: [message('ana', sentAt)] };
    expect(replies(facts, sentAt)[0]?.due).toBe(due);
  });

  it('is settled by the co-mentor, and by an answer elsewhere at its own time', () => {
    const facts = {
      messages: [asked],
      contacts: [contact({ direction: 'out', channel: 'call', answers: asked.id, at: '2026-02-11T08:00:00Z' })],
    };
    expect(replies(facts, '2026-02-20T00:00:00Z')).toMatchObject([{ state: 'met', settledAt: '2026-02-11T08:00:00Z' }]);
    expect(replies({ messages: [asked, message('co', '2026-02-11T09:00:00Z')] }, '2026-02-20T00:00:00Z')).toMatchObject(
      [{ state: 'met' }],
    );
  });

  it('is not settled by an attempted call', () => {
    const contacts = [contact({ direction: 'out', channel: 'call', made: false, answers: asked.id })];
    expect(replies({ messages: [asked], contacts }, '2026-02-11T00:00:00Z')).toMatchObject([{ state: 'open' }]);
  });

  it('is dropped when the mentor says that no reply is needed, and comes back with a new question', () => {
    const corrections = [{ id: 'x', message: asked.id, at: '2026-02-11T00:00:00Z', asks: false }];
    expect(replies({ messages: [asked], corrections }, '2026-02-20T00:00:00Z')).toEqual([]);
    const again = message('ana', '2026-02-19T00:00:00Z');
    expect(replies({ messages: [asked, again], corrections }, '2026-02-20T00:00:00Z')).toMatchObject([
      { state: 'open', since: again.sentAt },
    ]);
  });

  it('names the newest wait first and keeps those that were settled', () => {
    const messages = [asked, message('me', '2026-02-10T18:00:00Z'), message('ana', '2026-02-14T10:00:00Z')];
    expect(replies({ messages }, '2026-02-14T11:00:00Z').map((each) => each.state)).toEqual(['open', 'met']);
  });

  it('cannot tell while a newer message of an unseen sender was not read', () => {
    const glimpses = [
      {
        id: 'g',
        threadId: 't1',
        at: '2026-02-11T10:00:00Z',
        people: [address.ana, address.me],
        seenIn: { source: 'gmail-page', at: '2026-02-11T11:00:00Z' },
      },
    ];
    expect(replies({ messages: [asked], glimpses }, '2026-02-11T12:00:00Z')).toMatchObject([
      { state: 'cannot-tell', doubt: { code: 'newer-message', glimpse: 'g' } },
    ]);
    const read = message('me', '2026-02-11T10:00:00Z', { id: 'g' });
    expect(replies({ messages: [asked, read], glimpses }, '2026-02-11T12:00:00Z')).toMatchObject([{ state: 'met' }]);
  });

  it('says as of when an unanswered mail was seen', () => {
    const seen = { ...asked, seenIn: [{ source: 'gmail-page', address: address.me, at: '2026-02-10T16:00:00Z' }] };
    const sources = [
      {
        id: 's',
        source: 'gmail-page',
        address: address.me,
        from: '2026-02-01T00:00:00Z',
        to: '2026-02-11T14:05:00Z',
        blindSince: '2026-02-11T14:05:00Z',
      },
    ];
    expect(replies({ messages: [seen], sources }, '2026-02-12T00:00:00Z')).toMatchObject([
      { state: 'open', asOf: '2026-02-11T14:05:00Z' },
    ]);
  });

  it.each([
    ['a programme that names no figure', { relationships: [relationship({ programme: 'temerty-peer-mentorship' })] }],
    [
      'somebody who is the mentee there',
      { relationships: [relationship({ role: 'mentee', me: 'ana', mentors: ['me'] })] },
    ],
    ['mail from before the relationship', { relationships: [relationship({ start: '2026-02-11' })] }],
    ['mail from after its end', { relationships: [relationship({ end: '2026-02-09' })] }],
    ['an unknown programme', { relationships: [relationship({ programme: 'gone' })] }],
    ['mail of a person who is no mentee', { relationships: [relationship({ mentees: ['ben'] })] }],
  ])('gives no verdict to %s', (_title, facts) => {
    expect(replies({ messages: [asked], ...facts }, '2026-02-11T00:00:00Z')).toEqual([]);
  });

  it('goes on past the end when both agreed to continue', () => {
    const relationships = [relationship({ end: '2026-02-09', continues: true })];
    expect(replies({ messages: [asked], relationships }, '2026-02-11T00:00:00Z')).toHaveLength(1);
  });

  it('keeps settled waits for the current term only', () => {
    const relationships = [
      relationship({
        terms: [
          { name: 'Winter', start: '2026-01-05', end: '2026-02-12' },
          { name: 'Spring', start: '2026-02-15', end: '2026-05-30' },
        ],
      }),
    ];
    const messages = [asked, message('me', '2026-02-11T00:00:00Z')];
    expect(replies({ messages, relationships }, '2026-02-13T00:00:00Z')).toHaveLength(1);
    expect(replies({ messages, relationships }, '2026-02-20T00:00:00Z')).toHaveLength(0);
  });

  it('judges each mentee of a cohort alone: an answer to one does not settle the other', () => {
    const messages = [
      message('ana', '2026-02-10T15:00:00Z', { to: [{ email: address.me }, { email: address.ben }] }),
      message('ben', '2026-02-10T16:00:00Z', { to: [{ email: address.me }, { email: address.ana }] }),
      message('me', '2026-02-10T17:00:00Z', { to: [{ email: address.ana }] }),
    ];
    const states = replies({ messages }, '2026-02-10T18:00:00Z').map((each) => [each.subject.mentee, each.state]);
    expect(states).toEqual([
      ['ana', 'met'],
      ['ben', 'open'],
    ]);
  });

  it('judges a reciprocal pair without making anybody their own mentor', () => {
    const pair = relationship({ mentors: ['me', 'ana'], mentees: ['ana', 'me'] });
    const messages = [message('me', '2026-02-10T15:00:00Z'), message('ana', '2026-02-10T16:00:00Z')];
    expect(replies({ messages, relationships: [pair] }, '2026-02-10T17:00:00Z')).toMatchObject([
      { state: 'open', subject: { mentee: 'ana' } },
    ]);
  });
});

describe('when verdicts change by themselves', () => {
  it('names the next deadline, and everything stays as it is until then', () => {
    const facts = ledger({ messages: [asked] });
    const { verdicts, next } = judgeRelationship(facts, 'r1', '2026-02-10T16:00:00Z');
    expect(next).toBe('2026-02-12T15:00:00Z');
    const states = (now: string) => judgeRelationship(facts, 'r1', now).verdicts.map((each) => each.state);
    expect(states('2026-02-12T14:59:59Z')).toEqual(verdicts.map((each) => each.state));
    expect(states(next!)).not.toEqual(verdicts.map((each) => each.state));
  });

  it('leaves out what is dated ahead until its time comes', () => {
    const early = message('me', '2026-02-10T15:30:00Z');
    const facts = ledger({ messages: [asked, early] });
    const before = judgeRelationship(facts, 'r1', '2026-02-10T15:10:00Z');
    expect(before.verdicts.find((each) => each.rule === 'reply-email')?.state).toBe('open');
    expect(before.next).toBe('2026-02-10T15:25:00Z');
    const after = judgeRelationship(facts, 'r1', before.next!);
    expect(after.verdicts.find((each) => each.rule === 'reply-email')?.state).toBe('met');
  });

  it('tells nothing of a relationship that is not there', () => {
    expect(judgeRelationship(ledger({ people }), 'nobody', '2026-02-10T16:00:00Z')).toEqual({ verdicts: [] });
  });
});
