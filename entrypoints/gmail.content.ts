import { defineContentScript } from 'wxt/utils/define-content-script';
import { openMailPage } from '../src/app/mail-page/open.ts';
import { site } from '../src/sites/gmail/index.ts';

export default defineContentScript({
  matches: ['https://mail.google.com/*'],
  registration: 'runtime',
  main: () => openMailPage(site),
});
