// The open thread: its subject, and its messages in the page's order.
import type { ReadMessage, ReadThread } from '../site.ts';
import { type FoundEntry, MESSAGE_CLASS, MESSAGE_ID, queryHeader } from './entries.ts';
import { parseIdTime, readAllIds, readOneId } from './ids.ts';
import type { FoundPage } from './page.ts';
import { readThreadId } from './rows.ts';
import { readAddresses, SUBJECT_CAP, textOf, tidy } from './text.ts';
import { keepShown } from './visible.ts';

export function readThread(page: FoundPage): ReadThread | null {
  const { entries } = page;
  if (entries.length === 0) return null;
  const heading = findHeading(page);
  const subject = heading ? tidy(textOf(heading), SUBJECT_CAP) : '';
  const threadId = readOneId(findThreadMarks(page), 'thread', THREAD_IDS) ?? readSelectedRow(page, subject);
  return { ...(threadId ? { threadId } : {}), ...(subject ? { subject } : {}), messages: entries.map(readMessage) };
}

/** The subject's heading (InboxSDK; no capture): its class, or the ids it carries. */
function findHeading({ views }: FoundPage): Element | undefined {
  const headings = views.flatMap((view) => [
    ...view.querySelectorAll('h2.hP,h2[data-legacy-thread-id],h2[data-thread-perm-id]'),
  ]);
  return keepShown(headings)[0];
}

/** The legacy one comes first: the other became "undefined" in Nov 2025. */
const THREAD_IDS = ['data-legacy-thread-id', 'data-thread-perm-id'];
const MESSAGE_IDS = ['data-legacy-message-id', 'data-message-id'];

function findThreadMarks(page: FoundPage): Element[] {
  const heading = findHeading(page);
  return [...(heading ? [heading] : []), ...page.entries.flatMap((entry) => queryHeader(entry, '[jslog]'))];
}

/** Every way the open thread tells its id. */
export function readOpenThreadIds(page: FoundPage): Generator<string, undefined> {
  return readAllIds(findThreadMarks(page), 'thread', THREAD_IDS);
}

/**
 * In the split pane, the row of the thread that is open: `aps` (InboxSDK). A ticked row (`x7`) may be another thread's,
 * so it counts only under the same subject; and of two, neither does.
 */
function readSelectedRow(page: FoundPage, subject: string): string | undefined {
  const isSelected = (part: Element) =>
    part.matches('.aps') || (part.matches('.x7') && tidy(textOf(part), 5 * SUBJECT_CAP).includes(subject));
  const [row, ...others] = page.rows.filter((found) => found.parts.some(isSelected));
  return row && others.length === 0 ? readThreadId(row) : undefined;
}

export function readMessage(entry: FoundEntry): ReadMessage {
  const id = readOneId(queryHeader(entry, `${MESSAGE_ID},[jslog]`), 'msg', MESSAGE_IDS);
  const sentAt = parseIdTime(id);
  const { to, cc } = readRecipients(entry);
  return {
    ...(id ? { id } : {}),
    ...(sentAt ? { sentAt } : {}),
    from: readFrom(entry),
    to,
    cc,
    collapsed: entry.collapsed,
  };
}

/** Every way the message tells its id; collapsed and just-sent ones may tell none. */
export function readMessageIds(entry: FoundEntry): Generator<string, undefined> {
  const elements = queryHeader(entry, `${MESSAGE_ID},[jslog]`);
  return readAllIds(elements, 'msg', MESSAGE_IDS);
}

/**
 * `.gD` (captures); in collapsed entries the one other address there is that is no recipient's. Of two none is taken, nor
 * any where no class is known: then a sender, a recipient and somebody named in the mail look alike.
 */
function readFrom(entry: FoundEntry): ReadMessage['from'] {
  const known = readAddresses(queryHeader(entry, '.gD'));
  if (known[0]) return known[0];
  if (queryHeader(entry, MESSAGE_CLASS).length === 0) return null;
  const others = readAddresses(queryHeader(entry, '[email]:not(.g2)'));
  return others.length === 1 ? others[0]! : null;
}

/**
 * `.g2` (captures). Gmail puts all recipients in one place, parted by commas; a word between two of them, in any language,
 * begins the copies. Before the first it is "to", or "cc" where nobody else is named.
 */
function readRecipients(entry: FoundEntry): { to: ReadMessage['to']; cc: ReadMessage['cc'] } {
  const lists: Record<'to' | 'cc', Element[]> = { to: [], cc: [] };
  let list: 'to' | 'cc' = 'to';
  let last: Element | undefined;
  for (const element of queryHeader(entry, '.g2')) {
    const words = last ? wordsBetween(last, element) : wordsBefore(element);
    if (last ? /\p{L}/u.test(words) : /\bb?cc\b/i.test(words)) list = 'cc';
    lists[list].push(element);
    last = element;
  }
  const to = readAddresses(lists.to);
  const known = new Set(to.map((person) => person.email));
  return { to, cc: readAddresses(lists.cc).filter((person) => !known.has(person.email)) };
}

/** What is written after one element and before another, and is nobody's name. */
function wordsBetween(first: Element, next: Element): string {
  const walker = first.ownerDocument.createTreeWalker(findCommon(first, next), 4 /* NodeFilter.SHOW_TEXT */);
  let words = '';
  walker.currentNode = first;
  for (let node = walker.nextNode(); node && node.compareDocumentPosition(next) & 4; node = walker.nextNode())
    if (!node.parentElement?.closest('[email]')) words += node.nodeValue;
  return words;
}

function findCommon(first: Element, next: Element): Node {
  let common = first.parentElement;
  while (common && !common.contains(next)) common = common.parentElement;
  return common ?? first.ownerDocument;
}

function wordsBefore(element: Element): string {
  let words = '';
  for (let node = element.previousSibling; node?.nodeType === 3; node = node.previousSibling) words += node.nodeValue;
  return words;
}

/** The top of the message list, below the subject. */
export function findThreadAnchor({ entries }: FoundPage): Element | null {
  const first = entries[0]?.element;
  return first?.closest('[role=list]') ?? first ?? null;
}
