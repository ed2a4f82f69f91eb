// Which clock a TZID names: one that everybody knows, else one that the file defines, else one that the name hints at.
import { findExactZone, findZone } from '../../domain/time/zone-names.ts';
import { type Clock, makeZoneClock, utcClock } from './clock.ts';
import { type Moment, parseWall } from './moment.ts';
import { getParam, getText, type Part, type Prop } from './part.ts';
import type { Report } from './problem.ts';
import type { Budget } from './rule.ts';
import { readVtimezone } from './vtimezone.ts';

export interface Zones {
  /** The reader's own: of floating times and of days. */
  home: Clock;
  define: (part: Part) => void;
  /** The first value of a property as a moment; null where it is none. */
  readMoment: (prop: Prop | undefined, line: number) => Moment | null;
  /** One of several values. */
  parseMoment: (value: unknown, prop: Prop, line: number) => Moment | null;
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
    if (!clocks.has(name)) clocks.set(name, findClock(name));
    const clock = clocks.get(name) ?? null;
    if (clock === null) report(line, 'unknown-zone', name);
    return clock ?? home;
  };
  const parseMoment = (value: unknown, prop: Prop, line: number): Moment | null => {
    const read = typeof value === 'string' ? parseWall(value) : null;
    if (read === null) return null;
    const name = getParam(prop, 'tzid');
    const clock = read.isUtc ? utcClock : read.isDate || name === '' ? home : getClock(name, line);
    return { ...read, clock };
  };
  return {
    home,
    define: (part) => defined.set(tidy(getText(part, 'tzid')), part),
    readMoment: (prop, line) => (prop === undefined ? null : parseMoment(prop[3], prop, line)),
    parseMoment,
  };
}

const tidy = (name: string) => name.replace(/\\([,;\\])/g, '$1').trim();
