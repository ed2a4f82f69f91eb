import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openAwayPage } from '../src/app/away-page/open.ts';
import { awayForm } from '../src/sites/gmail/vacation.ts';

export default defineUnlistedScript(() => openAwayPage(awayForm));
