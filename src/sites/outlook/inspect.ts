// How well the page was read: what is there by ways the readers do not use, and how often two ways disagree.
import type { Inspection, ReadOptions } from '../site.ts';
import { findPage, readTimes } from './page.ts';
import { BODIES, isHidden, readThreadId } from './panes.ts';
import { countUnreadDisagreements, readUnread } from './unread.ts';
import { readOwners } from './view.ts';

export function inspect(document: Document, options?: ReadOptions): Inspection {
  const page = findPage(document);
  const times = readTimes(document, page, options);
  const subjects = page.rows.filter((row) => row.subjectByLabel !== undefined && row.subjectByLabel !== row.subject);
  const all = {
    'date-order': times.dateOrder,
    time: times.time,
    subject: subjects.length,
    unread: countUnreadDisagreements(document, page.rows, readUnread(document, page.rows)),
    'thread-id': page.pane && differs(readThreadId(page.pane), readOtherThreadIds(document)) ? 1 : 0,
    owner: [...document.querySelectorAll('[id^=primaryMailboxRoot]')].filter(hasTwoOwners).length,
  };
  return {
    rowsFound: countRows(document),
    rowsRead: page.rows.filter((row) => row.threadId || row.subject || row.senders.length > 0).length,
    threadFound: isThreadShown(document),
    threadRead: page.messages.some(({ mark }) => !mark.matches(BODIES)),
    disagreements: Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0)),
  };
}

/** By role and label alone: every message row's label tells a time or a date. Lists that belong to a box are not mail. */
function countRows(document: Document): number {
  const boxes = [...document.querySelectorAll('[role=combobox],[aria-haspopup=listbox]')];
  const owned = new Set(boxes.flatMap((box) => [box.getAttribute('aria-controls'), box.getAttribute('aria-owns')]));
  return [...document.querySelectorAll('[role=listbox] [role=option]')].filter((option) => {
    const label = option.getAttribute('aria-label') ?? '';
    if (label.length < 12 || !/\p{Nd}/u.test(label) || isHidden(option)) return false;
    const list = option.closest('[role=listbox]')!;
    return !owned.has(list.id || '-') && !list.closest('[role=dialog],[role=search],[role=menu],[role=document]');
  }).length;
}

/** By the region and the body's role, neither of which the reader uses to find messages. */
function isThreadShown(document: Document): boolean {
  const regions = document.querySelectorAll(
    '[data-app-section=ConversationContainer],[role=main],[id=ReadingPaneContainerId]',
  );
  return [...regions].some((region) => !isHidden(region) && region.querySelector('[role=document]') !== null);
}

/** The one selected row, and the address of the page: each names the open conversation too. */
function readOtherThreadIds(document: Document): string[] {
  const selected = [...document.querySelectorAll('[role=option][data-convid][aria-selected=true]')];
  const inAddress = /\/id\/(A[AQ]Qk[^/?#]+)/.exec(document.location?.pathname ?? '')?.[1];
  const ids = selected.length === 1 ? [selected[0]!.getAttribute('data-convid')!] : [];
  return inAddress ? [...ids, decode(inAddress)] : ids;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** In addresses Outlook may write `-` and `_` for the `/` and `+` of the same id. */
function differs(id: string | undefined, others: string[]): boolean {
  const plain = (text: string) => text.replace(/[-_/+]/g, '.');
  return id !== undefined && others.some((other) => plain(other) !== plain(id));
}

function hasTwoOwners(root: Element): boolean {
  return new Set(readOwners(root)).size > 1;
}
