// What counts as contact with a mentee (DESIGN section 3): a personal mail of the mentor's side that reaches them, a call,
// text or talk that was made, a meeting held that they attended. Never an attempt, never the mentee's own mail.

import { compareInstants } from '../time/instants.ts';
import type { MenteeView } from '../verdict/view.ts';
import { isMadeContact } from './contact.ts';
import type { Message } from './message.ts';
import { reaches } from './wait.ts';

export interface Touch {
  at: string;
  /** Id of the message, contact or meeting. */
  id: string;
  /** How many mentees a mail was addressed to; 1 for everything else. */
  audience: number;
}

/** Every contact with one mentee, in order. `mentees` are the addresses of all mentees of the relationship. */
export function readTouches(mentee: MenteeView, mentees: ReadonlySet<string>): Touch[] {
  const mails = mentee.threads.flatMap((thread) => mailTouches(thread.messages, mentee, mentees));
  const contacts = mentee.contacts
    .filter(isMadeContact)
    .map((contact) => ({ at: contact.at, id: contact.id, audience: 1 }));
  const met = mentee.meetings
    .filter((meeting) => meeting.outcome === 'held')
    .map((meeting) => ({ at: meeting.start, id: meeting.id, audience: 1 }));
  return [...mails, ...contacts, ...met].sort((a, b) => compareInstants(a.at, b.at));
}

function mailTouches(messages: readonly Message[], mentee: MenteeView, mentees: ReadonlySet<string>): Touch[] {
  const written: Message[] = [];
  const touches: Touch[] = [];
  for (const message of messages) {
    if (message.kind !== 'personal') continue;
    if (mentee.emails.has(message.from.email)) written.push(message);
    else if (mentee.sides.mentors.has(message.from.email) && reaches(message, written, mentee.sides)) {
      const audience = [...message.to, ...message.cc].filter((address) => mentees.has(address.email)).length;
      touches.push({ at: message.sentAt, id: message.id, audience: Math.max(1, audience) });
    }
  }
  return touches;
}

/** Whether anybody has begun: until then the first word is owed by whom the programme names (PROGRAMMES T6, N5). */
export function hasSpoken(mentee: MenteeView): boolean {
  const mailed = mentee.threads.some((thread) =>
    thread.messages.some(
      (message) =>
        message.kind === 'personal' &&
        (mentee.emails.has(message.from.email) || mentee.sides.mentors.has(message.from.email)),
    ),
  );
  return mailed || mentee.contacts.length > 0 || mentee.meetings.some((meeting) => meeting.outcome === 'held');
}
