// Entries with one uid: which of them hold, and when they take place.
import type { Entry } from './entry.ts';
import { dayOf, findSlots, type Slot, type Tools, toKey } from './recurrence.ts';

export interface Occurrence {
  /** Where what it says is read: the series, or the entry that changed it. */
  entry: Entry;
  /** Instants in seconds; of days, wall times of midnights, `end` exclusive. */
  start: number;
  end: number;
  /** For when its series first planned it, counted likewise; absent where it does not recur. */
  original?: { at: number; isDate: boolean };
}

/** The occurrences that overlap the window. */
export function findOccurrences(entries: readonly Entry[], tools: Tools): Occurrence[] {
  const masters = chooseMasters(entries.filter((entry) => entry.recurrence === undefined));
  const changes = chooseChanges(entries.filter((entry) => entry.recurrence !== undefined));
  const found = masters.flatMap((master) => (master.recurs ? expand(master, changes, tools) : [alone(master)]));
  const series = masters.find((master) => master.recurs) ?? masters[0];
  for (const change of changes) found.push(changed(change, series ?? change, tools));
  return found.filter((occurrence) => overlaps(occurrence, tools));
}

/** The highest SEQUENCE holds, and of the same start the latest; two starts of one SEQUENCE are two events. */
function chooseMasters(entries: readonly Entry[]): Entry[] {
  if (entries.length < 2) return [...entries];
  const highest = entries.reduce((most, { sequence }) => Math.max(most, sequence), 0);
  return latestBy(
    entries.filter(({ sequence }) => sequence === highest),
    ({ start }) => `${start.wall} ${start.isDate}`,
  );
}

function chooseChanges(entries: readonly Entry[]): Entry[] {
  return latestBy(entries, ({ recurrence, future }) => `${recurrence!.wall} ${recurrence!.isUtc} ${future}`);
}

function latestBy(entries: readonly Entry[], name: (entry: Entry) => string): Entry[] {
  const latest = new Map<string, Entry>();
  for (const entry of entries) {
    const key = name(entry);
    const other = latest.get(key);
    if (other === undefined || isLater(entry, other)) latest.set(key, entry);
  }
  return [...latest.values()];
}

function isLater(entry: Entry, other: Entry): boolean {
  return entry.sequence === other.sequence ? entry.stamp >= other.stamp : entry.sequence > other.sequence;
}

function expand(master: Entry, changes: readonly Entry[], tools: Tools): Occurrence[] {
  const isChanged = findChanged(master, changes, tools);
  const later = changes.filter(({ future }) => future).sort((a, b) => a.recurrence!.wall - b.recurrence!.wall);
  const reach = later.reduce((most, change) => Math.max(most, Math.abs(shiftOf(change)) + change.length), 0);
  return findSlots(master, reach, tools)
    .filter((slot) => !isChanged(slot))
    .map((slot) => {
      const change = later.findLast((each) => toKey(master, each.recurrence!, tools) <= slot.key);
      return change === undefined ? planned(master, slot) : shifted(master, change, slot);
    });
}

/** Whether a slot has an entry of its own. One that names its slot by a date means the slot of that day. */
function findChanged(master: Entry, changes: readonly Entry[], tools: Tools): (slot: Slot) => boolean {
  const timed = changes.filter(({ recurrence }) => master.start.isDate || !recurrence!.isDate);
  const keys = new Set(timed.map(({ recurrence }) => toKey(master, recurrence!, tools)));
  const days = new Set(
    changes.filter((change) => !timed.includes(change)).map(({ recurrence }) => dayOf(recurrence!.wall)),
  );
  return (slot) => keys.has(slot.key) || days.has(dayOf(slot.wall));
}

const shiftOf = ({ start, recurrence }: Entry) => start.wall - recurrence!.wall;

function planned(entry: Entry, slot: Slot): Occurrence {
  return {
    entry,
    start: slot.key,
    end: slot.key + slot.length,
    original: { at: slot.key, isDate: entry.start.isDate },
  };
}

/** After a change of this and all that follow (RANGE=THISANDFUTURE), moved as far as that one was. */
function shifted(master: Entry, change: Entry, slot: Slot): Occurrence {
  const wall = slot.wall + shiftOf(change);
  const start = change.start.isDate ? dayOf(wall) : (master.start.isDate ? change : master).start.clock.toInstant(wall);
  return { entry: change, start, end: start + change.length, original: { at: slot.key, isDate: master.start.isDate } };
}

function changed(entry: Entry, master: Entry, tools: Tools): Occurrence {
  const { start, end } = alone(entry);
  return { entry, start, end, original: { at: toKey(master, entry.recurrence!, tools), isDate: master.start.isDate } };
}

function alone(entry: Entry): Occurrence {
  const { isDate, clock, wall } = entry.start;
  const start = isDate ? wall : clock.toInstant(wall);
  return { entry, start, end: start + entry.length };
}

/** What takes no time is where it begins. */
function overlaps({ entry, start, end }: Occurrence, { window, zones }: Tools): boolean {
  const [first, last] = entry.start.isDate ? [zones.home.toInstant(start), zones.home.toInstant(end)] : [start, end];
  return first < window.to && (last > window.from || (first === last && first >= window.from));
}
