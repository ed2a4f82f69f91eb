// What an event's button says, taken apart. One grammar reads 28 of 28 labels recorded in English (PAGE-FACTS section 4):
// subject, times or "all day event", weekday and date [to weekday and date], [place], [By organiser], status,
// [recurrence]. Subjects and organisers hold commas, so everything hangs on times and date in the middle.
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import { findDay } from './label-day.ts';

export interface EventLabel {
  title: string;
  /** Minutes of the day; null for an all-day event. */
  times: { start: number; end: number } | null;
  first: Temporal.PlainDate;
  /** The last day, inclusive. */
  last: Temporal.PlainDate;
  /** Whether both dates fall on the weekdays written beside them. */
  onWeekdays: boolean;
  location?: string;
  /** Absent where the status is not in words known here. */
  show?: 'free' | 'busy' | 'tentative' | 'away' | 'elsewhere';
  recurring: boolean;
  cancelled: boolean;
  declined: boolean;
  /** Times as written, to compare with other places. */
  written: string[];
}

const SHOWS: Record<string, EventLabel['show']> = {
  Free: 'free',
  Busy: 'busy',
  Tentative: 'tentative',
  Away: 'away',
  'Out of office': 'away',
  'Working elsewhere': 'elsewhere',
};
const RECURRENCE = /, (?:Recurring event|Exception to recurring event)$/;
const CLOCK = String.raw`(\d\d?:\d\d(?:[ \u00a0\u202f][AaPp]\.?[Mm]\.?)?)`;
const WHEN = new RegExp(`, (?:${CLOCK} to ${CLOCK}|[Aa]ll day event), `, 'g');
const MAX_LENGTH = 4000;

/** Null for what is no event: "9:00 AM to 9:30 AM, Tuesday, ..." alone is a slot that is selected and empty. */
export function parseEventLabel(label: string): EventLabel | null {
  if (label.length > MAX_LENGTH) return null;
  const text = label.replace(/[\u00a0\u202f]/g, ' ').replace(/\p{Cf}/gu, '');
  const read = [...text.matchAll(WHEN)].flatMap((when) => readAt(text, when) ?? []);
  // A subject that holds a whole date and time of its own: which of the two is the event's, nobody can say.
  return read.length === 1 ? read[0]! : null;
}

function readAt(text: string, when: RegExpExecArray): EventLabel | null {
  const after = text.slice(when.index + when[0].length);
  const first = findDay(after, '');
  if (!first) return null;
  const second = findDay(after.slice(first.length), ' to ');
  const last = second?.date ?? first.date;
  const times = when[1] === undefined ? null : readTimes(when[1], when[2]!);
  if ((when[1] !== undefined && !times) || Temporal.PlainDate.compare(first.date, last) > 0) return null;
  const rest = after.slice(first.length + (second?.length ?? 0));
  if (rest !== '' && !rest.startsWith(', ')) return null;
  const onWeekdays = first.isOnWeekday && second?.isOnWeekday !== false;
  const written = when[1] === undefined ? [] : [when[1], when[2]!];
  return {
    ...readSubject(text.slice(0, when.index)),
    times,
    first: first.date,
    last,
    onWeekdays,
    ...readRest(rest),
    written,
  };
}

function readSubject(text: string): Pick<EventLabel, 'title' | 'cancelled' | 'declined'> {
  // "Calendar icon, " and the like stand before the subject of events that carry an icon.
  const plain = text.replace(/^[\p{L} -]{2,30} icon, /u, '');
  const [, word = ''] = /^(cancell?ed|declined): /i.exec(plain) ?? [];
  const title = plain.slice(word ? word.length + 2 : 0).trim();
  return { title: title.slice(0, 500), cancelled: /^cancell?ed$/i.test(word), declined: /^declined$/i.test(word) };
}

function readRest(text: string): Pick<EventLabel, 'location' | 'show' | 'recurring'> {
  const recurring = RECURRENCE.test(text);
  let rest = text.replace(RECURRENCE, '');
  const status = /, ([^,]+)$/.exec(rest)?.[1] ?? '';
  const show = SHOWS[status];
  if (show) rest = rest.slice(0, -status.length - 2);
  const location = rest
    .replace(/(^|, )By (?!.*, By ).*$/, '')
    .replace(/^, /, '')
    .trim();
  return { recurring, ...(show && { show }), ...(location && { location: location.slice(0, 500) }) };
}

function readTimes(from: string, to: string): EventLabel['times'] {
  const [start, end] = [readClock(from), readClock(to)];
  // Two kinds of clock in one label: neither is certain.
  const isHalved = [from, to].map((time) => /[ap]/i.test(time));
  return start === null || end === null || isHalved[0] !== isHalved[1] ? null : { start, end };
}

function readClock(text: string): number | null {
  const [, hours = '', minutes = '', half] = /^(\d\d?):(\d\d)(?: ([ap]))?/i.exec(text) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (hours === '' || minute > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return null;
  return (half ? (hour % 12) + (/p/i.test(half) ? 12 : 0) : hour) * 60 + minute;
}

/** What a status means in a record. "Tentative" is how the time is shown, and says nothing of the answer given. */
export function readStatus({
  show,
  cancelled,
  declined,
}: EventLabel): Partial<CalendarEvent> & Pick<CalendarEvent, 'status' | 'myResponse' | 'kind'> {
  return {
    status: cancelled ? 'cancelled' : show === 'tentative' ? 'tentative' : 'confirmed',
    myResponse: declined ? 'declined' : 'none',
    kind: show === 'away' ? 'out-of-office' : 'default',
    ...(show && { busy: show !== 'free' }),
  };
}
