// Whose mail is kept: what goes to or comes from the people wanted, at whatever address leads to a mailbox of theirs, and
// from a domain that is wanted as a whole (`@platform.example`).
// Everything else is forgotten where it was read.
import { toMailbox } from '../domain/people/same-mailbox.ts';
import type { Address } from '../domain/record.ts';
import { isSentFrom } from '../domain/thread/platform.ts';

/** Whether a message between these is one of the people's. */
export type Concerns = (parties: Iterable<Address | undefined>) => boolean;

export function concern(people: ReadonlySet<string>): Concerns {
  const domains = [...people].filter((email) => email.startsWith('@'));
  const mailboxes = new Set([...people].map(toMailbox));
  const isTheirs = (email: string) =>
    people.has(email) || mailboxes.has(toMailbox(email)) || domains.some((domain) => isSentFrom(email, domain));
  return (parties) => {
    for (const party of parties) if (party && isTheirs(party.email)) return true;
    return false;
  };
}
