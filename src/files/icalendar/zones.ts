// Which clock a TZID names: one that everybody knows, else one that the file defines, else one that the name hints at.
import { findExactZone, findZone } from '../../domain/time/zone-names.ts';
import { type Clock, makeZoneClock, utcClock } from './clock.ts';
import { type Moment, parseWall } from './moment.ts';
import { getParam, getText, type Part, type Prop } from './part.ts';
import type { Report } from './problem.ts';
import type { Budget } from './rule.ts';
import type { Block } from './scan.ts';
import { readVtimezone } from './vtimezone.ts';

/** Where a time stands: problems are told by its line, and its calendar may say what floating times are by. */
export type Place = Pick<Block, 'line' | 'calendar'>;

export interface Zones {
  /** The reader's own: days begin by it, and floating times are by it. */
  home: Clock;
  define: (part: Part) => void;
  /** The first value of a property as a moment; null where it is none. */
  readMoment: (prop: Prop | undefined, place: Place) => Moment | null;
  /** One of several values. */
  parseMoment: (value: unknown, prop: Prop, place: Place) => Moment | null;
}

export function makeZones(zone: string, until: number, budget: Budget, report: Report): Zones {
  const home = makeZoneClock(zone);
  const defined = new Map<string, Part>();
  const clocks = new Map<string, Clock | null>();
  const findClock = (name: string): Clock | null => {
    const exact = findExactZone(name);
    if (exact !== undefined) return makeZoneClock(exact);
    const part = defined.get(tidy(name));
    const own = part === undefined ? null : readVtimezone(part, until, budget);
    if (own !== null) return own;
    const hinted = findZone(name);
    return hinted === undefined ? null : makeZoneClock(hinted);
  };
  const getClock = (name: string, line: number): Clock => {
    if (name === '') return home;
    if (!clocks.has(name)) clocks.set(name, findClock(name));
    const clock = clocks.get(name) ?? null;
    if (clock === null) report(line, 'unknown-zone', name);
    return clock ?? home;
  };
  const parseMoment = (value: unknown, prop: Prop, { line, calendar }: Place): Moment | null => {
    const read = typeof value === 'string' ? parseWall(value) : null;
    if (read === null) return null;
    if (read.isUtc || read.isDate) return { ...read, floats: false, clock: read.isUtc ? utcClock : home };
    const name = getParam(prop, 'tzid');
    return { ...read, floats: name === '', clock: getClock(name === '' ? calendar.zone : name, line) };
  };
  return {
    home,
    define: (part) => defined.set(tidy(getText(part, 'tzid')), part),
    readMoment: (prop, place) => (prop === undefined ? null : parseMoment(prop[3], prop, place)),
    parseMoment,
  };
}

const tidy = (name: string) => name.replace(/\\([,;\\])/g, '$1').trim();
