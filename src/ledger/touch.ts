// Which relationships a change concerns, so that only their verdicts are derived again.
import type { ListName, RecordOf } from '../domain/ledger.ts';
import { counterpartEmails } from '../domain/people/counterparts.ts';
import type { Person } from '../domain/people/person.ts';
import type { Relationship } from '../domain/people/relationship.ts';

/** What changed records point at. `threads` and `messages` are looked up in the store and become addresses. */
export interface Touch {
  all: boolean;
  relationships: Set<string>;
  addresses: Set<string>;
  threads: Set<string>;
  messages: Set<string>;
}

type TouchOf = { [L in ListName]: ((record: RecordOf<L>, touch: Touch) => void) | 'all' | 'none' };

const ofRelationship = (record: { relationship: string }, touch: Touch) => {
  touch.relationships.add(record.relationship);
};

const touchOf: TouchOf = {
  people: 'all',
  programmes: 'all',
  sources: 'all',
  settings: 'all',
  notices: 'all',
  reminders: 'none',
  suspects: 'none',
  relationships: (record, touch) => {
    touch.relationships.add(record.id);
  },
  contacts: ofRelationship,
  meetings: ofRelationship,
  programmeEvents: ofRelationship,
  goals: ofRelationship,
  homework: ofRelationship,
  amendments: ofRelationship,
  withdrawals: 'none',
  attachments: 'none',
  events: 'none',
  refusals: 'none',
  accounts: 'none',
  calendars: 'none',
  mailboxes: 'none',
  away: (record, touch) => addAll(touch.relationships, record.relationships),
  messages: (record, touch) => {
    touch.threads.add(record.threadId);
    addAll(
      touch.addresses,
      [record.from, ...record.to, ...record.cc].map((address) => address.email),
    );
  },
  glimpses: (record, touch) => {
    touch.threads.add(record.threadId);
    addAll(touch.addresses, record.people);
  },
  corrections: (record, touch) => {
    touch.messages.add(record.message);
  },
};

export function touchNothing(): Touch {
  return { all: false, relationships: new Set(), addresses: new Set(), threads: new Set(), messages: new Set() };
}

export function addTouch<L extends ListName>(touch: Touch, list: L, record: RecordOf<L>): void {
  const rule = touchOf[list];
  if (rule === 'all') touch.all = true;
  else if (rule !== 'none') (rule as (record: RecordOf<L>, touch: Touch) => void)(record, touch);
}

function addAll(set: Set<string>, values: string[]): void {
  for (const value of values) set.add(value);
}

/** The relationships a touch concerns, once its threads and messages have become addresses. */
export function findTouched(touch: Touch, relationships: Relationship[], people: Person[]): string[] {
  const concerned = (relationship: Relationship) =>
    touch.all ||
    touch.relationships.has(relationship.id) ||
    counterpartEmails(relationship, people).some((email) => touch.addresses.has(email));
  return relationships.filter(concerned).map((relationship) => relationship.id);
}
