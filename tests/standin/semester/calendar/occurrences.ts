// Single events and series, spread out into what stands in a calendar between two instants.
import rrule from 'rrule';
import type { Instance, StandinEvent } from './types.ts';

const { rrulestr } = rrule;

/** rrule counts in a zone-less clock; these carry local wall time there and back. */
const toFloating = (local: Temporal.PlainDateTime) => new Date(`${local.toString({ smallestUnit: 'second' })}Z`);
const fromFloating = (date: Date) => Temporal.PlainDateTime.from(date.toISOString().slice(0, 19));

const instantOf = (text: string, zone: string) =>
  text.length === 10 ? Temporal.PlainDate.from(text).toZonedDateTime(zone).toInstant() : Temporal.Instant.from(text);

/** All planned starts of a series until `to`. */
function plannedStarts(event: StandinEvent, to: string): string[] {
  const { start, zone, allDay } = event;
  const first = allDay
    ? Temporal.PlainDate.from(start).toPlainDateTime()
    : Temporal.Instant.from(start).toZonedDateTimeISO(zone).toPlainDateTime();
  const last = Temporal.Instant.from(to).toZonedDateTimeISO(zone).toPlainDateTime().add({ days: 1 });
  const rule = rrulestr(`RRULE:${event.rule}`, { dtstart: toFloating(first) });
  const starts = rule.between(toFloating(first), toFloating(last), true).map((date) => {
    const local = fromFloating(date);
    return allDay ? local.toPlainDate().toString() : local.toZonedDateTime(zone).toInstant().toString();
  });
  return [...new Set([...starts, ...(event.added ?? [])])].sort();
}

function endOf(event: StandinEvent, start: string): string {
  if (event.allDay) {
    const days = Temporal.PlainDate.from(event.start).until(Temporal.PlainDate.from(event.end));
    return Temporal.PlainDate.from(start).add(days).toString();
  }
  const length = Temporal.Instant.from(event.start).until(Temporal.Instant.from(event.end));
  return Temporal.Instant.from(start).add(length).toString();
}

function occurrence(event: StandinEvent, original: string): Instance {
  const { cancelled, ...differing } = event.exceptions?.[original] ?? {};
  const start = differing.start ?? original;
  return {
    event,
    original,
    start,
    end: differing.end ?? endOf(event, start),
    title: differing.title ?? event.title,
    ...((differing.location ?? event.location) ? { location: differing.location ?? event.location! } : {}),
    response: differing.response ?? event.response,
    cancelled: cancelled === true || event.status === 'cancelled',
    differs: Object.keys(differing).length > 0,
  };
}

function single(event: StandinEvent): Instance {
  const { start, end, title, location, response, status } = event;
  return {
    event,
    start,
    end,
    title,
    ...(location ? { location } : {}),
    response,
    cancelled: status === 'cancelled',
    differs: false,
  };
}

/** Whether it ends after `from` and begins before `to`. */
export function overlaps({ event, start, end }: Instance, from: string, to: string): boolean {
  const [low, high] = [Temporal.Instant.from(from), Temporal.Instant.from(to)];
  return (
    Temporal.Instant.compare(instantOf(end, event.zone), low) > 0 &&
    Temporal.Instant.compare(instantOf(start, event.zone), high) < 0
  );
}

/** Everything of one event that overlaps a window, cancelled occurrences included. */
export function spread(event: StandinEvent, from: string, to: string): Instance[] {
  const all = event.rule ? plannedStarts(event, to).map((start) => occurrence(event, start)) : [single(event)];
  return all.filter((each) => overlaps(each, from, to));
}
