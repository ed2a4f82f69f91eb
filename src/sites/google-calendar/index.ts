// Google Calendar, read from its page. Hooks and their proof: PAGE-FACTS section 2, gathered in November 2026.
import type { CalendarSite } from '../calendar-site.ts';
import { readOpenEvent } from './bubble.ts';
import { readPage } from './events.ts';
import { inspect } from './inspect.ts';
import { dayUrl } from './links.ts';
import { readOwner } from './owner.ts';

export const site: CalendarSite = {
  id: 'google-calendar',
  source: 'google-calendar-page',
  name: 'Google Calendar',
  matches: ['https://calendar.google.com/*'],
  readOwner,
  readEvents: (document, options) => readPage(document, options).events,
  readOpenEvent,
  inspect,
  dayUrl,
};
