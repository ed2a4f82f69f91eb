// The stretches of time a log can be looked at by: the semesters that are set, and the calendar years there are entries in.
import { endOf, startOf } from '../../domain/time/windows.ts';
import type { Window } from '../../domain/verdict/verdict.ts';
import { composeDate } from '../../ui/dates.ts';
import type { LogRow } from './rows.ts';

export interface Period extends Window {
  /** `2026-01-05..2026-05-08`. */
  key: string;
  name: string;
}

const keyOf = ({ from, to }: Window) => `${from}..${to}`;

/** Semesters, newest first, then years. Two relationships with the same semester share it. */
export function composePeriods(rows: readonly LogRow[], relationships: readonly LogRow['relationship'][]): Period[] {
  const terms = new Map<string, Period>();
  for (const { name, start, end } of relationships.flatMap((each) => each.terms ?? [])) {
    const window = { from: start, to: end };
    terms.set(keyOf(window), { ...window, key: keyOf(window), name: `${name}, from ${composeDate(start)}` });
  }
  const years = [...new Set(rows.map(({ meeting }) => meeting.start.slice(0, 4)))].sort().reverse();
  return [
    ...[...terms.values()].sort((a, b) => (a.from < b.from ? 1 : -1)),
    ...years.map((year) => {
      const window = { from: `${year}-01-01`, to: `${year}-12-31` };
      return { ...window, key: keyOf(window), name: year };
    }),
  ];
}

/** Reads a key back; null where it is none. */
export function parsePeriod(key: string): Window | null {
  const found = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(key);
  return found ? { from: found[1]!, to: found[2]! } : null;
}

/** Tells whether an instant lies in the window, by the dates of each zone. */
export function makeWithin(window: Window): (instant: string, zone: string) => boolean {
  const bounds = new Map<string, { from: number; to: number }>();
  return (instant, zone) => {
    let bound = bounds.get(zone);
    if (!bound) {
      bound = { from: Date.parse(startOf(window.from, zone)), to: Date.parse(endOf(window.to, zone)) };
      bounds.set(zone, bound);
    }
    const at = Date.parse(instant);
    return at >= bound.from && at < bound.to;
  };
}
