// Whose a platform's mail is, by the programmes of the relationships there are.

import { findProgramme } from '../../programmes/index.ts';
import type { Ledger } from '../ledger.ts';
import type { Message } from './message.ts';
import { type PlatformMail, readPlatformMail } from './platform.ts';

type Facts = Pick<Ledger, 'people' | 'relationships'> & Partial<Pick<Ledger, 'programmes'>>;

export function makeCredit({
  people,
  relationships,
  programmes = [],
}: Facts): (mail: Pick<Message, 'from' | 'subject'>) => PlatformMail | null {
  const rules = relationships.flatMap(({ programme, mentees, me }) => {
    const pack = findProgramme(programmes, programme);
    const those = people.filter(({ id }) => id !== me && mentees.includes(id));
    return pack?.platforms?.some(({ senders }) => senders.length > 0) ? [{ pack, mentees: those }] : [];
  });
  return (mail) => {
    for (const { pack, mentees } of rules) {
      const found = readPlatformMail(mail, pack, mentees);
      if (found) return found;
    }
    return null;
  };
}

/** The addresses that platforms write from, each once and in lower case; a whole domain begins with `@`. */
export function findPlatformSenders({ relationships, programmes = [] }: Facts): string[] {
  const platforms = relationships.flatMap(({ programme }) => findProgramme(programmes, programme)?.platforms ?? []);
  return [...new Set(platforms.flatMap(({ senders }) => senders.map((each) => each.toLowerCase())))];
}
