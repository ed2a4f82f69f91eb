// A ready mail as an address that opens the webmail's own window, filled. Addresses can't be of any length, so what does
// not fit goes another way, and who opens it is told.

/** A compose address is taken up to about so many letters: Outlook's are known to be cut at 2 048. */
export const LONGEST_ADDRESS = 2000;

export interface MailParts {
  to: string[];
  bcc: string[];
  subject: string;
  /** What has to be in it. */
  text: string;
  /** What goes below it if there is room: a handover sheet. Where there is none, `instead` is what the mail says of it. */
  below?: string;
  instead?: string;
}

/** What did not fit. Recipients who don't are never moved to where others see them. */
export type LeftOut = 'below' | 'text' | 'bcc';

export interface PlannedMail {
  url: string;
  left: LeftOut[];
}

export type ComposeAddress = (to: string[], subject: string, body: string, bcc: string[]) => string;

/** The fullest that fits; at last an empty mail under its subject, which always does. */
export function planMail({ to, bcc, subject, text, below, instead }: MailParts, compose: ComposeAddress): PlannedMail {
  const withBelow = below ? `${text}\n\n${below}` : text;
  const withInstead = instead ? `${text}\n\n${instead}` : text;
  const unread: LeftOut[] = below ? ['below'] : [];
  const hidden: LeftOut[] = bcc.length > 0 ? ['bcc'] : [];
  const plans: { body: string; bcc: string[]; left: LeftOut[] }[] = [
    { body: withBelow, bcc, left: [] },
    { body: withInstead, bcc, left: unread },
    { body: withInstead, bcc: [], left: [...unread, ...hidden] },
    { body: '', bcc: [], left: [...unread, 'text', ...hidden] },
  ];
  const addresses = plans.map((plan) => ({ url: compose(to, subject, plan.body, plan.bcc), left: plan.left }));
  return addresses.find(({ url }) => url.length <= LONGEST_ADDRESS) ?? addresses.at(-1)!;
}
