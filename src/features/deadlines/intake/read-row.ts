// What a row of the list tells. A row names who took part, not who spoke last: where that cannot be concluded, the newer
// message is kept as a glimpse, which makes the thread's turn uncertain until it is opened.
import { guessKind } from '../../../domain/thread/guess-kind.ts';
import type { Glimpse, Message } from '../../../domain/thread/message.ts';
import { compareInstants } from '../../../domain/time/instants.ts';
import type { Sight } from '../contract.ts';
import { hasNews, sighting } from './read-thread.ts';
import type { Roster } from './roster.ts';

type SeenRow = Sight['rows'][number];

export interface RowFacts {
  messages: Message[];
  glimpses: Glimpse[];
}

/** Lists whose rows name senders. Sent mail and drafts name recipients instead, so nothing is concluded from them. */
export function namesSenders(view: Sight['view']): boolean {
  return view.list === 'inbox' || view.list === 'all' || (view.list === 'search' && view.searchedFor !== undefined);
}

export function readRowFacts(
  row: SeenRow,
  sight: Sight,
  roster: Roster,
  known: ReadonlyMap<string, Message>,
  inThread: readonly Message[],
): RowFacts {
  const none = { messages: [], glimpses: [] };
  const searched = searchedMentee(row, sight, roster);
  if (!row.threadId || !row.lastAt || !(searched || isMentoring(row, roster, inThread))) return none;
  const last = row.lastMessageId ?? `${row.threadId}@${row.lastAt}`;
  if (known.has(last) || isRead(row, inThread)) return none;
  const sender = lastSender(row, roster);
  if (!sender || !row.lastMessageId) return { ...none, glimpses: [glimpse(row, last, sight)] };
  if (!roster.known.has(sender)) return none;
  return { ...none, messages: rowMessages(row, last, sender, sight, known, searched) };
}

/** In a search made for one mentee a row that names the mentor alone is mail to that mentee. */
function searchedMentee(row: SeenRow, sight: Sight, roster: Roster): string | undefined {
  const isMine = row.senders.length > 0 && row.senders.every(({ email }) => roster.mine.has(email.toLowerCase()));
  return isMine ? sight.view.searchedFor?.find((email) => roster.mentees.has(email)) : undefined;
}

function isMentoring(row: SeenRow, roster: Roster, inThread: readonly Message[]): boolean {
  return inThread.length > 0 || row.senders.some((sender) => roster.mentees.has(sender.email.toLowerCase()));
}

/** A list that gives only a minute for the last message has nothing new when that minute was read. */
function isRead(row: SeenRow, inThread: readonly Message[]): boolean {
  if (row.lastMessageId) return false;
  return inThread.some((message) => compareInstants(`${message.sentAt.slice(0, 16)}:00Z`, row.lastAt!) >= 0);
}

/** The one who must have written last: the only one named, or the only one with something unread who is not oneself. */
function lastSender(row: SeenRow, roster: Roster): string | undefined {
  const emails = [...new Set(row.senders.map((sender) => sender.email.toLowerCase()))];
  if (emails.some((email) => !email)) return undefined;
  if (emails.length === 1) return emails[0];
  const unread = row.senders.filter((sender) => sender.unread && !roster.mine.has(sender.email.toLowerCase()));
  return row.unread && unread.length === 1 ? unread[0]!.email.toLowerCase() : undefined;
}

/** The last message, and the first too where the row shows that the same person wrote both. */
function rowMessages(
  row: SeenRow,
  last: string,
  sender: string,
  sight: Sight,
  known: ReadonlyMap<string, Message>,
  searched: string | undefined,
): Message[] {
  const alone = new Set(row.senders.map((each) => each.email.toLowerCase())).size === 1;
  const name = row.senders.find((each) => each.email.toLowerCase() === sender)?.name;
  const kind = guessKind(row.subject, sender);
  const message = (id: string, sentAt: string): Message => ({
    id,
    threadId: row.threadId!,
    sentAt,
    from: { ...(name && { name }), email: sender },
    to: searched ? [{ email: searched }] : [],
    cc: [],
    subject: row.subject,
    kind,
    ...(kind !== 'personal' && { kindGuessed: true }),
    seenIn: [sighting(sight)],
  });
  const first = alone && (row.count ?? 1) > 1 && row.firstAt ? [message(row.threadId!, row.firstAt)] : [];
  return [...first, message(last, row.lastAt!)].filter((each) => hasNews(known.get(each.id), each));
}

function glimpse(row: SeenRow, id: string, sight: Sight): Glimpse {
  const people = row.senders.map((sender) => sender.email.toLowerCase()).filter((email) => email.includes('@'));
  return {
    id,
    threadId: row.threadId!,
    at: row.lastAt!,
    ...(row.firstAt && { firstAt: row.firstAt }),
    people,
    seenIn: sighting(sight),
  };
}
