// What looks like a row or an open thread, by roles and not by the classes and ids the readers rest on.
import { isHidden, keepShown } from './visible.ts';

/**
 * A row has a tick box in every capture that has its cells, one per thread in the vertical pane too; a row that was cut
 * (2025) says its role. A table of tick boxes without links is a settings page.
 */
export function countRows(document: Document): number {
  const boxes = keepShown(document.querySelectorAll('tr [role=checkbox]'));
  const ticked = new Set(
    boxes.map((box) => box.closest('tr')).filter((row) => row?.parentElement?.querySelector('[role=link]')),
  );
  if (ticked.size > 0) return ticked.size;
  return keepShown(document.querySelectorAll('tr[role=row]')).filter((row) => row.querySelector('[role=gridcell]'))
    .length;
}

/** An open thread is a list item that can be expanded; one that holds a compose window alone is a draft. */
export function hasOpenThread(document: Document): boolean {
  const items = document.querySelectorAll('[role=listitem][aria-expanded],[data-message-id]');
  return [...items].some(
    (item) => !isHidden(item) && !item.querySelector('[g_editable]') && !item.closest('[role=dialog]'),
  );
}
