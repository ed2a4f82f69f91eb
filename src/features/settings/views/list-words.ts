// What people call the lists of the ledger, and how much is in each.
import type { Ledger, ListName } from '../../../domain/ledger.ts';

const names: Record<ListName, string> = {
  people: 'People',
  relationships: 'Relationships',
  programmes: 'Programmes of your own',
  messages: 'Messages (who, when, subject; never the text)',
  glimpses: 'Messages seen but not yet read',
  contacts: 'Texts, calls and talks',
  meetings: 'Meetings',
  programmeEvents: 'Programme events',
  goals: 'Goals',
  homework: 'Homework',
  away: 'Times away',
  notices: 'Notices of being away',
  corrections: 'Corrections',
  reminders: 'Reminders',
  suspects: 'Questions about senders',
  sources: 'What was read, and when',
  settings: 'Settings',
  events: 'Calendar events (title, times, guests; never the description)',
  amendments: 'Amendments of signed entries',
  withdrawals: 'Signatures that were taken back',
  attachments: 'Scans of signed pages',
  refusals: 'Events that are no meetings',
  accounts: 'Connected accounts (without their keys)',
  calendars: 'Calendars',
  mailboxes: 'Mailboxes of accounts',
};

export interface ListCount {
  list: ListName;
  name: string;
  count: number;
}

/** Lists with something in them. */
export function countLists(ledger: Ledger): ListCount[] {
  return (Object.keys(names) as ListName[])
    .map((list) => ({ list, name: names[list], count: ledger[list]?.length ?? 0 }))
    .filter(({ count }) => count > 0);
}
