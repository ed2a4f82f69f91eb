// Google Calendar, as far as the extension can tell: a bar, calendars, a week or a day of columns, details of one event.
import {
  config,
  type Day,
  dayOfPath,
  daysFrom,
  firstOfWeek,
  isAbove,
  loadCalendars,
  locale,
  owner,
  type PageCalendars,
  type PageEvent,
  placeDay,
  today,
  zone,
} from '../calendar.ts';
import { follow, h } from '../dom.ts';
import { showDetails } from './bubble.ts';
import { aboveChip, taskChip, timedChip } from './chip.ts';
import { sayDate, word } from './words.ts';

const dateKey = ({ year, month, day }: Day) => String((year - 1970) * 512 + month * 32 + day);
const principal = btoa(owner.email);
const heading = h('span', { class: 'month', role: 'heading' });
const side = h('div', { class: 'side' });
const main = h('div', { role: 'main', class: 'main' });

const view = (): 'week' | 'day' => (/\/day(\/|$)/.test(location.pathname) ? 'day' : 'week');

function shownDays(): Day[] {
  const day = dayOfPath(location.pathname) ?? today();
  return view() === 'day' ? [day] : daysFrom(firstOfWeek(day), 7);
}

function go(day: Day): void {
  const root = location.pathname.replace(/\/r(\/.*)?$/, '');
  history.pushState(null, '', `${root}/r/${view()}/${day.year}/${day.month}/${day.day}${location.search}`);
  void show();
}

function step(by: number): void {
  go((shownDays()[0] ?? today()).add({ days: by * (view() === 'day' ? 1 : 7) }));
}

const opens = (event: PageEvent, chip: HTMLElement) => {
  chip.addEventListener('click', () => showDetails(event, chip));
  return chip;
};

function column(day: Day, index: number, events: PageEvent[]): HTMLElement {
  const cell = h('div', {
    role: 'gridcell',
    tabindex: -1,
    'data-column-index': index,
    'data-datekey': dateKey(day),
    'data-principal-ids': principal,
    class: `BiKU4b ${day.equals(today()) ? 'today' : ''}`,
  });
  cell.append(...placeDay(events, day).map((placed) => opens(placed.event, timedChip(placed))));
  return cell;
}

/** One cell over all days; nothing in it says which day is where but its place. */
function above(days: Day[], { events, tasks }: PageCalendars): HTMLElement {
  const cell = h('div', { role: 'gridcell', class: 'qLWd9c', tabindex: -1 });
  let row = 0;
  for (const event of events.filter(isAbove)) {
    const chip = aboveChip(event, days, row);
    if (!chip) continue;
    cell.append(opens(event, chip));
    row++;
  }
  for (const task of tasks) {
    const at = days.findIndex((day) => day.toString() === task.date);
    if (at < 0) continue;
    cell.append(taskChip(`tasks_${task.key}`, task.title, at, days.length, row));
    row++;
  }
  const at = days.findIndex((day) => day.equals(today()));
  if (at >= 0) cell.append(taskChip('tasks_rollover_view', `${tasks.length} pending tasks`, at, days.length, row++));
  cell.style.height = `${Math.max(1, row) * 1.5 + 0.5}em`;
  return cell;
}

function hours(): HTMLElement {
  const label = (hour: number) =>
    h('div', { class: 'hour' }, hour === 0 ? '' : `${hour % 12 || 12} ${hour < 12 ? 'AM' : 'PM'}`);
  return h('div', { class: 'hours', 'aria-hidden': 'true' }, ...Array.from({ length: 24 }, (_, hour) => label(hour)));
}

/** "GMT-04", as above the hours of the real page. */
function offset(day: Day): string {
  const { offsetNanoseconds } = day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' });
  const minutes = Math.abs(offsetNanoseconds) / 60_000_000_000;
  const rest = minutes % 60 ? `:${String(minutes % 60).padStart(2, '0')}` : '';
  return `GMT${offsetNanoseconds < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}${rest}`;
}

function columnHeads(days: Day[]): HTMLElement {
  const head = (day: Day) =>
    h(
      'div',
      { role: 'columnheader', class: `head ${day.equals(today()) ? 'today' : ''}`, 'aria-label': sayDate(day) },
      h('span', { class: 'weekday' }, day.toLocaleString(locale, { weekday: 'short' })),
      h('span', { class: 'number' }, String(day.day)),
    );
  return h(
    'div',
    { class: 'heads', role: 'row' },
    h('div', { class: 'zone' }, offset(days.at(-1)!)),
    ...days.map(head),
  );
}

async function show(): Promise<void> {
  const days = shownDays();
  const shown = await loadCalendars(days[0]!, days.length);
  document.body.dataset.viewkey = view().toUpperCase();
  document.body.dataset.viewfamily = 'EVENT';
  main.dataset.startDateKey = dateKey(days[0]!);
  main.dataset.endDateKey = dateKey(days.at(-1)!);
  heading.textContent = days[0]!.toLocaleString(locale, { month: 'long', year: 'numeric' });
  document.title = `Google Calendar - Week of ${sayDate(days[0]!)}`;
  const scrolled = main.querySelector('.scroll')?.scrollTop ?? 8 * 48;
  const columns = days.map((day, index) => column(day, index, shown.events));
  main.replaceChildren(
    columnHeads(days),
    h('div', { class: 'above', role: 'row' }, h('div', { class: 'zone' }), above(days, shown)),
    h('div', { class: 'scroll', role: 'grid' }, hours(), h('div', { class: 'columns', role: 'row' }, ...columns)),
  );
  main.querySelector('.scroll')!.scrollTop = scrolled;
  const listed = shown.calendars.map(({ id, name, colour }) =>
    h('li', { role: 'listitem', 'data-id': btoa(id) }, h('span', { class: 'dot', style: `--colour: ${colour}` }), name),
  );
  side.replaceChildren(
    h('h2', {}, word('calendars')),
    h('div', { role: 'list', 'aria-label': word('calendars') }, ...listed),
  );
}

function button(text: string, label: string, press: () => void): HTMLElement {
  const made = h('button', { type: 'button', 'aria-label': label }, text);
  made.addEventListener('click', press);
  return made;
}

function bar(): HTMLElement {
  return h(
    'header',
    { role: 'banner', class: 'bar' },
    h('span', { class: 'logo' }, h('span', { class: 'sheet' }, String(today().day)), 'Calendar'),
    button(word('today'), word('today'), () => go(today())),
    button('‹', 'Previous', () => step(-1)),
    button('›', 'Next', () => step(1)),
    heading,
    h(
      'a',
      {
        class: 'account',
        href: 'https://accounts.google.com/SignOutOptions?hl=en',
        role: 'button',
        'aria-label': `Google Account: ${owner.name ?? ''}  \n(${owner.email})`,
      },
      (config.account.address.name ?? '?').slice(0, 1),
    ),
  );
}

document.body.append(bar(), h('div', { class: 'below' }, side, main));
addEventListener('popstate', () => void show());
setTimeout(() => void show(), 150);
follow(() => void show());
