// Who waits for whom on one thread. A wait runs from the first message that asks for something until somebody on the
// other side answers it (DESIGN section 3, "Whose turn"; PROGRAMMES T1).
//
// Decided, and tested in tests/features/mailboxes/decisions.test.ts: who is in Bcc was written to, where a source tells.
// Whoever From names has written, whoever sent it for them; a shared mailbox is a person's once it is listed with that
// person. Mail to oneself reaches nobody. A mentor's new thread, or words inside another thread, are contact and may open
// or settle what waits there; what waits here still waits, and one key says that it was answered. A forwarded message is
// its forwarder's, to those it was forwarded to; who stands in what it quotes is nobody it was written to.
import { compareInstants, latest } from '../time/instants.ts';
import type { Message } from './message.ts';

export interface Sides {
  mentors: ReadonlySet<string>;
  mentees: ReadonlySet<string>;
  /** People known to be neither: they are never taken for a mailing list. */
  others?: ReadonlySet<string>;
}

/** What people said about messages afterwards. */
export interface Said {
  /** Message id to the instant at which it was answered elsewhere. */
  answered?: ReadonlyMap<string, { at: string; by: string }>;
  /** Ids of messages up to which, they said, no reply is needed. */
  dismissed?: ReadonlySet<string>;
}

export interface Wait {
  /** When the first message of the wait was sent. */
  since: string;
  /** The messages that wait, oldest first. */
  messages: Message[];
  settledAt?: string;
  /** Id of the message or contact that settled it. */
  settledBy?: string;
}

/** In order of sending, each message once, whatever order and however often they were told. */
export function inOrder(messages: readonly Message[]): readonly Message[] {
  if (isInOrder(messages)) return messages;
  const seen = new Set<string>();
  const once = messages.filter((message) => {
    const known = seen.has(message.id) || (message.internetMessageId && seen.has(message.internetMessageId));
    seen.add(message.id);
    if (message.internetMessageId) seen.add(message.internetMessageId);
    return !known;
  });
  return once.sort((a, b) => compareInstants(a.sentAt, b.sentAt) || (a.id < b.id ? -1 : 1));
}

/** True when nothing is to be sorted or left out: each was sent after the one before, and none can be a second copy. */
function isInOrder(messages: readonly Message[]): boolean {
  let before = '';
  for (const { internetMessageId, sentAt } of messages) {
    if (internetMessageId || (before && compareInstants(before, sentAt) >= 0)) return false;
    before = sentAt;
  }
  return true;
}

function recipients(message: Message): string[] {
  return [...message.to, ...message.cc].map((address) => address.email);
}

/** A mentee's message opens a wait unless it was written to mentees alone. */
function opens(message: Message, sides: Sides): boolean {
  if (message.kind !== 'personal' || message.asks === false) return false;
  const isMentee = (address: Message['from']) => sides.mentees.has(address.email);
  const count = message.to.length + message.cc.length;
  return count === 0 || !(message.to.every(isMentee) && message.cc.every(isMentee));
}

/**
 * Whether an answer reaches the writer of these messages: it is addressed to them, or to a list that their own message
 * went to, or its recipients are hidden (then it is a reply on their thread).
 */
export function reaches(answer: Message, asked: readonly Message[], sides: Sides): boolean {
  for (const { email } of answer.to) if (sides.mentees.has(email)) return true;
  for (const { email } of answer.cc) if (sides.mentees.has(email)) return true;
  const to = recipients(answer);
  if (to.length === 0) return true;
  const isPerson = (email: string) => sides.mentors.has(email) || sides.others?.has(email);
  const lists = new Set(asked.flatMap(recipients).filter((email) => !isPerson(email)));
  return to.some((email) => lists.has(email));
}

function settleElsewhere(wait: Wait, said: Said, until?: string): boolean {
  if (!said.answered?.size) return false;
  const answers = wait.messages.flatMap((message) => said.answered?.get(message.id) ?? []);
  const first = answers.sort((a, b) => compareInstants(a.at, b.at))[0];
  if (!first || (until !== undefined && compareInstants(first.at, until) > 0)) return false;
  wait.settledAt = latest([first.at, wait.since])!;
  wait.settledBy = first.by;
  return true;
}

/** Every wait for the mentor's side, oldest first; only the last one can be unsettled. `messages` are `inOrder`. */
export function waits(messages: readonly Message[], sides: Sides, said: Said = {}): Wait[] {
  const found: Wait[] = [];
  const dismissed = said.dismissed?.size ? said.dismissed : undefined;
  let wait: Wait | undefined;
  for (const message of messages) {
    if (message.kind !== 'personal') continue;
    if (wait && settleElsewhere(wait, said, message.sentAt)) wait = undefined;
    if (sides.mentees.has(message.from.email)) {
      if (dismissed?.has(message.id)) {
        if (wait) found.pop();
        wait = undefined;
      } else if (wait && message.asks !== false) wait.messages.push(message);
      else if (opens(message, sides)) {
        wait = { since: message.sentAt, messages: [message] };
        found.push(wait);
      }
    } else if (wait && sides.mentors.has(message.from.email) && reaches(message, wait.messages, sides)) {
      wait.settledAt = message.sentAt;
      wait.settledBy = message.id;
      wait = undefined;
    }
  }
  if (wait) settleElsewhere(wait, said);
  return found;
}
