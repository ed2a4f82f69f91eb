// Gmail, read from its page. Hooks and their proof: PAGE-FACTS section 1, gathered in November 2026.
import type { MailSite } from '../site.ts';
import { inspect } from './inspect.ts';
import { composeUrl, parseSearch, searchFor, threadUrl } from './links.ts';
import { look } from './look.ts';
import { readOwner } from './owner.ts';
import { findRowAnchors, readRows } from './rows.ts';
import { findThreadAnchor, readThread } from './thread.ts';
import { readView } from './view.ts';

export const site: MailSite = {
  id: 'gmail',
  source: 'gmail-page',
  name: 'Gmail',
  matches: ['https://mail.google.com/*'],
  readOwner,
  readThread,
  readRows,
  readView,
  inspect,
  rowAnchors: findRowAnchors,
  threadAnchor: findThreadAnchor,
  look,
  threadUrl,
  searchFor,
  parseSearch,
  composeUrl,
};
