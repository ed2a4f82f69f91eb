import type { Message } from './message.ts';
import { inOrder, reaches, type Said, type Sides, waits } from './wait.ts';

export interface Turn {
  owes: 'mentor' | 'mentee' | 'nobody';
  /** When the one who owes was first asked. */
  since?: string;
  /** The message that asked first. */
  messageId?: string;
}

/** Whose turn it is on one thread, since when. `mentors` and `mentees` are lists of e-mail addresses. */
export function turn(
  messages: readonly Message[],
  people: { mentors: readonly string[]; mentees: readonly string[] },
): Turn {
  const lower = (emails: readonly string[]) => new Set(emails.map((email) => email.toLowerCase()));
  return turnOf(inOrder(messages), { mentors: lower(people.mentors), mentees: lower(people.mentees) });
}

/** `turn` for messages already `inOrder`, with what people said about them. */
export function turnOf(ordered: readonly Message[], sides: Sides, said: Said = {}): Turn {
  const wait = waits(ordered, sides, said).at(-1);
  if (wait && !wait.settledAt) return { owes: 'mentor', since: wait.since, messageId: wait.messages[0]!.id };
  const asked = firstUnansweredByMentees(ordered, sides);
  return asked ? { owes: 'mentee', since: asked.sentAt, messageId: asked.id } : { owes: 'nobody' };
}

/** The first message of the mentor's side that asks for something and that no mentee's message follows. */
function firstUnansweredByMentees(ordered: readonly Message[], sides: Sides): Message | undefined {
  let first: Message | undefined;
  const written: Message[] = [];
  for (const message of ordered) {
    if (message.kind !== 'personal') continue;
    if (sides.mentees.has(message.from.email)) {
      first = undefined;
      written.push(message);
    } else if (sides.mentors.has(message.from.email) && message.asks !== false && reaches(message, written, sides)) {
      first ??= message;
    }
  }
  return first;
}
