// What is in the log already: by the event it came from, or because the same people met then. A planned entry is not
// logged yet: whether it took place is still to be said.
import { addMinutes, compareInstants } from '../../time/instants.ts';
import type { CalendarEvent, Meeting } from '../meeting.ts';

interface Span {
  start: string;
  end: string;
}

/** No meeting is longer than a day, so that one that overlaps began on the same date or the one before, in UTC. */
const keyOf = (person: string, instant: string) => `${instant.slice(0, 10)} ${person}`;

export function makeLogged(
  meetings: readonly Meeting[],
): (event: CalendarEvent, partners: readonly string[]) => boolean {
  const events = new Set<string>();
  const spans = new Map<string, Span[]>();
  for (const { event, outcome, start, minutes, attendees } of meetings) {
    if (outcome === 'planned') continue;
    if (event !== undefined) events.add(event);
    const span = { start, end: addMinutes(start, Math.max(1, minutes)) };
    for (const person of attendees) for (const key of keysOf(person, span)) add(spans, key, span);
  }
  const overlaps = (event: CalendarEvent, person: string) =>
    keysOf(person, event).some((key) =>
      spans
        .get(key)
        ?.some(({ start, end }) => compareInstants(start, event.end) < 0 && compareInstants(event.start, end) < 0),
    );
  return (event, partners) =>
    events.has(event.id) ||
    (event.seenIn ?? []).some(({ id }) => events.has(id)) ||
    partners.some((person) => overlaps(event, person));
}

function keysOf(person: string, { start, end }: Span): string[] {
  const [first, last] = [keyOf(person, start), keyOf(person, end)];
  return first === last ? [first] : [first, last];
}

function add(spans: Map<string, Span[]>, key: string, span: Span): void {
  const known = spans.get(key);
  if (known) known.push(span);
  else spans.set(key, [span]);
}
