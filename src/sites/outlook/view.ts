// Whose mailbox this is, and which list of it is shown.
import type { ReadView } from '../site.ts';
import { parseEmail, tidy } from './page-text.ts';

/**
 * The account's address by its shape, from the folder tree's root (derived 1; four public projects until 2026). Several
 * accounts each have a root: the one above the selected folder is on screen. Names are no identity, so never given.
 */
export function readOwner(document: Document): string | null {
  const roots = [...document.querySelectorAll('[id^=primaryMailboxRoot]')];
  const owners = new Set(
    (roots.length > 0 ? roots : [...document.querySelectorAll('[data-folder-name][title]')]).map(ownerOf),
  );
  owners.delete('');
  if (owners.size < 2) return [...owners][0] ?? null;
  const selected = document.querySelector('[role=treeitem][aria-selected=true]');
  const root = selected && roots.findLast((one) => one.compareDocumentPosition(selected) & 4);
  return (root && ownerOf(root)) || null;
}

function ownerOf(root: Element): string {
  const [title, name] = [parseEmail(root.getAttribute('title')), parseEmail(root.getAttribute('data-folder-name'))];
  // Two addresses on one root: neither is certain.
  return title && name && title !== name ? '' : title || name || parseEmail(root.querySelector('span')?.textContent);
}

/**
 * The list on screen. Outlook keeps its address while it searches (seen live 2026-04), so a search shows only in the
 * search box. The list is drawn as it scrolls, so it is never known to be complete.
 */
export function readView(document: Document): ReadView {
  const box = document.querySelector<HTMLInputElement>('[id=topSearchInput]');
  const search = tidy(box?.value ?? box?.textContent, 2000);
  if (search) return { list: 'search', search, complete: false };
  const shown = document.querySelector('[id=MailList],[data-app-section=MessageList],[role=option],[data-convid]');
  return { list: shown ? readFolder(document) : 'none', complete: false };
}

/** `/mail/`, `/mail/0/`, `/mail/inbox/id/…`, `/mail/somebody@example.com/sentitems`, `/mail/<folder id>`. */
function readFolder(document: Document): ReadView['list'] {
  const [, mail, folder] =
    /^\/mail(?=\/|$)((?:\/(?:\d|[^/]*(?:@|%40)[^/]*))*\/?([^/]*))/.exec(document.location?.pathname ?? '') ?? [];
  if (mail === undefined) return 'other';
  return !folder || folder === 'inbox' ? 'inbox' : folder === 'sentitems' ? 'sent' : 'other';
}
