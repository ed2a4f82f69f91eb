// The messages of the open thread as elements of the page: each is one list item, open or collapsed.
import { isHidden } from './visible.ts';

export interface FoundEntry {
  element: Element;
  /** What may tell a fact, the item itself included, outside of what people wrote. */
  header: Element[];
  collapsed: boolean;
}

/** A message somebody wrote, or one being written: nothing within is Gmail's own word about the thread. */
const COMPOSE = '.M9,.aoI,[g_editable],[role=dialog]';
const CONTENT = `.ii,.a3s,.gmail_quote,${COMPOSE}`;

/** Marks of a message: its ids (capture message-shell_2023-08), its wrappers, open (`h7`) or collapsed (`kv`, `kQ`). */
export const MESSAGE_ID = '[data-message-id],[data-legacy-message-id]';
export const MESSAGE_CLASS = '.adn,.adf,.h7,.kv,.kQ';
const MESSAGE = `${MESSAGE_ID},${MESSAGE_CLASS}`;
/** A message's header alone, as in a fragment that was cut there. */
const HEADER = '.gs,.gE,.gJ';
const TELLING = `${MESSAGE},${CONTENT},[jslog],[email],.gD,.g2,.g3`;

export function findEntries(document: Document, views: ParentNode[]): FoundEntry[] {
  const items = views.flatMap(findItems);
  const drafts = items.length > 0 ? findOpenDrafts(document) : new Set<string>();
  return items
    .map((element) => {
      const header = findHeader(element);
      return { element, header, collapsed: isCollapsed(element, header) };
    })
    .filter((entry) => !isDraft(entry, drafts));
}

/** The outermost candidates. One without any mark counts where its neighbours are messages: hidden ones are empty. */
function findItems(view: ParentNode): Element[] {
  const kept: Element[] = [];
  for (const element of view.querySelectorAll(`[role=listitem],${MESSAGE},${HEADER}`)) {
    if (kept.at(-1)?.contains(element) || element.closest(CONTENT) || isHidden(element.parentElement)) continue;
    kept.push(element);
  }
  const isMessage = (item: Element) => item.matches(MESSAGE) || item.querySelector(`${MESSAGE},[email]`);
  const marked = new Set(kept.filter(isMessage));
  const lists = new Set([...marked].map((element) => element.parentElement));
  return kept.filter((element) => marked.has(element) || lists.has(element.parentElement));
}

/** Walks by hand, so that a long message costs nothing: its words are passed by, their frame is kept. */
function findHeader(element: Element): Element[] {
  const found = element.matches(TELLING) ? [element] : [];
  if (element.matches(CONTENT)) return found;
  for (const child of element.children) found.push(...findHeader(child));
  return found;
}

export function queryHeader(entry: Pick<FoundEntry, 'header'>, selector: string): Element[] {
  return entry.header.filter((element) => element.matches(selector));
}

/** Sync ids of the drafts in open compose windows (capture compose-mole_2020-10). */
function findOpenDrafts(document: Document): Set<string | undefined> {
  const inputs = document.querySelectorAll<HTMLInputElement>('input[name=draft]');
  return new Set([...inputs].map((input) => input.value.replace('#', '')).filter(Boolean));
}

/** A reply being written stands among the messages: it holds a compose window and neither sender nor words of its own. */
function isDraft(entry: FoundEntry, drafts: Set<string | undefined>): boolean {
  const ids = entry.header.map((element) => element.getAttribute('data-message-id')?.replace('#', ''));
  if (ids.some((id) => drafts.has(id))) return true;
  return queryHeader(entry, COMPOSE).length > 0 && queryHeader(entry, '.ii,.a3s,[email]').length === 0;
}

/** `aria-expanded` says so; without it the classes of collapsed items, or the lack of anything only an open one has. */
function isCollapsed(element: Element, header: Element[]): boolean {
  const expanded = element.getAttribute('aria-expanded');
  if (expanded) return expanded !== 'true';
  if (element.matches('.kv,.kQ')) return true;
  return queryHeader({ header }, `${MESSAGE_ID},.h7,.adn,.g2,.ii,.a3s`).every(isHidden);
}
