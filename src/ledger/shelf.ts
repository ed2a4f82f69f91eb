// What a store of rows can do, so that reading and writing are described once, whatever holds the rows.
import type { ListName } from '../domain/ledger.ts';

export type StoreName = ListName | 'derived' | 'meta';

export type LookupField = 'thread' | 'emails' | 'relationship' | 'same';

export interface Shelf {
  get(store: StoreName, id: string): Promise<unknown>;
  all(store: StoreName): Promise<unknown[]>;
  /** Rows whose lookup field holds this value. */
  by(store: ListName, field: LookupField, value: string): Promise<unknown[]>;
  /** Events that end after this instant, in ms. */
  endingAfter(end: number): Promise<unknown[]>;
  /** Events with a sighting whose key lies between these, the upper one left out. */
  seenBetween(from: string, to: string): Promise<unknown[]>;
}

/** A shelf inside a transaction: what is put is there for all or for nobody. */
export interface Desk extends Shelf {
  put(store: StoreName, row: object): Promise<unknown>;
  /** Many at once; resolves when the last is put. */
  putAll(store: StoreName, rows: readonly object[]): Promise<unknown>;
  remove(store: StoreName, id: string): Promise<unknown>;
  clear(store: StoreName): Promise<unknown>;
}
