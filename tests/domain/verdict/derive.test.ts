import { describe, expect, it } from 'vitest';
import { derive } from '../../../src/domain/verdict/derive.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import { verdictKey } from '../../../src/domain/verdict/key.ts';
import { address, contact, held, ledger, message, relationship } from '../build.ts';

const now = '2026-02-11T15:00:00Z';
const gmail = { source: 'gmail-page', address: address.me, at: now };

describe('what is derived of a relationship', () => {
  it('says of each thread whose turn it is, since when, and where it was seen', () => {
    const asked = message('ana', '2026-02-10T10:00:00Z', { seenIn: [gmail] });
    const again = message('ana', '2026-02-10T12:00:00Z', { seenIn: ['outlook-page'] });
    const { threads } = derive(ledger({ messages: [asked, again] }), 'r1', now);
    expect(threads).toEqual([
      {
        thread: 't1',
        mentee: 'ana',
        subject: 'A question',
        turn: { owes: 'mentor', since: asked.sentAt, messageId: asked.id },
        lastAt: again.sentAt,
        lastByMentee: again.id,
        menteeWrote: true,
        toMany: false,
        personal: true,
        mailbox: { source: 'outlook-page' },
      },
    ]);
  });

  it('leaves out threads of earlier terms', () => {
    const terms = [{ name: 'Spring', start: '2026-02-01', end: '2026-05-31' }];
    const messages = [
      message('ana', '2026-01-20T10:00:00Z'),
      message('ana', '2026-02-03T10:00:00Z', { threadId: 't2' }),
    ];
    const { threads } = derive(ledger({ relationships: [relationship({ terms })], messages }), 'r1', now);
    expect(threads.map((each) => each.thread)).toEqual(['t2']);
  });

  it('says when each mentee was last in contact, and whether anybody has begun', () => {
    const contacts = [contact({ direction: 'out', at: '2026-02-03T10:00:00Z' })];
    const { mentees } = derive(ledger({ contacts }), 'r1', now);
    expect(mentees).toEqual([
      { mentee: 'ana', spoken: true, lastContact: '2026-02-03T10:00:00Z' },
      { mentee: 'ben', spoken: false },
    ]);
  });

  it('takes a mail of the mentee for a beginning, and not for contact', () => {
    const { mentees } = derive(ledger({ messages: [message('ana', '2026-02-10T10:00:00Z')] }), 'r1', now);
    expect(mentees[0]).toEqual({ mentee: 'ana', spoken: true });
  });
});

describe('the verdicts that are kept with it', () => {
  it('are those that are owed or in doubt, and of each thread the newest', () => {
    const messages = [
      message('ana', '2026-02-01T10:00:00Z'),
      message('me', '2026-02-02T10:00:00Z'),
      message('ana', '2026-02-05T10:00:00Z'),
      message('me', '2026-02-06T10:00:00Z'),
      message('ben', '2026-02-11T10:00:00Z', { threadId: 't2' }),
    ];
    const { verdicts } = derive(ledger({ messages }), 'r1', now);
    expect(verdicts.map((each) => [each.rule, each.subject.mentee, each.state, each.since?.slice(0, 10)])).toEqual([
      ['reply-email', 'ana', 'met', '2026-02-05'],
      ['reply-email', 'ben', 'open', '2026-02-11'],
      ['monthly-contact', 'ana', 'cannot-tell', '2026-01-01'],
      ['monthly-contact', 'ben', 'cannot-tell', '2026-01-01'],
      ['monthly-contact', 'ben', 'open', '2026-02-01'],
      ['semester-meeting', undefined, 'cannot-tell', undefined],
    ]);
  });

  it('says of entries that are not complete how many there are and what they lack, and keeps no verdict of each', () => {
    const relationships = [relationship({ programme: 'cpd-mentoring', mentees: ['ana'] })];
    const signatures = [{ by: 'me', how: 'typed' as const, at: now, digest: '00' }];
    const meetings = [held({ signatures, topics: ['Exams'] }), held({ start: '2026-02-03T17:00:00Z', signatures })];
    const { verdicts, unfinished } = derive(ledger({ relationships, meetings }), 'r1', now);
    expect(verdicts.filter(({ rule }) => rule === 'log-complete')).toEqual([]);
    expect(unfinished).toEqual({ count: 2, since: '2026-02-03T18:00:00Z', missing: ['mentee-signature', 'topics'] });
    expect(derive(ledger({ relationships }), 'r1', now)).not.toHaveProperty('unfinished');
  });
});

describe('the key of a verdict', () => {
  it('stays the same as time goes on, and tells one wait from the next', () => {
    const messages = [
      message('ana', '2026-02-01T10:00:00Z'),
      message('me', '2026-02-02T10:00:00Z'),
      message('ana', '2026-02-10T10:00:00Z'),
    ];
    const keys = (at: string) => judge(ledger({ messages }), at).map(verdictKey);
    expect(keys('2026-02-20T10:00:00Z')).toEqual(keys(now));
    expect(new Set(keys(now)).size).toBe(keys(now).length);
  });
});
