// The messages of an open thread, as facts. Only threads of mentees are kept, and never a message whose id, time or
// sender the page does not tell.
import { guessKind } from '../../../domain/thread/guess-kind.ts';
import type { Message, Sighting } from '../../../domain/thread/message.ts';
import type { Sight } from '../contract.ts';
import type { Roster } from './roster.ts';

type SeenMessage = NonNullable<Sight['thread']>['messages'][number];
type SeenAddress = SeenMessage['to'][number];

export function readThreadFacts(sight: Sight, roster: Roster, known: ReadonlyMap<string, Message>): Message[] {
  const { thread } = sight;
  if (!thread?.threadId || !isMentoring(thread, roster, known)) return [];
  return thread.messages.flatMap((seen, at) => {
    const before = thread.messages[at - 1];
    const fact = readMessage(
      seen,
      thread.threadId!,
      thread.subject ?? '',
      sight,
      before && isInstant(before, seen, roster),
    );
    const merged = fact && mergeMessage(known.get(fact.id), fact);
    return merged ? [merged] : [];
  });
}

function isMentoring(
  thread: NonNullable<Sight['thread']>,
  roster: Roster,
  known: ReadonlyMap<string, Message>,
): boolean {
  const isMentee = (address: SeenAddress | null) => address !== null && roster.mentees.has(address.email);
  const named = thread.messages.some((each) => isMentee(each.from) || each.to.some(isMentee) || each.cc.some(isMentee));
  return named || [...known.values()].some((message) => message.threadId === thread.threadId);
}

/** Nobody opens, reads, writes and sends within so many seconds: such an answer is a machine's. */
const INSTANT_SECONDS = 8;

/** Whether one message answers the other, between a mentee and the mentor's side, faster than a person could. */
function isInstant(before: SeenMessage, seen: SeenMessage, roster: Roster): boolean {
  if (!before.sentAt || !seen.sentAt || !before.from || !seen.from) return false;
  const side = ({ email }: SeenAddress) =>
    roster.mentees.has(email) ? 'mentee' : isOurs(email, roster) ? 'mentor' : '';
  const [asked, answered] = [side(before.from), side(seen.from)];
  const seconds = (Date.parse(seen.sentAt) - Date.parse(before.sentAt)) / 1000;
  return asked !== '' && answered !== '' && asked !== answered && seconds >= 0 && seconds <= INSTANT_SECONDS;
}

const isOurs = (email: string, roster: Roster) => roster.mine.has(email) || roster.mentors.has(email);

function readMessage(
  seen: SeenMessage,
  threadId: string,
  subject: string,
  sight: Sight,
  isInstantAnswer: boolean | undefined,
): Message | null {
  if (!seen.id || !seen.sentAt || !seen.from?.email) return null;
  const guessed = guessKind(subject, seen.from.email);
  const kind = guessed === 'personal' && isInstantAnswer ? 'auto-reply' : guessed;
  return {
    id: seen.id,
    threadId,
    sentAt: seen.sentAt,
    from: address(seen.from),
    to: seen.to.filter(hasEmail).map(address),
    cc: seen.cc.filter(hasEmail).map(address),
    subject,
    kind,
    ...(kind !== 'personal' && { kindGuessed: true }),
    ...(seen.asks !== undefined && { asks: seen.asks }),
    ...(seen.asksReason !== undefined && { asksReason: seen.asksReason }),
    seenIn: [sighting(sight)],
  };
}

const hasEmail = (each: SeenAddress) => each.email.includes('@');

function address({ name, email }: SeenAddress) {
  return { ...(name && { name }), email: email.toLowerCase() };
}

export function sighting(sight: Sight): Sighting {
  return { source: sight.source, ...(sight.owner && { address: sight.owner }), at: sight.at };
}

/** What is known of a message and what is seen of it now. The fuller reading stays; the first sighting of a place stays. */
export function mergeMessage(known: Message | undefined, seen: Message): Message {
  if (!known) return seen;
  const recipients = known.to.length + known.cc.length > 0 ? known : seen;
  const places = known.seenIn ?? [];
  const fresh = (seen.seenIn ?? []).filter((place) => !places.some((each) => isSamePlace(each, place)));
  const subject = known.subject || seen.subject;
  return {
    ...known,
    subject,
    to: recipients.to,
    cc: recipients.cc,
    ...(isJudged(seen) && known.asks === undefined && judgmentOf(seen)),
    ...((places.length > 0 || fresh.length > 0) && { seenIn: [...places, ...fresh] }),
  };
}

const isJudged = ({ asks, asksReason }: Message) => asks !== undefined || asksReason !== undefined;

function judgmentOf({ asks, asksReason }: Message): Pick<Message, 'asks' | 'asksReason'> {
  return { ...(asks !== undefined && { asks }), ...(asksReason !== undefined && { asksReason }) };
}

function isSamePlace(a: string | Sighting, b: string | Sighting): boolean {
  const place = (each: string | Sighting) =>
    typeof each === 'string' ? `${each} ` : `${each.source} ${each.address ?? ''}`;
  return place(a) === place(b);
}
