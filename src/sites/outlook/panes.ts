// The reading pane: which one is open, and the messages in it.
import { parseDateText } from './date-text.ts';
import { tidy } from './page-text.ts';

/** Outlook's own ids of the pane that shows a conversation, and of the one that shows a single message (pop-out). */
export const PANES = '[id=ConversationReadingPaneContainer],[id=ItemReadingPaneContainer]';
/** A message's body: the id is the same in all languages (derived 4), its label is not. Nothing in it is ours to read. */
export const BODIES = '[id^=UniqueMessageBody]';
/** Parts of a message's head, by ids that hold its id: `MSG_x_FROM`, `_TO`, `_CC`, `_DATETIME` (C 1, the last). */
export const HEADS = '[id^=MSG_]';
/** An open message's date: in `message-date-element_2026-09` (C 1) one element carries both. */
const SHOWN_DATES = '[data-testid=SentReceivedSavedTime]';
const DATES = `${HEADS}[id$=_DATETIME]`;
export const IN_BODY = `${BODIES},[role=document]`;

/** What one message's writer wrote, and what they quote. */
export function findBody(root: Element): Element | null {
  return root.matches(IN_BODY) ? root : root.querySelector(IN_BODY);
}

/** Hidden by an attribute or inline style of its own or above it: asking for computed styles would cost a layout. */
export function isHidden(element: Element): boolean {
  return !!element.closest('[hidden],[style*="display: none"],[style*="display:none"]');
}

function isFilled(pane: Element): boolean {
  return !!pane.querySelector(`${SHOWN_DATES},${BODIES},${HEADS}`);
}

/**
 * The shown pane, or whatever holds the page's messages where there is no pane (a fragment). Undefined where nothing is
 * open, and where two shown panes claim different conversations: a wrong thread is worse than none.
 */
export function findPane(document: Document): Element | undefined {
  const panes = [...document.querySelectorAll(PANES)];
  const places = panes.length > 0 ? panes : [...document.querySelectorAll('[role=main]'), document.body];
  const shown = places.filter((place) => place && !isHidden(place));
  const open = shown.filter(isFilled);
  const [pane, ...more] = open.length > 0 || panes.length === 0 ? open : shown;
  return more.some((other) => panes.length > 0 && readThreadId(other) !== readThreadId(pane!)) ? undefined : pane;
}

/** Only from the pane: the page's first `data-convid` is some row's. */
export function readThreadId(pane: Element): string {
  return tidy(pane.getAttribute('data-convid'));
}

/** One message in the pane: what tells its date (or its sender, or its body), and the part of the pane that is its own. */
export interface FoundMessage {
  mark: Element;
  root: Element;
}

/** Parts of the pane or a message outside any body: a mail may hold markup that looks like Outlook's. */
export function findParts(root: Element, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].filter((part) => !part.parentElement?.closest(IN_BODY));
}

/** Messages in the order of the page, which is the mentor's setting: newest first or last. */
export function findMessages(pane: Element, language: string): FoundMessage[] {
  const kinds = [SHOWN_DATES, DATES, `${HEADS}[id$=_FROM]`, BODIES];
  const open = kinds.map((kind) => findParts(pane, kind)).find((found) => found.length > 0) ?? [];
  const marks = [...open, ...findCards(pane, language)].slice(0, 200);
  marks.sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
  return marks.map((mark) => ({ mark, root: climb(mark, marks, pane) }));
}

/** The largest part of the pane that holds this mark and no other. */
function climb(mark: Element, marks: Element[], pane: Element): Element {
  let root = mark;
  for (let up = mark.parentElement; up && up !== pane; up = up.parentElement) {
    if (marks.some((other) => other !== mark && up.contains(other))) break;
    root = up;
  }
  return root;
}

/** What is no card, nor holds one. */
const NO_CARD = `${IN_BODY},${SHOWN_DATES},[role=heading],h1,h2,h3,[id$=_SUBJECT],${HEADS},[data-testid=RecipientWell],[role=option],button`;

/**
 * Earlier messages, folded to a card of sender, date and preview (C 1, 2023, with no hook of its own): a folded part that
 * holds a date, or a text that is a date and nothing else, outside everything that has a name.
 */
function findCards(root: Element, language: string): Element[] {
  return [...root.children].flatMap((part) => {
    if (part.matches(NO_CARD)) return [];
    if (!part.firstElementChild) return readDateText(part, language) ? [part] : [];
    const inside = findCards(part, language);
    const folded = part.matches('[aria-expanded=false]:not([aria-haspopup])') && !isFilled(part);
    if (!folded || inside.length === 1) return inside;
    return part.childElementCount > 1 && /\p{Nd}/u.test(part.textContent) ? [part] : [];
  });
}

/** The date an element tells, by its text or its title; '' where it tells none. */
export function readDateText(element: Element | undefined, language: string): string {
  const texts = [element?.textContent, element?.getAttribute('title')].map((text) => tidy(text, 100));
  return texts.find((text) => parseDateText(text, language)) ?? '';
}

/** The other element that tells a message's date, where it has two. */
export function findOtherDate({ mark, root }: FoundMessage): Element | undefined {
  return findParts(root, DATES).find((date) => !date.contains(mark) && !mark.contains(date));
}
