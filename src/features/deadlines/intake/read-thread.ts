// The messages of an open thread, as facts. Only threads of mentees are kept, and never a message whose id, time or
// sender the page does not tell.
import { guessKind } from '../../../domain/thread/guess-kind.ts';
import type { Message, Sighting } from '../../../domain/thread/message.ts';
import { creditMessage } from '../../../domain/thread/platform.ts';
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
      thread,
      sight,
      // Only of the first is the subject its own: later ones may answer an automatic reply in person.
      before ? { subject: '', isInstant: isInstant(before, seen, roster) } : { subject: thread.subject ?? '' },
    );
    const credit = fact && roster.credit(fact);
    const own = credit ? creditMessage(fact, credit) : fact;
    return own && hasNews(known.get(own.id), own) ? [own] : [];
  });
}

function isMentoring(
  thread: NonNullable<Sight['thread']>,
  roster: Roster,
  known: ReadonlyMap<string, Message>,
): boolean {
  const isMentee = (address: SeenAddress | null) => address !== null && roster.mentees.has(address.email);
  const isPassedOn = ({ from }: SeenMessage) =>
    from !== null && roster.credit({ from, subject: thread.subject ?? '' }) !== null;
  const named = thread.messages.some(
    (each) => isMentee(each.from) || each.to.some(isMentee) || each.cc.some(isMentee) || isPassedOn(each),
  );
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
  { threadId, subject }: NonNullable<Sight['thread']>,
  sight: Sight,
  own: { subject: string; isInstant?: boolean },
): Message | null {
  if (!threadId || !seen.id || !seen.sentAt || !seen.from?.email) return null;
  const guessed = guessKind(own.subject, seen.from.email);
  const kind = guessed === 'personal' && own.isInstant ? 'auto-reply' : guessed;
  return {
    id: seen.id,
    threadId,
    sentAt: seen.sentAt,
    from: address(seen.from),
    to: seen.to.filter(hasEmail).map(address),
    cc: seen.cc.filter(hasEmail).map(address),
    subject: subject ?? '',
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

/** Whether a look at a message shows anything that no look at this place showed before; joining them is the ledger's. */
export function hasNews(known: Message | undefined, seen: Message): boolean {
  if (!known) return true;
  const places = (known.seenIn ?? []).map(placeOf);
  const isHere = (seen.seenIn ?? []).every((place) => places.includes(placeOf(place)));
  const hides = known.to.length + known.cc.length === 0 && seen.to.length + seen.cc.length > 0;
  const judges = known.asks === undefined && isJudged(seen) && !(seen.asks === undefined && isJudged(known));
  return !isHere || hides || judges || (known.subject === '' && seen.subject !== '');
}

const isJudged = ({ asks, asksReason }: Message) => asks !== undefined || asksReason !== undefined;

function placeOf(sighting: string | Sighting): string {
  return typeof sighting === 'string' ? `${sighting} ` : `${sighting.source} ${sighting.address ?? ''}`;
}

/** Known messages by every id that they have anywhere. */
export function indexMessages(messages: readonly Message[]): Map<string, Message> {
  const ids = messages.flatMap((message) => {
    const elsewhere = (message.seenIn ?? []).flatMap((each) => (typeof each === 'string' ? [] : (each.id ?? [])));
    return [message.id, ...elsewhere].map((id) => [id, message] as const);
  });
  return new Map(ids);
}
