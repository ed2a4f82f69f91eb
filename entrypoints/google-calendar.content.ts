import { defineContentScript } from 'wxt/utils/define-content-script';
import { openCalendarPage } from '../src/app/calendar-page/open.ts';
import { site } from '../src/sites/google-calendar/index.ts';

export default defineContentScript({
  matches: ['https://calendar.google.com/*'],
  registration: 'runtime',
  main: () => openCalendarPage(site),
});
