// The one door to storage: every record is written and read through here, so that sealing can come without touching a
// feature. A row is the record with the few fields it is looked up by.
import { type ListName, ledgerSchemas, type RecordOf } from '../domain/ledger.ts';
import type { CalendarEvent } from '../domain/meeting/meeting.ts';
import { eventKeys, type KnownEvent, type Sighting } from '../domain/meeting/merge-event.ts';
import type { Address } from '../domain/record.ts';
import { type KnownMessage, type MessageKeys, messageKeys } from '../domain/thread/merge-message.ts';
import type { Message } from '../domain/thread/message.ts';

export interface Row {
  id: string;
  record: unknown;
  /** The version of the schemas it was found to fit when it was written: under the same ones it is not checked again. */
  fits?: number;
  /** Messages, glimpses. */
  thread?: string;
  /** Messages: every address that takes part. */
  emails?: string[];
  /** Contacts, meetings and other records of one relationship. */
  relationship?: string;
  /** Events: the instant at which it ends, in ms; of a date, its beginning in UTC. */
  end?: number;
  /** Events, messages: what tells it from every other, wherever it is seen. */
  same?: string[];
  /** Events: where and when it was seen, as `seenKey` puts it. */
  seen?: string[];
  /** Events, messages: what each place told, where several did. */
  told?: unknown[];
}

/**
 * Raised whenever a schema of the ledger changes, so that what was written under another one is checked as it is read. A
 * test compares it with the schemas.
 */
export const SCHEMAS = 1;

type Keys = Omit<Row, 'id' | 'record' | 'fits'>;
type KeysOf = { [L in ListName]?: (record: RecordOf<L>) => Keys };

const ofRelationship = (record: { relationship: string }): Keys => ({ relationship: record.relationship });

const keysOf: KeysOf = {
  messages: (message) => ({
    thread: message.threadId,
    emails: emailsOf([message.from, ...message.to, ...message.cc]),
    same: sameOf(messageKeys({ message, told: [] })),
  }),
  glimpses: (glimpse) => ({ thread: glimpse.threadId }),
  contacts: ofRelationship,
  meetings: ofRelationship,
  programmeEvents: ofRelationship,
  goals: ofRelationship,
  homework: ofRelationship,
  amendments: ofRelationship,
  withdrawals: ofRelationship,
  attachments: ofRelationship,
  events: (event) => ({ ...keysOfEvent(event), same: eventKeys({ event, told: [] }) }),
};

function keysOfEvent({ end, seenIn = [] }: CalendarEvent): Keys {
  return { end: Date.parse(end), seen: seenIn.map(seenKey) };
}

/** In the order of time, to the second. */
export function seenKey({ source, calendar, at }: Pick<Sighting, 'source' | 'calendar' | 'at'>): string {
  return `${source}\n${calendar}\n${at}`;
}

function emailsOf(addresses: Address[]): string[] {
  return [...new Set(addresses.map((address) => address.email))];
}

/**
 * The record in its normal form, with any fields of its own that the schema does not know. Throws where it is not a
 * record of this list: that is a bug of the caller.
 */
export function normalise<L extends ListName>(list: L, record: unknown): RecordOf<L> {
  return keepMore(record, ledgerSchemas[list].parse(record)) as RecordOf<L>;
}

function keepMore(original: unknown, read: unknown): unknown {
  if (Array.isArray(original) && Array.isArray(read)) return original.map((item, index) => keepMore(item, read[index]));
  if (!isObject(original) || !isObject(read)) return read;
  const fields = Object.keys(original).map((key) => {
    return [key, Object.hasOwn(read, key) ? keepMore(original[key], read[key]) : original[key]];
  });
  return Object.fromEntries(fields);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function encode<L extends ListName>(list: L, record: RecordOf<L>): Row {
  return { id: record.id, record, fits: SCHEMAS, ...keysOf[list]?.(record) };
}

/** The record of a stored row, or null when it cannot be read. */
export function decode<L extends ListName>(list: L, row: unknown): RecordOf<L> | null {
  const record = isObject(row) ? row.record : undefined;
  if (isObject(row) && row.fits === SCHEMAS && isObject(record)) return record as RecordOf<L>;
  return ledgerSchemas[list].safeParse(record).success ? (record as RecordOf<L>) : null;
}

/** `same` is what `eventKeys` gives of it. */
export function encodeEvent({ event, told }: KnownEvent, same: string[]): Row {
  const row = { id: event.id, record: event, fits: SCHEMAS, ...keysOfEvent(event), same };
  return told.length > 0 ? { ...row, told: [...told] } : row;
}

/** The event of a stored row with what each place told of it, or null when it cannot be read. */
export function decodeEvent(row: unknown): KnownEvent | null {
  const event = decode('events', row);
  if (!event) return null;
  const told = (row as Row).told ?? [];
  const isReadable = told.every((telling) => ledgerSchemas.events.safeParse(telling).success);
  return { event, told: isReadable ? (told as CalendarEvent[]) : [] };
}

/** All that a message can be found by. */
export function sameOf({ same, near, threads }: MessageKeys): string[] {
  return [...same, ...near, ...threads];
}

/** `same` is what `sameOf` gives of it. */
export function encodeMessage({ message, told }: KnownMessage, same: string[]): Row {
  const { id, threadId: thread, from, to, cc } = message;
  const row = { id, record: message, fits: SCHEMAS, thread, emails: emailsOf([from, ...to, ...cc]), same };
  return told.length > 0 ? { ...row, told: [...told] } : row;
}

/** The message of a stored row with what each place told of it, or null when it cannot be read. */
export function decodeMessage(row: unknown): KnownMessage | null {
  const message = decode('messages', row);
  if (!message) return null;
  const told = (row as Row).told ?? [];
  const isReadable = told.every((telling) => ledgerSchemas.messages.safeParse(telling).success);
  return { message, told: isReadable ? (told as Message[]) : [] };
}
