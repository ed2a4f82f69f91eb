// The messages of the open thread as elements of the page: each is one list item, open or collapsed.
import { findViews, isHidden } from './visible.ts';

export interface FoundEntry {
  element: Element;
  collapsed: boolean;
}

/** A message somebody wrote, or one being written: nothing within is Gmail's own word about the thread. */
const COMPOSE = '.M9,.aoI,[g_editable],[role=dialog]';
const CONTENT = `.ii,.a3s,.gmail_quote,${COMPOSE}`;

/** Marks of a message: its ids (capture message-shell_2023-08), its wrappers, open (`h7`) or collapsed (`kv`, `kQ`). */
export const MESSAGE_ID = '[data-message-id],[data-legacy-message-id]';
const MESSAGE = `${MESSAGE_ID},.adn,.adf,.h7,.kv,.kQ`;
/** A message's header alone, as in a fragment that was cut there. */
const HEADER = '.gs,.gE,.gJ';

export function findEntries(document: Document): FoundEntry[] {
  const drafts = findOpenDrafts(document);
  return findViews(document)
    .flatMap(findItems)
    .filter((item) => !isDraft(item, drafts))
    .map((element) => ({ element, collapsed: isCollapsed(element) }));
}

/** The outermost candidates. One without any mark counts where its neighbours are messages: hidden ones are empty. */
function findItems(view: ParentNode): Element[] {
  const kept: Element[] = [];
  for (const element of view.querySelectorAll(`[role=listitem],${MESSAGE},${HEADER}`)) {
    if (kept.at(-1)?.contains(element) || element.closest(CONTENT) || isHidden(element.parentElement)) continue;
    kept.push(element);
  }
  const marked = new Set(kept.filter(isMessage));
  const lists = new Set([...marked].map((element) => element.parentElement));
  return kept.filter((element) => marked.has(element) || lists.has(element.parentElement));
}

function isMessage(element: Element): boolean {
  return element.matches(MESSAGE) || element.querySelector(`${MESSAGE},[email]`) !== null;
}

/** Sync ids of the drafts in open compose windows (capture compose-mole_2020-10). */
function findOpenDrafts(document: Document): Set<string | undefined> {
  const inputs = document.querySelectorAll<HTMLInputElement>('input[name=draft]');
  return new Set([...inputs].map((input) => input.value.replace('#', '')).filter(Boolean));
}

/** A reply being written stands among the messages: it holds a compose window and neither sender nor words of its own. */
function isDraft(item: Element, drafts: Set<string | undefined>): boolean {
  const entry = { element: item };
  const ids = queryHeader(entry, '[data-message-id]').map((element) => element.getAttribute('data-message-id'));
  if (ids.some((id) => drafts.has(id?.replace('#', '')))) return true;
  if (!item.querySelector(`${COMPOSE},input[name=draft]`)) return false;
  return queryHeader(entry, '.ii,.a3s,[email]').length === 0;
}

/** `aria-expanded` says so; without it the classes of collapsed items, or the lack of anything only an open one has. */
function isCollapsed(element: Element): boolean {
  const expanded = element.getAttribute('aria-expanded');
  if (expanded) return expanded !== 'true';
  if (element.matches('.kv,.kQ')) return true;
  const open = queryHeader({ element }, `${MESSAGE_ID},.h7,.adn,.g2,.ii,.a3s`);
  return !open.some((part) => !isHidden(part));
}

/** What matches in the item, itself included, outside of what people wrote. */
export function queryHeader(entry: Pick<FoundEntry, 'element'>, selector: string): Element[] {
  const { element } = entry;
  const inside = [...element.querySelectorAll(selector)].filter((part) => !part.parentElement?.closest(CONTENT));
  return element.matches(selector) ? [element, ...inside] : inside;
}
