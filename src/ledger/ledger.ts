// The interface of the store of facts. Only the background worker writes; extension pages open it to read.
import type { Ledger, ListName, RecordOf } from '../domain/ledger.ts';
import type { Derived } from '../domain/verdict/derive.ts';

/** One change of one record. */
export type Change = { [L in ListName]: { list: L; put: RecordOf<L> } }[ListName] | { list: ListName; remove: string };

/** The part of the ledger that decides one relationship's verdicts, with the people it names. */
export type Slice = Ledger;

/**
 * What was derived of one relationship: a cache, marked stale in the transaction that changes what it rests on. It also
 * ages by itself: from its `next` on it no longer holds.
 */
export interface DerivedRow extends Derived {
  /** What it was derived with. Under other rules it is as good as stale, whoever reads it. */
  rules?: string;
  stale?: true;
}

export interface DerivedOptions {
  /** What was overtaken too, marked so. */
  withStale?: boolean;
  /** Of these relationships only. */
  of?: readonly string[];
}

export interface LedgerReader {
  /** How many stored records this connection had to skip because they could not be read. */
  readonly unreadable: number;
  /** Everything: for exports and for the dashboard. */
  readAll(): Promise<Ledger>;
  /** All that stays small: everything but messages, events and attachments. */
  readSmall(): Promise<Ledger>;
  /** The slice of one relationship: its mentees' threads whole, its contacts, meetings and the rest. */
  readSlice(relationship: string): Promise<Slice>;
  /** The slices of several relationships, in their order, read together. */
  readSlices(relationships: string[]): Promise<Slice[]>;
  readMessage(id: string): Promise<RecordOf<'messages'> | undefined>;
  /** Messages of these threads. */
  readThreads(threadIds: string[]): Promise<RecordOf<'messages'>[]>;
  get<L extends ListName>(list: L, id: string): Promise<RecordOf<L> | undefined>;
  getAll<L extends ListName>(list: L): Promise<RecordOf<L>[]>;
  /** Events that end after `from` and begin before `to`, instants, in order of their start; all-day ones by their dates in UTC. */
  readEvents(window: { from: string; to: string }): Promise<RecordOf<'events'>[]>;
  /** What is cached and that no fact has overtaken. */
  readDerived(options?: DerivedOptions): Promise<DerivedRow[]>;
  close(): void;
}

export interface LedgerWriter extends LedgerReader {
  /**
   * Applies all changes in one transaction, with strict durability. Resolves after the commit with the lists that
   * really changed: a record equal to the stored one changes nothing. Rejects with a LedgerError, nothing written.
   */
  apply(changes: Change[]): Promise<ListName[]>;
  /**
   * Puts and removes events and what goes with them, in one transaction. Much cheaper than `apply` for many; with strict
   * durability except where `given` is: what a calendar told can be asked for again from where its cursor stands. Events that are the same become
   * one record that says where it was seen; of one that is seen elsewhere still, only that sighting is removed. Resolves
   * to null, nothing written, where `given` is not what is stored.
   */
  applyEvents(changes: EventChanges): Promise<EventCounts | null>;
  /**
   * Puts messages that were seen and what goes with them, in one transaction. Messages that are the same become one record
   * that says where it was seen, under the id it had first; what people said about another id follows it. Nothing is ever
   * removed by it but such doubles, and glimpses of what is known now. Durability and `given` as with `applyEvents`.
   */
  applyMessages(changes: MessageChanges): Promise<EventCounts | null>;
  /** Puts a whole ledger in the place of what is there, in one transaction. */
  replaceAll(ledger: Ledger): Promise<void>;
  /** Reads the slice, derives from it and caches that, as of `at`, in one transaction: no fact slips in. */
  derive(relationship: string, at: string, derive: (slice: Slice) => Derived): Promise<Derived>;
  /** As `derive`, for several relationships in one transaction: much cheaper than one after the other. */
  deriveAll(
    relationships: string[],
    at: string,
    derive: (slice: Slice, relationship: string) => Derived,
  ): Promise<Derived[]>;
  /** Keeps a short note over the worker's lives; resolves to whether it said something else before. */
  takeNote(name: string, value: string): Promise<boolean>;
}

export interface EventChanges {
  /** Records that were checked where they came in: thousands are not checked twice. */
  put?: readonly RecordOf<'events'>[];
  /** Sightings that ended: the source with the calendar it was seen in, and the provider's id. */
  gone?: readonly { source: string; calendar: string; id: string }[];
  /** Everything of the window that was last seen in this calendar before `at` is gone: a full run has ended. */
  goneBefore?: readonly { source: string; calendar: string; at: string; from: string; to: string }[];
  /** What goes with them: cursors, accounts, questions. */
  with?: readonly Companion[];
  /** Records as they stood when the events were asked for. Where one was changed or removed meanwhile, nothing is written. */
  given?: readonly Extract<Companion, { put: unknown }>[];
}

export interface MessageChanges {
  /** Records as one place told them, each with its one sighting, checked where they came in. */
  put?: readonly RecordOf<'messages'>[];
  /** Threads of a file that turned out to be one: what was given, and what it belongs to. */
  merged?: readonly (readonly [string, string])[];
  with?: readonly Change[];
  given?: EventChanges['given'];
}

/** Lists that may change in one transaction with events; no verdict rests on them. */
export const companionLists = ['accounts', 'calendars', 'mailboxes', 'suspects'] as const satisfies readonly ListName[];

type CompanionList = (typeof companionLists)[number];
export type Companion =
  | { [L in CompanionList]: { list: L; put: RecordOf<L> } }[CompanionList]
  | { list: CompanionList; remove: string };

/** Records that were new, that became other, that say what they said, and that are gone. */
export interface EventCounts {
  added: number;
  changed: number;
  same: number;
  removed: number;
}

export type LedgerErrorCode = 'full' | 'newer-version' | 'blocked' | 'unreadable' | 'closed';

/** An expected failure of the store; `message` is for logs, the sentence for people is made from `code`. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode;
  constructor(code: LedgerErrorCode, message: string) {
    super(message);
    this.name = 'LedgerError';
    this.code = code;
  }
}
