// Gmail, read from its page. Hooks and their proof: PAGE-FACTS section 1, gathered in November 2026.
import type { MailSite } from '../site.ts';
import { inspect } from './inspect.ts';
import { composeUrl, parseSearch, searchFor, threadUrl } from './links.ts';
import { look } from './look.ts';
import { readOwner } from './owner.ts';
import { findPage } from './page.ts';
import { findRowAnchor, readRow } from './rows.ts';
import { findThreadAnchor, readThread } from './thread.ts';
import { readView } from './view.ts';

export const site: MailSite = {
  id: 'gmail',
  source: 'gmail-page',
  name: 'Gmail',
  matches: ['https://mail.google.com/*'],
  readOwner,
  readThread: (document) => readThread(findPage(document)),
  readRows: (document) => findPage(document).rows.map(readRow),
  readView: (document) => readView(findPage(document)),
  readAll(document) {
    const page = findPage(document);
    return { owner: readOwner(document), view: readView(page), rows: page.rows.map(readRow), thread: readThread(page) };
  },
  inspect,
  rowAnchors: (document) => findPage(document).rows.map(findRowAnchor),
  threadAnchor: (document) => findThreadAnchor(findPage(document)),
  /** `.ii.gt > .a3s` (captures). */
  bodies: (document) => findPage(document).entries.map(({ element }) => element.querySelector('.a3s')),
  look,
  threadUrl,
  searchFor,
  parseSearch,
  composeUrl,
};
