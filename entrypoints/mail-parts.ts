import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerParts } from '../src/app/mail-page/offer.ts';

export default defineUnlistedScript(offerParts);
