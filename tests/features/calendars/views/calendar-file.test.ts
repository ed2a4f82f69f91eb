import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../../../src/domain/meeting/meeting.ts';
import {
  type Counts,
  type FileProblem,
  importFile,
  MOST_BYTES,
  type ReadFile,
} from '../../../../src/features/calendars/views/calendar-file.ts';
import {
  composeCounts,
  composeFileProblem,
  composeRefusal,
} from '../../../../src/features/calendars/views/file-words.ts';

const events = (count: number): CalendarEvent[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `e${at}`,
    calendar: 'file',
    title: '',
    start: '2026-03-09T10:00:00Z',
    end: '2026-03-09T11:00:00Z',
    allDay: false,
    status: 'confirmed',
    myResponse: 'none',
    attendees: [],
    kind: 'default',
  }));

interface Given {
  found?: CalendarEvent[] | null;
  problems?: FileProblem[];
  counts?: (part: number) => Counts | null;
  file?: File;
  stop?: AbortController;
}

async function run({ found = events(3), problems = [], counts, file, stop = new AbortController() }: Given = {}) {
  const parts: { name: string; count: number; last: boolean }[] = [];
  const shares: number[] = [];
  const read: ReadFile = async (_text, { onProblem, onProgress }) => {
    problems.forEach(onProblem);
    onProgress(0.5);
    return found;
  };
  const outcome = await importFile({
    file: file ?? new File(['BEGIN:VCALENDAR'], 'term.ics'),
    read,
    store: async (name, part, last) => {
      parts.push({ name, count: part.length, last });
      return counts ? counts(parts.length) : { added: part.length, changed: 0, same: 0 };
    },
    onProgress: (share) => shares.push(share),
    signal: stop.signal,
  });
  return { outcome, parts, shares };
}

describe('a calendar file', () => {
  it('is stored in portions, the last one marked, and its counts added up', async () => {
    const { outcome, parts, shares } = await run({ found: events(1201) });
    expect(parts).toEqual([
      { name: 'term.ics', count: 500, last: false },
      { name: 'term.ics', count: 500, last: false },
      { name: 'term.ics', count: 201, last: true },
    ]);
    expect(outcome).toEqual({
      state: 'done',
      name: 'term.ics',
      counts: { added: 1201, changed: 0, same: 0 },
      problems: [],
    });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('without an event in this time stores nothing', async () => {
    const { outcome, parts } = await run({ found: [] });
    expect(parts).toEqual([]);
    expect(outcome).toMatchObject({ state: 'done', counts: { added: 0, changed: 0, same: 0 } });
  });

  it('lists what could not be read, and keeps what could', async () => {
    const problems: FileProblem[] = [{ line: 13, code: 'broken-event', detail: 'DTSTART' }];
    expect((await run({ problems })).outcome).toMatchObject({ state: 'done', counts: { added: 3 }, problems });
  });

  it.each([
    ['not-a-calendar', 'is no calendar file'],
    ['too-large', 'up to 100 MB'],
    ['too-many', 'a shorter time'],
  ] as const)('that is %s is refused, nothing is stored, and what to do is said', async (code, words) => {
    const { outcome, parts } = await run({ found: [], problems: [{ line: 1, code, detail: '' }] });
    expect(outcome).toEqual({ state: 'refused', name: 'term.ics', code });
    expect(parts).toEqual([]);
    expect(composeRefusal('term.ics', code)).toContain(words);
  });

  it('that is too large is refused before it is read', async () => {
    const file = new File([''], 'huge.ics');
    Object.defineProperty(file, 'size', { value: MOST_BYTES + 1 });
    file.text = () => Promise.reject(new Error('it was read'));
    expect((await run({ file })).outcome).toEqual({ state: 'refused', name: 'huge.ics', code: 'too-large' });
  });

  it('that went away since it was chosen is named so', async () => {
    const file = new File([''], 'gone.ics');
    file.text = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    expect((await run({ file })).outcome).toMatchObject({ state: 'refused', code: 'unreadable' });
  });

  it('can be stopped while it is read, and between portions', async () => {
    expect((await run({ found: null })).outcome).toEqual({ state: 'stopped', name: 'term.ics' });
    const stop = new AbortController();
    const { outcome, parts } = await run({
      found: events(1201),
      stop,
      counts: () => {
        stop.abort();
        return { added: 1, changed: 0, same: 0 };
      },
    });
    expect(outcome.state).toBe('stopped');
    expect(parts).toHaveLength(1);
  });

  it('that could not be stored whole says that it may be chosen again', async () => {
    const { outcome, parts } = await run({
      found: events(1201),
      counts: (part) => (part === 2 ? null : { added: 1, changed: 0, same: 0 }),
    });
    expect(outcome).toMatchObject({ state: 'refused', code: 'not-stored' });
    expect(parts).toHaveLength(2);
    expect(composeRefusal('term.ics', 'not-stored')).toContain('not added twice');
  });
});

describe('what came of a file', () => {
  it.each([
    [{ added: 1, changed: 0, same: 0 }, '1 event added.'],
    [{ added: 0, changed: 3, same: 40 }, '0 events added, 3 changed, 40 known already.'],
    [{ added: 0, changed: 0, same: 0 }, 'No events of this time stand in it.'],
  ])('%j is “%s”', (counts, text) => {
    expect(composeCounts(counts)).toBe(text);
  });

  it.each([
    'cut',
    'broken-line',
    'broken-event',
    'unknown-zone',
    'cannot-expand',
    'too-long',
    'more',
    'not-a-calendar',
    'too-large',
    'too-many',
  ] as const)('%s has its words', (code) => {
    expect(composeFileProblem({ line: 1, code, detail: 'X' })).toMatch(/^[A-Z][^!]+$/);
  });
});
