// The sites as our own pages need them: names and addresses to open, without the readers of their pages.
import type { CalendarSite } from '../sites/calendar-site.ts';
import * as gmail from '../sites/gmail/links.ts';
import * as googleCalendar from '../sites/google-calendar/links.ts';
import * as outlook from '../sites/outlook/links.ts';
import * as outlookCalendar from '../sites/outlook-calendar/links.ts';
import type { MailSite } from '../sites/site.ts';

/** What of a site is needed to name it, to ask for access to it and to open it. */
export type SiteLinks = Pick<MailSite, 'id' | 'source' | 'name' | 'matches' | 'threadUrl' | 'searchFor' | 'composeUrl'>;

export const mailLinks: readonly SiteLinks[] = [
  {
    id: 'gmail',
    source: 'gmail-page',
    name: 'Gmail',
    matches: ['https://mail.google.com/*'],
    threadUrl: gmail.threadUrl,
    searchFor: gmail.searchFor,
    composeUrl: gmail.composeUrl,
  },
  {
    id: 'outlook',
    source: 'outlook-page',
    name: 'Outlook',
    matches: [
      'https://outlook.office.com/*',
      'https://outlook.office365.com/*',
      'https://outlook.live.com/*',
      'https://outlook.cloud.microsoft/*',
    ],
    threadUrl: outlook.threadUrl,
    searchFor: outlook.searchFor,
    composeUrl: outlook.composeUrl,
  },
];

/** What of a calendar site is needed to name it, to ask for access to it and to open it. */
export type CalendarLinks = Pick<CalendarSite, 'id' | 'source' | 'name' | 'matches' | 'dayUrl'>;

export const calendarLinks: readonly CalendarLinks[] = [
  {
    id: 'google-calendar',
    source: 'google-calendar-page',
    name: 'Google Calendar',
    matches: ['https://calendar.google.com/*'],
    dayUrl: googleCalendar.dayUrl,
  },
  {
    id: 'outlook-calendar',
    source: 'outlook-calendar-page',
    name: 'Outlook calendar',
    matches: [
      'https://outlook.office.com/calendar/*',
      'https://outlook.office365.com/calendar/*',
      'https://outlook.live.com/calendar/*',
      'https://outlook.cloud.microsoft/calendar/*',
    ],
    dayUrl: outlookCalendar.dayUrl,
  },
];
