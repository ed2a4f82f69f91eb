// The kind of a message where a source shows no headers: from the start of its subject and its sender, never from words
// anywhere in it. A guess is marked as one.
import type { MessageKind } from './message.ts';
import { isCalendarServer, isNoPerson, isPostmaster } from './no-person.ts';
import { isAutoReplySubject, isAutoSubject, isBounceSubject, isCalendarSubject } from './subject-words.ts';

export function guessKind(subject: string, from: string): MessageKind {
  if (isPostmaster(from) || isBounceSubject(subject)) return 'bounce';
  if (isAutoReplySubject(subject) || isAutoSubject(subject)) return 'auto-reply';
  if (isCalendarServer(from) || isCalendarSubject(subject)) return 'calendar';
  return isNoPerson(from) ? 'bulk' : 'personal';
}
