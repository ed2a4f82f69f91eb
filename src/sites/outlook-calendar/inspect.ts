// How well the page was read: what is there by ways the reader does not use, and how often two ways disagree.
import type { CalendarInspection, CalendarReadOptions } from '../calendar-site.ts';
import { fold } from '../dates/date-words.ts';
import { readPage } from './events.ts';

/**
 * Buttons whose label has a year, of any calendar and in any digits, and two times; or says, where it has an id also in a
 * language not known here, that it lasts all day. Empty slots begin with a time.
 */
function countLikely(document: Document): number {
  const buttons = [...document.querySelectorAll('[role=button][aria-label]')];
  return buttons.filter((button) => {
    const label = fold(button.getAttribute('aria-label')!.slice(0, 4000));
    const times = label.match(/(?<!\d)\d\d?[:.]\d\d(?!\d)/g)?.length ?? 0;
    const isSlot = /^\d\d?[:.]\d\d/.test(label);
    const isAllDay = /all day event/.test(label) || (times === 0 && button.closest('[data-calitemid]') !== null);
    return !isSlot && /(?<!\d)[12]\d{3}(?!\d)/.test(label) && (times === 2 || isAllDay);
  }).length;
}

export function inspect(document: Document, options: CalendarReadOptions): CalendarInspection {
  const { events, disagreements } = readPage(document, options);
  return { found: countLikely(document), read: events.length, disagreements };
}
