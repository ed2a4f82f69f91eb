// Labels and titles damaged at random: nothing throws, and an event is told at its own time or not at all, as far as a
// second place on the tile can tell. A failure prints its seed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { site } from '../../../src/sites/outlook-calendar/index.ts';
import { describeWithShared } from '../../shared.ts';
import { LONDON, pageOf, recordedLabels, tile } from './page.ts';

const nasty = fc.oneof(
  fc.constantFrom(', 9:00 AM to 10:00 AM', ', all day event', ' to ', 'By ', ', Busy', '0', '12', 'PM', 'Canceled: '),
  fc.constantFrom('\u202E', '\uD800', ', Monday, April 13, 2026', 'x'.repeat(5000)),
  fc.string({ unit: 'binary' }),
);
const damage = fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), value: nasty });

function apply(text: string, { at, length, value }: { at: number; length: number; value: string }): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + value + text.slice(place + length);
}

/** Subject and times on lines of their own, as the page writes them. */
function titleOf(label: string): string {
  const [subject = '', times] = label.split(/, (?=\d\d?:\d\d|all day)/);
  return [subject, /^[^,]*/.exec(times ?? '')?.[0]].join('\n');
}

describeWithShared('damaged labels', () => {
  const labels = recordedLabels();
  const read = (label: string, title: string) => site.readEvents(pageOf(tile(label, { title })), LONDON)[0];

  it('never throw, and change no time and no subject', () => {
    let told = 0;
    fc.assert(
      fc.property(
        fc.nat({ max: labels.length - 1 }),
        fc.array(damage, { minLength: 1, maxLength: 2 }),
        (index, damages) => {
          const label = labels[index]!;
          const truth = read(label, titleOf(label))!;
          const event = read(damages.reduce(apply, label), titleOf(label));
          if (!event || event.allDay !== truth.allDay) return;
          told++;
          expect(event.title).toBe(truth.title);
          const length = (one: typeof truth) => Date.parse(one.end) - Date.parse(one.start);
          if (event.start.slice(0, 10) === truth.start.slice(0, 10) && !event.allDay) {
            expect([event.start, length(event)]).toEqual([truth.start, length(truth)]);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(told).toBeGreaterThan(25);
  }, 120_000);

  it('never throw as whole pages of anything', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (id, label, title) => {
        const page = pageOf(
          `${tile(label, { id, title, shown: 'x' })}<div id="monthDayCell_${id.replace(/["<>&]/g, '')}"></div>`,
        );
        site.readEvents(page, LONDON);
        site.readOpenEvent(page, LONDON);
        expect(site.inspect(page, LONDON).read).toBe(0);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
