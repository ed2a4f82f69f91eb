// How well the page was read: what is there by ways the reader does not use, and how often two ways disagree.
import type { CalendarInspection, CalendarReadOptions } from '../calendar-site.ts';
import { readPage } from './events.ts';

/** Buttons whose label has a year and two times, or says it lasts all day. Empty slots begin with a time. */
function countLikely(document: Document): number {
  const buttons = [...document.querySelectorAll('[role=button][aria-label]')];
  return buttons.filter((button) => {
    const label = button.getAttribute('aria-label')!.slice(0, 4000);
    const times = label.match(/(?<!\d)\d\d?[:.]\d\d(?!\d)/g)?.length ?? 0;
    const isSlot = /^\d\d?[:.]\d\d/.test(label);
    return !isSlot && /(?<!\d)(19|20)\d\d(?!\d)/.test(label) && (times === 2 || /all day event/i.test(label));
  }).length;
}

export function inspect(document: Document, options: CalendarReadOptions): CalendarInspection {
  const { events, disagreements } = readPage(document, options);
  return { found: countLikely(document), read: events.length, disagreements };
}
