// The card of one event: subject, time, organiser; never the body, and no id.
import { daysOf, local, locale, type PageEvent } from '../calendar.ts';
import { h } from '../dom.ts';
import { sayTime } from './words.ts';

const card = h('div', { 'data-app-section': 'CalendarItemPeek', role: 'dialog', class: 'o-card', hidden: true });

/** "Mon 3/9/2026 9:00 AM – 9:30 AM". */
function sayWhen(event: PageEvent): string {
  const [first] = daysOf(event);
  const day = `${first.toLocaleString(locale, { weekday: 'short' })} ${first.toLocaleString(locale)}`;
  return event.allDay ? day : `${day} ${sayTime(local(event.start))} – ${sayTime(local(event.end))}`;
}

export function showCard(event: PageEvent, near: Element): void {
  const close = h('button', { type: 'button', 'aria-label': 'Close' }, '×');
  close.addEventListener('click', () => {
    card.hidden = true;
    card.replaceChildren();
  });
  card.replaceChildren(
    close,
    h('div', { class: 'o-card-subject', role: 'heading', 'aria-level': 2 }, event.title),
    h('div', {}, sayWhen(event)),
    h('div', {}, event.location),
    h('div', {}, event.organizer.name),
    h('button', { type: 'button', class: 'o-button' }, 'View event'),
  );
  const box = near.getBoundingClientRect();
  card.style.left = `${Math.max(8, Math.min(box.right + 8, innerWidth - 380))}px`;
  card.style.top = `${Math.max(56, Math.min(box.top, innerHeight - 240))}px`;
  card.hidden = false;
  document.body.append(card);
}
