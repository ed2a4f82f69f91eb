import { describe, expect, it } from 'vitest';
import { namesDate } from '../../../src/domain/away/names-date.ts';

const date = '2026-03-09';
const yes = [
  'Back on 2026-03-09.',
  'I am back on Monday, 9 March 2026.',
  'Back March 9',
  'Back on March 9th, thanks',
  'De retour le 9 mars 2026',
  'Zurück am 9. März',
  'Ich bin ab 09.03. wieder da',
  'back 3/9/2026',
  'back 9/3',
  'Vuelvo el 9 de marzo de 2026',
  'Wracam 9 marca',
  '3月9日に戻ります',
  '3월 9일 복귀',
  'سأعود في ٩ مارس',
];
const no = [
  'I am away.',
  'Back in March',
  'Back on the 9th',
  'Back on 19 March',
  'Call 555-0309',
  'I left on 8 March',
  'Back 9 May 2026',
  'Version 9.30 of March 2027',
];

describe('whether a text names a date', () => {
  it.each(yes)('does: %s', (text) => expect(namesDate(text, date)).toBe(true));
  it.each(no)('does not: %s', (text) => expect(namesDate(text, date)).toBe(false));

  it('knows the date as Intl writes it in every language it may come in', () => {
    const at = Temporal.PlainDate.from(date);
    const locales = [
      'en',
      'en-GB',
      'fr',
      'fr-CA',
      'de',
      'es',
      'it',
      'pt',
      'nl',
      'pl',
      'cs',
      'ru',
      'uk',
      'tr',
      'ar',
      'he',
      'zh',
      'ja',
      'ko',
      'fi',
      'sv',
      'da',
      'el',
      'hu',
    ];
    const missed = locales.flatMap((locale) =>
      (['full', 'long'] as const)
        .map((dateStyle) => at.toLocaleString(locale, { dateStyle, calendar: 'gregory' }))
        .filter((text) => !namesDate(text, date))
        .map((text) => `${locale}: ${text}`),
    );
    expect(missed).toEqual([]);
  });
});
