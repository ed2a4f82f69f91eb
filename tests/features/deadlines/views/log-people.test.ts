import { describe, expect, it } from 'vitest';
import { emptyLedger } from '../../../../src/domain/ledger.ts';
import type { Relationship } from '../../../../src/domain/people/relationship.ts';
import { composeLogged } from '../../../../src/features/deadlines/views/channels.ts';
import { composeLogPeople, findByStart, findLeft } from '../../../../src/features/deadlines/views/log-people.ts';
import { item, monday } from '../../../ui/monday.ts';

const relationship = (id: string, mentees: string[], more: Partial<Relationship> = {}): Relationship => ({
  id,
  programme: 'umms-peer-mentoring',
  me: 'me',
  role: 'mentor',
  mentors: ['me', 'co'],
  mentees,
  start: '2025-09-01',
  zone: 'Etc/UTC',
  ...more,
});

const person = (id: string, name: string) => ({ id, name, emails: [] });

const ledger = {
  ...emptyLedger(),
  people: [
    person('me', 'Mira'),
    person('co', 'Dan'),
    person('a', 'Ana Paz'),
    person('b', 'Bo Ek'),
    person('z', 'Zoë D’Arc'),
  ],
  relationships: [
    relationship('cohort', ['z', 'b', 'a']),
    relationship('pair', ['me'], { role: 'mentee', mentors: ['a'] }),
  ],
};

describe('who can be logged', () => {
  it('is everybody on the other side, by name, and never oneself', () => {
    const people = composeLogPeople(ledger, { ...monday(), items: [] });
    expect(people.map(({ name, relationship: under }) => `${name} ${under}`)).toEqual([
      'Ana Paz cohort',
      'Ana Paz pair',
      'Bo Ek cohort',
      'Zoë D’Arc cohort',
    ]);
    expect(people.filter(({ under }) => under !== undefined)).toHaveLength(2);
  });

  it('begins with those who wait for an answer to a text, then by urgency', () => {
    const items = [
      item('Bo', 'late', { menteeId: 'b' }),
      item('Zoë', 'due-today', { menteeId: 'z', rule: 'reply-text', message: 'text-9', title: 'Text message' }),
    ];
    const people = composeLogPeople(ledger, { ...monday(), items });
    expect(people.map(({ id }) => id)).toEqual(['z', 'b', 'a', 'a']);
    expect(people[0]?.waiting).toEqual({ id: 'text-9', title: 'Text message' });
    expect(people[1]?.waiting).toBeUndefined();
  });

  it.each([
    ['z', ['z']],
    ['ZOE', ['z']],
    ['arc', ['z']],
    ['e', ['b']],
    ['paz', ['a']],
    ['az', []],
    ['', ['a', 'b', 'z']],
    ['[', []],
  ])('is narrowed by the start of a name: %j', (typed, ids) => {
    const people = composeLogPeople(
      { ...ledger, relationships: ledger.relationships.slice(0, 1) },
      { ...monday(), items: [] },
    );
    expect(findByStart(people, typed).map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ['Zoë D’Arc', 'z', 'oe d’arc'],
    ['Ana Paz', 'p', 'az'],
    ['Ana Paz', '', ''],
  ])('knows what of %s is left after %j', (name, typed, left) => {
    expect(findLeft(name, typed)).toBe(left);
  });
});

describe('what was logged', () => {
  const at = '2026-03-09T08:40:00Z';
  it.each([
    ['text', 'out', true, 'Logged a text with Jun'],
    ['call', 'out', false, 'Logged an attempted call to Jun'],
    ['call', 'in', false, 'Logged a missed call from Jun'],
    ['in-person', 'in', true, 'Logged a talk with Jun'],
  ] as const)('is said plainly: %s %s %s', (channel, direction, made, words) => {
    expect(composeLogged({ channel, direction, made, at }, 'Jun')).toBe(words);
  });
});
