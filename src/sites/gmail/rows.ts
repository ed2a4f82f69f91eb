// The rows of the thread list.
import type { ReadRow } from '../site.ts';
import { parseIdTime, readIds, readJslogIds, readOneId } from './ids.ts';
import { emailOf, nameOf, SUBJECT_CAP, textOf, tidy } from './text.ts';
import { keepShown } from './visible.ts';

/** One thread of the list; in the vertical split pane it is two or three table rows. */
export interface FoundRow {
  row: Element;
  parts: Element[];
}

/** Where ids stand: on a span within the row (2019, 2025); rows of 2014 have none. */
const THREAD_ID = '[data-thread-id],[data-legacy-thread-id]';
const ID_HOLDER = `${THREAD_ID},[data-legacy-last-message-id],[data-legacy-last-non-draft-message-id]`;

export function findRows(views: ParentNode[]): FoundRow[] {
  const found: FoundRow[] = [];
  for (const tr of views.flatMap((view) => keepShown(findRowElements(view)))) {
    const last = found.at(-1);
    if (last && continuesThread(tr)) last.parts.push(tr);
    else found.push({ row: tr, parts: [tr] });
  }
  return found;
}

/** `tr.zA` is in every capture of a row (2014 to 2025); without that class, what holds a thread's id is a row. */
function findRowElements(view: ParentNode): Iterable<Element> {
  const rows = view.querySelectorAll('tr.zA');
  if (rows.length > 0) return rows;
  const holders = [...view.querySelectorAll(THREAD_ID)];
  return new Set(holders.map((holder) => holder.closest('tr')).filter((row) => row !== null));
}

/** In the vertical pane (`tr.zA.apv`) only a thread's first row has an id, cells that span rows, and the senders. */
function continuesThread(tr: Element): boolean {
  return tr.classList.contains('apv') && !tr.id && !tr.querySelector('[rowspan],.yW');
}

export function readRow(found: FoundRow): ReadRow {
  const holders = query(found, ID_HOLDER);
  const cell = find(found, '.yW');
  const threadId = readThreadId(found, holders);
  const lastMessageId = readLastMessageId(holders, cell);
  const lastAt = parseIdTime(lastMessageId);
  // A thread's id is its first message's, so it dates that one and never the last.
  const firstAt = threadId === lastMessageId ? lastAt : parseIdTime(threadId);
  const count = readCount(found, cell);
  return {
    ...(threadId ? { threadId } : {}),
    ...(lastMessageId ? { lastMessageId } : {}),
    ...(lastAt ? { lastAt } : {}),
    ...(firstAt ? { firstAt } : {}),
    senders: readSenders(found, cell),
    subject: readSubject(found),
    unread: found.row.classList.contains('zE'),
    ...(count ? { count } : {}),
  };
}

const THREAD_IDS = ['data-legacy-thread-id', 'data-thread-id'];

export function readThreadId(found: FoundRow, holders = query(found, ID_HOLDER)): string | undefined {
  return readOneId(holders, 'thread', THREAD_IDS, () => query(found, '[jslog]'));
}

/** Every way the row tells its thread's id, the most trusted first. */
export function* readThreadIds(found: FoundRow): Generator<string, undefined> {
  yield* readIds(query(found, ID_HOLDER), 'thread', THREAD_IDS);
  return yield* readJslogIds(query(found, '[jslog]'), 'thread');
}

/** What `jslog` tells of a message may be any of the thread's. */
const findNone = () => [];

/**
 * The last message, drafts left out: a draft is nobody's word yet. Where Gmail marks a draft in the row (`.boq`, seen
 * only in others' sources) and names no other message, the last id is the draft's, so there is none.
 */
function readLastMessageId(holders: Element[], cell: Element | undefined): string | undefined {
  const sent = readOneId(holders, 'msg', ['data-legacy-last-non-draft-message-id'], findNone);
  if (sent || cell?.querySelector('.boq')) return sent;
  return readOneId(holders, 'msg', ['data-legacy-last-message-id'], findNone);
}

/** Those of the senders' cell (`.yW`), each once: `.zF` where a message of theirs is unread, `.yP` otherwise. */
function readSenders(found: FoundRow, cell: Element | undefined): ReadRow['senders'] {
  const elements = query(cell ? { parts: [cell] } : found, '.yP,.zF,[email]');
  const senders = new Map<string, ReadRow['senders'][number]>();
  for (const element of elements) {
    const email = emailOf(element);
    const name = nameOf(element);
    const key = email || `?${name.name ?? ''}`;
    const sender = senders.get(key) ?? { ...name, email };
    if (element.classList.contains('zF')) sender.unread = true;
    if (email || name.name) senders.set(key, sender);
  }
  return [...senders.values()];
}

/** `.bx0` (2019), or the number in brackets after the names (2014: "me (15)"). */
function readCount(found: FoundRow, cell: Element | undefined): number | undefined {
  const badge = find(found, '.bx0');
  if (badge)
    return /^\s*\d{1,5}\s*$/.test(badge.textContent) && !badge.firstElementChild
      ? Number(badge.textContent)
      : undefined;
  for (let node = cell?.firstChild; node; node = node.nextSibling) {
    const count = node.nodeType === 3 && /\((\d{1,5})\)/.exec(node.nodeValue!)?.[1];
    if (count) return Number(count);
  }
  return undefined;
}

/** What is read aloud of the row (`aria-labelledby`, captures of 2014) holds the subject; another one is refused. */
function readSubject(found: FoundRow): string {
  const element = findSubject(found);
  const subject = element ? tidy(textOf(element), SUBJECT_CAP) : '';
  const labelledBy = found.row.getAttribute('aria-labelledby');
  const label = labelledBy && found.row.ownerDocument.getElementById(labelledBy);
  if (!label || !found.row.contains(label)) return subject;
  const aloud = tidy(textOf(label), 4 * SUBJECT_CAP);
  return aloud.includes(subject.slice(0, 60)) || !/[,،、]/.test(aloud) ? subject : '';
}

/** `.bog` since 2019; before, the first span of `.y6` that is not the snippet; otherwise what holds the thread's id. */
function findSubject(found: FoundRow): Element | undefined {
  const marked = find(found, '.bog');
  if (marked) return marked;
  const spans = query(found, '.y6 > span').filter((span) => !span.classList.contains('y2'));
  return spans.find((span) => textOf(span).trim()) ?? find(found, THREAD_ID);
}

/** Where a chip may stand: `.y6`, the box of the subject's words; where it is gone, what is nearest to it. */
export function findRowAnchor(found: FoundRow): { row: Element; anchor: Element } {
  const anchor = find(found, '.y6') ?? findSubject(found) ?? find(found, '.xT,[role=link]') ?? find(found, 'td');
  return { row: found.row, anchor: anchor ?? found.row };
}

function find(found: FoundRow, selector: string): Element | undefined {
  for (const part of found.parts) {
    const element = part.querySelector(selector);
    if (element) return element;
  }
  return undefined;
}

/** All that match, the table rows themselves included. */
export function query({ parts }: Pick<FoundRow, 'parts'>, selector: string): Element[] {
  const found: Element[] = [];
  for (const part of parts) {
    if (part.matches(selector)) found.push(part);
    found.push(...part.querySelectorAll(selector));
  }
  return found;
}
