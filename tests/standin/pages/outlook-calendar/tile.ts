// Tiles: a wrapper with the event's id, and in it the button with its words.
import { local, type PageEvent, type Placed } from '../calendar.ts';
import { h } from '../dom.ts';
import { showCard } from './card.ts';
import { sayEvent, saySubject, sayTime, sayTitle } from './words.ts';

/** Pixels of an hour. */
export const HOUR = 48;

export function tile(event: PageEvent, index: number, style = ''): HTMLElement {
  const button = h(
    'div',
    { role: 'button', tabindex: 0, title: sayTitle(event), 'aria-label': sayEvent(event), class: 'o-tile-button' },
    event.allDay ? null : h('time', {}, sayTime(local(event.start))),
    h('span', { class: 'o-subject' }, saySubject(event)),
    event.location ? h('span', { class: 'o-place' }, event.location) : null,
  );
  button.addEventListener('click', () => showCard(event, button));
  const made = h('div', { 'data-itemindex': index, 'data-calitemid': event.pageId, class: 'o-tile', style });
  made.style.setProperty('--colour', event.calendar.colour);
  if (!event.busy || event.tentative) made.classList.add('o-open');
  made.append(button);
  return made;
}

export function timedTile({ event, from, to, lane, lanes }: Placed, index: number): HTMLElement {
  const height = Math.max(((to - from) / 60) * HOUR - 1, 20);
  const place = `left: ${(lane * 100) / lanes}%; width: ${100 / lanes}%`;
  return tile(event, index, `position: absolute; top: ${(from / 60) * HOUR}px; height: ${height}px; ${place};`);
}
