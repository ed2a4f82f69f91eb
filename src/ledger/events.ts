// Events as they are written: many at once, each joined with the record of the same event, whoever told of it before.
import { type ListName, ledgerSchemas, listNames, type RecordOf } from '../domain/ledger.ts';
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
import { decodeEvent, encodeEvent, type Row } from './codec.ts';
import type { EventDirectory } from './event-directory.ts';
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
  directory: EventDirectory,
): Promise<EventOutcome | null> {
  const { put = [], gone = [], goneBefore = [] } = changes;
  for (const { list, put: given } of changes.given ?? []) {
    const row = (await desk.get(list, given.id)) as Row | undefined;
    if (!isSame(given, row?.record)) return null;
  }
  for (const event of put) ledgerSchemas.events.parse(event);
  const batch = new Batch();
  const keys = [...gone.map(({ id }) => `id ${plainId(id)}`), ...put.flatMap((event) => keysOf(event))];
  batch.add(await directory.find(desk, [...new Set(keys)]));
  for (const ended of gone) batch.drop(`id ${plainId(ended.id)}`, (sighting) => isEnded(sighting, ended));
  for (const event of put) batch.put(event);
  for (const ended of goneBefore) {
    const rows = await desk.endingAfter(Date.parse(ended.from));
    batch.add(rows.filter((row) => findOld((row as Row).record as CalendarEvent, ended)));
    batch.dropOld(ended);
  }
  const counts = await batch.write(desk, directory);
  const lists = await applyWrites(desk, planWrites([...(changes.with ?? [])]));
  const isOther = counts.added + counts.changed + counts.removed > 0;
  const changed = new Set<ListName>(isOther ? [...lists, 'events'] : lists);
  return { counts, lists: listNames.filter((list) => changed.has(list)) };
}

function keysOf(event: CalendarEvent): string[] {
  return eventKeys({ event, told: [] });
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

function isBefore({ at }: Sighting, old: Old): boolean {
  return compareInstants(at, old.at) < 0;
}

interface Entry {
  /** As it is stored. */
  before: KnownEvent | null;
  now: KnownEvent | null;
}

/** The records that a change concerns, by their ids and by what tells them apart. */
class Batch {
  readonly #entries = new Map<string, Entry>();
  readonly #byKey = new Map<string, string>();

  add(rows: unknown[]): void {
    for (const row of rows) {
      const { id } = row as Row;
      const known = this.#entries.has(id) ? null : decodeEvent(row);
      if (known) this.#set(id, { before: known, now: known });
    }
  }

  put(seen: CalendarEvent): void {
    const ids = new Set(keysOf(seen).flatMap((key) => this.#byKey.get(key) ?? []));
    const known = [...ids].flatMap((id) => this.#entries.get(id)?.now ?? []);
    const now = joinEvent(known, seen);
    for (const { event } of known) if (event.id !== now.event.id) this.#entries.get(event.id)!.now = null;
    this.#set(now.event.id, { before: this.#entries.get(now.event.id)?.before ?? null, now });
  }

  drop(key: string, isGone: (sighting: Sighting) => boolean): void {
    const entry = this.#entries.get(this.#byKey.get(key) ?? '');
    if (entry?.now) entry.now = dropSightings(entry.now, isGone);
  }

  dropOld(old: Old): void {
    for (const entry of this.#entries.values()) {
      const ended = entry.now && findOld(entry.now.event, old);
      if (!entry.now || !ended || Date.parse(entry.now.event.start) >= Date.parse(old.to)) continue;
      entry.now = dropSightings(entry.now, (sighting) => isBefore(sighting, old) && isEnded(sighting, ended));
    }
  }

  async write(desk: Desk, directory: EventDirectory): Promise<EventCounts> {
    const counts = { added: 0, changed: 0, same: 0, removed: 0 };
    const done: Promise<unknown>[] = [];
    for (const [id, { before, now }] of this.#entries) {
      const change = nameChange(before, now);
      if (!change) continue;
      counts[change]++;
      if (now && isSame(before, now)) continue;
      const row = now && encodeEvent(now);
      directory.note(id, before ? eventKeys(before) : [], row && row.same!);
      done.push(row ? desk.put('events', row) : desk.remove('events', id));
    }
    if (done.length > 0) done.push(directory.sign(desk));
    await Promise.all(done);
    return counts;
  }

  #set(id: string, entry: Entry): void {
    this.#entries.set(id, entry);
    if (entry.now) for (const key of eventKeys(entry.now)) this.#byKey.set(key, id);
  }
}

function nameChange(before: KnownEvent | null, now: KnownEvent | null): keyof EventCounts | null {
  if (now === before) return null;
  if (!now) return 'removed';
  if (!before) return 'added';
  return isSame(withoutTimes(before.event), withoutTimes(now.event)) ? 'same' : 'changed';
}

/** When it was last seen there is no news. */
function withoutTimes(event: CalendarEvent): unknown {
  return { ...event, seenIn: event.seenIn?.map(({ at: _, ...place }) => place) };
}
