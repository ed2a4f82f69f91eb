// Whose calendar this is. Words around an address are translated; the address is not.
import { parsePrincipal } from './chip-id.ts';
import { findMain } from './days.ts';

/** "Google Account: Name (addr)", in any language and any brackets: the bar's link to the account. */
function readAccountLink(document: Document): string {
  const links = [
    ...document.querySelectorAll('a[aria-label*="@"][href*="accounts.google."],[role=banner] a[aria-label*="@"]'),
  ];
  const label = links.find((link) => !link.closest('[role=main]'))?.getAttribute('aria-label') ?? '';
  return /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+(?=[^@]*$)/.exec(label)?.[0].toLowerCase() ?? '';
}

/** The signed-in account; without its link, the one whose days are shown, when they are one person's. */
export function readOwner(document: Document): string | null {
  const cells = findMain(document).querySelectorAll('[data-principal-ids]');
  const shown = new Set([...cells].map((cell) => parsePrincipal(cell.getAttribute('data-principal-ids'))));
  const only = shown.size === 1 ? [...shown][0] : '';
  return readAccountLink(document) || only || null;
}
