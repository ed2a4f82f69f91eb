// The ledger in memory: for tests, and for a surface shown without a browser extension around it.
import { type Ledger, type ListName, listNames, type RecordOf } from '../domain/ledger.ts';
import type { Derived } from '../domain/verdict/derive.ts';
import type { Row } from './codec.ts';
import { Directory } from './directory.ts';
import { applyEventChanges } from './events.ts';
import {
  type Change,
  type DerivedOptions,
  type EventChanges,
  type EventCounts,
  LedgerError,
  type LedgerWriter,
  type MessageChanges,
  type Slice,
} from './ledger.ts';
import { applyMessageChanges } from './messages.ts';
import { smallLists } from './pick.ts';
import { Reading } from './reading.ts';
import type { Desk, LookupField, StoreName } from './shelf.ts';
import { planWrites } from './writes.ts';
import { applyWrites, deriveRows, replaceEverything, takeNote } from './writing.ts';

type Stores = Map<StoreName, Map<string, unknown>>;

export interface MemoryOptions {
  /** Called before each row is written; what it throws fails the transaction, as a full disk would. */
  beforePut?: () => void;
  onCommit?: (changed: ListName[]) => void;
}

const storeNames: StoreName[] = [...listNames, 'derived', 'meta'];

class MemoryDesk implements Desk {
  readonly #stores: Stores;
  readonly #beforePut: (() => void) | undefined;

  constructor(stores: Stores, beforePut?: () => void) {
    this.#stores = stores;
    this.#beforePut = beforePut;
  }

  #store(name: StoreName): Map<string, unknown> {
    return this.#stores.get(name)!;
  }

  async get(store: StoreName, id: string): Promise<unknown> {
    return structuredClone(this.#store(store).get(id));
  }

  async all(store: StoreName): Promise<unknown[]> {
    return structuredClone([...this.#store(store).values()]);
  }

  async by(store: ListName, field: LookupField, value: string): Promise<unknown[]> {
    const rows = [...this.#store(store).values()] as Row[];
    return structuredClone(rows.filter((row) => [row[field]].flat().includes(value)));
  }

  async endingAfter(end: number): Promise<unknown[]> {
    const rows = [...this.#store('events').values()] as Row[];
    return structuredClone(rows.filter((row) => row.end! > end).sort((a, b) => a.end! - b.end!));
  }

  async put(store: StoreName, row: object): Promise<void> {
    this.#beforePut?.();
    const key = store === 'derived' ? 'relationship' : 'id';
    this.#store(store).set(String((row as Record<string, unknown>)[key]), structuredClone(row));
  }

  async seenBetween(from: string, to: string): Promise<unknown[]> {
    const rows = [...this.#store('events').values()] as Row[];
    return structuredClone(rows.filter((row) => row.seen?.some((key) => key >= from && key < to)));
  }

  async putAll(store: StoreName, rows: readonly object[]): Promise<void> {
    for (const row of rows) await this.put(store, row);
  }

  async remove(store: StoreName, id: string): Promise<void> {
    this.#store(store).delete(id);
  }

  async clear(store: StoreName): Promise<void> {
    this.#store(store).clear();
  }
}

export class MemoryLedger implements LedgerWriter {
  #stores: Stores = new Map(storeNames.map((name) => [name, new Map()]));
  #closed = false;
  /** Transactions take turns. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly #options: MemoryOptions;
  readonly #unreadable = new Set<string>();
  readonly #events = new Directory('events');
  readonly #messages = new Directory('messages');

  constructor(options: MemoryOptions = {}) {
    this.#options = options;
  }

  get unreadable(): number {
    return this.#unreadable.size;
  }

  /** Puts a row as it is, past the codec: how a damaged database is imitated. */
  putRow(list: ListName | 'derived', row: { id: string }): void {
    this.#stores.get(list)!.set(row.id, row);
  }

  readAll = (): Promise<Ledger> => this.#read().all();
  readSmall = (): Promise<Ledger> => this.#read().lists(smallLists);
  readSlice = (relationship: string): Promise<Slice> => this.#read().slice(relationship);
  readSlices = (ids: string[]): Promise<Slice[]> => this.#read().slices(ids);
  readMessage = (id: string) => this.#read().get('messages', id);
  readThreads = (ids: string[]) => this.#read().threads(new Set(ids));
  readEvents = (window: { from: string; to: string }) => this.#read().events(window);
  get = <L extends ListName>(list: L, id: string): Promise<RecordOf<L> | undefined> => this.#read().get(list, id);
  getAll = <L extends ListName>(list: L): Promise<RecordOf<L>[]> => this.#read().getAll(list);
  readDerived = (options?: DerivedOptions) => this.#read().derived(options);

  async apply(changes: Change[]): Promise<ListName[]> {
    const writes = planWrites(changes);
    const changed = await this.#transact((desk) => applyWrites(desk, writes));
    if (changed.length) this.#options.onCommit?.(changed);
    return changed;
  }

  async applyEvents(changes: EventChanges): Promise<EventCounts | null> {
    const outcome = await this.#transact((desk) => applyEventChanges(desk, changes, this.#events));
    if (outcome?.lists.length) this.#options.onCommit?.(outcome.lists);
    return outcome?.counts ?? null;
  }

  async applyMessages(changes: MessageChanges): Promise<EventCounts | null> {
    const outcome = await this.#transact((desk) => applyMessageChanges(desk, changes, this.#messages));
    if (outcome?.lists.length) this.#options.onCommit?.(outcome.lists);
    return outcome?.counts ?? null;
  }

  async replaceAll(ledger: Ledger): Promise<void> {
    await this.#transact((desk) => replaceEverything(desk, ledger));
    this.#options.onCommit?.([...listNames]);
  }

  async derive(relationship: string, at: string, derive: (slice: Slice) => Derived): Promise<Derived> {
    return (await this.deriveAll([relationship], at, derive))[0]!;
  }

  async deriveAll(
    relationships: string[],
    at: string,
    derive: (slice: Slice, relationship: string) => Derived,
  ): Promise<Derived[]> {
    if (relationships.length === 0) return [];
    return this.#transact((desk) => deriveRows(desk, relationships, at, derive));
  }

  async takeNote(name: string, value: string): Promise<boolean> {
    return this.#transact((desk) => takeNote(desk, name, value));
  }

  close(): void {
    this.#closed = true;
  }

  #read(): Reading {
    if (this.#closed) throw new LedgerError('closed', 'the ledger was closed');
    return new Reading(new MemoryDesk(this.#stores), (row) => this.#unreadable.add(row));
  }

  async #transact<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
    if (this.#closed) throw new LedgerError('closed', 'the ledger was closed');
    const turn = this.#turn.then(async () => {
      const copy: Stores = new Map([...this.#stores].map(([name, rows]) => [name, new Map(rows)]));
      const value = await work(new MemoryDesk(copy, this.#options.beforePut));
      this.#stores = copy;
      return value;
    });
    this.#turn = turn.catch(() => {});
    return turn;
  }
}
