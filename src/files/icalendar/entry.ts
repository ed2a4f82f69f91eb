// One VEVENT or VTODO: what decides when it takes place. What it says else stays in its part until it is wanted.
import ICAL from 'ical.js';
import { type Moment, toInstant } from './moment.ts';
import { findProps, getParam, getText, type Part } from './part.ts';
import type { Report } from './problem.ts';
import type { Block, CalendarHead } from './scan.ts';
import type { Zones } from './zones.ts';

export interface Entry {
  line: number;
  part: Part;
  calendar: CalendarHead;
  uid: string;
  sequence: number;
  /** Orders entries of one sequence: DTSTAMP as it stands. */
  stamp: string;
  start: Moment;
  /** Seconds from start to end; of days, whole days. */
  length: number;
  /** The occurrence that it is about, where it is about one. */
  recurrence?: Moment;
  /** Whether it is about all occurrences from that one on. */
  future: boolean;
  recurs: boolean;
}

const DAY = 86_400;

/** Null, and reported, where there is no beginning. A task without a time is no event, and is left out silently. */
export function readEntry(part: Part, block: Block, zones: Zones, report: Report): Entry | null {
  const start = readStart(part, block, zones);
  if (start === null) {
    if (part[0] === 'vevent') report(block.line, 'broken-event', 'DTSTART');
    return null;
  }
  const id = findProps(part, 'recurrence-id')[0];
  const recurrence = zones.readMoment(id, block);
  return {
    line: block.line,
    part,
    calendar: block.calendar,
    uid: getText(part, 'uid').trim(),
    sequence: Number(findProps(part, 'sequence')[0]?.[3] ?? 0) || 0,
    stamp: getText(part, 'dtstamp'),
    start,
    length: readLength(part, start, block, zones),
    ...(recurrence && { recurrence }),
    future: id !== undefined && getParam(id, 'range').toUpperCase() === 'THISANDFUTURE',
    recurs: recurrence === null && part[1].some(([name]) => name === 'rrule' || name === 'rdate'),
  };
}

function readStart(part: Part, block: Block, zones: Zones): Moment | null {
  const start = zones.readMoment(findProps(part, 'dtstart')[0], block);
  if (start !== null || part[0] !== 'vtodo') return start;
  return zones.readMoment(findProps(part, 'due')[0], block);
}

/** Without an end, a date lasts its day and a time no time at all (RFC 5545, 3.6.1); nothing ends before it begins. */
function readLength(part: Part, start: Moment, block: Block, zones: Zones): number {
  const least = start.isDate ? DAY : 0;
  const end = zones.readMoment(findProps(part, part[0] === 'vtodo' ? 'due' : 'dtend')[0], block);
  if (end === null) return Math.max(least, readDuration(part, start.isDate));
  if (start.isDate) return Math.max(least, Math.floor((end.wall - start.wall) / DAY) * DAY);
  return Math.max(least, toInstant(end, zones.home) - toInstant(start, zones.home));
}

function readDuration(part: Part, inDays: boolean): number {
  const text = getText(part, 'duration');
  if (text === '') return 0;
  try {
    const length = ICAL.Duration.fromString(text).toSeconds();
    return inDays ? Math.ceil(length / DAY) * DAY : length;
  } catch {
    return 0;
  }
}
