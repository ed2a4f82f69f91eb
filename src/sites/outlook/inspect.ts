// How well the page was read: what is there by ways the readers do not use, and how often two ways disagree.
import type { Inspection, ReadOptions } from '../site.ts';
import { findPage, readTimes } from './page.ts';
import { BODIES, isHidden, readThreadId } from './panes.ts';
import { readUnread } from './unread.ts';

export function inspect(document: Document, options?: ReadOptions): Inspection {
  const page = findPage(document);
  const { order, time } = readTimes(page, options);
  const { pane, rows, messages } = page;
  const all = {
    'date-order': order,
    time,
    subject: rows.filter((row) => row.doubtful).length,
    unread: readUnread(page, true).doubts,
    'thread-id': pane && isOtherThread(document, readThreadId(pane)) ? 1 : 0,
  };
  return {
    rowsFound: countRows(document),
    rowsRead: rows.filter(({ threadId, subject, senders }) => threadId || subject || senders[0]).length,
    threadFound: isThreadShown(document),
    threadRead: messages.some(({ mark }) => !mark.matches(BODIES)),
    disagreements: Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0)),
  };
}

/** By role and label alone: every message row's label tells a time or a date. A box's own list is not mail. */
function countRows(document: Document): number {
  const owned = [...document.querySelectorAll('[role=combobox]')].flatMap((box) => [
    box.getAttribute('aria-controls'),
    box.getAttribute('aria-owns'),
  ]);
  return [...document.querySelectorAll('[role=listbox] [role=option]')].filter((option) => {
    const label = option.getAttribute('aria-label') ?? '';
    const list = option.closest('[role=listbox]')!;
    if (label.length < 12 || !/\p{Nd}/u.test(label) || isHidden(option)) return false;
    return !owned.includes(list.id || '-') && !list.closest('[role=dialog],[role=search],[role=menu],[role=document]');
  }).length;
}

/** By the region and the body's role, neither of which the reader uses to find messages. */
function isThreadShown(document: Document): boolean {
  const regions = '[data-app-section=ConversationContainer],[role=main],[id=ReadingPaneContainerId]';
  return [...document.querySelectorAll(regions)].some(
    (region) => !isHidden(region) && region.querySelector('[role=document]'),
  );
}

/** The one selected row and the page's address name the open conversation too (with `-` and `_` for `/` and `+`). */
function isOtherThread(document: Document, id: string): boolean {
  const selected = [...document.querySelectorAll('[role=option][data-convid][aria-selected=true]')];
  const byAddress = /\/id\/(A[AQ]Qk[^/?#]+)/.exec(document.location?.pathname ?? '')?.[1];
  const others = [selected.length === 1 && selected[0]!.getAttribute('data-convid'), byAddress];
  const plain = (text: string) => text.replace(/%2[BF]|[-_/+]/gi, '.').replace(/%3D|=/gi, '');
  return !!id && others.some((other) => other && plain(other) !== plain(id));
}
