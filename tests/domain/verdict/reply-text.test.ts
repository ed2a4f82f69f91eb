import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import { contact, ledger } from '../build.ts';

const texts = (facts: Partial<Ledger>, now = '2026-02-10T20:00:00Z') =>
  judge(ledger(facts), now).filter((each) => each.rule === 'reply-text');
const text = contact({ id: 'in' });
const meeting: Ledger['meetings'][number] = {
  id: 'met',
  relationship: 'r1',
  start: '2026-02-10T14:00:00Z',
  minutes: 30,
  outcome: 'held',
  attendees: ['ana'],
  topics: [],
  homework: [],
  signatures: [],
};

describe('answer texts and calls within 24 hours', () => {
  it.each<[string, Partial<Ledger>, string[]]>([
    ['a text opens it', { contacts: [text] }, ['open']],
    ['a missed call opens it', { contacts: [contact({ channel: 'call', made: false })] }, ['open']],
    ['a call that was taken opens nothing', { contacts: [contact({ channel: 'call', made: true })] }, []],
    ['a word on a platform opens nothing', { contacts: [contact({ channel: 'platform' })] }, []],
    [
      'a text back settles it',
      { contacts: [text, contact({ direction: 'out', at: '2026-02-10T13:00:00Z' })] },
      ['met'],
    ],
    [
      'an attempted call does not',
      { contacts: [text, contact({ direction: 'out', channel: 'call', made: false, at: '2026-02-10T13:00:00Z' })] },
      ['open'],
    ],
    [
      'a call of theirs that was taken settles it',
      { contacts: [text, contact({ channel: 'call', at: '2026-02-10T13:00:00Z' })] },
      ['met'],
    ],
    ['a meeting held settles it', { contacts: [text], meetings: [meeting] }, ['met']],
    [
      'a meeting that was cancelled does not',
      { contacts: [text], meetings: [{ ...meeting, outcome: 'cancelled' }] },
      ['open'],
    ],
    [
      'a contact before the text does not',
      { contacts: [text, contact({ direction: 'out', at: '2026-02-10T11:00:00Z' })] },
      ['open'],
    ],
    [
      'a contact with another mentee does not',
      { contacts: [text, contact({ direction: 'out', with: ['ben'], at: '2026-02-10T13:00:00Z' })] },
      ['open'],
    ],
  ])('%s', (_title, facts, states) => {
    expect(texts(facts).map((each) => each.state)).toEqual(states);
  });

  it('is due after 24 elapsed hours and late from then', () => {
    expect(texts({ contacts: [text] })).toMatchObject([
      { since: '2026-02-10T12:00:00Z', due: '2026-02-11T12:00:00Z', subject: { mentee: 'ana' }, evidence: ['in'] },
    ]);
    expect(texts({ contacts: [text] }, '2026-02-11T12:00:00Z')).toMatchObject([{ state: 'late' }]);
  });

  it('times several texts in a row from the first', () => {
    const more = contact({ id: 'in2', at: '2026-02-10T18:00:00Z' });
    expect(texts({ contacts: [more, text] })).toMatchObject([
      { since: '2026-02-10T12:00:00Z', evidence: ['in', 'in2'] },
    ]);
  });
});
