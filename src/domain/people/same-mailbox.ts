// Addresses that lead to one mailbox. What stands after a plus is its owner's own mark (RFC 5233), and Gmail takes no
// notice of dots; an address of another domain (`name@alumni`) is another mailbox, however alike the name.

const gmail: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/** The mailbox behind an address, which is in lower case. */
export function toMailbox(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  const local = email.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return gmail.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}

/** Gives each address of a known mailbox as the ledger lists it, so that rules need to know but one. */
export function listedAs(emails: Iterable<string>): (email: string) => string {
  const listed = new Set<string>();
  const byMailbox = new Map<string, string>();
  for (const email of emails) {
    listed.add(email.toLowerCase());
    if (!byMailbox.has(toMailbox(email.toLowerCase())))
      byMailbox.set(toMailbox(email.toLowerCase()), email.toLowerCase());
  }
  return (email) => (listed.has(email) ? email : (byMailbox.get(toMailbox(email)) ?? email));
}
