import { describe, expect, it } from 'vitest';
import { calendar, read, starts } from './compose.ts';

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
