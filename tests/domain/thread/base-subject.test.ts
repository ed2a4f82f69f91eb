import { describe, expect, it } from 'vitest';
import { baseSubject, isAnswerSubject } from '../../../src/domain/thread/base-subject.ts';

const answers =
  'Re|RE|Re[2]|Re(3)|Re2|Re^2|AW|Antwort|SV|VS|Antw|Odp|R|RIF|RES|Vá|YNT|BLS|ΑΠ|Απ|ΣΧΕΤ|תגובה|השב|رد|Ответ|回复|回覆|答复|返信|답장|회신';
const forwards = 'Fwd|FW|Fw|WG|TR|RV|VB|VL|Doorst|PD|ENC|Továbbítás|İLT|ΠΡΘ|הועבר|转发|轉寄|転送|전달';

describe('a subject without what was put before it', () => {
  it.each([...answers.split('|'), ...forwards.split('|')])('%s', (mark) => {
    expect(baseSubject(`${mark}: Draft one`)).toBe('draft one');
    expect(baseSubject(`[group] ${mark} : Re: [x] Draft  one`)).toBe('draft one');
    expect(baseSubject(`${mark}：Draft one`)).toBe('draft one');
  });

  it.each(['Research: draft', 'Report: draft', 'Svante: draft', 'Trial: draft', 'Irene: draft'])(
    'of "%s" is all of it',
    (subject) => {
      expect(baseSubject(subject)).toBe(subject.toLowerCase());
    },
  );

  it('is the same however its letters are composed, and nothing where there are marks alone', () => {
    expect(baseSubject('Va\u0301: Draft')).toBe('draft');
    expect(baseSubject('Re: Fwd: ')).toBe('');
  });
});

describe('a subject that says it answers', () => {
  it.each(answers.split('|'))('%s', (mark) => {
    expect(isAnswerSubject(`${mark}: Draft`)).toBe(true);
    expect(isAnswerSubject(`[group] ${mark}: Draft`)).toBe(true);
    expect(isAnswerSubject(`Draft ${mark}: one`)).toBe(false);
  });

  it.each(forwards.split('|'))('but not one that passes on: %s', (mark) => {
    expect(isAnswerSubject(`${mark}: Draft`)).toBe(false);
  });
});
