// Addresses of Gmail's own pages. `authuser` with an address opens the right account whatever the order of sign-in.
import { parseId } from './ids.ts';
import { parseEmail } from './text.ts';

/** Spaces as %20: some of Gmail's own forms show a `+` as it is. */
function pageUrl(query: Record<string, string | undefined>, hash = ''): string {
  const pairs = Object.entries(query).filter((pair) => pair[1]);
  const words = pairs.map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `https://mail.google.com/mail/${words && `?${words}`}${hash}`;
}

export function threadUrl(threadId: string, owner: string | undefined): string | null {
  const id = parseId(threadId, 'thread');
  return id ? pageUrl({ authuser: owner }, `#all/${id}`) : null;
}

const FIELDS = ['from', 'to', 'cc', 'bcc'];

function wordsFor(emails: string[]): string {
  const group = emails.length > 1 ? `(${emails.join(' OR ')})` : emails[0];
  return group ? FIELDS.map((field) => `${field}:${group}`).join(' OR ') : '';
}

/** All mail from or to these addresses. Gmail leaves out spam and bin by itself. */
export function searchFor(emails: string[], owner: string | undefined): { words: string; url: string } {
  const words = wordsFor([...new Set(emails.map(parseEmail))].filter((email) => email !== ''));
  return { words, url: pageUrl({ authuser: owner }, `#search/${encodeURIComponent(words).replaceAll('%20', '+')}`) };
}

/** Words as they stand in the address after `#search/`: `+` is a space. */
export function decodeWords(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' ')).trim();
  } catch {
    return encoded;
  }
}

/** Only words that `searchFor` would write, typed or as in the address; any other search is somebody's own. */
export function parseSearch(words: string): string[] | null {
  // Ours always hold spaces, so words without any are still encoded.
  const plain = /\s/.test(words.trim()) ? words.trim() : decodeWords(words.trim());
  const emails = [...new Set(plain.match(/[^\s():]+@[^\s():]+/g))];
  return emails.length > 0 && wordsFor(emails) === plain ? emails : null;
}

/** `bcc` is taken beside `to`, `cc`, `su` and `body` (widely used; not documented by Google). */
export function composeUrl(
  to: string[],
  owner: string | undefined,
  subject?: string,
  body?: string,
  bcc: string[] = [],
): string {
  return pageUrl({ authuser: owner, view: 'cm', fs: '1', to: to.join(','), bcc: bcc.join(','), su: subject, body });
}

/** The page with the vacation responder. */
export function settingsUrl(owner: string | undefined): string {
  return pageUrl({ authuser: owner }, '#settings/general');
}
