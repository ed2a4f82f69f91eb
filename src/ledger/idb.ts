// The ledger in IndexedDB.
import { type IDBPDatabase, type IDBPTransaction, openDB, unwrap, wrap } from 'idb';
import { type Ledger, type ListName, listNames, type RecordOf } from '../domain/ledger.ts';
import type { Derived } from '../domain/verdict/derive.ts';
import { Directory } from './directory.ts';
import { applyEventChanges } from './events.ts';
import { toLedgerError } from './failure.ts';
import {
  type Change,
  companionLists,
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
import { migrate, type Step, steps } from './schema.ts';
import type { Desk, Shelf, StoreName } from './shelf.ts';
import { planWrites } from './writes.ts';
import { applyWrites, deriveRows, replaceEverything, takeNote } from './writing.ts';

export interface IdbOptions {
  name?: string;
  /** The schema's steps; the database's version is their number. */
  steps?: readonly Step[];
  /** Told after each commit what it changed. */
  onCommit?: (changed: ListName[]) => void;
  /** Told when this connection ends by itself: a newer version of the extension wants the database. */
  onClosed?: () => void;
}

type Transaction<M extends IDBTransactionMode> = IDBPTransaction<unknown, StoreName[], M>;

const databaseName = 'waymark';
const storeNames: StoreName[] = [...listNames, 'derived', 'meta'];
/** Reading calendars keeps nobody from reading mail. */
const eventStores: StoreName[] = ['events', ...companionLists, 'meta'];

/** Rejects with a LedgerError: `newer-version`, `blocked` by another tab's older version, or `unreadable`. */
export async function openIdbLedger(options: IdbOptions = {}): Promise<LedgerWriter> {
  const plan = options.steps ?? steps;
  const gate = Promise.withResolvers<never>();
  const opening = openDB(options.name ?? databaseName, plan.length, {
    upgrade: (database, from, _to, transaction) => {
      transaction.done.catch(() => {});
      migrate(database, transaction, from, plan);
    },
    blocked: () => gate.reject(new LedgerError('blocked', 'an older version still holds the database')),
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close();
      options.onClosed?.();
    },
    terminated: () => options.onClosed?.(),
  });
  try {
    return new IdbLedger(await Promise.race([opening, gate.promise]), options);
  } catch (error) {
    opening.then(
      (database) => database.close(),
      () => {},
    );
    throw toLedgerError(error);
  }
}

class IdbLedger implements LedgerWriter {
  readonly #database: IDBPDatabase;
  readonly #options: IdbOptions;
  readonly #unreadable = new Set<string>();
  readonly #events = new Directory('events');
  readonly #messages = new Directory('messages');

  constructor(database: IDBPDatabase, options: IdbOptions) {
    this.#database = database;
    this.#options = options;
  }

  get unreadable(): number {
    return this.#unreadable.size;
  }

  readAll = (): Promise<Ledger> => this.#read(listNames, (reading) => reading.all());
  readSmall = (): Promise<Ledger> => this.#read([...smallLists], (reading) => reading.lists(smallLists));
  readSlice = (id: string): Promise<Slice> => this.#read(listNames, (reading) => reading.slice(id));
  readSlices = (ids: string[]): Promise<Slice[]> => this.#read(listNames, (reading) => reading.slices(ids));
  readMessage = (id: string) => this.#read(['messages'], (reading) => reading.get('messages', id));
  readThreads = (ids: string[]) => this.#read(['messages'], (reading) => reading.threads(new Set(ids)));
  get = <L extends ListName>(list: L, id: string): Promise<RecordOf<L> | undefined> =>
    this.#read([list], (reading) => reading.get(list, id));
  getAll = <L extends ListName>(list: L): Promise<RecordOf<L>[]> =>
    this.#read([list], (reading) => reading.getAll(list));
  readEvents = (window: { from: string; to: string }) => this.#read(['events'], (reading) => reading.events(window));
  readDerived = (options?: DerivedOptions) => this.#read(['derived'], (reading) => reading.derived(options));

  async apply(changes: Change[]): Promise<ListName[]> {
    const writes = planWrites(changes);
    if (!writes.length) return [];
    const changed = await this.#write('strict', (desk) => applyWrites(desk, writes));
    if (changed.length) this.#options.onCommit?.(changed);
    return changed;
  }

  async applyEvents(changes: EventChanges): Promise<EventCounts | null> {
    const work = (desk: Desk) => applyEventChanges(desk, changes, this.#events);
    const outcome = await this.#write(changes.given ? 'relaxed' : 'strict', work, eventStores);
    if (outcome?.lists.length) this.#options.onCommit?.(outcome.lists);
    return outcome?.counts ?? null;
  }

  async applyMessages(changes: MessageChanges): Promise<EventCounts | null> {
    const work = (desk: Desk) => applyMessageChanges(desk, changes, this.#messages);
    const outcome = await this.#write(changes.given ? 'relaxed' : 'strict', work);
    if (outcome?.lists.length) this.#options.onCommit?.(outcome.lists);
    return outcome?.counts ?? null;
  }

  async replaceAll(ledger: Ledger): Promise<void> {
    await this.#write('strict', (desk) => replaceEverything(desk, ledger));
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
    return this.#write('relaxed', (desk) => deriveRows(desk, relationships, at, derive));
  }

  async takeNote(name: string, value: string): Promise<boolean> {
    return this.#write('relaxed', (desk) => takeNote(desk, name, value));
  }

  close(): void {
    this.#database.close();
  }

  /** One transaction, so that what is read together fits together. */
  async #read<T>(stores: StoreName[], work: (reading: Reading) => Promise<T>): Promise<T> {
    try {
      const transaction = this.#database.transaction(stores, 'readonly');
      transaction.done.catch(() => {});
      return await work(new Reading(shelfOf(transaction), (row) => this.#unreadable.add(row)));
    } catch (error) {
      throw toLedgerError(error);
    }
  }

  async #write<T>(
    durability: IDBTransactionDurability,
    work: (desk: Desk) => Promise<T>,
    stores = storeNames,
  ): Promise<T> {
    let transaction: Transaction<'readwrite'> | undefined;
    try {
      transaction = this.#database.transaction(stores, 'readwrite', { durability });
      transaction.done.catch(() => {});
      const value = await work(deskOf(transaction));
      await transaction.done;
      return value;
    } catch (error) {
      const cause = transaction?.error ?? error;
      abort(transaction);
      throw toLedgerError(cause);
    }
  }
}

function abort(transaction: Transaction<'readwrite'> | undefined): void {
  try {
    transaction?.abort();
  } catch {
    // It has ended already, by the failure that brought us here.
  }
}

function shelfOf(transaction: Transaction<'readonly'> | Transaction<'readwrite'>): Shelf {
  const store = (name: StoreName) => (transaction as Transaction<'readonly'>).objectStore(name);
  return {
    get: (name, id) => store(name).get(id),
    all: (name) => store(name).getAll(),
    by: (name, field, value) => store(name).index(field).getAll(value),
    seenBetween: (from, to) =>
      store('events')
        .index('seen')
        .getAll(IDBKeyRange.bound(from, to, false, true)),
    endingAfter: (end) => store('events').index('end').getAll(IDBKeyRange.lowerBound(end, true)),
  };
}

function deskOf(transaction: Transaction<'readwrite'>): Desk {
  const store = (name: StoreName) => transaction.objectStore(name);
  return {
    ...shelfOf(transaction),
    put: async (name, row) => store(name).put(row),
    putAll: async (name, rows) => {
      // A promise for each row would cost more than putting it; one that fails ends the transaction, and with it the last.
      const plain = unwrap(store(name)) as IDBObjectStore;
      const requests = rows.map((row) => plain.put(row));
      if (requests.length > 0) await wrap(requests.at(-1)!);
    },
    remove: (name, id) => store(name).delete(id),
    clear: (name) => store(name).clear(),
  };
}
