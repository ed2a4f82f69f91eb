// What a search in a mailbox finds: operators with addresses, alone or joined, and plain words otherwise.
import type { StandinMessage } from '../semester/types.ts';

const ADDRESS = /[^\s():,{}"]+@[^\s():,{}"]+/g;

function peopleOf(message: StandinMessage): string[] {
  return [message.from, ...message.to, ...message.cc].map(({ email }) => email);
}

/** A sender's domain, with those below it. */
const DOMAIN = /\bfrom:([^\s():,{}"@]+\.[^\s():,{}"@]+)(?=[\s})]|$)/g;

/** A predicate for the words typed; an empty search finds everything. */
export function makeSearch(words: string): (message: StandinMessage) => boolean {
  const addresses = new Set((words.match(ADDRESS) ?? []).map((address) => address.toLowerCase()));
  const domains = [...words.toLowerCase().matchAll(DOMAIN)].map(([, domain]) => domain!);
  const isFrom = (email: string) => domains.some((each) => email.endsWith(`@${each}`) || email.endsWith(`.${each}`));
  if (addresses.size + domains.length > 0)
    return (message) => isFrom(message.from.email) || peopleOf(message).some((email) => addresses.has(email));
  const plain = words
    .replace(/\b(in|is|after|before|label):\S+/g, ' ')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);
  return ({ subject, body, from }) => {
    const text = `${subject} ${body} ${from.name ?? ''} ${from.email}`.toLowerCase();
    return plain.every((word) => text.includes(word));
  };
}
