// What a search in a mailbox finds: operators with addresses, alone or joined, and plain words otherwise.
import type { StandinMessage } from '../semester/types.ts';

const ADDRESS = /[^\s():,{}"]+@[^\s():,{}"]+/g;

function peopleOf(message: StandinMessage): string[] {
  return [message.from, ...message.to, ...message.cc].map(({ email }) => email);
}

/** A predicate for the words typed; an empty search finds everything. */
export function makeSearch(words: string): (message: StandinMessage) => boolean {
  const addresses = new Set((words.match(ADDRESS) ?? []).map((address) => address.toLowerCase()));
  if (addresses.size > 0) return (message) => peopleOf(message).some((email) => addresses.has(email));
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
