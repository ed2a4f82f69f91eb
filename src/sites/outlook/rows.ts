// The message list. Hooks: PAGE-FACTS section 3; `derived_list-rows_2026-09` is the only capture, and a derived one.
import type { ReadRow } from '../site.ts';
import { parseDateText } from './date-text.ts';
import { findLeaves, type Leaf, nameAddress, parseEmail, tidy } from './page-text.ts';
import { BODIES, isHidden, PANES } from './panes.ts';

/** A row of the list, taken apart; what its date means is decided with the other rows'. */
export interface FoundRow {
  row: Element;
  threadId: string;
  /** The element whose `title` is the full date; undefined where none or more than one claims to be it. */
  date: Element | undefined;
  subject: Leaf | undefined;
  /** True where the place and the label of the subject point at different words. */
  doubtful: boolean;
  senders: ReadRow['senders'];
}

/** Rows (derived 4, described by five projects until 2026-08) and, if the role should go, whatever carries the id. */
const ROWS = '[role=option],[data-convid]';
/** Outlook draws 6 to 20 at a time; far more are something else. */
const MAX_ROWS = 500;

export function findRows(document: Document, language: string): FoundRow[] {
  const seen = new Set<string>();
  return [...document.querySelectorAll(ROWS)]
    .filter(mayBeRow)
    .slice(0, MAX_ROWS)
    .map((row) => takeApart(row, language))
    .filter(({ row, threadId, date }) => {
      // The same role holds folders and suggestions. An unfolded conversation repeats its id on each of its messages.
      if (!threadId)
        return (
          date ?? (row.matches('[data-focusable-row]') && row.closest('[id=MailList],[data-app-section=MessageList]'))
        );
      return !seen.has(threadId) && seen.add(threadId);
    });
}

function mayBeRow(row: Element): boolean {
  if (row.parentElement?.closest('[role=option]') || row.closest(PANES) || isHidden(row)) return false;
  return !row.querySelector(`[role=option],${BODIES}`);
}

function takeApart(row: Element, language: string): FoundRow {
  const titled = [...row.querySelectorAll('[title]')];
  const date = findDate(titled, language);
  const avatar = tidy(row.querySelector('[role=img][aria-label]')?.getAttribute('aria-label'));
  const shown = findLeaves(row).filter(({ element }) => !date?.contains(element));
  const people = findPeople(titled, shown);
  const leaves = shown.filter(({ element }) => !people.some((part) => isWithin(part, element)));
  const words = leaves.filter(({ text }) => text !== avatar);
  const byPlace =
    findByPlace(row, words, date) ?? words[people.length > 0 || words.length < leaves.length ? 0 : 1] ?? words[0];
  const byLabel = findByLabel(row, words, date);
  const subject = byLabel ?? byPlace;
  const before = leaves.slice(0, subject && leaves.indexOf(subject))[0]?.text;
  return {
    row,
    threadId: tidy((row.closest('[data-convid]') ?? row.querySelector('[data-convid]'))?.getAttribute('data-convid')),
    date,
    subject,
    doubtful: byLabel !== undefined && byLabel !== byPlace,
    senders: people.length > 0 ? people.slice(0, 50).map(readPerson) : readNames(avatar, before),
  };
}

function isWithin(part: Element, leaf: Element): boolean {
  return part.contains(leaf) || leaf.contains(part);
}

/** Those whose title is an address, before any other words: a subject that is an address is nobody's. */
function findPeople(titled: Element[], leaves: Leaf[]): Element[] {
  const all = titled.filter((part) => parseEmail(part.getAttribute('title')));
  const end = leaves.findIndex(({ element }) => !all.some((part) => isWithin(part, element)));
  const first = end < 0 ? leaves : leaves.slice(0, end);
  return all.filter((part) => first.some(({ element }) => isWithin(part, element)));
}

/** The full date stands in a title over a shorter text; a subject that looks like a date has itself as its title. */
function findDate(titled: Element[], language: string): Element | undefined {
  const dates = titled.filter((part) => parseDateText(part.getAttribute('title')!, language));
  const short = dates.filter((part) => tidy(part.textContent) !== tidy(part.getAttribute('title')));
  const [date, ...more] = short.length > 0 ? short : dates;
  return more.length > 0 ? undefined : date;
}

/** The label runs "… senders subject time preview", so the subject is what stands right before the shown time. */
function findByLabel(row: Element, leaves: Leaf[], date: Element | undefined): Leaf | undefined {
  const label = tidy(row.getAttribute('aria-label'), 4000);
  const time = tidy(date?.textContent);
  if (!time) return undefined;
  return leaves
    .filter(({ text }) => label.includes(` ${text} ${time}`))
    .sort((a, b) => b.text.length - a.text.length)[0];
}

/** The subject shares its line with the date. */
function findByPlace(row: Element, leaves: Leaf[], date: Element | undefined): Leaf | undefined {
  for (let line = date?.parentElement; line && line !== row; line = line.parentElement) {
    const found = leaves.find(({ element }) => line!.contains(element));
    if (found) return found;
  }
  return undefined;
}

function readPerson(part: Element): { name?: string; email: string } {
  return nameAddress(parseEmail(part.getAttribute('title')), part.textContent);
}

/** Those named before the subject ("Katie Adams; Lauren Rossouw"), with the address where the avatar's label is one. */
function readNames(avatar: string, before = avatar): ReadRow['senders'] {
  const names = before
    .split(';')
    .map((name) => tidy(name, 200))
    .filter(Boolean);
  const email = parseEmail(avatar) || parseEmail(before);
  if (email && names.length < 2) return [nameAddress(email, names[0])];
  return [...(email ? [{ email }] : []), ...names.map((name) => ({ name, email: '' }))];
}

/** Where a chip may stand: the line that holds subject and date, or the row. */
export function findAnchor({ row, subject, date }: FoundRow): Element {
  const line = (subject?.element ?? date)?.parentElement;
  return line && row.contains(line) ? line : row;
}
