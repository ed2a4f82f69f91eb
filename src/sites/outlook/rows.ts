// The message list. Hooks: PAGE-FACTS section 3; `derived_list-rows_2026-09` is the only capture, and a derived one.
import type { ReadRow } from '../site.ts';
import { parseDateText } from './date-text.ts';
import { findLeaves, type Leaf, nameAddress, parseEmail, tidy } from './page-text.ts';
import { BODIES, isHidden, PANES } from './panes.ts';
import { findBeforeTime, isSaid, isSaidAfter, type RowLabel, readLabel } from './row-label.ts';

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
  const shown = findLeaves(row).filter(({ element }) => element !== row && !date?.contains(element));
  const label = readLabel(row, shown, tidy(date?.textContent));
  const people = findPeople(titled, shown);
  const leaves = shown.filter(({ element }) => !people.some((part) => isWithin(part, element)));
  const named = [avatar, ...people.map((part) => tidy(part.textContent))];
  const { subject, doubtful } = findSubject({ row, date, label, leaves, named });
  const before = leaves.slice(0, subject && leaves.indexOf(subject)).map(({ text }) => text);
  return {
    row,
    threadId: tidy((row.closest('[data-convid]') ?? row.querySelector('[data-convid]'))?.getAttribute('data-convid')),
    date,
    subject,
    doubtful,
    senders: people.length > 0 ? people.slice(0, 50).map(readPerson) : readNames(avatar, before, label, subject),
  };
}

interface RowWords {
  row: Element;
  date: Element | undefined;
  label: RowLabel;
  /** Words shown, without the date and whoever has an address. */
  leaves: Leaf[];
  /** What stands for the senders: the avatar's label, and those who have an address. */
  named: string[];
}

/** By the label, else by its place; what the label does not say, or not where a subject stands in it, is no subject. */
function findSubject({ row, date, label, leaves, named }: RowWords): Pick<FoundRow, 'subject' | 'doubtful'> {
  const words = leaves.filter(({ text }) => text !== named[0]);
  const byLabel = findBeforeTime(label, words, tidy(date?.textContent));
  const onLine = findByPlace(row, words, date);
  const next = words[named.length > 1 || words.length < leaves.length ? 0 : 1] ?? words[0];
  const earlier = [...named, ...leaves.slice(0, next && leaves.indexOf(next)).map(({ text }) => text)];
  const byPlace = onLine ?? (next && isSaidAfter(label, earlier, next.text) ? next : undefined);
  const subject = byLabel ?? (byPlace && isSaid(label, byPlace.text) ? byPlace : undefined);
  return { subject, doubtful: subject !== (onLine ?? next) };
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

/**
 * Those named before the subject ("Katie Adams; Lauren Rossouw"), with the address where the avatar's label is one. What
 * the avatar names, or the label says right before the subject, are senders; other words may have come between.
 */
function readNames(avatar: string, before: string[], label: RowLabel, subject: Leaf | undefined): ReadRow['senders'] {
  const told =
    before.find((text) => avatar && text.includes(avatar) && isSaid(label, text)) ??
    before.find((text) => subject && isSaidAfter(label, [text], subject.text)) ??
    (isSaid(label, avatar) ? avatar : '');
  const names = told
    .split(';')
    .map((name) => tidy(name, 200))
    .filter(Boolean);
  const email = parseEmail(avatar) || parseEmail(told);
  if (email && names.length < 2) return [nameAddress(email, names[0])];
  return [...(email ? [{ email }] : []), ...names.map((name) => ({ name, email: '' }))];
}

/** Where a chip may stand: the line that holds subject and date, or the row. */
export function findAnchor({ row, subject, date }: FoundRow): Element {
  const line = (subject?.element ?? date)?.parentElement;
  return line && row.contains(line) ? line : row;
}
