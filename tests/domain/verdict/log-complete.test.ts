import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { Meeting, Signature } from '../../../src/domain/meeting/meeting.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import { held, ledger, people, relationship } from '../build.ts';

const now = '2026-03-10T12:00:00Z';
const sign = (by: string, at = '2026-02-11T09:00:00Z'): Signature => ({ by, how: 'typed', at, digest: '00' });
const whole: Partial<Meeting> = { topics: ['Exams'], signatures: [sign('me'), sign('ana')] };
const cpd = relationship({ programme: 'cpd-mentoring' });

function entries(meetings: Meeting[], more: Partial<Ledger> = {}) {
  const facts = ledger({ relationships: [cpd], meetings, ...more });
  return judge(facts, now).filter(({ rule }) => rule === 'log-complete');
}
const nameless = people.map((person) => (person.id === 'ana' ? { ...person, name: ' ' } : person));
const unreachable = people.map((person) => (person.id === 'ana' ? { ...person, emails: [] } : person));

describe('a complete entry', () => {
  it('holds names and signatures of both, contact, date, time and topics; it is settled with the last signature', () => {
    const later = held({ ...whole, signatures: [sign('ana', '2026-02-20T09:00:00Z'), sign('me')] });
    expect(entries([later])).toMatchObject([
      { state: 'met', since: '2026-02-10T18:00:00Z', settledAt: '2026-02-20T09:00:00Z', evidence: [later.id] },
    ]);
  });

  it.each<[string, Partial<Meeting>, Partial<Ledger>, string[]]>([
    ['nobody signed', { signatures: [] }, {}, ['mentor-signature', 'mentee-signature']],
    ['the mentee did not sign', { signatures: [sign('me')] }, {}, ['mentee-signature']],
    ['the mentor did not sign', { signatures: [sign('ana')] }, {}, ['mentor-signature']],
    ['one of two mentees did not sign', { attendees: ['ana', 'ben'] }, {}, ['mentee-signature']],
    ['nobody came who is a mentee', { attendees: ['me'] }, {}, ['mentee-name', 'mentee-signature']],
    ['no topic stands there', { topics: ['', ' '] }, {}, ['topics']],
    ['no time stands there', { minutes: 0 }, {}, ['time-spent']],
    ['the mentee has no name', {}, { people: nameless }, ['mentee-name']],
    ['the mentee cannot be reached', {}, { people: unreachable }, ['mentee-contact']],
    ['another mentor signed than the one who came', { attendees: ['co', 'ana'] }, {}, ['mentor-signature']],
  ])('is open, and never late, where %s', (_title, more, facts, missing) => {
    const [verdict] = entries([held({ ...whole, ...more })], facts);
    expect(verdict).toMatchObject({ state: 'open', missing });
    expect(verdict).not.toHaveProperty('due');
  });

  it('is signed for all mentors by the one who came, or by any where none is named', () => {
    const byCo = { ...whole, signatures: [sign('co'), sign('ana')] };
    expect(entries([held({ ...byCo, attendees: ['co', 'ana'] })])[0]?.state).toBe('met');
    expect(entries([held({ ...byCo, attendees: ['ana'] })])[0]?.state).toBe('met');
    expect(entries([held({ ...byCo, attendees: ['me', 'co', 'ana'] })])[0]?.state).toBe('met');
  });

  it('may name a telephone in the place of an address', () => {
    const byPhone = unreachable.map((person) => (person.id === 'ana' ? { ...person, phone: '416 555 0100' } : person));
    expect(entries([held(whole)], { people: byPhone })[0]?.state).toBe('met');
  });

  it('stays complete when it is amended, and becomes so when an amendment adds what was missing', () => {
    const amend = (meeting: string, change: object) => [
      {
        id: 'a',
        relationship: 'r1',
        meeting,
        at: now,
        by: 'me',
        reason: 'Correction',
        change,
        previous: '0',
        digest: '1',
      },
    ];
    const complete = held(whole);
    expect(entries([complete], { amendments: amend(complete.id, { attendees: ['ana', 'ben'] }) })[0]?.state).toBe(
      'met',
    );
    const bare = held({ ...whole, topics: [] });
    expect(entries([bare])[0]?.state).toBe('open');
    expect(entries([bare], { amendments: amend(bare.id, { topics: ['Exams'] }) })[0]?.state).toBe('met');
  });

  it('is asked for of meetings that were held, have ended, and lie within the relationship', () => {
    const others = (['planned', 'cancelled', 'no-show'] as const).map((outcome) => held({ outcome }));
    const ahead = held({ start: '2026-03-10T11:30:00Z' });
    const before = held({ start: '2025-12-01T12:00:00Z' });
    expect(entries([...others, ahead, before])).toEqual([]);
  });
});
