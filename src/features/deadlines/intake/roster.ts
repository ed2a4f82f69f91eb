// Who the people of the ledger are by their addresses, as a sight of a mail page is read against them.
import type { Ledger } from '../../../domain/ledger.ts';
import { makeCredit } from '../../../domain/thread/credit.ts';
import type { Message } from '../../../domain/thread/message.ts';
import type { PlatformMail } from '../../../domain/thread/platform.ts';

export interface Roster {
  /** Every address of the one who uses this Waymark. */
  mine: Set<string>;
  /** Mentees by address. */
  mentees: Map<string, string>;
  mentors: Set<string>;
  coordinators: Set<string>;
  /** Everybody the ledger knows. */
  known: Set<string>;
  /** Mail of a mentoring platform, as whose it is; null for all other. */
  credit(mail: Pick<Message, 'from' | 'subject'>): PlatformMail | null;
}

export function readRoster(small: Ledger): Roster {
  const emails = new Map(small.people.map((person) => [person.id, person.emails.map((email) => email.toLowerCase())]));
  const of = (ids: readonly string[] = []) => ids.flatMap((id) => emails.get(id) ?? []);
  const mine = new Set(of(small.relationships.map((each) => each.me)));
  const mentees = new Map<string, string>();
  for (const relationship of small.relationships) {
    for (const mentee of relationship.mentees) {
      for (const email of emails.get(mentee) ?? []) if (!mine.has(email)) mentees.set(email, mentee);
    }
  }
  return {
    mine,
    mentees,
    mentors: new Set(of(small.relationships.flatMap((each) => each.mentors))),
    coordinators: new Set(
      of(small.relationships.flatMap((each) => [...(each.coordinator ?? []), ...(each.faculty ?? [])])),
    ),
    known: new Set([...emails.values()].flat()),
    credit: makeCredit(small),
  };
}
