// Outlook calendar, read from its page. Hooks and their proof: PAGE-FACTS section 4, gathered in November 2026.
import type { CalendarSite } from '../calendar-site.ts';
import { readOpenEvent } from './card.ts';
import { readPage } from './events.ts';
import { inspect } from './inspect.ts';
import { dayUrl } from './links.ts';
import { readOwner } from './owner.ts';

export const site: CalendarSite = {
  id: 'outlook-calendar',
  source: 'outlook-calendar-page',
  name: 'Outlook calendar',
  matches: ['office.com', 'office365.com', 'live.com', 'cloud.microsoft'].map(
    (host) => `https://outlook.${host}/calendar/*`,
  ),
  readOwner,
  readEvents: (document, options) => readPage(document, options).events.map(({ event }) => event),
  readOpenEvent,
  inspect,
  dayUrl,
};
