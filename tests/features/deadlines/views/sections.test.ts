import { describe, expect, it } from 'vitest';
import { composeLine, findRest } from '../../../../src/features/deadlines/views/actions.ts';
import { composeLater } from '../../../../src/features/deadlines/views/later.ts';
import { composeNames, planSections } from '../../../../src/features/deadlines/views/sections.ts';
import { item, monday } from '../../../ui/monday.ts';

const many = (count: number, section: 'late' | 'coming' | 'waiting') =>
  Array.from({ length: count }, (_, at) => item(`Person ${at}`, section));

const ROOM = 484;

describe('the plan of sections', () => {
  it('shows everything where there is room without end', () => {
    const plan = planSections({ ...monday(), items: many(60, 'waiting') }, Number.POSITIVE_INFINITY);
    expect(plan).toMatchObject([{ section: 'waiting', shown: 60, folded: false }]);
  });

  it('folds what is quiet when it does not fit, and keeps what is urgent', () => {
    expect(planSections(monday(), ROOM).map(({ section, shown, folded }) => [section, shown, folded])).toEqual([
      ['late', 1, false],
      ['due-today', 2, false],
      ['coming', 3, false],
      ['waiting', 4, true],
      ['cannot-tell', 1, false],
    ]);
  });

  it('cuts a long month to what fits, and never to leave one out', () => {
    expect(planSections({ ...monday(), items: many(30, 'coming') }, ROOM)).toMatchObject([{ shown: 9 }]);
    expect(planSections({ ...monday(), items: many(11, 'coming') }, ROOM)).toMatchObject([{ shown: 9 }]);
    expect(planSections({ ...monday(), items: many(10, 'coming') }, ROOM)).toMatchObject([{ shown: 10 }]);
  });

  it('never hides what is late', () => {
    expect(planSections({ ...monday(), items: many(25, 'late') }, ROOM)).toMatchObject([{ shown: 25, folded: false }]);
  });

  it.each([1, 2, 3, 5, 8, 13])('keeps a Monday with %d coming inside the room', (coming) => {
    const overview = {
      ...monday(),
      items: [...monday().items.filter((one) => one.section !== 'coming'), ...many(coming, 'coming')],
    };
    const height = planSections(overview, ROOM).reduce(
      (sum, { folded, shown, items }) => sum + (folded ? 36 : 32 + shown * 44 + (shown < items.length ? 36 : 0)),
      0,
    );
    expect(height).toBeLessThanOrEqual(ROOM + 44);
  });

  it('says "This month" only while all of it is of this month', () => {
    const late = item('Jun Li', 'coming', { mark: { state: 'open', due: '2026-04-02T10:00:00Z' } });
    expect(planSections({ ...monday(), items: [late] }, ROOM)[0]?.title).toBe('Coming');
    expect(planSections(monday(), ROOM)[2]?.title).toBe('This month');
  });

  it('names a few, each once', () => {
    const items = ['Jun Li', 'Jun Li', 'Ana Paz', 'Bo Ek', 'Cy Oz', 'Di Ra'].map((name) => item(name, 'waiting'));
    expect(composeNames(items)).toBe('Jun, Ana, Bo and 2 more');
    expect(composeNames(items.slice(0, 3))).toBe('Jun, Ana');
  });
});

describe('what can be done with an item', () => {
  const kinds = (...given: Parameters<typeof item>) => findRest(item(...given)).map(({ kind }) => kind);
  it.each([
    ['a mail that waits', kinds('A', 'late'), ['elsewhere', 'not-needed', 'log', 'later', 'why']],
    ['their turn', kinds('A', 'waiting'), ['log', 'why']],
  ])('depends on what it is: %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('offers no "No reply needed" for a text', () => {
    const { thread: _, ...text } = item('A', 'late');
    expect(findRest(text).map(({ kind }) => kind)).toEqual(['elsewhere', 'log', 'later', 'why']);
    const passedOn = item('A', 'late', { via: 'MentorCity' });
    expect(findRest(passedOn)[0]).toEqual({ kind: 'platform', letter: 'p', text: 'Answered on MentorCity' });
    expect(composeLine(passedOn)[0]).toBe('MentorCity');
  });

  it('says in its line what the title does not say yet', () => {
    const line = (title: string, detail: string) => composeLine(item('A', 'late', { title, detail }));
    expect(line('Exam', 'Since Saturday 14:40')).toEqual(['Exam', 'Since Saturday 14:40']);
    expect(line('Text message, Saturday 14:40', 'Since Saturday 14:40')).toEqual(['Text message, Saturday 14:40']);
    expect(line('Text message, Saturday 14:40', 'Saturday 14:40')).toEqual(['Text message, Saturday 14:40']);
    expect(line('Exam', '')).toEqual(['Exam']);
  });
});

describe('moments to be reminded at', () => {
  const texts = (now: string, zone: string) => composeLater(now, zone).map(({ text, until }) => `${text} ${until}`);
  it('are the mentor’s own mornings and evenings', () => {
    expect(texts('2026-03-10T13:00:00Z', 'America/Toronto')).toEqual([
      'In 3 hours 2026-03-10T16:00:00Z',
      'This evening 2026-03-10T22:00:00Z',
      'Tomorrow morning 2026-03-11T12:00:00Z',
      'Monday morning 2026-03-16T12:00:00Z',
    ]);
  });

  it('keep their clock time when the clocks change overnight', () => {
    expect(texts('2026-03-07T22:00:00Z', 'America/Toronto')).toEqual([
      'In 3 hours 2026-03-08T01:00:00Z',
      'Tomorrow morning 2026-03-08T12:00:00Z',
      'Monday morning 2026-03-09T12:00:00Z',
    ]);
  });

  it('do not name Monday twice on a Sunday', () => {
    expect(texts('2026-03-08T21:00:00Z', 'Etc/UTC').map((text) => text.split(' 2026')[0])).toEqual([
      'In 3 hours',
      'Tomorrow morning',
    ]);
  });

  it('have letters of their own', () => {
    const letters = composeLater('2026-03-10T13:00:00Z', 'Etc/UTC').map(({ letter }) => letter);
    expect(new Set(letters).size).toBe(letters.length);
  });
});
