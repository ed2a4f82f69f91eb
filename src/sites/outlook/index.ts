// Outlook on the web, read from its page. Hooks and their proof: PAGE-FACTS section 3, gathered in November 2026.
import type { MailSite, ReadOptions, ReadRow, ReadThread } from '../site.ts';
import { inspect } from './inspect.ts';
import { composeUrl, parseSearch, searchFor, threadUrl } from './links.ts';
import { look } from './look.ts';
import { findPage, readTimes } from './page.ts';
import { findAnchor } from './rows.ts';
import { findThreadAnchor, readOpenThread } from './thread.ts';
import { readUnread } from './unread.ts';
import { readOwner, readView } from './view.ts';

function readRows(document: Document, options?: ReadOptions): ReadRow[] {
  const page = findPage(document);
  const times = readTimes(page, options).rows;
  const { unread } = readUnread(page);
  return page.rows.map(({ threadId, senders, subject }, index) => {
    const lastAt = times[index];
    return {
      ...(threadId && { threadId }),
      ...(lastAt && { lastAt }),
      senders,
      subject: subject?.text ?? '',
      unread: unread[index]!,
    };
  });
}

/** A pane that has its id and not yet its messages is a thread without messages. */
function readThread(document: Document, options?: ReadOptions): ReadThread | null {
  const page = findPage(document);
  const thread = page.pane && readOpenThread(page.pane, page.messages, readTimes(page, options).messages);
  return thread && (thread.threadId || thread.messages.length > 0) ? thread : null;
}

export const site: MailSite = {
  id: 'outlook',
  source: 'outlook-page',
  name: 'Outlook',
  matches: ['office.com', 'office365.com', 'live.com', 'cloud.microsoft'].map((host) => `https://outlook.${host}/*`),
  readOwner,
  readThread,
  readRows,
  readView,
  inspect,
  rowAnchors: (document) => findPage(document).rows.map((found) => ({ row: found.row, anchor: findAnchor(found) })),
  threadAnchor(document) {
    const { pane, messages } = findPage(document);
    return pane ? findThreadAnchor(pane, messages) : null;
  },
  look,
  threadUrl,
  searchFor,
  parseSearch,
  composeUrl,
};
