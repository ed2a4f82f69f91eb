// Events as they are written: many at once, each joined with the record of the same event, whoever told of it before.
import { type ListName, listNames, type RecordOf } from '../domain/ledger.ts';
import {
  dropSightings,
  eventKeys,
  isOvertaken,
  joinEvent,
  type KnownEvent,
  plainId,
  type Sighting,
} from '../domain/meeting/merge-event.ts';
import { compareInstants } from '../domain/time/instants.ts';
import { decodeEvent, encodeEvent, type Row, seenKey } from './codec.ts';
import type { Directory } from './directory.ts';
import { areStored, nameChange } from './joined.ts';
import type { EventChanges, EventCounts } from './ledger.ts';
import type { Desk } from './shelf.ts';
import { isSame, planWrites } from './writes.ts';
import { applyWrites } from './writing.ts';

type CalendarEvent = RecordOf<'events'>;

export interface EventOutcome {
  counts: EventCounts;
  /** The lists that changed. */
  lists: ListName[];
}

/** Null where the calendar is not as it was when its events were asked for. */
export async function applyEventChanges(
  desk: Desk,
  changes: EventChanges,
  directory: Directory,
): Promise<EventOutcome | null> {
  const { put = [], gone = [], goneBefore = [] } = changes;
  const keyed = put.map((event) => ({ event, keys: eventKeys({ event, told: [] }) }));
  const wanted = new Set([...gone.map(({ id }) => `id ${plainId(id)}`), ...keyed.flatMap(({ keys }) => keys)]);
  const [isGiven, rows] = await Promise.all([areStored(desk, changes.given), directory.find(desk, [...wanted])]);
  if (!isGiven) return null;
  const batch = new Batch();
  batch.add(rows);
  for (const ended of gone) batch.drop(`id ${plainId(ended.id)}`, (sighting) => isEnded(sighting, ended));
  for (const { event, keys } of keyed) batch.put(event, keys);
  for (const ended of goneBefore) {
    batch.add(await desk.seenBetween(seenKey({ ...ended, at: '' }), seenKey(ended)));
    batch.dropOld(ended);
  }
  // Asked for first, so that its answer does not wait for all the events to be written.
  const companions = applyWrites(desk, planWrites([...(changes.with ?? [])]));
  const [counts, lists] = await Promise.all([batch.write(desk, directory), companions]);
  const isOther = counts.added + counts.changed + counts.removed > 0;
  const changed = new Set<ListName>(isOther ? [...lists, 'events'] : lists);
  return { counts, lists: listNames.filter((list) => changed.has(list)) };
}

function isEnded(sighting: Sighting, ended: { source: string; calendar: string; id: string }): boolean {
  const { source, calendar, id } = ended;
  const isIt = sighting.source === source && sighting.calendar === calendar && plainId(sighting.id) === plainId(id);
  return isIt || isOvertaken(sighting, id);
}

type Old = NonNullable<EventChanges['goneBefore']>[number];

/** What is still there was seen since; what was not is gone. */
function findOld({ seenIn = [] }: CalendarEvent, old: Old): Sighting | undefined {
  return seenIn.find((each) => each.source === old.source && each.calendar === old.calendar && isBefore(each, old));
}

function isWithin({ start, end }: CalendarEvent, { from, to }: Old): boolean {
  return Date.parse(end) > Date.parse(from) && Date.parse(start) < Date.parse(to);
}

function isBefore({ at }: Sighting, old: Old): boolean {
  return compareInstants(at, old.at) < 0;
}

interface Entry {
  /** As it is stored. */
  before: KnownEvent | null;
  now: KnownEvent | null;
  /** What tells `now` from others. */
  keys: string[];
}

/** The records that a change concerns, by their ids and by what tells them apart. */
class Batch {
  readonly #entries = new Map<string, Entry>();
  readonly #byKey = new Map<string, Entry>();

  add(rows: readonly unknown[]): void {
    for (const row of rows) {
      const { id } = row as Row;
      const known = this.#entries.has(id) ? null : decodeEvent(row);
      if (known) this.#set({ before: known, now: known, keys: eventKeys(known) });
    }
  }

  put(seen: CalendarEvent, keys: string[]): void {
    const entries = new Set(keys.flatMap((key) => this.#byKey.get(key) ?? []));
    const known = [...entries].flatMap(({ now }) => now ?? []);
    const now = joinEvent(known, seen);
    for (const { event } of known) if (event.id !== now.event.id) this.#entries.get(event.id)!.now = null;
    const before = this.#entries.get(now.event.id)?.before ?? null;
    this.#set({ before, now, keys: now.event === seen ? keys : eventKeys(now) });
  }

  drop(key: string, isGone: (sighting: Sighting) => boolean): void {
    const entry = this.#byKey.get(key);
    if (entry?.now) this.#change(entry, dropSightings(entry.now, isGone));
  }

  dropOld(old: Old): void {
    for (const entry of this.#entries.values()) {
      const ended = entry.now && findOld(entry.now.event, old);
      if (!entry.now || !ended || !isWithin(entry.now.event, old)) continue;
      const isGone = (sighting: Sighting) => isBefore(sighting, old) && isEnded(sighting, ended);
      this.#change(entry, dropSightings(entry.now, isGone));
    }
  }

  async write(desk: Desk, directory: Directory): Promise<EventCounts> {
    const counts = { added: 0, changed: 0, same: 0, removed: 0 };
    const rows: Row[] = [];
    const done: Promise<unknown>[] = [];
    for (const [id, { before, now, keys }] of this.#entries) {
      const change = nameChange(before, now, withoutTimes);
      if (!change) continue;
      counts[change]++;
      if (now && isSame(before, now)) continue;
      directory.note(id, before ? eventKeys(before) : [], now && keys);
      if (now) rows.push(encodeEvent(now, keys));
      else done.push(desk.remove('events', id));
    }
    if (rows.length + done.length > 0) await Promise.all([...done, desk.putAll('events', rows), directory.sign(desk)]);
    return counts;
  }

  #change(entry: Entry, now: KnownEvent | null): void {
    entry.now = now;
    if (now) entry.keys = eventKeys(now);
  }

  #set(entry: Entry): void {
    this.#entries.set(entry.now!.event.id, entry);
    for (const key of entry.keys) this.#byKey.set(key, entry);
  }
}

/** When it was last seen there is no news. */
function withoutTimes({ event }: KnownEvent): unknown {
  return { ...event, seenIn: event.seenIn?.map(({ at: _, ...place }) => place) };
}
