import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesDate } from '../../../src/domain/away/names-date.ts';
import {
  type Audience,
  composeMessage,
  findTextProblem,
  languages,
  type MessageFacts,
} from '../../../src/features/away/compose-message.ts';

const audiences: Audience[] = ['inside', 'outside', 'mentees', 'co-mentor', 'meeting'];
const facts: MessageFacts = {
  me: 'Robin Lavoie',
  from: '2026-03-16',
  to: '2026-03-20',
  returns: '2026-03-23',
  locale: 'en-CA',
  meeting: '2026-03-18',
};
const locales = [
  'en-CA',
  'en-GB',
  'en-US',
  'fr-CA',
  'fr-FR',
  'de-DE',
  'es-ES',
  'pl-PL',
  'ar-EG',
  'zh-CN',
  'ja-JP',
  'tr-TR',
];

describe.each(audiences)('the message to %s', (audience) => {
  it.each(locales)('names the date of return as %s writes it, and leaves no gap', (locale) => {
    const { text, subject, html } = composeMessage(audience, { ...facts, locale });
    expect(namesDate(text, facts.returns)).toBe(true);
    expect(`${subject} ${text}`).not.toMatch(/undefined|null|NaN|\{|\}|\[|\]/);
    expect(text).not.toMatch(/ {2}|\n{3}/);
    expect(html.match(/<p>/g)).toHaveLength(text.split('\n\n').length);
    expect(findTextProblem(text, facts.returns)).toBeNull();
  });

  it.each(languages)('names nobody who covers unless they agreed, in %s', (locale) => {
    const cover = { name: 'Daniel Osei', email: 'daniel@example.edu' };
    expect(composeMessage(audience, { ...facts, locale }).text).not.toContain('Daniel');
    const named = composeMessage(audience, { ...facts, locale, cover }).text.includes('Daniel');
    expect(named).toBe(audience === 'inside' || audience === 'mentees');
  });

  it('stays text whatever a name holds', () => {
    const hostile = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('<img src=x onerror=1>\r\nBcc: x@y.z\u202e'));
    fc.assert(
      fc.property(hostile, (me) => {
        const { text, html, subject } = composeMessage(audience, { ...facts, me, cover: { name: me, email: 'a@b.c' } });
        expect(subject).not.toMatch(/[\r\n]/);
        expect(html.replaceAll(/<\/?p>/g, '')).not.toMatch(/[<>]/);
        expect(text).not.toContain('\u202e');
        expect(text.split('\n\n').length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('a text that the mentor changed', () => {
  it.each([
    ['', 'empty'],
    ['I am away.', 'no-return-date'],
    ['I am back on [date], 23 March', 'placeholder'],
    [`Back on 23 March. ${'x'.repeat(10_001)}`, 'too-long'],
    ['I am back on 23 March.', null],
    ['Retour le 23 mars 2026', null],
  ])('%s', (text, problem) => {
    expect(findTextProblem(text, '2026-03-23')).toBe(problem);
  });
});
