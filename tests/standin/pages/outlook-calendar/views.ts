// The surfaces: days side by side, and a month of cells.
import {
  type Day,
  daysFrom,
  daysOf,
  firstOfWeek,
  isAbove,
  locale,
  owner,
  type PageEvent,
  placeDay,
  today,
  zone,
} from '../calendar.ts';
import { h } from '../dom.ts';
import { HOUR, tile, timedTile } from './tile.ts';
import { sayDay } from './words.ts';

const isOn = (event: PageEvent, day: Day) => {
  const [first, last] = daysOf(event);
  return Temporal.PlainDate.compare(first, day) <= 0 && Temporal.PlainDate.compare(day, last) <= 0;
};

export function daysView(days: Day[], events: PageEvent[]): HTMLElement {
  const head = (day: Day) =>
    h(
      'div',
      {
        'data-column-date': day.toString(),
        role: 'columnheader',
        'aria-label': sayDay(day),
        class: day.equals(today()) ? 'o-today' : '',
      },
      h('span', { class: 'o-number' }, String(day.day)),
      h('span', {}, day.toLocaleString(locale, { weekday: 'short' })),
    );
  const above = (day: Day) =>
    h(
      'div',
      { class: 'o-above' },
      ...events.filter((each) => isAbove(each) && isOn(each, day)).map((each, n) => tile(each, n)),
    );
  const hour = (n: number) => h('div', { class: 'o-hour' }, `${n % 12 || 12} ${n < 12 ? 'AM' : 'PM'}`);
  const column = (day: Day) =>
    h('div', { class: 'templateColumnContent o-column' }, ...placeDay(events, day).map(timedTile), slot(day));
  const timed = h(
    'div',
    { 'data-app-section': 'calendar-view-0', id: 'calendar-view-0', class: 'o-scroll' },
    h('div', { class: 'o-hours', 'aria-hidden': 'true' }, ...Array.from({ length: 24 }, (_, n) => hour(n))),
    ...days.map(column),
  );
  const headers = h('div', { class: 'o-heads' }, h('div', { class: 'o-gutter' }), ...days.map(head));
  const aboves = h(
    'div',
    { 'data-app-section': 'calendar-view-header-0', id: 'calendar-view-header-0', class: 'o-aboves' },
    h('div', { class: 'o-gutter' }),
    ...days.map(above),
  );
  const surface = days.length === 1 ? 'Surface_Day' : 'Surface_Week';
  return h('div', { 'data-app-section': surface, class: 'o-surface' }, headers, aboves, timed);
}

/** An empty slot that is selected: a button with times and a date, and no event. */
function slot(day: Day): HTMLElement | null {
  if (!day.equals(today())) return null;
  const label = `6:00 AM to 6:30 AM, ${sayDay(day)}`;
  return h('div', {
    role: 'button',
    class: 'o-slot',
    'aria-label': label,
    style: `top: ${6 * HOUR}px; height: ${HOUR / 2}px`,
  });
}

export function monthView(day: Day, events: PageEvent[]): HTMLElement {
  const first = firstOfWeek(day.with({ day: 1 }));
  const cell = (each: Day) => {
    const midnight = each.toZonedDateTime(zone);
    const id = `monthDayCell_${each}T00:00:00.000${midnight.offset}_Eastern Standard Time_${owner.email}`;
    const shown = events.filter((event) => isOn(event, each)).map((event, n) => tile(event, n));
    return h(
      'div',
      { id, class: `o-cell ${each.equals(today()) ? 'o-today' : ''}` },
      h('span', { class: 'o-number' }, String(each.day)),
      ...shown,
    );
  };
  return h('div', { 'data-app-section': 'Surface_Month', class: 'o-month' }, ...daysFrom(first, 42).map(cell));
}
