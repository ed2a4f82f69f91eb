// Whose mail is wanted, and from when on: that of the people of the ledger's relationships, from where mentoring began.
import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { listedAs } from '../../domain/people/same-mailbox.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { findPlatformSenders, makeCredit } from '../../domain/thread/credit.ts';
import type { Mailbox } from '../../domain/thread/mailbox.ts';
import type { Message } from '../../domain/thread/message.ts';
import { creditMessage } from '../../domain/thread/platform.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import { planWindow } from '../calendars/window.ts';

export interface Wanted {
  /**
   * What an account is asked for, and read anew for when there is more of it: the addresses of everybody but the mentor,
   * and those from which platforms mail in a mentee's name, whole domains as `@platform.example`. Empty where nobody is
   * mentored yet: then a platform's mail is nobody's.
   */
  people: ReadonlySet<string>;
  /** Of these, the people's own: what neither comes from nor goes to one of them is not kept. */
  addresses: ReadonlySet<string>;
  /** The mentor's own. */
  own: ReadonlySet<string>;
  from: string;
  /** Ids of the people, each with their addresses. */
  persons: readonly { id: string; emails: readonly string[] }[];
  /** Of these, the platforms'. */
  senders: readonly string[];
  credit: ReturnType<typeof makeCredit>;
  /** What it was planned from. */
  facts: { people: readonly Person[]; relationships: readonly Relationship[] };
}

export function planWanted(
  people: readonly Person[],
  relationships: readonly Relationship[],
  now: string,
  programmes: readonly Programme[] = [],
): Wanted {
  const all = { people: [...people], relationships: [...relationships], programmes: [...programmes] };
  const me = new Set(relationships.map((each) => each.me));
  const named = new Set(relationships.flatMap((each) => [...each.mentees, ...each.mentors]));
  const lower = people.map(({ id, emails }) => ({ id, emails: emails.map((email) => email.toLowerCase()) }));
  const own = new Set(lower.filter(({ id }) => me.has(id)).flatMap(({ emails }) => emails));
  const persons = lower.filter(({ id, emails }) => named.has(id) && !me.has(id) && emails.length > 0);
  const addresses = new Set(persons.flatMap(({ emails }) => emails).filter((email) => !own.has(email)));
  const senders = addresses.size > 0 ? findPlatformSenders(all).filter((email) => !own.has(email)) : [];
  return {
    people: new Set([...addresses, ...senders]),
    addresses,
    own,
    from: planWindow(relationships, now).from,
    persons,
    senders,
    credit: makeCredit(all),
    facts: { people, relationships },
  };
}

/** Whether a mailbox was read, or is being read, for fewer people or platforms, or from a later time, than is wanted now. */
export function isOutgrown({ people, from, cursor }: Mailbox, wanted: Wanted): boolean {
  if (people === undefined) return true;
  const since = cursor?.from ?? from;
  if (since === undefined || compareInstants(wanted.from, since) < 0) return true;
  const known = new Set(people);
  return [...wanted.people].some((email) => !known.has(email));
}

/**
 * Messages to or from the people wanted, as the ledger lists their addresses; of all others nothing is kept, whoever
 * handed them over.
 */
export function keepWanted(messages: readonly Message[], { addresses, own, credit }: Wanted): Message[] {
  const list = listedAs([...addresses, ...own]);
  const listed = ({ email, ...rest }: Message['from']) => ({ ...rest, email: list(email.toLowerCase()) });
  return messages.flatMap((given) => {
    const platform = credit(given);
    const message = platform ? creditMessage(given, platform) : given;
    const [from, to, cc] = [listed(message.from), message.to.map(listed), message.cc.map(listed)];
    return [from, ...to, ...cc].some(({ email }) => addresses.has(email)) ? [{ ...message, from, to, cc }] : [];
  });
}
