// What the writer of a plain-text message wrote, without quotes and signature.
import EmailReplyParser from 'email-reply-parser';

/** Longer texts are no closing word, and the parser's patterns take their time on them. */
const LONGEST = 4000;

/** Lines after which a message is passed on, not written. */
const forwarded = /^[-\s_]*(forwarded message|original message|weitergeleitete nachricht|message transféré)/im;

/** `''` where there is nothing of their own. */
export function readOwnReply(text: string): string {
  const end = text.search(forwarded);
  const whole = end >= 0 ? text.slice(0, end) : text;
  const own = new EmailReplyParser().read(whole.slice(0, LONGEST)).getVisibleText();
  return own
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .trim();
}
