import { describe, expect, it } from 'vitest';
import { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { type CalendarFileProblem, readCalendar, readCalendarSlices } from '../../../src/files/icalendar.ts';

const zone = 'America/Toronto';
const window = { from: '2026-03-01T00:00:00Z', to: '2026-06-01T00:00:00Z' };

/** A calendar of these events, each the lines of one; a line that begins with `+` stands beside the events. */
function calendar(...events: string[]): string {
  const beside = events.filter((each) => each.startsWith('+')).map((each) => each.slice(1));
  const inside = events.filter((each) => !each.startsWith('+'));
  const blocks = inside.map((lines) => `BEGIN:VEVENT\n${lines.trim().replace(/\n\s+/g, '\n')}\nEND:VEVENT`);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...beside, ...blocks, 'END:VCALENDAR', '']
    .join('\n')
    .replaceAll('\n', '\r\n');
}

function read(text: string, more: Partial<Parameters<typeof readCalendar>[1]> = {}) {
  const problems: CalendarFileProblem[] = [];
  const events = readCalendar(text, { ...window, zone, onProblem: (problem) => problems.push(problem), ...more });
  for (const event of events) expect(CalendarEvent.safeParse(event).success, JSON.stringify(event)).toBe(true);
  return { events, problems };
}
const starts = (text: string) =>
  read(text)
    .events.map(({ start }) => start)
    .sort();

const weekly =
  'UID:w\nDTSTART;TZID=America/Toronto:20260302T180000\nDTEND;TZID=America/Toronto:20260302T190000\nRRULE:FREQ=WEEKLY;COUNT=4';

describe('an event', () => {
  it('is what every calendar gives', () => {
    const { events, problems } = read(
      calendar(
        '+X-WR-CALNAME:Mentoring\\, mine',
        `UID:a@x
        DTSTART;TZID=Eastern Standard Time:20260309T180000
        DURATION:PT1H30M
        SUMMARY:Ana\\, Robin\\nplans
        LOCATION: Room 4
        ORGANIZER;CN=Robin Park:MAILTO:Robin@Uni.example
        ATTENDEE;PARTSTAT=ACCEPTED;CN="Ana, A.":mailto:ana@uni.example
        ATTENDEE;PARTSTAT=TENTATIVE:mailto:ROBIN@uni.example
        ATTENDEE;EMAIL=Wei@uni.example:urn:uuid:1
        ATTENDEE;CUTYPE=ROOM:mailto:room4@uni.example
        ATTENDEE:invalid`,
      ),
      { me: ['Robin@uni.example'] },
    );
    expect(problems).toEqual([]);
    expect(events).toEqual([
      {
        id: 'a@x',
        uid: 'a@x',
        calendar: 'Mentoring, mine',
        title: 'Ana, Robin\nplans',
        start: '2026-03-09T22:00:00Z',
        end: '2026-03-09T23:30:00Z',
        allDay: false,
        busy: true,
        status: 'confirmed',
        myResponse: 'tentative',
        organizer: { name: 'Robin Park', email: 'robin@uni.example' },
        attendees: [
          { name: 'Ana, A.', email: 'ana@uni.example' },
          { email: 'robin@uni.example' },
          { email: 'wei@uni.example' },
        ],
        location: 'Room 4',
        kind: 'default',
      },
    ]);
  });

  it.each([
    ['STATUS:CANCELLED', { status: 'cancelled' }],
    ['STATUS:TENTATIVE', { status: 'tentative' }],
    ['TRANSP:TRANSPARENT', { busy: false }],
    ['X-MICROSOFT-CDO-BUSYSTATUS:FREE', { busy: false }],
    ['X-MICROSOFT-CDO-BUSYSTATUS:OOF', { busy: true, kind: 'out-of-office' }],
    ['ATTENDEE;PARTSTAT=DECLINED:mailto:me@x.example', { myResponse: 'declined' }],
    ['ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:me@x.example', { myResponse: 'none' }],
    ['ORGANIZER:mailto:me@x.example', { myResponse: 'accepted' }],
  ])('says what %s means', (line, expected) => {
    const { events } = read(calendar(`UID:a\nDTSTART:20260309T180000Z\n${line}`), { me: ['me@x.example'] });
    expect(events[0]).toMatchObject(expected);
  });

  it('of a calendar that takes back is cancelled', () => {
    expect(read(calendar('+METHOD:CANCEL', 'UID:a\nDTSTART:20260309T180000Z')).events[0]?.status).toBe('cancelled');
  });

  it('knows no answer of mine where nobody says who I am', () => {
    const text = calendar('UID:a\nDTSTART:20260309T180000Z\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@x.example');
    expect(read(text).events[0]?.myResponse).toBe('none');
  });

  it('is found without a calendar around it', () => {
    expect(starts('BEGIN:VEVENT\nDTSTART:20260309T180000Z\nEND:VEVENT')).toEqual(['2026-03-09T18:00:00Z']);
  });

  it('with another SEQUENCE is the later one, and of two starts in one SEQUENCE both', () => {
    const first = 'UID:a\nSEQUENCE:1\nDTSTART:20260309T180000Z';
    const later = 'UID:a\nSEQUENCE:2\nDTSTART:20260310T180000Z';
    expect(starts(calendar(later, first))).toEqual(['2026-03-10T18:00:00Z']);
    expect(starts(calendar(first, first.replace('09T', '11T')))).toEqual([
      '2026-03-09T18:00:00Z',
      '2026-03-11T18:00:00Z',
    ]);
  });

  it('keeps its id when it was moved', () => {
    const before = read(calendar('UID:a\nDTSTART:20260309T180000Z')).events[0]!;
    const after = read(calendar('UID:a\nSEQUENCE:1\nDTSTART:20260310T180000Z')).events[0]!;
    expect(after.id).toBe(before.id);
  });

  it('that is a task counts where it has a time', () => {
    const text = 'BEGIN:VTODO\nUID:t\nSUMMARY:Read\nDUE:20260309T180000Z\nEND:VTODO\nBEGIN:VTODO\nUID:u\nEND:VTODO';
    expect(read(text)).toMatchObject({
      events: [{ uid: 't', kind: 'task', start: '2026-03-09T18:00:00Z' }],
      problems: [],
    });
  });
});

describe('times', () => {
  it.each([
    ['DTSTART:20260309T180000', '2026-03-09T22:00:00Z'],
    ['DTSTART;TZID=Europe/Berlin:20260309T180000', '2026-03-09T17:00:00Z'],
    ['DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20260309T180000', '2026-03-09T22:00:00Z'],
    ['DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260309T180000', '2026-03-09T17:00:00Z'],
    ['DTSTART;VALUE=DATE:20260309', '2026-03-09'],
    ['DTSTART:20260309', '2026-03-09'],
    ['DTSTART;TZID=America/Toronto:20260308T023000', '2026-03-08T07:30:00Z'],
  ])('%s begins at %s', (line, start) => {
    expect(starts(calendar(`UID:a\n${line}`))).toEqual([start]);
  });

  it('that float are by the zone of their calendar, where it has one', () => {
    expect(starts(calendar('+X-WR-TIMEZONE:Europe/Berlin', 'UID:a\nDTSTART:20260309T180000'))).toEqual([
      '2026-03-09T17:00:00Z',
    ]);
  });

  it('in a zone that nobody knows are by the reader’s, and it is told', () => {
    const { events, problems } = read(calendar('UID:a\nDTSTART;TZID=Customized Time Zone:20260309T180000'));
    expect(events[0]?.start).toBe('2026-03-09T22:00:00Z');
    expect(problems).toEqual([{ line: 3, code: 'unknown-zone', detail: 'Customized Time Zone' }]);
  });

  it('in a zone that the file defines are by that, wherever it stands', () => {
    const own = `BEGIN:VTIMEZONE
TZID:Ours
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`;
    const event = (start: string) => `BEGIN:VEVENT\nDTSTART;TZID=Ours:${start}\nEND:VEVENT\n`;
    expect(starts(`${event('20260328T120000')}${event('20260329T120000')}${own}`)).toEqual([
      '2026-03-28T10:00:00Z',
      '2026-03-29T09:00:00Z',
    ]);
  });

  it.each([
    ['DTSTART;VALUE=DATE:20260309', '2026-03-10'],
    ['DTSTART;VALUE=DATE:20260309\nDTEND;VALUE=DATE:20260309', '2026-03-10'],
    ['DTSTART;VALUE=DATE:20260309\nDTEND;VALUE=DATE:20260312', '2026-03-12'],
    ['DTSTART;VALUE=DATE:20260309\nDURATION:P2D', '2026-03-11'],
    ['DTSTART:20260309T180000Z', '2026-03-09T18:00:00Z'],
    ['DTSTART:20260309T180000Z\nDTEND:20260309T170000Z', '2026-03-09T18:00:00Z'],
  ])('%j ends at %s', (lines, end) => {
    expect(read(calendar(`UID:a\n${lines}`)).events[0]?.end).toBe(end);
  });

  it('are in the window by their whole length, days by the reader’s zone', () => {
    const inside = (lines: string, from: string, to: string) =>
      read(calendar(`UID:a\n${lines}`), { from, to }).events.length;
    const hour = 'DTSTART:20260309T180000Z\nDTEND:20260309T190000Z';
    expect(inside(hour, '2026-03-09T18:59:59Z', '2026-03-10T00:00:00Z')).toBe(1);
    expect(inside(hour, '2026-03-09T19:00:00Z', '2026-03-10T00:00:00Z')).toBe(0);
    expect(inside(hour, '2026-03-09T00:00:00Z', '2026-03-09T18:00:00Z')).toBe(0);
    expect(inside('DTSTART:20260309T180000Z', '2026-03-09T18:00:00Z', '2026-03-09T18:00:01Z')).toBe(1);
    expect(inside('DTSTART;VALUE=DATE:20260309', '2026-03-10T03:59:59Z', '2026-03-11T00:00:00Z')).toBe(1);
    expect(inside('DTSTART;VALUE=DATE:20260309', '2026-03-10T04:00:00Z', '2026-03-11T00:00:00Z')).toBe(0);
  });
});

describe('a series', () => {
  it('keeps its time of day when clocks change, and each of it knows when it was planned', () => {
    const { events } = read(calendar(weekly));
    expect(events.map(({ start }) => start)).toEqual([
      '2026-03-02T23:00:00Z',
      '2026-03-09T22:00:00Z',
      '2026-03-16T22:00:00Z',
      '2026-03-23T22:00:00Z',
    ]);
    expect(events[1]).toMatchObject({
      id: 'w 2026-03-09T22:00:00Z',
      series: 'w',
      originalStart: '2026-03-09T22:00:00Z',
    });
  });

  it.each([
    ['EXDATE;TZID=America/Toronto:20260309T180000'],
    ['EXDATE:20260309T220000Z'],
    ['EXDATE:20260309T180000'],
    ['EXDATE;VALUE=DATE:20260309'],
    ['EXRULE:FREQ=MONTHLY;BYMONTHDAY=9'],
  ])('leaves out what %s names', (line) => {
    expect(starts(calendar(`${weekly}\n${line}`))).not.toContain('2026-03-09T22:00:00Z');
    expect(starts(calendar(`${weekly}\n${line}`))).toContain('2026-03-16T22:00:00Z');
  });

  it('adds what RDATE names', () => {
    expect(starts(calendar('UID:a\nDTSTART:20260309T180000Z\nRDATE:20260311T180000Z,20260313T200000Z'))).toHaveLength(
      3,
    );
  });

  it('is moved, cancelled and kept, one by one', () => {
    const text = calendar(
      weekly,
      'UID:w\nRECURRENCE-ID;TZID=America/Toronto:20260309T180000\nDTSTART:20260310T150000Z\nDTEND:20260310T160000Z\nSUMMARY:Moved',
      'UID:w\nRECURRENCE-ID:20260316T220000Z\nDTSTART:20260316T220000Z\nSTATUS:CANCELLED',
    );
    const { events } = read(text);
    expect(events).toHaveLength(4);
    expect(events.find(({ title }) => title === 'Moved')).toMatchObject({
      id: 'w 2026-03-09T22:00:00Z',
      start: '2026-03-10T15:00:00Z',
      originalStart: '2026-03-09T22:00:00Z',
    });
    expect(events.filter(({ status }) => status === 'cancelled').map(({ start }) => start)).toEqual([
      '2026-03-16T22:00:00Z',
    ]);
  });

  it('has what was moved into the window from outside', () => {
    const moved = 'UID:w\nRECURRENCE-ID;TZID=America/Toronto:20260323T180000\nDTSTART:20260303T150000Z';
    const { events } = read(calendar(weekly, moved), { from: '2026-03-03T00:00:00Z', to: '2026-03-04T00:00:00Z' });
    expect(events.map(({ start }) => start)).toEqual(['2026-03-03T15:00:00Z']);
  });

  it('of days is moved by a RECURRENCE-ID of another type', () => {
    const days = 'UID:d\nDTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY;COUNT=2';
    const moved = 'UID:d\nRECURRENCE-ID;TZID=America/Toronto:20260309T000000\nDTSTART;VALUE=DATE:20260310';
    expect(starts(calendar(days, moved))).toEqual(['2026-03-02', '2026-03-10']);
  });

  it('goes on otherwise from a change of this and all that follow', () => {
    const from =
      'UID:w\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/Toronto:20260316T180000\nDTSTART;TZID=America/Toronto:20260317T170000\nDURATION:PT30M\nSUMMARY:Tuesdays';
    const { events } = read(calendar(weekly, from));
    expect(events.map(({ start, title }) => `${title} ${start}`).sort()).toEqual([
      ' 2026-03-02T23:00:00Z',
      ' 2026-03-09T22:00:00Z',
      'Tuesdays 2026-03-17T21:00:00Z',
      'Tuesdays 2026-03-24T21:00:00Z',
    ]);
  });

  it.each([
    ['UNTIL=20260316T220000Z', 3],
    ['UNTIL=20260316T215959Z', 2],
    ['UNTIL=20260316T180000', 3],
    ['UNTIL=20260316', 3],
  ])('ends with %s', (until, count) => {
    expect(starts(calendar(weekly.replace('COUNT=4', until)))).toHaveLength(count);
  });

  it('that began long ago is there at once', () => {
    const old = 'UID:o\nDTSTART;TZID=America/Toronto:19700105T180000\nRRULE:FREQ=DAILY;INTERVAL=7';
    expect(starts(calendar(old))).toHaveLength(13);
  });

  it.each([
    ['FREQ=YEARLY;BYWEEKNO=20', 'BYWEEKNO'],
    ['FREQ=SECONDLY', 'too-many'],
    ['FREQ=MINUTELY;COUNT=900000000', 'too-many'],
    ['FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1', 'BYSETPOS'],
    [
      `FREQ=DAILY;BYHOUR=${Array.from({ length: 24 }, (_, at) => at)};BYMINUTE=${Array.from({ length: 60 }, (_, at) => at)}`,
      'too-long',
    ],
    ['FREQ=SOMETIMES', 'unreadable'],
  ])('with the rule %s is its first event alone, and it is told', (rule, why) => {
    const { events, problems } = read(calendar(`UID:a\nDTSTART:20260309T180000Z\nRRULE:${rule}`));
    expect(events.map(({ start }) => start)).toEqual(['2026-03-09T18:00:00Z']);
    expect(problems).toMatchObject([{ code: 'cannot-expand', detail: why }]);
  });

  it.each([
    'FREQ=DAILY;BYMONTHDAY=-1,-2',
    'FREQ=WEEKLY; BYDAY=MO ;COUNT=3',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  ])('with the rule %s is expanded', (rule) => {
    const { events, problems } = read(calendar(`UID:a\nDTSTART:20260309T180000Z\nRRULE:${rule}`));
    expect(problems).toEqual([]);
    expect(events.length).toBeGreaterThan(2);
  });
});

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

  it('lets the page draw while a large file is read', async () => {
    const large = many.replace('END:VCALENDAR\r\n', '').repeat(20);
    let longest = 0;
    let last = performance.now();
    const pause = async () => {
      longest = Math.max(longest, performance.now() - last);
      await Promise.resolve();
      last = performance.now();
    };
    await readCalendarSlices(large, { ...window, zone, pause });
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThan(3000);
  });
});
