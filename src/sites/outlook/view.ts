// Whose mailbox this is, and which list of it is shown.
import type { ReadView } from '../site.ts';
import { parseEmail, tidy } from './page-text.ts';

const MAX_SEARCH = 2000;

/**
 * The account's address by its shape, from the folder tree's root (derived 1; four public projects until 2026). Several
 * accounts each have a root: the one above the selected folder is on screen. Names are no identity, so never given.
 */
export function readOwner(document: Document): string | null {
  const roots = [...document.querySelectorAll('[id^=primaryMailboxRoot]')];
  const root = roots.length > 1 ? findSelectedRoot(document, roots) : roots[0];
  if (root) return readOwners(root)[0] ?? null;
  if (roots.length > 1) return null;
  const others = [...document.querySelectorAll('[data-folder-name][title],[id=mectrl_currentAccount_secondary]')];
  const owners = new Set(others.flatMap(readOwners));
  return owners.size === 1 ? [...owners][0]! : null;
}

/** Every address a root tells, by its title, its folder name or its own words. */
export function readOwners(root: Element): string[] {
  const words = [...root.children].filter((child) => child.childElementCount === 0).map((child) => child.textContent);
  const values = [root.getAttribute('title'), root.getAttribute('data-folder-name'), ...words];
  if (root.childElementCount === 0) values.push(root.textContent);
  return values.map(parseEmail).filter((email) => email !== null);
}

function findSelectedRoot(document: Document, roots: Element[]): Element | undefined {
  if (new Set(roots.flatMap(readOwners)).size === 1) return roots[0];
  const selected = document.querySelector('[role=treeitem][aria-selected=true]');
  if (!selected) return undefined;
  return roots.findLast((root) => root === selected || root.compareDocumentPosition(selected) & 4);
}

/**
 * The list on screen. Outlook keeps its address while it searches (seen live 2026-04), so a search shows only in the
 * search box. The list is drawn as it scrolls, so it is never known to be complete.
 */
export function readView(document: Document): ReadView {
  const view = { complete: false } as const;
  const search = readSearch(document);
  if (search) return { list: 'search', search, ...view };
  if (!document.querySelector('[id=MailList],[data-app-section=MessageList],[role=option],[data-convid]'))
    return { list: 'none', ...view };
  return { list: readFolder(document), ...view };
}

function readSearch(document: Document): string {
  const box = document.querySelector('[id=topSearchInput]');
  if (!box) return '';
  const typed = 'value' in box ? String(box.value) : (box.getAttribute('value') ?? box.textContent);
  return tidy(typed, MAX_SEARCH);
}

/** `/mail/`, `/mail/0/`, `/mail/inbox/id/…`, `/mail/somebody@example.com/sentitems`, `/mail/<folder id>`. */
function readFolder(document: Document): ReadView['list'] {
  const path = document.location?.pathname.split('/').slice(1) ?? [];
  if (path[0] !== 'mail') return 'other';
  const folder = path.slice(1).find((part) => part !== '' && !/^\d$/.test(part) && !/@|%40/.test(part));
  if (folder === undefined || folder === 'inbox') return 'inbox';
  if (folder === 'deeplink') return 'none';
  return folder === 'sentitems' ? 'sent' : 'other';
}
