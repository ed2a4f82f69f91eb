import { defineContentScript } from 'wxt/utils/define-content-script';
import { openCalendarPage } from '../src/app/calendar-page/open.ts';
import { site } from '../src/sites/outlook-calendar/index.ts';

export default defineContentScript({
  matches: [
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.live.com/*',
    'https://outlook.cloud.microsoft/*',
  ],
  registration: 'runtime',
  main: () => openCalendarPage(site),
});
