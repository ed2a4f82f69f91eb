// A page as Outlook's calendar may look tomorrow, or in another language: what is told of it was true before, and a page of
// which nothing is told is one that looks changed. A failure prints its seed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { site } from '../../../src/sites/outlook-calendar/index.ts';
import { describeWithShared } from '../../shared.ts';
import { mutate, mutations } from '../mutate.ts';
import { LONDON, pageOf, recordedLabels, tile } from './page.ts';

/** Subject and times on lines of their own, as the page writes them. */
function titleOf(label: string): string {
  const [subject = '', times] = label.split(/, (?=\d\d?:\d\d|all day)/);
  return [subject, /^[^,]*/.exec(times ?? '')?.[0]].join('\n');
}

const tell = (page: Document) => site.readEvents(page, LONDON);
const factsOf = ({ title, start, end, status, myResponse, location }: CalendarEvent) =>
  [title, start, end, status, myResponse, location].join(' | ');

describeWithShared('recorded events, changed', () => {
  const tiles = recordedLabels().map((label, index) =>
    tile(label, { id: `AAMk${index}`, title: index % 2 ? titleOf(label) : '' }),
  );
  const page = pageOf(tiles.join(''));
  const truth = new Map(tell(page).map((event) => [event.id, factsOf(event)]));

  it('tell the same or nothing', () => {
    let told = 0;
    fc.assert(
      fc.property(mutations(4), (all) => {
        const events = tell(mutate(page, all));
        told += events.length;
        expect(events.filter((event) => truth.get(event.id) !== factsOf(event))).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(told).toBeGreaterThan(40 * 5);
  });

  it.each([
    ['other digits', 'digits'],
    ['other words', 'words'],
  ] as const)('look changed in %s', (_, kind) => {
    for (let which = 1; which < 20; which += 3) {
      const changed = mutate(page, [{ kind, at: 0, which }]);
      const { found, read } = site.inspect(changed, LONDON);
      if (read === 0) expect(found).toBe(truth.size);
      else expect(read).toBe(truth.size);
    }
  });

  it('look changed where all last the whole day, in a language nobody here knows', () => {
    const label = 'Vacances, événement toute la journée, lundi 31 août 2026, Par Ada, Libre';
    expect(site.inspect(pageOf(tile(label)), LONDON)).toMatchObject({ found: 1, read: 0 });
  });
});
