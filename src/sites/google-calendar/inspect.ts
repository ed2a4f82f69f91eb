// How well the page was read: what is there by a way the reader does not use, and how often two ways disagree.
import type { CalendarInspection, CalendarReadOptions } from '../calendar-site.ts';
import { findMain } from './days.ts';
import { readPage } from './events.ts';

export function inspect(document: Document, options: CalendarReadOptions): CalendarInspection {
  const { events, disagreements } = readPage(document, options);
  return { found: countPlaced(document), read: events.length, disagreements };
}

/** Buttons that stand at a place of their own in a column, by role and style alone. A month has none of these. */
function countPlaced(document: Document): number {
  const main = findMain(document);
  const buttons = [...main.querySelectorAll<HTMLElement>('[role=gridcell] [role=button]')];
  const placed = buttons.filter(({ style }) => style.top.endsWith('px') && style.height.endsWith('px'));
  return placed.filter((button) => /\d/.test(button.textContent ?? '')).length;
}
