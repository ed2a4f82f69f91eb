// Chips as the capture of 2025 has them: ids and jslog on the chip, a label for readers, what is shown, a handle to drag.
import { type Day, daysOf, local, type PageEvent, type Placed } from '../calendar.ts';
import { h } from '../dom.ts';
import { sayEvent, sayTime } from './words.ts';

/** Pixels of an hour. */
const H = 48;

function chip(event: PageEvent, style: string, more: Record<string, string>): HTMLElement {
  const isDeclined = event.response === 'declined';
  const struck = isDeclined ? 'text-decoration: line-through;' : '';
  const made = h('div', {
    role: 'button',
    'data-eventchip': '',
    'data-opens-details': 'true',
    tabindex: 0,
    'data-eventid': event.pageId,
    jslog: `35463; 2:["${event.id}",null,null,6];1:["${event.calendar.id}",1];track:impression,click`,
    class: `GTG3wb ${event.response === 'accepted' ? '' : 'open'}`,
    style: `${style} --colour: ${event.calendar.colour};`,
    ...more,
  });
  const title = h('span', { class: 'I0UMhf', style: struck }, event.title);
  const time = event.allDay ? '' : `${sayTime(local(event.start))} – ${sayTime(local(event.end))}`;
  made.append(
    h('div', { class: 'XuJrye' }, sayEvent(event)),
    h(
      'div',
      { 'aria-hidden': 'true', class: 'Jcb6qd' },
      h('div', { class: 'lhydbb' }, title),
      h('div', { class: 'lhydbb' }, time),
    ),
  );
  return made;
}

export function timedChip({ event, from, to, lane, lanes }: Placed): HTMLElement {
  const top = (from / 60) * H - 1;
  // Short events are drawn no smaller than half an hour.
  const height = Math.max(((to - from) / 60) * H - 2, 22);
  const style = `top: ${top}px; height: ${height}px; left: calc(${(lane * 100) / lanes}% + 0px); width: calc(${100 / lanes}% + 0px);`;
  const made = chip(event, style, {});
  made.append(h('div', { 'aria-hidden': 'true', class: 'leOeGd', 'data-eventid': event.pageId }));
  return made;
}

const percent = (value: number) => `${Math.round(value * 100) / 100}%`;

/** In the row above the hours, placed by how many days from the left. */
export function aboveChip(event: PageEvent, days: Day[], row: number): HTMLElement | null {
  const [first, last] = daysOf(event);
  const shown = days.filter(
    (day) => Temporal.PlainDate.compare(day, first) >= 0 && Temporal.PlainDate.compare(day, last) <= 0,
  );
  if (shown.length === 0) return null;
  const from = days.findIndex((day) => day.equals(shown[0]!));
  const part = 100 / days.length;
  return chip(event, `left: ${percent(from * part)}; width: ${percent(shown.length * part)}; top: ${row * 1.5}em;`, {
    'data-stacked-layout-chip-container': 'true',
  });
}

export function taskChip(id: string, title: string, at: number, count: number, row: number): HTMLElement {
  const part = 100 / count;
  const style = `left: ${percent(at * part)}; width: ${percent(part)}; top: ${row * 1.5}em; --colour: rgb(66, 133, 244);`;
  return h(
    'div',
    { 'data-eventchip': '', 'data-opens-details': 'true', 'data-eventid': id, class: 'GTG3wb task', style },
    h(
      'div',
      { role: 'button', tabindex: 0 },
      h('span', { 'aria-hidden': 'true', class: 'nHqeVd' }, h('span', { class: 'WBi6vc' }, title)),
      h('span', { class: 'XuJrye' }, title),
    ),
  );
}
