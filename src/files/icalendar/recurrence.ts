// The times of a recurring entry (RFC 5545, 3.8.5): its start, what its rules and lists add, less what they take away.
import type { Entry } from './entry.ts';
import { parseWall, toInstant } from './moment.ts';
import { findProps, type Prop } from './part.ts';
import type { Report } from './problem.ts';
import { type Budget, CannotExpand, expandRule, type RuleData } from './rule.ts';
import type { Zones } from './zones.ts';

export interface Tools {
  /** Instants in seconds: `to` is exclusive. */
  window: { from: number; to: number };
  zones: Zones;
  budget: Budget;
  report: Report;
}

/** One time of a series, by its clock and as what tells it from the others: its instant, or its date's wall time. */
export interface Slot {
  wall: number;
  key: number;
  /** Seconds. */
  length: number;
}

const DAY = 86_400;
/** No meeting is held more often within a window that a person looks at. */
const MOST = 20_000;

export const dayOf = (wall: number) => Math.floor(wall / DAY) * DAY;

/** The slots that may overlap the window moved by `reach` seconds either way; some beside it may be among them. */
export function findSlots(entry: Entry, reach: number, tools: Tools): Slot[] {
  const slots = new Map<number, Slot>();
  const add = (slot: Slot) => slots.set(slot.key, slot);
  add(slotAt(entry, entry.start.wall, tools));
  for (const slot of listed(entry, tools)) add(slot);
  for (const rule of findProps(entry.part, 'rrule')) for (const slot of ruled(entry, rule, reach, tools)) add(slot);
  const gone = new Set(
    findProps(entry.part, 'exrule').flatMap((rule) => ruled(entry, rule, reach, tools).map((s) => s.key)),
  );
  const isExcluded = readExclusions(entry, tools);
  return [...slots.values()].filter((slot) => !gone.has(slot.key) && !isExcluded(slot));
}

function slotAt(entry: Entry, wall: number, tools: Tools): Slot {
  return { wall, key: toKey(entry, { ...entry.start, wall }, tools), length: entry.length };
}

/** What tells the occurrence of `entry` at this moment from the others. A moment without a zone is by the entry's clock. */
export function toKey(entry: Entry, moment: Entry['start'], { zones }: Tools): number {
  if (entry.start.isDate) return dayOf(moment.wall);
  return toInstant(moment.floats ? { ...moment, clock: entry.start.clock } : moment, zones.home);
}

function ruled(entry: Entry, prop: Prop, reach: number, tools: Tools): Slot[] {
  const { window, budget, report } = tools;
  const data = prop[3] as RuleData;
  const isOver = readUntil(data, entry);
  const span = { from: window.from - reach - entry.length - 2 * DAY, to: window.to + reach + 2 * DAY };
  const found: Slot[] = [];
  try {
    for (const wall of expandRule(data, entry.start, span, budget)) {
      const slot = slotAt(entry, wall, tools);
      if (isOver(slot)) break;
      if (wall >= span.from) found.push(slot);
      if (found.length > MOST) throw new CannotExpand('too-many');
    }
    return found;
  } catch (error) {
    if (!(error instanceof CannotExpand)) throw error;
    report(entry.line, 'cannot-expand', error.message);
    return [];
  }
}

/** UNTIL is inclusive. Where it is a date and the start is none, it is that whole day by the event's clock. */
function readUntil(data: RuleData, entry: Entry): (slot: Slot) => boolean {
  const until = typeof data?.until === 'string' ? parseWall(data.until) : null;
  if (until === null) return () => false;
  if (until.isDate || entry.start.isDate) return (slot) => dayOf(slot.wall) > dayOf(until.wall);
  return until.isUtc ? (slot) => slot.key > until.wall : (slot) => slot.wall > until.wall;
}

/** RDATE: times, dates or periods. */
function listed(entry: Entry, tools: Tools): Slot[] {
  return findProps(entry.part, 'rdate').flatMap((prop) =>
    prop.slice(3).flatMap((value) => {
      const [start, end] = Array.isArray(value) ? value : [value];
      const moment = tools.zones.parseMoment(start, prop, entry);
      if (moment === null) return [];
      const key = toKey(entry, moment, tools);
      const last = end === undefined ? null : tools.zones.parseMoment(end, prop, entry);
      const length = last === null ? entry.length : Math.max(0, last.wall - moment.wall);
      return [{ wall: entry.start.isDate ? key : moment.wall, key, length }];
    }),
  );
}

/** EXDATE: a date excludes every time on it, by the event's clock. */
function readExclusions(entry: Entry, tools: Tools): (slot: Slot) => boolean {
  const keys = new Set<number>();
  const days = new Set<number>();
  for (const prop of findProps(entry.part, 'exdate')) {
    for (const value of prop.slice(3)) {
      const moment = tools.zones.parseMoment(value, prop, entry);
      if (moment === null) continue;
      if (moment.isDate) days.add(dayOf(moment.wall));
      else keys.add(toKey(entry, moment, tools));
    }
  }
  return (slot) => keys.has(slot.key) || days.has(dayOf(slot.wall));
}
