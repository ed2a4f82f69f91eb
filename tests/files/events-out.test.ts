import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { writeIcs } from '../../src/files/events-out.ts';
import { readCalendar } from '../../src/files/icalendar.ts';
import { people, row, rows } from './small-log.ts';

describe('the calendar file', () => {
  const now = '2026-04-01T08:00:00Z';
  const text = writeIcs(rows, { people, now });

  it('holds what was held, and comes back as it was', () => {
    const events = readCalendar(text, { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z', zone: 'UTC' });
    expect(events.map(({ uid, start, end }) => [uid, start, end])).toEqual([
      ['m1@waymark', '2026-03-09T22:00:00Z', '2026-03-09T23:30:00Z'],
      ['m2@waymark', '2026-03-10T14:30:00Z', '2026-03-10T14:50:00Z'],
      ['m4@waymark', '2026-03-09', '2026-03-10'],
      ['m5@waymark', '2026-03-09T22:00:00Z', '2026-03-09T23:30:00Z'],
    ]);
    expect(events[1]!.title).toBe('Mentoring: 李薇, أمل');
    expect(events[0]!.attendees).toEqual([
      { name: 'Robin Park', email: 'robin@uni.example' },
      { name: 'Ana  Anita  Álvarez', email: 'ana@uni.example' },
    ]);
  });

  it('ends its lines in CRLF and folds them between characters', () => {
    const long = writeIcs([row({ topics: ['计'.repeat(200)], topicLevels: [0] })], { people, now });
    for (const line of long.split('\r\n')) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(76);
      expect(line.isWellFormed()).toBe(true);
    }
    expect(long.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const [event] = new ICAL.Component(ICAL.parse(long)).getAllSubcomponents('vevent');
    expect(event!.getFirstPropertyValue('description')).toContain('计'.repeat(200));
    expect(event!.getFirstPropertyValue('dtstamp')!.toString()).toBe(now);
  });

  it('lets nothing break out of a line, and takes no note along', () => {
    const evil = writeIcs(
      [row({ topics: ['a\r\nEND:VEVENT\r\nBEGIN:VEVENT'], privateNote: 'SECRET', sharedNote: 'OURS' })],
      { people, now },
    );
    expect(new ICAL.Component(ICAL.parse(evil)).getAllSubcomponents('vevent')).toHaveLength(1);
    expect(evil).not.toMatch(/SECRET|OURS/);
  });
});
