// Outlook's calendar, as far as the extension can tell: a bar, calendars, days or a month, the card of one event.
import {
  config,
  type Day,
  dayOfPath,
  daysFrom,
  firstOfWeek,
  loadCalendars,
  locale,
  owner,
  today,
} from '../calendar.ts';
import { follow, h } from '../dom.ts';
import { daysView, monthView } from './views.ts';

type View = 'day' | 'week' | 'workweek' | 'month';

const heading = h('h2', { class: 'o-title' });
const side = h('div', { 'data-app-section': 'NavigationPane', class: 'o-nav' });
const surface = h('div', { 'data-app-section': 'CalendarModule', role: 'main', class: 'o-main' });

const view = () => (/\/view\/(\w+)/.exec(location.pathname)?.[1] ?? 'week') as View;
const day = (): Day => dayOfPath(location.pathname) ?? today();

function shownDays(): Day[] {
  const first = firstOfWeek(day());
  if (view() === 'day') return [day()];
  if (view() === 'workweek') return daysFrom(first.add({ days: 1 }), 5);
  return view() === 'month' ? daysFrom(firstOfWeek(day().with({ day: 1 })), 42) : daysFrom(first, 7);
}

function go(to: Day, as: View = view()): void {
  history.pushState(null, '', `/calendar/view/${as}/${to.year}/${to.month}/${to.day}${location.search}`);
  void show();
}

function step(by: number): void {
  const length = { day: { days: by }, week: { weeks: by }, workweek: { weeks: by }, month: { months: by } }[view()];
  go(day().add(length));
}

async function show(): Promise<void> {
  const days = shownDays();
  const { events, calendars } = await loadCalendars(days[0]!, days.length);
  document.title = `Calendar - ${owner.name ?? owner.email} - Outlook`;
  heading.textContent = day().toLocaleString(locale, { month: 'long', year: 'numeric' });
  const scrolled = surface.querySelector('.o-scroll')?.scrollTop ?? 8 * 48;
  surface.replaceChildren(view() === 'month' ? monthView(day(), events) : daysView(days, events));
  const scroll = surface.querySelector('.o-scroll');
  if (scroll) scroll.scrollTop = scrolled;
  const root = h(
    'div',
    { id: 'primaryMailboxRoot_1', 'data-folder-name': owner.name, title: owner.email, class: 'o-root' },
    config.account.address.name,
  );
  const dot = (colour: string) => h('span', { class: 'o-dot', style: `--colour: ${colour}` });
  side.replaceChildren(
    root,
    ...calendars.map(({ name, colour }) => h('div', { class: 'o-calendar' }, dot(colour), name)),
  );
}

function button(text: string, press: () => void, label = text): HTMLElement {
  const made = h('button', { type: 'button', class: 'o-button', 'aria-label': label }, text);
  made.addEventListener('click', press);
  return made;
}

const views = (['day', 'workweek', 'week', 'month'] as const).map((each) =>
  button(`${each.slice(0, 1).toUpperCase()}${each.slice(1)}`, () => go(day(), each)),
);

document.body.append(
  h('header', { class: 'o-top', role: 'banner' }, h('span', { class: 'o-logo' }, 'Outlook')),
  h(
    'div',
    { class: 'o-ribbon' },
    button('Today', () => go(today())),
    button('‹', () => step(-1), 'Previous'),
    button('›', () => step(1), 'Next'),
    heading,
    ...views,
  ),
  h('div', { class: 'o-below' }, side, surface),
);
addEventListener('popstate', () => void show());
setTimeout(() => void show(), 150);
follow(() => void show());
