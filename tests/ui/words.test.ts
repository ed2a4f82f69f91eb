import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../../src/messages/contract.ts';
import { composeLocalInput, isZone, parseLocalInput } from '../../src/ui/dates.ts';
import { composeInitials, findTint } from '../../src/ui/initials.ts';
import { composeDoubt, composeFailure, composeQuestion } from '../../src/ui/sentences.ts';

describe('initials', () => {
  it.each([
    ['Amina Okafor', 'AO'],
    ['jun li', 'JL'],
    ['Prince', 'P'],
    ['Mary Jane Watson Parker', 'MP'],
    ['  “Ana”  (she)  ', 'A'],
    ['Jun Li (sample)', 'JL'],
    ['محمد علي', 'مع'],
    ['李 俊', '李俊'],
    ['👩‍🎓 🎓', '?'],
    ['', '?'],
    ['Élodie Ñandú', 'ÉÑ'],
  ])('of %j are %j', (name, initials) => {
    expect(composeInitials(name)).toBe(initials);
  });

  it('stay short for a name of any length', () => {
    expect(composeInitials('x '.repeat(100_000))).toBe('XX');
  });

  it('keep their tint for the same person', () => {
    expect(findTint('p-1')).toBe(findTint('p-1'));
    expect(new Set(Array.from({ length: 50 }, (_, at) => findTint(`p-${at}`))).size).toBe(5);
  });
});

describe('times that are typed', () => {
  it.each([
    ['2026-03-09T08:40', 'America/Toronto', '2026-03-09T12:40:00Z'],
    ['2026-01-09T08:40', 'America/Toronto', '2026-01-09T13:40:00Z'],
    ['2026-03-09T08:40:30', 'Etc/UTC', '2026-03-09T08:40:30Z'],
  ])('%s in %s is %s', (typed, zone, instant) => {
    expect(parseLocalInput(typed, zone)).toBe(instant);
  });

  it.each(['', '2026-03', 'yesterday', '2026-13-40T99:99'])('%j is no time', (typed) => {
    expect(parseLocalInput(typed, 'Etc/UTC')).toBeNull();
  });

  it('come back as they were shown', () => {
    const shown = composeLocalInput('2026-03-09T12:40:59Z', 'America/Toronto');
    expect(shown).toBe('2026-03-09T08:40');
    expect(parseLocalInput(shown, 'America/Toronto')).toBe('2026-03-09T12:40:00Z');
  });

  it.each([
    ['America/Toronto', true],
    ['Etc/UTC', true],
    ['Nowhere/Town', false],
    ['', false],
  ])('the zone %j is known: %s', (zone, known) => {
    expect(isZone(zone)).toBe(known);
  });
});

describe('sentences', () => {
  const codes: FailureCode[] = [
    'full',
    'newer-version',
    'blocked',
    'unreadable',
    'closed',
    'not-allowed',
    'bad-input',
    'unknown-call',
    'not-found',
    'failed',
    'no-answer',
    'orphaned',
  ];
  it.each(codes)('say what happened for %s, calmly', (code) => {
    const sentence = composeFailure(code);
    expect(sentence).toMatch(/^[A-Z].*\.$/s);
    expect(sentence).not.toMatch(/!|error|invalid|fail/i);
  });

  it('say why it can’t be told, and what settles it', () => {
    expect(composeDoubt({ code: 'not-covered', window: { from: '2026-02-01', to: '2026-02-28' } }, 'Etc/UTC')).toMatch(
      /search/,
    );
    expect(composeDoubt({ code: 'blind', source: 'gmail-page', since: '2026-03-06T14:05:00Z' }, 'Etc/UTC')).toMatch(
      /14:05|2:05/,
    );
    expect(composeDoubt({ code: 'newer-message', glimpse: 'g', at: '2026-03-06T14:05:00Z' }, 'Etc/UTC')).toMatch(
      /thread/,
    );
    expect(composeDoubt({ code: 'no-terms' }, 'Etc/UTC')).toMatch(/semester/);
  });

  it.each([
    ['introduced', 'Dr Ward', 'Named in a mail from Dr Ward'],
    ['same-domain', 'school.example', 'Writes from school.example, as your mentees do'],
    ['programme-words', 'peer mentoring', 'The mail speaks of peer mentoring'],
    ['new-account', 'x', 'This mailbox is open in your browser'],
  ] as const)('name the reason of a question: %s', (reason, because, words) => {
    const question = composeQuestion({
      id: 'a@b.example',
      about: 'mentee',
      reason,
      because,
      since: '2026-03-06T14:05:00Z',
    });
    expect(question).toEqual({ title: 'Is this a mentee?', reason: words });
  });
});
