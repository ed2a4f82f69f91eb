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
  const touches: Touch[] = [];
  for (const thread of mentee.threads) addMailTouches(touches, thread.messages, mentee, mentees);
  for (const contact of mentee.contacts) {
    if (isMadeContact(contact)) touches.push({ at: contact.at, id: contact.id, audience: 1 });
  }
  for (const meeting of mentee.meetings) {
    if (meeting.outcome === 'held') touches.push({ at: meeting.start, id: meeting.id, audience: 1 });
  }
  return touches.sort((a, b) => compareInstants(a.at, b.at));
}

function addMailTouches(
  touches: Touch[],
  messages: readonly Message[],
  mentee: MenteeView,
  mentees: ReadonlySet<string>,
): void {
  const written: Message[] = [];
  for (const message of messages) {
    if (message.kind !== 'personal') continue;
    if (mentee.emails.has(message.from.email)) written.push(message);
    else if (mentee.sides.mentors.has(message.from.email) && reaches(message, written, mentee.sides)) {
      touches.push({ at: message.sentAt, id: message.id, audience: audienceOf(message, mentees) });
    }
  }
}

/**
 * Contact that a list row proves without telling when: a thread in which both wrote, begun and last written to within
 * the stretch. `to` is exclusive.
 */
export function findTouchWithin(mentee: MenteeView, from: string, to: string): Touch | undefined {
  const glimpse = mentee.glimpses.find(
    ({ firstAt, at, people }) =>
      firstAt !== undefined &&
      compareInstants(firstAt, from) >= 0 &&
      compareInstants(at, to) < 0 &&
      people.some((email) => mentee.sides.mentors.has(email)),
  );
  return glimpse && { at: glimpse.at, id: glimpse.id, audience: 1 };
}

/** How many of these mentees a message is addressed to; never less than one. */
export function audienceOf({ to, cc }: Message, mentees: ReadonlySet<string>): number {
  if (to.length + cc.length <= 1) return 1;
  return Math.max(1, [...to, ...cc].filter((address) => mentees.has(address.email)).length);
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
