// What the mentor decided about one mentee's closing words and short notes. It stands in the settings, for all to see; where
// nothing is decided, what was judged of each message holds.
import type { Person } from '../people/person.ts';
import type { Settings } from '../settings.ts';
import type { Message } from './message.ts';

type Closing = NonNullable<Settings['closings']>[number];

/** Null where nothing was decided. What somebody said about one message is not asked here: it comes after. */
export function makeClosings(
  closings: readonly Closing[] | undefined,
  people: ReadonlyMap<string, Person>,
): ((message: Message) => Message) | null {
  if (!closings?.length) return null;
  const byEmail = new Map(
    closings.flatMap(({ person, answer }) =>
      (people.get(person)?.emails ?? []).map((email) => [email.toLowerCase(), answer] as const),
    ),
  );
  return (message) => decide(message, byEmail.get(message.from.email));
}

function decide(message: Message, answer: Closing['answer'] | undefined): Message {
  if (answer === 'always' && message.asks === false) {
    const { asks: _, ...rest } = message;
    return rest;
  }
  const isShort = message.asks === undefined && message.asksReason === 'short';
  return answer === 'never' && isShort ? { ...message, asks: false } : message;
}
