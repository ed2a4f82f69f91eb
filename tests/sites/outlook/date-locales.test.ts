// Real formats of the browser's own locale data: what is read equals the truth, or is absent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDates } from '../../../src/sites/outlook/page-dates.ts';

const LOCALES =
  'af am ar ar-EG ar-SA az be bg bn bs ca cs cy da de de-AT de-CH el en-AU en-CA en-GB en-IE en-IN en-NZ en-US en-ZA es ' +
  'es-MX es-US et eu fa fi fil fr fr-CA fr-CH ga gl gu he hi hr hu hy id is it it-CH ja ka kk km kn ko ky lo lt lv mk ml ' +
  'mn mr ms my nb ne nl nl-BE nn pa pl ps pt-BR pt-PT ro ru si sk sl sq sr sr-Latn sv sw ta te th tr uk ur uz vi zh-CN ' +
  'zh-HK zh-TW zu';
const locales = LOCALES.split(' ');
const ZONE = 'Europe/Prague';

function write(locale: string, instant: string, hour12: boolean | undefined): string {
  const shape = { weekday: 'short', year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const clock = { hour: 'numeric', minute: '2-digit', ...(hour12 === undefined ? {} : { hour12 }) } as const;
  return new Intl.DateTimeFormat(locale, { ...shape, ...clock, timeZone: ZONE }).format(Date.parse(instant));
}

const SIX = [
  '2026-03-02T08:23',
  '2026-04-03T22:10',
  '2026-05-05T10:00',
  '2026-09-17T18:52',
  '2026-11-12T00:05',
  '2026-12-01T12:28',
];
const truths = SIX.map((local) => Temporal.Instant.from(`${local}:00Z`).toString());

function count(language: (locale: string) => string, hour12: boolean | undefined) {
  const figures = { right: 0, refused: 0, wrong: [] as string[] };
  for (const locale of locales) {
    const texts = truths.map((truth) => write(locale, truth, hour12));
    readDates(texts, { zone: ZONE }, language(locale)).instants.forEach((read, index) => {
      if (read === undefined) figures.refused++;
      else if (read === truths[index]) figures.right++;
      else figures.wrong.push(`${locale}: ${texts[index]} read as ${read}`);
    });
  }
  return figures;
}

describe(`pages of six dates in ${locales.length} locales`, () => {
  it.each([
    ['the page tells its language, its own clock', (locale: string) => locale, undefined, 0.93],
    ['the page tells its language, 12 hours', (locale: string) => locale, true, 0.85],
    ['the page tells no language, its own clock', () => '', undefined, 0.85],
    ['the page tells no language, 12 hours', () => '', true, 0.6],
    ['the page tells another language, 12 hours', () => 'en-US', true, 0.6],
  ] as const)('%s', (_, language, hour12, least) => {
    const { right, refused, wrong } = count(language, hour12);
    expect(wrong).toEqual([]);
    expect(right / (right + refused)).toBeGreaterThan(least);
  });

  it('never put the month first with dots, and put the day between year and month in Kyrgyz alone', () => {
    const orders = locales.map((locale) => {
      const parts = new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC' }).formatToParts(0);
      const at = (type: string) => parts.findIndex((part) => part.type === type);
      return {
        locale,
        dotted: parts.some(({ value }) => value.includes('.')),
        year: at('year'),
        month: at('month'),
        day: at('day'),
      };
    });
    const last = orders.filter(({ year, month }) => year > month);
    expect(last.filter(({ dotted }) => dotted).length).toBeGreaterThan(20);
    expect(last.filter(({ dotted, month, day }) => dotted && month < day)).toEqual([]);
    const first = orders.filter(({ year, month }) => year < month);
    expect(first.filter(({ month, day }) => day < month).map(({ locale }) => locale)).toEqual(['ky']);
  });
});

describe('random pages', () => {
  const from = Date.parse('2020-01-01T00:00:00Z');
  const minutes = fc.integer({ min: 0, max: (Date.parse('2030-12-31T00:00:00Z') - from) / 60_000 });
  const instant = minutes.map((minute) => Temporal.Instant.fromEpochMilliseconds(from + minute * 60_000).toString());
  const locale = fc.constantFrom(...locales);

  it.each([
    ['with their language', true],
    ['without it', false],
  ])('are read right or not at all, %s', (_, told) => {
    fc.assert(
      fc.property(locale, fc.array(instant, { minLength: 1, maxLength: 8 }), fc.boolean(), (one, all, hour12) => {
        const texts = all.map((truth) => write(one, truth, hour12));
        const { instants } = readDates(texts, { zone: ZONE }, told ? one : '');
        instants.forEach((read, index) => {
          if (read !== undefined) expect(`${texts[index]}: ${read}`).toBe(`${texts[index]}: ${all[index]}`);
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('stay so with any text among them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), instant), { maxLength: 20 }),
        fc.string(),
        (texts, lang) => {
          expect(readDates(texts, { zone: ZONE }, lang).instants).toHaveLength(texts.length);
        },
      ),
    );
  }, 60_000);
});
