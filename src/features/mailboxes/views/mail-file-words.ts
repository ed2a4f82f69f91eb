// What became of a mailbox file, in words.
import { composeDate } from '../../../ui/dates.ts';
import type { FileCover } from './file-cover.ts';
import type { MailFileProblem, MailFileRead, MailOutcome } from './mailbox-file.ts';

type Refusal = Extract<MailOutcome, { state: 'refused' }>['code'];

const refusals: Record<Refusal, string> = {
  empty: 'is empty. Export it again, or choose another file.',
  'not-a-mailbox':
    'is no mailbox file. Export your mail as .mbox (Google Takeout, Thunderbird) or save a message as .eml, and choose that file.',
  unreadable: 'could not be opened. It may have been moved since it was chosen. Choose it again.',
  'not-stored':
    'was read, but not all of its messages could be stored. Choose it again: what is there already is not added twice.',
};

export const composeRefusal = (name: string, code: Refusal): string => `“${name}” ${refusals[code]}`;

const messages = (count: number) => (count === 1 ? '1 message' : `${count.toLocaleString()} messages`);

/** "1,204 messages read, 40 of them with your people: 38 added, 2 known already." */
export function composeCounts({ read, kept, counts: { added, changed, same } }: MailFileRead): string {
  if (read === 0) return 'None of its messages could be read.';
  const of = read === 1 ? (kept === 1 ? ', with one of your people' : ', not with your people') : '';
  const whole = `${messages(read)} read${of || `, ${kept.toLocaleString()} of them with your people`}`;
  const rest = [
    added ? `${added.toLocaleString()} added` : '',
    changed ? `${changed.toLocaleString()} changed` : '',
    same ? `${same.toLocaleString()} known already` : '',
  ].filter(Boolean);
  return rest.length > 0 ? `${whole}: ${rest.join(', ')}.` : `${whole}. The rest is forgotten.`;
}

const day = (instant: string, zone: string) =>
  composeDate(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString());

/** What the file shows of absence too, which needs mail of both sides. */
export function composeCover({ from, to, sent, received }: FileCover, zone: string): string {
  const stretch = `${day(from, zone)} to ${day(to, zone)}`;
  if (sent && received) {
    return `It covers ${stretch}. If it is the file of one folder, it covers less than it seems: export all mail, sent mail included.`;
  }
  const side = sent ? 'what you sent' : 'what you received';
  return `It holds only ${side} (${stretch}): what it shows counts, but no month is covered by it. Export all mail, with both.`;
}

const problems: Record<MailFileProblem['code'], string> = {
  'no-sender': 'It names no sender',
  'no-date': 'It has no date that can be read',
  unreadable: 'Its parts can’t be told apart',
  'not-a-mailbox': 'This is no message',
};

export const composeMailProblem = ({ code }: MailFileProblem): string => problems[code];

export function composeBroken(count: number): string {
  return count === 1 ? '1 message could not be read' : `${count.toLocaleString()} messages could not be read`;
}
