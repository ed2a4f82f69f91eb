// The message list. Hooks: PAGE-FACTS section 3; `derived_list-rows_2026-09` is the only capture, and a derived one.
import type { ReadRow } from '../site.ts';
import type { DateWords } from './date-words.ts';
import { isDateText } from './page-dates.ts';
import type { Leaf } from './page-text.ts';
import { address, findLeaves, MAX_NAME, parseEmail, tidy } from './page-text.ts';
import { BODIES, isHidden, PANES } from './panes.ts';

/** A row of the list, taken apart; what it means is decided with the other rows. */
export interface FoundRow {
  row: Element;
  threadId: string | undefined;
  /** The element whose `title` is the full date; null where none or more than one claims to be it. */
  date: Element | null;
  subject: string;
  /** What the row's label says the subject is, where the label says it in a way that can be told apart. */
  subjectByLabel: string | undefined;
  subjectElement: Element | null;
  senders: ReadRow['senders'];
}

/** Rows (derived 4, described by five projects until 2026-08) and, if the role should go, whatever carries the id. */
const ROWS = '[role=option],[data-convid]';
const LIST = '[id=MailList],[data-app-section=MessageList]';

export function findRows(document: Document, words: DateWords): FoundRow[] {
  const rows: FoundRow[] = [];
  const seen = new Set<string>();
  for (const row of document.querySelectorAll(ROWS)) {
    if (!mayBeRow(row)) continue;
    const found = takeApart(row, words);
    if (!isMessageRow(found)) continue;
    // An unfolded conversation repeats its id on each message; the list holds one row per conversation.
    if (found.threadId && seen.has(found.threadId)) continue;
    if (found.threadId) seen.add(found.threadId);
    rows.push(found);
  }
  return rows;
}

function mayBeRow(row: Element): boolean {
  if (row.parentElement?.closest('[role=option]') || row.closest(PANES) || isHidden(row)) return false;
  return row.querySelector(`[role=option],${BODIES}`) === null;
}

// The same list role also holds folders and suggestions.
function isMessageRow({ row, threadId, date }: FoundRow): boolean {
  if (threadId || date) return true;
  return row.hasAttribute('data-focusable-row') && row.closest(LIST) !== null;
}

function takeApart(row: Element, words: DateWords): FoundRow {
  const date = findDate(row, words);
  const id =
    row.closest('[data-convid]')?.getAttribute('data-convid') ??
    row.querySelector('[data-convid]')?.getAttribute('data-convid');
  const leaves = findLeaves(row).filter((leaf) => !date?.contains(leaf.element));
  const people = findPeople(row);
  const others = leaves.filter((leaf) => !people.some((person) => person.contains(leaf.element)));
  const byLabel = findByLabel(row, others, date);
  const byPlace = findByPlace(row, others, date, people.length > 0);
  const subject = byLabel ?? byPlace;
  return {
    row,
    threadId: tidy(id, 500) || undefined,
    date,
    subject: subject?.text ?? '',
    subjectByLabel: byLabel && byPlace && byLabel !== byPlace ? byPlace.text : byLabel?.text,
    subjectElement: subject?.element ?? null,
    senders: readSenders(row, people, others, subject),
  };
}

/** The full date stands in a title over a shorter text; a subject that looks like a date has itself as its title. */
function findDate(row: Element, words: DateWords): Element | null {
  const dates = [...row.querySelectorAll('[title]')].filter((part) => isDateText(part.getAttribute('title')!, words));
  const shortened = dates.filter((part) => tidy(part.textContent, 100) !== tidy(part.getAttribute('title'), 100));
  const candidates = shortened.length > 0 ? shortened : dates;
  return candidates.length === 1 ? candidates[0]! : null;
}

function findPeople(row: Element): Element[] {
  return [...row.querySelectorAll('[title]')].filter((part) => parseEmail(part.getAttribute('title')));
}

/** The label runs "… senders subject time preview", so the subject is what stands right before the shown time. */
function findByLabel(row: Element, leaves: Leaf[], date: Element | null): Leaf | undefined {
  const label = tidy(row.getAttribute('aria-label'), 4000);
  const time = tidy(date?.textContent, 100);
  if (!label || !time) return undefined;
  return leaves
    .filter((leaf) => label.includes(` ${leaf.text} ${time}`))
    .sort((a, b) => b.text.length - a.text.length)[0];
}

/** The subject shares its line with the date; where lines can't be told apart, it follows the sender. */
function findByPlace(row: Element, leaves: Leaf[], date: Element | null, senderKnown: boolean): Leaf | undefined {
  const line = date && findLine(row, leaves, date);
  const inLine = line ? leaves.filter((leaf) => line.contains(leaf.element)) : [];
  const avatar = tidy(row.querySelector('[role=img][aria-label]')?.getAttribute('aria-label'), MAX_NAME);
  const words = inLine.filter((leaf) => leaf.text !== avatar);
  if (words[0]) return words[0];
  const rest = leaves.filter((leaf) => leaf.text !== avatar);
  return senderKnown || rest.length < leaves.length ? rest[0] : (rest[1] ?? rest[0]);
}

function findLine(row: Element, leaves: Leaf[], date: Element): Element | null {
  let line = date.parentElement;
  while (line && line !== row && !leaves.some((leaf) => line!.contains(leaf.element))) line = line.parentElement;
  return line === row ? null : line;
}

function readSenders(row: Element, people: Element[], leaves: Leaf[], subject: Leaf | undefined): ReadRow['senders'] {
  if (people.length > 0)
    return people.slice(0, 50).map((part) => address(parseEmail(part.getAttribute('title'))!, part.textContent));
  const label = row.querySelector('[role=img][aria-label]')?.getAttribute('aria-label');
  const before = leaves.slice(0, Math.max(0, subject ? leaves.indexOf(subject) : 0))[0]?.text ?? '';
  const names = before.split(';').map((name) => tidy(name, MAX_NAME));
  const email = parseEmail(label) ?? parseEmail(before);
  if (email && names.length < 2) return [address(email, names[0])];
  const shown = names.filter(Boolean);
  if (shown.length === 0 && label) shown.push(tidy(label, MAX_NAME));
  return [
    ...(email ? [{ email }] : []),
    ...shown.filter((name) => !parseEmail(name)).map((name) => ({ name, email: '' })),
  ];
}

/** Where a chip may stand: the line that holds subject and date, or the row. */
export function findAnchor({ row, subjectElement, date }: FoundRow): Element {
  const line = (subjectElement ?? date)?.parentElement;
  return line && row.contains(line) ? line : row;
}
