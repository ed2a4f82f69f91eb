// A calendar file of a few events, and what is read of it.
import { expect } from 'vitest';
import { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { type CalendarFileProblem, readCalendar } from '../../../src/files/icalendar.ts';

export const zone = 'America/Toronto';
export const window = { from: '2026-03-01T00:00:00Z', to: '2026-06-01T00:00:00Z' };

/** A calendar of these events, each the lines of one; a line that begins with `+` stands beside the events. */
export function calendar(...events: string[]): string {
  const beside = events.filter((each) => each.startsWith('+')).map((each) => each.slice(1));
  const inside = events.filter((each) => !each.startsWith('+'));
  const blocks = inside.map((lines) => `BEGIN:VEVENT\n${lines.trim().replace(/\n\s+/g, '\n')}\nEND:VEVENT`);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...beside, ...blocks, 'END:VCALENDAR', '']
    .join('\n')
    .replaceAll('\n', '\r\n');
}

export function read(text: string, more: Partial<Parameters<typeof readCalendar>[1]> = {}) {
  const problems: CalendarFileProblem[] = [];
  const onProblem = (problem: CalendarFileProblem) => problems.push(problem);
  // What is told must not depend on how busy the computer is.
  const events = readCalendar(text, { ...window, zone, onProblem, patience: 60_000, ...more });
  for (const event of events) expect(CalendarEvent.safeParse(event).success, JSON.stringify(event)).toBe(true);
  return { events, problems };
}
export const starts = (text: string) =>
  read(text)
    .events.map(({ start }) => start)
    .sort();

export const weekly =
  'UID:w\nDTSTART;TZID=America/Toronto:20260302T180000\nDTEND;TZID=America/Toronto:20260302T190000\nRRULE:FREQ=WEEKLY;COUNT=4';
