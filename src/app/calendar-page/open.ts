// Starts in a real page: ties the runner to the browser, and ends one of the same site that runs in this document already.
import type { calendars } from '../../features/calendars/contract.ts';
import { createPageAsk } from '../../messages/page-client.ts';
import type { CalendarSite } from '../../sites/calendar-site.ts';
import { answerHere } from '../page-watch/here.ts';
import { startCalendarPage } from './start.ts';

const key = Symbol.for('waymark-calendar');

/** On the object that all scripts of this extension share in a document, and that the page does not see. */
const shelf = globalThis as { [key]?: AbortController };

export function openCalendarPage(site: CalendarSite): void {
  const { runtime } = chrome;
  const end = new AbortController();
  shelf[key]?.abort();
  shelf[key] = end;
  answerHere(runtime, site.id, end.signal);
  startCalendarPage(site, {
    ask: createPageAsk<typeof calendars>({ runtime, signal: end.signal }),
    isAlive: () => runtime.id !== undefined,
    end,
    now: () => new Date().toISOString(),
    zone: Temporal.Now.timeZoneId(),
    address: () => location.href,
    document,
  });
}
