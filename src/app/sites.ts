// The mail sites there are. A new one is one folder in `sites` and one line here.
import { site as gmail } from '../sites/gmail/index.ts';
import { site as outlook } from '../sites/outlook/index.ts';
import type { MailSite } from '../sites/site.ts';

export const mailSites: readonly MailSite[] = [gmail, outlook];

/** The origin of a match pattern like `https://mail.google.com/*`. */
export function originOf(pattern: string): string {
  return new URL(pattern.replace(/\*$/, '')).origin;
}
