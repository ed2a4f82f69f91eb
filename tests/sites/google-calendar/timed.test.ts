import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/google-calendar/index.ts';
import { chip, PRAGUE, week } from './page.ts';

const DAY = '2025-12-04';
const base = {
  id: 'baseevent',
  title: 'Base',
  label: '9am to 10am, Base, Sam, No location, December 3, 2025',
  start: 540,
};
/** A second chip, so that the scale is known by more than one. */
const beside = { '2025-12-03': chip(base) };
const read = (chips: Record<string, string>, options = {}, zone = 'Europe/Prague') => {
  const page = week('2025-11-30', { ...beside, ...chips }, options);
  const { disagreements } = site.inspect(page, { zone });
  const events = site.readEvents(page, { zone }).filter(({ id }) => id !== 'baseevent');
  return { times: events.map(({ start, end }) => `${start} ${end}`), events, disagreements };
};

const labels: [language: string, label: string, start: number, minutes: number][] = [
  ['en', '8pm to 9pm, Mentoring Kim, Sam, No location, December 4, 2025', 1200, 60],
  ['en', '12pm to 12:30pm, Mentoring Kim, Sam, Room 5, December 4, 2025', 720, 30],
  ['en-GB', '20:15 to 21:00, Mentoring Kim, Sam, No location, 4 December 2025', 1215, 45],
  ['de', '20:00 bis 21:00 Uhr, Mentoring Kim, Sam, Kein Ort, 4. Dezember 2025', 1200, 60],
  ['fr', 'de 20h à 21h30, Mentoring Kim, Sam, Aucun lieu, 4 décembre 2025', 1200, 90],
  ['es', 'de 8 p. m. a 9 p. m., Mentoring Kim, Sam, Sin ubicación, 4 de diciembre de 2025', 1200, 60],
  ['pl', '20:00–21:00, Mentoring Kim, Sam, Brak lokalizacji, 4 grudnia 2025', 1200, 60],
  ['ja', '午後8時～午後9時、Mentoring Kim、Sam、場所の指定なし、2025年 12月 4日', 1200, 60],
  ['ko', '오후 8시~오후 9시, Mentoring Kim, Sam, 위치 없음, 2025년 12월 4일', 1200, 60],
  ['ar', 'من ٨ م إلى ٩ م، Mentoring Kim، Sam، ٤ ديسمبر ٢٠٢٥', 1200, 60],
  ['zh-CN', '晚上8点 – 晚上9点，Mentoring Kim，Sam，无地点，2025年12月4日', 1200, 60],
  ['zh-TW', '晚上8:00到晚上9:30，Mentoring Kim，Sam，2025年12月4日', 1200, 90],
  ['fa', '۲۰:۰۰ تا ۲۱:۰۰، Mentoring Kim، Sam، ۴ دسامبر ۲۰۲۵', 1200, 60],
  ['hi', '8 pm से 9 pm, Mentoring Kim, Sam, 4 दिसंबर 2025', 1200, 60],
  ['bn', '২০:০০ থেকে ২১:০০, Mentoring Kim, Sam, ৪ ডিসেম্বর, ২০২৫', 1200, 60],
  ['my', '၂၀:၀၀ မှ ၂၁:၀၀, Mentoring Kim, Sam, ၂၀၂၅ ဒီဇင်ဘာ ၄', 1200, 60],
  ['th', '20:00 ถึง 21:00, Mentoring Kim, Sam, 4 ธันวาคม 2568', 1200, 60],
  ['he', '\u200f20:00 עד 21:00, \u202aMentoring Kim\u202c, Sam, 4 בדצמבר 2025', 1200, 60],
  ['en', '8:00\u202fPM to 9:00\u202fPM, Mentoring Kim, Sam, No location, December 4, 2025', 1200, 60],
  ['', 'od 8 do 9, Mentoring Kim, 4.12.2025', 1200, 60],
];

describe('a timed event', () => {
  it.each(labels)('is read in %o: %s', (lang, label, start, minutes) => {
    const { times, disagreements } = read({ [DAY]: chip({ label, start, minutes }) }, { lang });
    const from = Temporal.PlainDateTime.from(`${DAY}T00:00`).add({ minutes: start }).toZonedDateTime('Europe/Prague');
    expect([times, disagreements]).toEqual([[`${from.toInstant()} ${from.add({ minutes }).toInstant()}`], {}]);
  });

  it.each([40, 48, 96, 22.5])('is read where an hour is %d pixels high', (scale) => {
    const page = week('2025-11-30', {
      '2025-12-03': chip({ ...base, scale }),
      [DAY]: chip({ scale }),
    });
    expect(site.readEvents(page, PRAGUE).map(({ start }) => start)).toEqual([
      '2025-12-03T08:00:00Z',
      '2025-12-04T19:00:00Z',
    ]);
  });

  it('is read alone when its place and its size say the same', () => {
    const page = week('2025-11-30', { [DAY]: chip() });
    expect(site.readEvents(page, PRAGUE)).toMatchObject([
      { start: '2025-12-04T19:00:00Z', end: '2025-12-04T20:00:00Z' },
    ]);
  });

  it.each([
    ['stands an hour too low', { start: 1260 }, 'time'],
    ['is longer than it says', { minutes: 90 }, 'time'],
    ['says another hour', { label: '7pm to 9pm, Mentoring Kim, Sam, No location, December 4, 2025' }, 'time'],
    ['stands in another day', { label: '8pm to 9pm, Mentoring Kim, Sam, No location, December 5, 2025' }, 'day'],
    ['says another year', { label: '8pm to 9pm, Mentoring Kim, Sam, No location, December 4, 2024' }, 'day'],
    ['shows another title than it says', { title: 'Mentoring Jo' }, 'title'],
    ['has another id in its log', { attributes: `jslog='35463; 2:["another"];1:["a@b.cz",1]'` }, 'id'],
  ])('is refused and counted when it %s', (_why, parts, fact) => {
    expect(read({ [DAY]: chip(parts) })).toMatchObject({ times: [], disagreements: { [fact]: 1 } });
  });

  it('is not refused for numbers and commas in its title', () => {
    const label = '8pm to 9pm, Plan 3, 4 to 5, and 10am, Sam, No location, December 4, 2025';
    const { events } = read({ [DAY]: chip({ title: 'Plan 3, 4 to 5, and 10am', label }) });
    expect(events).toMatchObject([{ title: 'Plan 3, 4 to 5, and 10am', start: '2025-12-04T19:00:00Z' }]);
  });

  it('of a quarter of an hour is drawn higher than it is long', () => {
    const label = '8pm to 8:15pm, Mentoring Kim, Sam, No location, December 4, 2025';
    const style = 'top: 959px; height: 22px';
    expect(read({ [DAY]: chip({ label, style }) }).times).toEqual(['2025-12-04T19:00:00Z 2025-12-04T19:15:00Z']);
  });

  it('over midnight is one, though it stands in two columns', () => {
    const label = 'December 4, 2025 at 11pm to December 5, 2025 at 1am, Mentoring Kim, Sam, No location';
    const { times } = read({
      [DAY]: chip({ label, start: 1380, minutes: 60 }),
      '2025-12-05': chip({ label, start: 0, minutes: 60 }),
    });
    expect(times).toEqual(['2025-12-04T22:00:00Z 2025-12-05T00:00:00Z']);
  });

  it('that goes on beyond the page is left out, and no disagreement', () => {
    const label = '11pm to 1am, Mentoring Kim, Sam, No location, December 6, 2025';
    expect(read({ '2025-12-06': chip({ label, start: 1380, minutes: 60 }) })).toMatchObject({
      times: [],
      disagreements: {},
    });
  });

  it('stands once where days of several people stand side by side', () => {
    const page = week('2025-12-03', { '2025-12-03': chip(base), [DAY]: chip() + chip() });
    expect(site.readEvents(page, PRAGUE)).toHaveLength(2);
  });

  it('that two places contradict is refused', () => {
    expect(read({ [DAY]: chip() + chip({ start: 600 }) })).toMatchObject({ times: [], disagreements: { time: 1 } });
  });

  it('at an hour that the clocks skip is refused', () => {
    const label = '2:30am to 3:30am, Mentoring Kim, Sam, No location, March 29, 2026';
    const page = week('2026-03-29', { '2026-03-29': chip({ label, start: 150 }) });
    expect(site.readEvents(page, PRAGUE)).toEqual([]);
  });

  it('is read right on both sides of a change of the clocks', () => {
    const label = (day: number) => `8pm to 9pm, Mentoring Kim, Sam, No location, March ${day}, 2026`;
    const page = week('2026-03-28', {
      '2026-03-28': chip({ id: 'before', label: label(28) }),
      '2026-03-30': chip({ id: 'after', label: label(30) }),
    });
    expect(site.readEvents(page, PRAGUE).map(({ start }) => start)).toEqual([
      '2026-03-28T19:00:00Z',
      '2026-03-30T18:00:00Z',
    ]);
  });

  it('is refused where the page writes another offset above its hours', () => {
    const head = '<span>GMT-05</span>';
    expect(read({ [DAY]: chip() }, { head })).toMatchObject({ times: [], disagreements: { zone: 2 } });
    expect(read({ [DAY]: chip() }, { head: '<span>GMT+01</span>' }).times).toHaveLength(1);
  });

  it.each([
    ['Bulgarian', 'bg', 'Гринуич-5', 'Гринуич+1'],
    ['Arabic', 'ar', 'غرينتش-٥', 'غرينتش+١'],
    ['French', 'fr', 'UTC\u22125', 'UTC+1'],
  ])('is refused by the offset in %s too', (_, lang, other, own) => {
    const chips = { [DAY]: chip({ label: '20:00 21:00, Mentoring Kim, 4.12.2025' }) };
    const count = (offset: string) =>
      site.readEvents(week('2025-11-30', chips, { lang, head: `<i>${offset}</i>` }), PRAGUE);
    expect([count(other).length, count(own).length]).toEqual([0, 1]);
  });

  it('is not judged by an offset that somebody wrote', () => {
    expect(
      read({ [DAY]: chip({ title: 'GMT-05', label: '8pm to 9pm, GMT-05, December 4, 2025' }) }).times,
    ).toHaveLength(1);
  });

  it('beside two zones is read only where a recurring event tells which of them is drawn', () => {
    const head = '<span>GMT+01</span><span>GMT-05</span>';
    const recurring = chip({ id: 'aaaaaaaa_20251204T190000Z' });
    for (const zone of ['Europe/Prague', 'America/New_York'])
      expect(read({ [DAY]: chip() }, { head }, zone).times).toEqual([]);
    expect(read({ [DAY]: recurring }, { head }).times).toHaveLength(1);
    expect(read({ [DAY]: recurring }, { head }, 'America/New_York').times).toEqual([]);
  });

  it('in a week in which the clocks change is read on either side, whichever offset is written', () => {
    const label = '8pm to 9pm, Mentoring Kim, March 30, 2026';
    for (const head of ['<span>GMT+01</span>', '<span>GMT+02</span>']) {
      const page = week('2026-03-28', { '2026-03-30': chip({ label }) }, { head });
      expect(site.readEvents(page, PRAGUE).map(({ start }) => start)).toEqual(['2026-03-30T18:00:00Z']);
    }
  });

  it('has the title that stands after an icon, and not the icon’s name', () => {
    const icon = '<i class="google-material-icons notranslate" aria-hidden="true">event_busy</i>';
    const marked = chip().replace('<div aria-hidden="true">', `<div aria-hidden="true">${icon}`);
    expect(read({ [DAY]: marked }).events).toMatchObject([{ title: 'Mentoring Kim' }]);
  });

  it('is refused where marks alone stand for its title', () => {
    expect(read({ [DAY]: chip({ title: ', ' }) })).toMatchObject({ times: [], disagreements: { title: 1 } });
  });

  it('that is drawn through counts as declined', () => {
    const title = '<s style="text-decoration: line-through">Mentoring Kim</s>';
    expect(read({ [DAY]: chip({ title }) }).events).toMatchObject([{ myResponse: 'declined' }]);
  });

  it('in a month, where only words tell the time, is left out', () => {
    const page = week('2025-11-30', { [DAY]: chip({ style: 'color: red' }) });
    expect([site.readEvents(page, PRAGUE), site.inspect(page, PRAGUE).found]).toEqual([[], 0]);
  });
});
