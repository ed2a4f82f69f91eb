// The open thread: its subject, and its messages in the page's order.
import type { ReadMessage, ReadThread } from '../site.ts';
import { type FoundEntry, MESSAGE_ID, queryHeader } from './entries.ts';
import { parseIdTime, readAllIds } from './ids.ts';
import type { FoundPage } from './page.ts';
import { readThreadIds } from './rows.ts';
import { readAddresses, SUBJECT_CAP, textOf, tidy } from './text.ts';
import { keepShown } from './visible.ts';

export function readThread(page: FoundPage): ReadThread | null {
  const { entries } = page;
  if (entries.length === 0) return null;
  const heading = findHeading(page);
  const subject = heading ? tidy(textOf(heading), SUBJECT_CAP) : '';
  const threadId = readOpenThreadIds(page).next().value ?? readSelectedRow(page, subject);
  return { ...(threadId ? { threadId } : {}), ...(subject ? { subject } : {}), messages: entries.map(readMessage) };
}

/** The subject's heading (InboxSDK; no capture): its class, or the ids it carries. */
function findHeading({ views }: FoundPage): Element | undefined {
  const headings = views.flatMap((view) => [
    ...view.querySelectorAll('h2.hP,h2[data-legacy-thread-id],h2[data-thread-perm-id]'),
  ]);
  return keepShown(headings)[0];
}

/** Every way the open thread tells its id. The legacy one comes first: the other became "undefined" in Nov 2025. */
export function readOpenThreadIds(page: FoundPage): Generator<string, undefined> {
  const heading = findHeading(page);
  const elements = [...(heading ? [heading] : []), ...page.entries.flatMap((entry) => queryHeader(entry, '[jslog]'))];
  return readAllIds(elements, 'thread', ['data-legacy-thread-id', 'data-thread-perm-id']);
}

/**
 * In the split pane, the row of the thread that is open: `aps` (InboxSDK). A ticked row (`x7`) may be another thread's,
 * so it counts only under the same subject; and of two, neither does.
 */
function readSelectedRow(page: FoundPage, subject: string): string | undefined {
  const isSelected = (part: Element) =>
    part.matches('.aps') || (part.matches('.x7') && tidy(textOf(part), 5 * SUBJECT_CAP).includes(subject));
  const [row, ...others] = page.rows.filter((found) => found.parts.some(isSelected));
  return row && others.length === 0 ? readThreadIds(row).next().value : undefined;
}

export function readMessage(entry: FoundEntry): ReadMessage {
  const id = readMessageIds(entry).next().value;
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
  return readAllIds(elements, 'msg', ['data-legacy-message-id', 'data-message-id']);
}

/** `.gD` (captures); in collapsed entries whatever else carries an address and is no recipient. */
function readFrom(entry: FoundEntry): ReadMessage['from'] {
  const known = readAddresses(queryHeader(entry, '.gD'));
  return known[0] ?? readAddresses(queryHeader(entry, '[email]:not(.g2)'))[0] ?? null;
}

/**
 * `.g2` (captures). Gmail puts all recipients in one place and only a word between them tells which are copies; the word
 * is translated, but "cc" is what most languages write. Where it is another, copies stand among `to`.
 */
function readRecipients(entry: FoundEntry): { to: ReadMessage['to']; cc: ReadMessage['cc'] } {
  const lists: Record<'to' | 'cc', Element[]> = { to: [], cc: [] };
  let list: 'to' | 'cc' = 'to';
  for (const element of queryHeader(entry, '.g2')) {
    if (/\bb?cc\b/i.test(wordsBefore(element))) list = 'cc';
    lists[list].push(element);
  }
  const to = readAddresses(lists.to);
  const known = new Set(to.map((person) => person.email));
  return { to, cc: readAddresses(lists.cc).filter((person) => !known.has(person.email)) };
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
