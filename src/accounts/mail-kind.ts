// The kind of a message that came by an API: by its header fields where there are any, else by its subject and sender.
import { guessKind } from '../domain/thread/guess-kind.ts';
import { type KindInput, type KindReason, readKind } from '../domain/thread/kind.ts';
import type { Message, MessageKind } from '../domain/thread/message.ts';

type Kind = Pick<Message, 'kind' | 'kindGuessed' | 'kindReason'>;

/** What a guess rests on, by what it comes to. */
const guesses: Record<MessageKind, KindReason> = {
  'auto-reply': 'autoreply-subject',
  bounce: 'mailer-daemon',
  bulk: 'no-reply',
  calendar: 'calendar-method',
  personal: 'person',
};

/** Where no field of its own was seen. That a person wrote it is no guess to speak of: it is what remains. */
export function guessMailKind(subject: string, from: string): Kind {
  const kind = guessKind(subject, from);
  return { kind, kindReason: guesses[kind], ...(kind !== 'personal' && { kindGuessed: true }) };
}

export function readMailKind(input: KindInput): Kind {
  const { kind, reason, guessed } = readKind(input);
  return { kind, kindReason: reason, ...(guessed && { kindGuessed: true }) };
}
