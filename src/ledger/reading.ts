// Queries over a shelf. A row that cannot be read is skipped and reported; it never breaks a read.
import { emptyLedger, type Ledger, type ListName, listNames, type RecordOf } from '../domain/ledger.ts';
import type { CalendarEvent } from '../domain/meeting/meeting.ts';
import { counterpartEmails } from '../domain/people/counterparts.ts';
import { decode } from './codec.ts';
import type { DerivedOptions, DerivedRow } from './ledger.ts';
import { partition } from './partition.ts';
import { narrow, relationshipLists, sliceBase, sliceLists } from './pick.ts';
import { RULES } from './rules.ts';
import type { LookupField, Shelf } from './shelf.ts';

/** Told of each row that could not be read, as `list/id`. */
export type OnUnreadable = (row: string) => void;

/** Up to so many slices are looked up one by one. */
const FEW = 2;

export class Reading {
  readonly #shelf: Shelf;
  readonly #onUnreadable: OnUnreadable;

  constructor(shelf: Shelf, onUnreadable: OnUnreadable) {
    this.#shelf = shelf;
    this.#onUnreadable = onUnreadable;
  }

  async get<L extends ListName>(list: L, id: string): Promise<RecordOf<L> | undefined> {
    const row = await this.#shelf.get(list, id);
    return row === undefined ? undefined : this.#decodeAll(list, [row])[0];
  }

  async getAll<L extends ListName>(list: L): Promise<RecordOf<L>[]> {
    return this.#decodeAll(list, await this.#shelf.all(list));
  }

  async lists(names: readonly ListName[]): Promise<Ledger> {
    const entries = await Promise.all(names.map(async (name) => [name, await this.getAll(name)] as const));
    return { ...emptyLedger(), ...Object.fromEntries(entries) };
  }

  all(): Promise<Ledger> {
    return this.lists(listNames);
  }

  async threads(ids: Iterable<string>): Promise<RecordOf<'messages'>[]> {
    return this.#by('messages', 'thread', ids);
  }

  async glimpses(threads: Iterable<string>): Promise<RecordOf<'glimpses'>[]> {
    return this.#by('glimpses', 'thread', threads);
  }

  /** Events that end after `from` and begin before `to`, in order of their start. */
  async events({ from, to }: { from: string; to: string }): Promise<CalendarEvent[]> {
    const events = this.#decodeAll('events', await this.#shelf.endingAfter(Date.parse(from)));
    const until = Date.parse(to);
    const starts = new Map(events.map((event) => [event, Date.parse(event.start)]));
    const within = events.filter((event) => starts.get(event)! < until);
    return within.sort((a, b) => starts.get(a)! - starts.get(b)! || (a.id < b.id ? -1 : 1));
  }

  /** Every thread in which somebody across from the mentor takes part, whole, and the rest of the relationship. */
  async slice(id: string): Promise<Ledger> {
    const base = await this.lists(sliceBase);
    const relationship = base.relationships.find((candidate) => candidate.id === id);
    if (!relationship) return { ...emptyLedger(), programmes: base.programmes, settings: base.settings };
    const emails = counterpartEmails(relationship, base.people);
    const named = await this.#by('messages', 'emails', emails);
    const glimpsed = base.glimpses.filter((glimpse) => glimpse.people.some((email) => emails.includes(email)));
    const threads = new Set([...named, ...glimpsed].map((record) => record.threadId));
    const glimpses = base.glimpses.filter((glimpse) => threads.has(glimpse.threadId));
    const [messages, ...own] = await Promise.all([
      this.threads(threads),
      ...relationshipLists.map((list) => this.#by(list, 'relationship', [id])),
    ]);
    const records = Object.fromEntries(relationshipLists.map((list, index) => [list, own[index]]));
    return narrow(base, relationship, { ...records, messages, glimpses });
  }

  async slices(ids: readonly string[]): Promise<Ledger[]> {
    if (ids.length <= FEW) return Promise.all(ids.map((id) => this.slice(id)));
    return ids.map(partition(await this.lists(sliceLists)));
  }

  async derived({ withStale, of }: DerivedOptions = {}): Promise<DerivedRow[]> {
    const found = of
      ? (await Promise.all(of.map((id) => this.#shelf.get('derived', id)))).filter((row) => row !== undefined)
      : await this.#shelf.all('derived');
    const rows = (found as DerivedRow[]).map((row) => (row.rules === RULES ? row : { ...row, stale: true as const }));
    return withStale ? rows : rows.filter((row) => !row.stale);
  }

  async #by<L extends ListName>(list: L, field: LookupField, values: Iterable<string>) {
    const found = await Promise.all([...values].map((value) => this.#shelf.by(list, field, value)));
    const rows = new Map(found.flat().map((row) => [(row as { id: string }).id, row]));
    return this.#decodeAll(list, [...rows.values()]);
  }

  #decodeAll<L extends ListName>(list: L, rows: unknown[]): RecordOf<L>[] {
    const records: RecordOf<L>[] = [];
    for (const row of rows) {
      const record = decode(list, row);
      if (record) records.push(record);
      else this.#onUnreadable(`${list}/${String((row as { id?: unknown } | null)?.id)}`);
    }
    return records;
  }
}
