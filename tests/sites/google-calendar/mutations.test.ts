// A week as Google Calendar may look tomorrow, or in another language: what is told of it was true before. A failure
// prints its seed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { site } from '../../../src/sites/google-calendar/index.ts';
import { describeWithShared } from '../../shared.ts';
import { type Mutation, mutate, mutations } from '../mutate.ts';
import { capture, chip, PRAGUE, week } from './page.ts';

const tell = (page: Document) => {
  const events = site.readEvents(page, PRAGUE);
  return new Map(events.map(({ id, title, start, end, allDay }) => [id, `${title} ${start} ${end} ${allDay}`]));
};

/** How many events were told of all these pages, each as it was on the whole page. */
function check(page: Document, runs: number, without: Mutation['kind'][] = []): number {
  const truth = tell(page);
  let told = 0;
  fc.assert(
    fc.property(mutations(4, without), (all) => {
      const events = tell(mutate(page, all));
      told += events.size;
      expect([...events].filter(([id, event]) => truth.get(id) !== event)).toEqual([]);
    }),
    { numRuns: runs },
  );
  return told / (runs * truth.size);
}

describeWithShared('the captured week, changed', () => {
  it('tells the same or nothing', () => {
    expect(check(capture('week_2025-12-03.html'), 12)).toBeGreaterThan(0.4);
  });
});

it.each([
  ['in words', (day: string) => `All day, Trip, Sam, No location, ${day}`, 'en'],
  ['by their place alone', () => '「Trip」、Sam', 'ja'],
])('a week of all-day events, whose days are told %s, tells the same or nothing', (_, say, lang) => {
  const days = ['December 1, 2025', 'December 3 – 4, 2025', 'December 5, 2025'];
  const [left, width] = [
    [14.29, 42.86, 71.43],
    [14.29, 28.57, 14.29],
  ];
  const allDay = days.map((day, index) =>
    chip({
      id: `trip${index}`,
      title: 'Trip',
      label: say(day),
      style: `left: ${left![index]}%; width: ${width![index]}%`,
    }),
  );
  const page = week('2025-11-30', {}, { allDay: allDay.join(''), lang });
  expect(check(page, 40)).toBeGreaterThan(0.4);
});
