// Whose mail is kept: what goes to or comes from the people wanted, at whatever address leads to a mailbox of theirs.
// Everything else is forgotten where it was read.
import { toMailbox } from '../domain/people/same-mailbox.ts';
import type { Address } from '../domain/record.ts';

/** Whether a message between these is one of the people's. */
export type Concerns = (parties: Iterable<Address | undefined>) => boolean;

export function concern(people: ReadonlySet<string>): Concerns {
  const mailboxes = new Set([...people].map(toMailbox));
  const isTheirs = (email: string) => people.has(email) || mailboxes.has(toMailbox(email));
  return (parties) => {
    for (const party of parties) if (party && isTheirs(party.email)) return true;
    return false;
  };
}
