// Whose mail is kept: what goes to or comes from the people wanted. Everything else is forgotten where it was read.
import type { Address } from '../domain/record.ts';

/** Whether a message between these is one of the people's. */
export type Concerns = (parties: Iterable<Address | undefined>) => boolean;

const gmail: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox behind an address: what stands after a plus is its owner's own mark (RFC 5233), and Gmail takes no notice
 * of dots. For finding only; a record keeps the address that was written.
 */
function toMailbox(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  const local = email.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return gmail.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}

export function concern(people: ReadonlySet<string>): Concerns {
  const mailboxes = new Set([...people].map(toMailbox));
  const isTheirs = (email: string) => people.has(email) || mailboxes.has(toMailbox(email));
  return (parties) => {
    for (const party of parties) if (party && isTheirs(party.email)) return true;
    return false;
  };
}
