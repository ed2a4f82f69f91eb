// What runs in a calendar page: scans it and tells the worker what it shows. It puts nothing into the page. One signal
// ends all of it.
import type { CalendarSight, calendars } from '../../features/calendars/contract.ts';
import type { Answer } from '../../messages/contract.ts';
import type { CalendarInspection, CalendarSite } from '../../sites/calendar-site.ts';
import { makeSettler, PATIENCE } from '../page-watch/settle.ts';
import { makeTeller } from '../page-watch/tell.ts';
import { makeTick } from '../page-watch/tick.ts';
import { watchPage } from '../page-watch/watch.ts';
import { hasRead, isOnSite, isStrange, keyOfReading, type Reading, readPage } from './see.ts';

export interface CalendarPageDeps {
  ask(call: 'calendar.saw' & keyof typeof calendars, sight: CalendarSight): Promise<Answer<null>>;
  /** False once the extension was updated or removed under this page. */
  isAlive(): boolean;
  end: AbortController;
  /** The present instant, ISO 8601 in UTC. */
  now(): string;
  /** IANA zone that the page is taken to show; a page that contradicts it is refused by its reader. */
  zone: string;
  /** The page's address, which changes without the page being loaded again. */
  address(): string;
  document: Document;
}

/** Attributes in which hosts put another event, day or time into the same element. */
const attributes = [
  'data-eventid',
  'data-datekey',
  'data-start-date-key',
  'data-calitemid',
  'data-column-date',
  'aria-label',
  'title',
];

export function startCalendarPage(site: CalendarSite, deps: CalendarPageDeps): void {
  const { document, end, now, zone } = deps;
  const { signal } = end;
  const settle = makeSettler<Reading, CalendarInspection>({
    inspect: () => site.inspect(document, { zone, now: now() }),
    isStrange,
    keyOf: keyOfReading,
    hasRead,
  });
  let reading: Reading | undefined;

  const scan = () => {
    if (!deps.isAlive()) return end.abort();
    reading = isOnSite(site, deps.address()) ? readPage(site, document, now(), { zone, now: now() }) : undefined;
    // In a task of its own: the page goes first.
    if (reading) setTimeout(tell, 0, reading);
  };
  const tell = (told: Reading) => {
    if (signal.aborted || told !== reading) return;
    const sight = settle(told);
    if (sight) teller.offer(sight);
    else setTimeout(() => watch.soon(), PATIENCE);
  };
  const teller = makeTeller<CalendarSight, null>(signal, {
    send: (sight) => deps.ask('calendar.saw', sight),
    keyOf: keyOfReading,
    onAnswer: () => {},
    onOrphaned: () => end.abort(),
  });

  document.defaultView?.addEventListener('pagehide', (event) => event.persisted || end.abort(), { signal });
  makeTick(now, signal, () => watch.soon());
  const watch = watchPage(document, signal, scan, attributes);
}
