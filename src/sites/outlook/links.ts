// Addresses of Outlook's own pages. None is documented by Microsoft; each says what shows it works.
import { parseEmail } from './page-text.ts';

/** Microsoft's consumer domains, whose mailboxes live on another host than those of schools and work. */
const PERSONAL = /@(outlook|hotmail|live|msn)(\.[a-z]{2,3}){1,2}$/i;
/** An Exchange id: base64, as `data-convid` and Outlook's own address have it. */
const EXCHANGE_ID = /^[A-Za-z0-9+/_=-]{1,500}$/;

function mailUrl(owner: string | undefined): string {
  return `https://outlook.${owner && PERSONAL.test(owner) ? 'live' : 'office'}.com/mail/`;
}

/**
 * Outlook's own address of an open conversation is `/mail/inbox/id/` and the conversation's id, encoded: seen in many
 * bookmarks people published, with ids of work (`AAQk…`) and personal (`AQQk…`) conversations.
 */
export function threadUrl(threadId: string, owner: string | undefined): string | null {
  return EXCHANGE_ID.test(threadId) ? `${mailUrl(owner)}inbox/id/${encodeURIComponent(threadId)}` : null;
}

function wordsFor(emails: string[]): string {
  return emails.flatMap((email) => ['from', 'to', 'cc'].map((field) => `${field}:${email}`)).join(' OR ');
}

/**
 * The words to search for, and the mailbox to search in. `deeplink/search?query=` exists and was seen live (2026-04) to
 * load for ever, so the page that opens is the mailbox, and the person puts the words into its search box.
 */
export function searchFor(emails: string[], owner: string | undefined): { words: string; url: string } {
  const known = new Set(emails.map(parseEmail).filter((email) => email !== null));
  return { words: wordsFor([...known]), url: mailUrl(owner) };
}

/** Only the very words that `searchFor` would write: a search of one's own may leave mail out. */
export function parseSearch(words: string): string[] | null {
  const plain = words.trim().replace(/\s+/g, ' ').toLowerCase().replaceAll(' or ', ' OR ');
  const emails = [...plain.matchAll(/from:(\S+)/g)].map((found) => found[1]!);
  return emails.length > 0 && emails.every(parseEmail) && wordsFor(emails) === plain ? emails : null;
}

/**
 * `deeplink/compose` takes `to`, `subject` and `body` (widely used; cc is dropped). A plus sign in `to` arrives as a
 * space (office-js issue 4127), and how several addresses are parted is not known, so these go as the mailto address
 * that Outlook's own mailto handler passes on in `mailtouri`. Spaces must be %20: a `+` stays a plus after a sign-in.
 */
export function composeUrl(to: string[], owner: string | undefined, subject?: string, body?: string): string {
  const addresses = to.map(parseEmail).filter((email) => email !== null);
  const rest = [subject && `subject=${encode(subject)}`, body && `body=${encode(body)}`].filter((part) => !!part);
  const compose = `${mailUrl(owner)}deeplink/compose?`;
  if (addresses.length === 1 && !addresses[0]!.includes('+'))
    return compose + [`to=${encode(addresses[0]!)}`, ...rest].join('&');
  const mailto = `mailto:${addresses.map(encode).join(',')}${rest.length > 0 ? `?${rest.join('&')}` : ''}`;
  return `${compose}mailtouri=${encode(mailto)}`;
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
