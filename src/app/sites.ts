// The sites there are. A new one is one folder in `sites` and one line here.
import type { CalendarSite } from '../sites/calendar-site.ts';
import { site as gmail } from '../sites/gmail/index.ts';
import { site as googleCalendar } from '../sites/google-calendar/index.ts';
import { site as outlook } from '../sites/outlook/index.ts';
import { site as outlookCalendar } from '../sites/outlook-calendar/index.ts';
import type { MailSite } from '../sites/site.ts';

export const mailSites: readonly MailSite[] = [gmail, outlook];

export const calendarSites: readonly CalendarSite[] = [googleCalendar, outlookCalendar];

export const sites: readonly (MailSite | CalendarSite)[] = [...mailSites, ...calendarSites];
