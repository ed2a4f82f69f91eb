import { describe, expect, it, vi } from 'vitest';
import { readCalendar, readCalendarSlices } from '../../../src/files/icalendar.ts';
import { calendar, read, starts, weekly, window, zone } from './compose.ts';

describe('a broken file', () => {
  it('keeps what can be read and names the line of what cannot', () => {
    const text = calendar(
      'UID:a\nDTSTART:20260309T180000Z\nthis is no line\nSUMMARY:Fine',
      'UID:b\nSUMMARY:No start',
      'UID:c\nDTSTART:20261399T180000Z',
    );
    const { events, problems } = read(text);
    expect(events.map(({ title }) => title)).toEqual(['Fine']);
    expect(problems).toEqual([
      { line: 6, code: 'broken-line', detail: '' },
      { line: 9, code: 'broken-event', detail: 'DTSTART' },
      { line: 13, code: 'broken-event', detail: 'DTSTART' },
    ]);
  });

  it('that ends in the middle of an event keeps what stands of it', () => {
    const { events, problems } = read('BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260309T180000Z\nSUMM');
    expect(events).toHaveLength(1);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'cut'],
      [5, 'broken-line'],
    ]);
  });

  it('whose events do not end loses none of them', () => {
    const text =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260309T180000Z\nBEGIN:VEVENT\nDTSTART:20260310T180000Z\nEND:VEVENT\nEND:VCALENDAR';
    expect(read(text).events).toHaveLength(2);
  });

  it.each([
    ['lines that end in a return alone', calendar(weekly).replaceAll('\r\n', '\r')],
    ['an indent', calendar(weekly).replaceAll(/^/gm, '    ')],
    ['a byte order mark', `\uFEFF${calendar(weekly)}`],
    ['small letters', calendar(weekly).replace(/BEGIN|END(?=:V)|VEVENT|VCALENDAR/g, (word) => word.toLowerCase())],
    ['empty lines', calendar(weekly).replaceAll('\r\n', '\r\n\r\n')],
  ])('with %s is read', (_, text) => {
    expect(starts(text)).toHaveLength(4);
  });

  it.each([
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['JSON', '{"kind":"calendar#events"}'],
    ['a table', 'Date,Hours\n2026-03-09,1\n'],
    ['bytes', '\u0000\u0001\uFFFD\u0000PNG'],
    ['nothing', ''],
    ['an address book', 'BEGIN:VCARD\nFN:Ana\nEND:VCARD\n'],
  ])('that is %s is no calendar', (_, text) => {
    expect(read(text)).toEqual({ events: [], problems: [{ line: 1, code: 'not-a-calendar', detail: '' }] });
  });

  it('tells no more than a person could want to read', () => {
    const { problems } = read(`BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(3000)}`);
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)?.code).toBe('more');
  });

  it.each([
    ['one line', `SUMMARY:${'word '.repeat(300_000)}`],
    ['people', 'ATTENDEE:mailto:ana@example.edu\n'.repeat(40_000).trim()],
    ['dates', `EXDATE:20260316T180000Z${',20260601T180000Z'.repeat(70_000)}`],
  ])(
    'of an event with more %s than anybody has keeps what fits, and says from which line on it does not',
    (_, much) => {
      const { events, problems } = read(calendar(`UID:a\nDTSTART:20260309T180000Z\n${much}\nLOCATION:Library`));
      expect(events).toMatchObject([{ id: 'a', start: '2026-03-09T18:00:00Z' }]);
      expect(JSON.stringify(events).length).toBeLessThan(2_000_000);
      expect(problems).toMatchObject([{ code: 'too-long', detail: 'VEVENT' }]);
    },
  );

  it('of an event with a large file in it, or pages of text, is read whole', () => {
    const attached = `${'QUJD'.repeat(18)}|`.repeat(20_000);
    const much = `DESCRIPTION:${'Some words. '.repeat(60_000)}\nATTACH;ENCODING=BASE64;VALUE=BINARY:${attached}QQ==`;
    const text = calendar(`${weekly}\n${much}\nLOCATION:Library`).replaceAll('|', '\r\n ');
    const { events, problems } = read(text);
    expect(events.map(({ location }) => location)).toEqual(Array(4).fill('Library'));
    expect(problems).toEqual([]);
  });

  it('with more events than one person has is refused whole', () => {
    const { events, problems } = read(calendar(weekly, weekly.replace('UID:w', 'UID:x')), { most: 7 });
    expect([events, problems]).toEqual([[], [{ line: 1, code: 'too-many', detail: '' }]]);
  });

  it('never puts what an event says into a problem', () => {
    const { problems } = read(calendar('SUMMARY:SECRET\nSECRET line', 'UID:SECRET\nDTSTART:SECRET\nRRULE:SECRET'));
    expect(problems.length).toBeGreaterThan(2);
    expect(JSON.stringify(problems)).not.toContain('SECRET');
  });

  it('throws never, whatever is done to it', () => {
    const whole = calendar(
      weekly,
      'UID:b\nDTSTART;VALUE=DATE:20260401\nRRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=9\nEXDATE:20260501',
    );
    let seed = 31;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      return Math.floor((seed / 0x7fffffff) * below);
    };
    const signs = [
      '\n',
      '\r\n ',
      ':',
      ';',
      '=',
      '"',
      ',',
      'Z',
      'T',
      '-',
      '9',
      '\u0000',
      '\uD83D',
      'BEGIN:VEVENT\n',
      'END:',
      'RRULE:FREQ=',
      '99999999',
    ];
    for (let round = 0; round < 600; round += 1) {
      let text = round % 3 === 0 ? whole.slice(0, random(whole.length)) : whole;
      for (let change = 0; change < 1 + (round % 6); change += 1) {
        const at = random(text.length);
        text = text.slice(0, at) + signs[random(signs.length)] + text.slice(at + random(8));
      }
      expect(() => read(text), `round ${round}: ${JSON.stringify(text)}`).not.toThrow();
    }
  });
});

describe('reading in slices', () => {
  const many = calendar(
    ...Array.from({ length: 3000 }, (_, at) => `UID:e${at}\nDTSTART:202603${10 + (at % 20)}T180000Z\nSUMMARY:${at}`),
  );

  it('gives the same, and tells how far it has come', async () => {
    const told: number[] = [];
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    const events = await readCalendarSlices(many, {
      ...window,
      zone,
      pause,
      onProgress: (progress) => told.push(progress),
    });
    expect(events).toEqual(readCalendar(many, { ...window, zone }));
    expect(told).toHaveLength(pauses);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    for (const progress of told) expect(progress).toBeLessThanOrEqual(1);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await readCalendarSlices(many, { ...window, zone, signal: stop.signal })).toBeNull();
  });

  it('lets the page draw again and again, however large the file', async () => {
    const large = many.replace('END:VCALENDAR\r\n', '').repeat(4);
    let clock = 0;
    const watch = vi.spyOn(performance, 'now').mockImplementation(() => ++clock);
    let pauses = 0;
    await readCalendarSlices(large, { ...window, zone, pause: async () => void pauses++ });
    watch.mockRestore();
    // A step takes a millisecond of this clock, and the page waits for forty at most.
    expect(pauses).toBeGreaterThan(12_000 / 45);
  });
});
