// All facts, as plain lists. Each list is one store of the database and one part of a backup.
import type * as z from 'zod/mini';
import { Away, Notice } from './away/away.ts';
import { Goal, Homework } from './goal/goal.ts';
import { Account, Calendar } from './meeting/calendar.ts';
import {
  Amendment,
  Attachment,
  CalendarEvent,
  Meeting,
  ProgrammeEvent,
  Refusal,
  Withdrawal,
} from './meeting/meeting.ts';
import { Person } from './people/person.ts';
import { Relationship } from './people/relationship.ts';
import { Suspect } from './people/suspect.ts';
import { Programme } from './programme/programme.ts';
import { Settings } from './settings.ts';
import { Contact, Correction } from './thread/contact.ts';
import { Mailbox } from './thread/mailbox.ts';
import { Glimpse, Message } from './thread/message.ts';
import { Reminder } from './thread/reminder.ts';
import { Source } from './verdict/source.ts';

/** The schema of one record of each list. */
export const ledgerSchemas = {
  people: Person,
  relationships: Relationship,
  programmes: Programme,
  messages: Message,
  glimpses: Glimpse,
  contacts: Contact,
  meetings: Meeting,
  programmeEvents: ProgrammeEvent,
  goals: Goal,
  homework: Homework,
  away: Away,
  notices: Notice,
  corrections: Correction,
  reminders: Reminder,
  suspects: Suspect,
  sources: Source,
  settings: Settings,
  events: CalendarEvent,
  amendments: Amendment,
  withdrawals: Withdrawal,
  attachments: Attachment,
  refusals: Refusal,
  accounts: Account,
  calendars: Calendar,
  mailboxes: Mailbox,
} as const;

export type ListName = keyof typeof ledgerSchemas;
export type RecordOf<L extends ListName> = z.infer<(typeof ledgerSchemas)[L]>;
export type Ledger = { [L in ListName]: RecordOf<L>[] };

export const listNames = Object.keys(ledgerSchemas) as ListName[];

/** A ledger in which nothing has happened yet. */
export function emptyLedger(): Ledger {
  return Object.fromEntries(listNames.map((name) => [name, []])) as unknown as Ledger;
}
