// Addresses as mail programs write them, in the one form they are compared in.
import type { Address as MimeAddress } from 'postal-mime';
import type { Address } from '../../domain/record.ts';

/** As many as a message may name. */
const LONGEST = 10_000;

/** Groups are who is in them (RFC 5322, 3.4); what is no address is left out. */
export function readAddresses(list: readonly MimeAddress[] | undefined): Address[] {
  const boxes = (list ?? []).flatMap((each) => each.group ?? [each]);
  return boxes.slice(0, LONGEST).flatMap(({ name, address }) => {
    const email = toPlain(address ?? '');
    if (email.length < 3 || email.length > 320 || !email.includes('@')) return [];
    return [name ? { name, email } : { email }];
  });
}

/** Without a route (RFC 5322, 4.4), quotes that nothing needs, and a dot at the end. */
function toPlain(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replace(/^@[^:]*:/, '')
    .replace(/^"([^"\\]*)"@/, '$1@')
    .replace(/\.$/, '');
}
