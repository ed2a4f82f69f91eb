import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerJudge } from '../src/app/mail-page/offer-judge.ts';

export default defineUnlistedScript(offerJudge);
