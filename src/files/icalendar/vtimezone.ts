// A VTIMEZONE (RFC 5545, 3.6.5) as a clock.
import { type Change, type Clock, makeChangingClock } from './clock.ts';
import { parseWall } from './moment.ts';
import { findProps, getText, type Part } from './part.ts';
import { type Budget, CannotExpand, expandRule, type RuleData } from './rule.ts';

const MOST_CHANGES = 5000;

/** The clock that the component defines up to the instant `until`; null when it defines none. */
export function readVtimezone(part: Part, until: number, budget: Budget): Clock | null {
  const changes = part[2].flatMap((observance) => readObservance(observance, until, budget));
  if (changes.length === 0) return null;
  return makeChangingClock(changes.sort((a, b) => a.at - b.at));
}

function readObservance(part: Part, until: number, budget: Budget): Change[] {
  const start = parseWall(getText(part, 'dtstart'));
  const before = parseOffset(getText(part, 'tzoffsetfrom'));
  const after = parseOffset(getText(part, 'tzoffsetto'));
  if (start === null || after === null) return [];
  const from = before ?? after;
  return onsets(part, start.wall, from, until, budget).map((wall) => ({ at: wall - from, before: from, after }));
}

/** When it begins, by the clock before: its start, what its rules add, what it lists. */
function onsets(part: Part, start: number, before: number, until: number, budget: Budget): number[] {
  const walls = new Set([start]);
  for (const prop of findProps(part, 'rdate')) {
    for (const value of prop.slice(3)) {
      const read = parseWall(String(Array.isArray(value) ? value[0] : value));
      if (read !== null) walls.add(read.isUtc ? read.wall + before : read.wall);
    }
  }
  for (const prop of findProps(part, 'rrule')) {
    for (const wall of expandOnsets(prop[3] as RuleData, start, before, until, budget)) walls.add(wall);
  }
  return [...walls];
}

function expandOnsets(rule: RuleData, start: number, before: number, until: number, budget: Budget): number[] {
  const found: number[] = [];
  const read = typeof rule?.until === 'string' ? parseWall(rule.until) : null;
  const last =
    read === null ? until : Math.min(until, read.isUtc ? read.wall + before : read.wall + (read.isDate ? 86_399 : 0));
  try {
    for (const wall of expandRule(rule, { wall: start, isDate: false }, { from: start, to: last }, budget)) {
      if (found.length >= MOST_CHANGES) break;
      found.push(wall);
    }
  } catch (error) {
    if (!(error instanceof CannotExpand)) throw error;
  }
  return found;
}

/** `-05:00` or `-0500`, in seconds. */
function parseOffset(text: string): number | null {
  const [, sign, hours, minutes, seconds] = /^([+-]?)(\d\d):?(\d\d):?(\d\d)?$/.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return size >= 86_400 ? null : sign === '-' ? -size : size;
}
