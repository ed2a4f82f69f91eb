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
  /** What goes below it if there is room: a handover sheet. */
  below?: string;
}

export interface PlannedMail {
  url: string;
  /** What did not fit, to be pasted or attached by the person. */
  left: ('below' | 'text' | 'bcc')[];
}

type Compose = (to: string[], subject: string, body: string, bcc: string[]) => string;

/** The fullest that fits. Recipients who don't fit are never moved to where others see them. */
export function planMail({ to, bcc, subject, text, below }: MailParts, compose: Compose): PlannedMail {
  const whole = below ? `${text}\n\n${below}` : text;
  const plans: PlannedMail[] = [
    { url: compose(to, subject, whole, bcc), left: [] },
    ...(below ? [{ url: compose(to, subject, text, bcc), left: ['below' as const] }] : []),
    { url: compose(to, subject, '', bcc), left: [...(below ? (['below'] as const) : []), 'text'] },
    { url: compose(to, subject, text, []), left: [...(below ? (['below'] as const) : []), 'bcc'] },
  ];
  return plans.find(({ url }) => url.length <= LONGEST_ADDRESS) ?? plans.at(-1)!;
}
