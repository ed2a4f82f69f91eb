// Whose mailbox this is. Words around an address are translated, so it is found by its shape in a few known places.
import { dropMarks, parseEmail } from './text.ts';

/** The Google bar's own note of the signed-in account: nobody's mail and no language changes it. */
function readMeta(document: Document): string {
  return parseEmail(document.querySelector('meta[name="og-profile-acct"]')?.getAttribute('content'));
}

/** "Inbox (3) - addr - Gmail". The subject before it is a stranger's words, so only the address's own place counts. */
function readTitle(document: Document): string {
  return parseEmail(/[-–—]\s+([^\s@]+@[^\s@]+)\s+[-–—][^@]*$/.exec(dropMarks(document.title))?.[1]);
}

/**
 * "Google Account: Name (addr)", in any language and any brackets: the label of the link to the account, outside of
 * messages. The address is found by its letters, which for Google's accounts are those of ASCII.
 */
const ADDRESS = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+(?=[^@]*$)/;

function readAccountLink(document: Document): string {
  const links = document.querySelectorAll(
    'a[aria-label*="@"][href*="accounts.google."],[role=banner] a[aria-label*="@"]',
  );
  const link = [...links].find((element) => !element.closest('[role=main],.a3s'));
  return parseEmail(ADDRESS.exec(link?.getAttribute('aria-label') ?? '')?.[0]);
}

/**
 * The account menu of 2016 (captures account-menu_new-*): the first text that is an address and nothing more. Other
 * accounts stand in links, most with a note in brackets.
 */
function readMenu(document: Document): string {
  const elements = [...document.querySelectorAll('[role=banner] *')].filter((element) => !element.closest('a'));
  return elements.map((element) => parseEmail(element.textContent)).find(Boolean) ?? '';
}

/** A mailbox somebody shares is shown under `/d/…` or `/b/…`; the bar then names the one who looks at it. */
function isDelegated(document: Document): boolean {
  return /\/mail\/(u\/\d+\/)?[bd]\//.test(document.URL);
}

/** Each way's answer, the most trusted first; '' where it has none. */
export function* readOwners(document: Document): Generator<string> {
  const shared = isDelegated(document) && readTitle(document);
  if (shared) return yield shared;
  yield readMeta(document);
  yield readTitle(document);
  yield readAccountLink(document);
}

export function readOwner(document: Document): string | null {
  return readOwners(document).find(Boolean) || readMenu(document) || null;
}
