import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import { findOpenHomework, isOpen } from '../../../src/features/meeting-log/homework.ts';
import { entry, pair, start } from './world.ts';

type Outcome = 'done' | 'carried' | 'dropped';

const gaps = [14, 14, 14, 14, 14, 21, 14, 14, 7, 14, 14, 14];
/** The sample sheet (PROGRAMMES section 3): 13 Wednesdays, 18:00 to 19:00, in seven of them homework was set. */
const dates = gaps.map((_, at) => {
  const days = gaps.slice(0, at + 1).reduce((sum, gap) => sum + gap, 0);
  return Temporal.PlainDate.from('2016-05-18').add({ days }).toString();
});
dates.unshift('2016-05-18');
const withHomework = new Set([0, 1, 3, 5, 6, 8, 10]);

function sampleEntry(index: number): Meeting {
  const homework = withHomework.has(index) ? [`Homework of meeting ${index + 1}`] : [];
  const first = withHomework.has(index - 1) ? [`Homework of meeting ${index}`] : [];
  const start = Temporal.PlainDateTime.from(`${dates[index]}T18:00`).toZonedDateTime('America/Toronto').toInstant();
  const topics = [...first, 'Job search'];
  return entry(`sheet ${index}`, { start: start.toString(), topics, homework });
}

describe('the sample sheet, entered through the handlers', () => {
  it('has 13 meetings and 13 hours over 168 days, and homework of entry n heads entry n + 1', async () => {
    const { ledger, save } = await start();
    expect(Temporal.PlainDate.from(dates[0]!).until(dates.at(-1)!).days).toBe(168);
    for (let index = 0; index < 13; index += 1) {
      const meeting = sampleEntry(index);
      const { homework, meetings } = await ledger.readSmall();
      const heading = findOpenHomework(homework, meetings, meeting);
      expect(heading.map(({ text }) => text)).toEqual(withHomework.has(index - 1) ? [meeting.topics[0]] : []);
      await save(
        meeting,
        heading.map(({ id }) => ({ id, outcome: 'done' })),
      );
    }
    const { meetings, homework } = await ledger.readSmall();
    expect(meetings).toHaveLength(13);
    expect(meetings.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(13 * 60);
    expect(homework.map(({ text, closedIn }) => [text, closedIn])).toEqual(
      [...withHomework].map((index) => [`Homework of meeting ${index + 1}`, `sheet ${index + 1}`]),
    );
  });
});

describe('homework', () => {
  it('that was carried on heads the next entry again, and the one after', async () => {
    const { ledger, save } = await start();
    await save(entry('m1', { homework: ['Read'] }));
    await save(entry('m2', { start: '2026-03-11T17:00:00Z' }), [{ id: 'homework m1 0', outcome: 'carried' }]);
    const { homework, meetings } = await ledger.readSmall();
    const next = entry('m3', { start: '2026-03-18T17:00:00Z' });
    expect(findOpenHomework(homework, meetings, next).map(({ text }) => text)).toEqual(['Read']);
    expect(meetings.find(({ id }) => id === 'm2')?.reviewed).toEqual([
      { homework: 'homework m1 0', text: 'Read', outcome: 'carried' },
    ]);
  });

  it('is still shown in the entry that closed it, so that it can be opened again there', async () => {
    const { ledger, save } = await start();
    await save(entry('m1', { homework: ['Read'] }));
    const second = entry('m2', { start: '2026-03-11T17:00:00Z' });
    await save(second, [{ id: 'homework m1 0', outcome: 'done' }]);
    const facts = await ledger.readSmall();
    expect(findOpenHomework(facts.homework, facts.meetings, second)).toHaveLength(1);
    await save(second, []);
    expect((await ledger.getAll('homework')).map(isOpen)).toEqual([true]);
  });

  it('keeps its record when others around it change', async () => {
    const { ledger, handlers, save } = await start();
    await save(entry('m1', { homework: ['Read', 'Write', 'Write'] }));
    await handlers['homework.set'](
      { homework: 'homework m1 2', done: true, at: '2026-03-05T10:00:00Z' },
      { caller: 'popup', request: 'r' },
    );
    await save(entry('m1', { homework: ['New', 'Write', 'Write'] }));
    const records = await ledger.getAll('homework');
    expect(new Map(records.map(({ id, text, done }) => [id, [text, done]]))).toEqual(
      new Map([
        ['homework m1 0', ['New', false]],
        ['homework m1 1', ['Write', false]],
        ['homework m1 2', ['Write', true]],
      ]),
    );
  });

  it('of another relationship, or set later, heads nothing', () => {
    const meetings = [entry('m1'), entry('m2', { start: '2026-04-01T17:00:00Z' })];
    const record = (meeting: string, relationship = 'pair') => {
      return { id: `h ${meeting} ${relationship}`, relationship, meeting, text: 'x', done: false };
    };
    const homework = [record('m1', 'other'), record('m2')];
    expect(findOpenHomework(homework, meetings, entry('m3', { start: '2026-03-20T17:00:00Z' }))).toEqual([]);
  });

  it('follows from the entries alone, whatever was saved in which order', async () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 });
    const step = fc.record({
      index: fc.nat(3),
      texts,
      outcomes: fc.array(fc.constantFrom<Outcome>('done', 'carried', 'dropped'), { maxLength: 6 }),
      isUndone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { ledger, handlers, save } = await start(pair());
        for (const { index, texts: homework, outcomes, isUndone } of steps) {
          const meeting = entry(`m${index}`, { start: `2026-03-0${index + 1}T17:00:00Z`, homework });
          const facts = await ledger.readSmall();
          const open = findOpenHomework(facts.homework, facts.meetings, meeting);
          const reviewed = open.slice(0, outcomes.length).map(({ id }, at) => ({ id, outcome: outcomes[at]! }));
          const { undo } = await save(meeting, reviewed);
          if (isUndone) {
            await handlers['meeting.undo']({ undo }, { caller: 'popup', request: 'undo' });
            const { meetings } = await ledger.readSmall();
            expect(meetings).toEqual(facts.meetings);
          }
        }
        const { meetings, homework } = await ledger.readSmall();
        for (const { id, homework: set } of meetings) {
          expect(
            homework
              .filter((each) => each.meeting === id)
              .map(({ text }) => text)
              .sort(),
          ).toEqual([...set].sort());
        }
        for (const each of homework) {
          const closing = meetings.find(({ id }) => id === each.closedIn);
          const said = closing?.reviewed?.find((one) => one.homework === each.id)?.outcome;
          expect(isOpen(each)).toBe(each.closedIn === undefined);
          if (each.closedIn !== undefined) expect(said).toBe(each.done ? 'done' : 'dropped');
        }
      }),
      { numRuns: 60 },
    );
  });
});
