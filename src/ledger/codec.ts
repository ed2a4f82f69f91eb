// The one door to storage: every record is written and read through here, so that sealing can come without touching a
// feature. A row is the record with the few fields it is looked up by.
import { type ListName, ledgerSchemas, type RecordOf } from '../domain/ledger.ts';
import type { Address } from '../domain/record.ts';

export interface Row {
  id: string;
  record: unknown;
  /** Messages, glimpses. */
  thread?: string;
  /** Messages, glimpses: every address that takes part. */
  emails?: string[];
  /** Contacts, meetings and other records of one relationship. */
  relationship?: string;
}

type Keys = Omit<Row, 'id' | 'record'>;
type KeysOf = { [L in ListName]?: (record: RecordOf<L>) => Keys };

const ofRelationship = (record: { relationship: string }): Keys => ({ relationship: record.relationship });

const keysOf: KeysOf = {
  messages: (message) => ({
    thread: message.threadId,
    emails: emailsOf([message.from, ...message.to, ...message.cc]),
  }),
  glimpses: (glimpse) => ({ thread: glimpse.threadId, emails: [...new Set(glimpse.people)] }),
  contacts: ofRelationship,
  meetings: ofRelationship,
  programmeEvents: ofRelationship,
  goals: ofRelationship,
  homework: ofRelationship,
};

function emailsOf(addresses: Address[]): string[] {
  return [...new Set(addresses.map((address) => address.email))];
}

/** The record in its normal form. Throws where it is not a record of this list: that is a bug of the caller. */
export function normalise<L extends ListName>(list: L, record: unknown): RecordOf<L> {
  return ledgerSchemas[list].parse(record) as RecordOf<L>;
}

export function encode<L extends ListName>(list: L, record: RecordOf<L>): Row {
  return { id: record.id, record, ...keysOf[list]?.(record) };
}

/** The record of a stored row, or null when it cannot be read. */
export function decode<L extends ListName>(list: L, row: unknown): RecordOf<L> | null {
  const record = typeof row === 'object' && row !== null && 'record' in row ? row.record : undefined;
  const parsed = ledgerSchemas[list].safeParse(record);
  return parsed.success ? (parsed.data as RecordOf<L>) : null;
}
