// Addresses of one person, as lines of a text.
import type { Person } from '../../../domain/people/person.ts';

const ADDRESS = /^[^\s@"<>(),;:\\]+@[^\s@"<>(),;:\\.]+(\.[^\s@"<>(),;:\\.]+)+$/u;

export const composeAddresses = (emails: string[]): string => emails.join('\n');

/** The addresses, lower-cased and each once; `wrong` is the first piece that is none. */
export function parseAddresses(text: string): { emails: string[]; wrong?: string } {
  const pieces = text.split(/[\s,;]+/).filter((piece) => piece !== '');
  const emails = [...new Set(pieces.map((piece) => piece.toLowerCase()))];
  const wrong = emails.find((email) => !ADDRESS.test(email) || email.length > 254);
  return wrong === undefined ? { emails } : { emails, wrong };
}

/** Somebody else to whom one of the addresses belongs. */
export function findTaken(emails: string[], others: Person[]): { email: string; name: string } | undefined {
  for (const email of emails) {
    const owner = others.find((person) => person.emails.includes(email));
    if (owner) return { email, name: owner.name };
  }
  return undefined;
}
