// Outlook on the web, read from its page. Hooks and their proof: PAGE-FACTS section 3, gathered in November 2026.
import type { MailSite, PageReading, ReadOptions, ReadRow, ReadThread } from '../site.ts';
import { inspect } from './inspect.ts';
import { composeUrl, parseSearch, searchFor, threadUrl } from './links.ts';
import { look } from './look.ts';
import { type FoundPage, findPage, type PageTimes, readTimes } from './page.ts';
import { findBody } from './panes.ts';
import { findAnchor } from './rows.ts';
import { findThreadAnchor, readOpenThread } from './thread.ts';
import { readUnread } from './unread.ts';
import { readOwner, readView } from './view.ts';

function readRows(page: FoundPage, { rows: times }: PageTimes): ReadRow[] {
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
function readThread({ pane, messages }: FoundPage, times: PageTimes): ReadThread | null {
  const thread = pane && readOpenThread(pane, messages, times.messages);
  return thread && (thread.threadId || thread.messages.length > 0) ? thread : null;
}

function readAll(document: Document, options?: ReadOptions): PageReading {
  const page = findPage(document);
  const times = readTimes(page, options);
  return {
    owner: readOwner(document),
    view: readView(document),
    rows: readRows(page, times),
    thread: readThread(page, times),
  };
}

export const site: MailSite = {
  id: 'outlook',
  source: 'outlook-page',
  name: 'Outlook',
  matches: ['office.com', 'office365.com', 'live.com', 'cloud.microsoft'].map((host) => `https://outlook.${host}/*`),
  readOwner,
  readThread: (document, options) => readAll(document, options).thread,
  readRows: (document, options) => readAll(document, options).rows,
  readView,
  readAll,
  inspect,
  rowAnchors: (document) => findPage(document).rows.map((found) => ({ row: found.row, anchor: findAnchor(found) })),
  threadAnchor(document) {
    const { pane, messages } = findPage(document);
    return pane ? findThreadAnchor(pane, messages) : null;
  },
  bodies: (document) => findPage(document).messages.map(({ root }) => findBody(root)),
  look,
  threadUrl,
  searchFor,
  parseSearch,
  composeUrl,
};
