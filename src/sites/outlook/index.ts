// Outlook on the web, read from its page. Hooks and their proof: PAGE-FACTS section 3, gathered in November 2026.
import type { MailSite, ReadOptions, ReadRow, ReadThread } from '../site.ts';
import { inspect } from './inspect.ts';
import { composeUrl, parseSearch, searchFor, threadUrl } from './links.ts';
import { look } from './look.ts';
import { findPage, readTimes, wordsOf } from './page.ts';
import { findMessages, findPane } from './panes.ts';
import { findAnchor, findRows } from './rows.ts';
import { findThreadAnchor, readOpenThread } from './thread.ts';
import { readUnread } from './unread.ts';
import { readOwner, readView } from './view.ts';

function readRows(document: Document, options?: ReadOptions): ReadRow[] {
  const page = findPage(document);
  const times = readTimes(document, page, options);
  const unread = readUnread(document, page.rows);
  return page.rows.map(({ threadId, senders, subject }, index) => {
    const lastAt = times.rows[index];
    return { ...(threadId && { threadId }), ...(lastAt && { lastAt }), senders, subject, unread: unread[index]! };
  });
}

/** A pane that has its id and not yet its messages is a thread without messages. */
function readThread(document: Document, options?: ReadOptions): ReadThread | null {
  const page = findPage(document);
  if (!page.pane) return null;
  const thread = readOpenThread(page.pane, page.messages, readTimes(document, page, options).messages);
  return thread.threadId || thread.messages.length > 0 ? thread : null;
}

function threadAnchor(document: Document): Element | null {
  const pane = findPane(document);
  return pane && findThreadAnchor(pane, findMessages(pane, wordsOf(document)));
}

export const site: MailSite = {
  id: 'outlook',
  source: 'outlook-page',
  name: 'Outlook',
  matches: [
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.live.com/*',
    'https://outlook.cloud.microsoft/*',
  ],
  readOwner,
  readThread,
  readRows,
  readView,
  inspect,
  rowAnchors: (document) =>
    findRows(document, wordsOf(document)).map((found) => ({ row: found.row, anchor: findAnchor(found) })),
  threadAnchor,
  look,
  threadUrl,
  searchFor,
  parseSearch,
  composeUrl,
};
