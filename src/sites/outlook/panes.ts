// The reading pane: which one is open, and whose conversation it shows.
import type { DateWords } from './date-words.ts';
import { isDateText } from './page-dates.ts';
import { tidy } from './page-text.ts';

/** Outlook's own ids of the pane that shows a conversation, and of the one that shows a single message (pop-out). */
export const PANES = '[id=ConversationReadingPaneContainer],[id=ItemReadingPaneContainer]';
/** An open message's date: C 1 (`message-date-element_2026-09`), where both are one element. */
export const DATES = '[data-testid=SentReceivedSavedTime],[id^=MSG_][id$=_DATETIME]';
/** A message's body: the id is the same in all languages (derived 4), its label is not. Nothing in it is ours to read. */
export const BODIES = '[id^=UniqueMessageBody]';
const HIDDEN = '[hidden],[style*="display: none"],[style*="display:none"],[style*="visibility: hidden"]';

export function isHidden(element: Element): boolean {
  return element.closest(HIDDEN) !== null || element.getAttribute('aria-hidden') === 'true';
}

function isFilled(pane: Element): boolean {
  return pane.querySelector(`${DATES},${BODIES},[id^=MSG_]`) !== null;
}

/**
 * The shown pane, or whatever holds the page's messages where there is no pane (a fragment). Null where nothing is open,
 * and where two shown panes claim different conversations: a wrong thread is worse than none.
 */
export function findPane(document: Document): Element | null {
  const panes = [...document.querySelectorAll(PANES)].filter((pane) => !isHidden(pane));
  const filled = panes.filter(isFilled);
  const open = filled.length > 0 ? filled : panes;
  if (new Set(open.map((pane) => pane.getAttribute('data-convid'))).size > 1) return null;
  if (open[0]) return open[0];
  if (document.querySelector(PANES)) return null;
  const places = [...document.querySelectorAll('[data-app-section=ConversationContainer],[role=main]'), document.body];
  return places.find((place) => place && !isHidden(place) && isFilled(place)) ?? null;
}

/** Only from the pane: the page's first `data-convid` is some row's. */
export function readThreadId(pane: Element): string | undefined {
  return tidy(pane.getAttribute('data-convid'), 500) || undefined;
}

/** One message in the pane: the element that tells its date, and the part of the pane that is its own. */
export interface FoundMessage {
  /** The date's element; the sender's or the body where no date is shown. */
  mark: Element;
  root: Element;
  /** Another element of the same message that tells its date. */
  otherDate: Element | null;
}

/** Messages in the order of the page, which is the mentor's setting: newest first or last. */
export function findMessages(pane: Element, words: DateWords): FoundMessage[] {
  const shown = (selector: string) =>
    [...pane.querySelectorAll(selector)].filter((part) => !part.parentElement?.closest(BODIES));
  const dates = shown(DATES).filter((date) => !date.parentElement?.closest(DATES));
  const others = pairDates(dates, pane);
  const marks = [...dates.filter((date) => ![...others.values()].includes(date)), ...findCards(pane, words)];
  if (marks.length === 0)
    marks.push(...(shown('[id^=MSG_][id$=_FROM]')[0] ? shown('[id^=MSG_][id$=_FROM]') : shown(BODIES)));
  return inPageOrder(marks)
    .slice(0, 200)
    .map((mark, _, all) => ({ mark, root: climb(mark, all, pane), otherDate: others.get(mark) ?? null }));
}

/** Where a message tells its date in two elements, the one with the id belongs to the nearest one without. */
function pairDates(dates: Element[], pane: Element): Map<Element, Element> {
  const pairs = new Map<Element, Element>();
  const plain = dates.filter((date) => !date.id.startsWith('MSG_'));
  for (const date of dates.filter((one) => one.id.startsWith('MSG_'))) {
    let around = date.parentElement;
    while (around && around !== pane && !plain.some((other) => around!.contains(other))) around = around.parentElement;
    const near = around ? plain.filter((other) => around.contains(other)) : [];
    if (near.length === 1 && !pairs.has(near[0]!)) pairs.set(near[0]!, date);
  }
  return pairs;
}

const HEADINGS = `[role=heading],h1,h2,h3,[id$=_SUBJECT],[id$=_FROM],[id$=_TO],[id$=_CC],[data-testid=RecipientWell]`;

/**
 * Earlier messages, folded to a card of sender, date and preview (C 1, 2023, with no hook of its own): a folded part that
 * holds a date, or a text that is nothing but a date and stands outside everything with a name.
 */
function findCards(pane: Element, words: DateWords): Element[] {
  const cards: Element[] = [];
  const visit = (element: Element) => {
    if (cards.length >= 200 || element.matches(`${BODIES},${DATES},${HEADINGS},[role=document],[role=option],button`))
      return;
    if (isFoldedCard(element)) cards.push(findDateIn(element, words) ?? element);
    else if (tellsDate(element, words)) cards.push(element);
    else for (const child of element.children) visit(child);
  };
  for (const child of pane.children) visit(child);
  return cards;
}

function isFoldedCard(element: Element): boolean {
  if (element.getAttribute('aria-expanded') !== 'false' || element.hasAttribute('aria-haspopup')) return false;
  return element.childElementCount > 1 && /\p{Nd}/u.test(element.textContent) && !isFilled(element);
}

function findDateIn(card: Element, words: DateWords): Element | null {
  const found = [...card.querySelectorAll('*')].filter((part) => tellsDate(part, words));
  return found.length === 1 ? found[0]! : null;
}

function tellsDate(element: Element, words: DateWords): boolean {
  return element.childElementCount === 0 && readDateText(element, words) !== null;
}

/** The date an element tells, by its text or its title. */
export function readDateText(element: Element, words: DateWords): string | null {
  const texts = [element.textContent, element.getAttribute('title') ?? ''];
  return texts.map((text) => tidy(text, 100)).find((text) => isDateText(text, words)) ?? null;
}

function inPageOrder(elements: Element[]): Element[] {
  return elements.sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
}

/** The largest part of the pane that holds this mark and no other. */
function climb(mark: Element, marks: Element[], pane: Element): Element {
  let root = mark;
  while (root.parentElement && root.parentElement !== pane && pane.contains(root.parentElement)) {
    const parent = root.parentElement;
    if (marks.some((other) => other !== mark && parent.contains(other))) break;
    root = parent;
  }
  return root;
}
