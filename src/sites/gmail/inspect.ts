// How well the page was read: what is there by another way, and how often two ways to one fact disagree.
import type { Inspection, ReadOptions } from '../site.ts';
import { countRows, hasOpenThread } from './count.ts';
import { queryHeader } from './entries.ts';
import { readOwners } from './owner.ts';
import { findPage } from './page.ts';
import { query, readRow, readThreadIds } from './rows.ts';
import { readMessage, readMessageIds, readOpenThreadIds } from './thread.ts';
import { parseTitle } from './title-time.ts';

/** A tooltip shows whole minutes, and a message may take a moment to arrive. */
const TOLERANCE = 2 * 60_000;

export function inspect(document: Document, options?: ReadOptions): Inspection {
  const page = findPage(document);
  const { rows: found, entries } = page;
  const rows = found.map(readRow);
  const messages = entries.map(readMessage);
  const disagreements: Record<string, number> = {};
  const count = (fact: string, disagrees: boolean) => {
    if (disagrees) disagreements[fact] = (disagreements[fact] ?? 0) + 1;
  };
  found.forEach((row, index) => {
    count('thread-id', differ(readThreadIds(row)));
    count('time', contradicts(rows[index]?.lastAt, query(row, '.xW [title],.apm [title]')[0], options));
  });
  count('thread-id', differ(readOpenThreadIds(page)));
  entries.forEach((entry, index) => {
    count('message-id', differ(readMessageIds(entry)));
    count('time', contradicts(messages[index]?.sentAt, queryHeader(entry, '.g3[title]')[0], options));
  });
  count('owner', differ(readOwners(document).filter(Boolean)));
  return {
    rowsFound: countRows(document),
    rowsRead: rows.filter((row) => row.threadId || row.subject || row.senders.length > 0).length,
    threadFound: hasOpenThread(document),
    threadRead: messages.some((message) => message.id || message.from),
    disagreements,
  };
}

function differ(values: Iterable<string>): boolean {
  return new Set(values).size > 1;
}

/** True where the tooltip can be read in the page's zone, and means another minute than the id does. */
function contradicts(at: string | undefined, shown: Element | undefined, options: ReadOptions | undefined): boolean {
  if (!at || !shown || !options) return false;
  const meant = parseTitle(shown.getAttribute('title') ?? '', options.zone);
  return meant.length > 0 && meant.every((ms) => Math.abs(ms - Date.parse(at)) > TOLERANCE);
}
