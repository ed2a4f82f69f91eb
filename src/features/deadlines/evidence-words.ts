// Evidence in words: what a message is and how that is known, where it was seen, what was said about it.
import type { AsksReason } from '../../domain/thread/asks.ts';
import type { Contact, Correction } from '../../domain/thread/contact.ts';
import type { KindReason } from '../../domain/thread/kind.ts';
import type { Message, MessageKind } from '../../domain/thread/message.ts';
import { composeStamp } from '../../ui/dates.ts';
import type { Exhibit, MessageExhibit } from './evidence.ts';

export const kindNames: Record<MessageKind, string> = {
  personal: 'Personal',
  'auto-reply': 'Automatic reply',
  bulk: 'Mailing',
  calendar: 'Calendar notice',
  bounce: 'Delivery failure',
};

const kindReasons: Record<KindReason, string> = {
  'auto-submitted': 'its header says that a machine sent it',
  'autoreply-field': 'it carries the mark of an automatic responder',
  'autoreply-subject': 'its subject begins as automatic replies do',
  'null-return-path': 'it names no address to return to, as only machines do',
  report: 'it is a report about another message',
  'failed-recipients': 'it lists addresses that could not be reached',
  'mailer-daemon': 'a mail server wrote it',
  'calendar-method': 'it carries an invitation or the answer to one',
  'feedback-id': 'a mailing service sent it',
  unsubscribe: 'one can unsubscribe from it',
  precedence: 'its header marks it as sent to many',
  'no-reply': 'nobody reads the address it comes from',
  'known-person': 'one of your people sent it, and nothing marks it as automatic',
  person: 'nothing in its headers marks it as automatic',
};

const guesses: Record<MessageKind, string> = {
  personal: 'subject and sender look like a person’s; the page shows no headers',
  'auto-reply': 'its subject or its speed is that of an automatic reply; the page shows no headers',
  bulk: 'its sender looks like an address nobody reads; the page shows no headers',
  calendar: 'its subject begins as calendar notices do; the page shows no headers',
  bounce: 'its subject or sender is that of a failed delivery; the page shows no headers',
};

/** Why it is of that kind: a sentence without its end. */
export function composeKindReason({ kind, kindReason, via }: Message): string {
  if (via) return `${via} passed on what they wrote there`;
  return kindReasons[kindReason as KindReason] ?? guesses[kind];
}

/** Only words told what it is, and no header. */
export const isKindGuessed = ({ kindGuessed, kindReason }: Message): boolean =>
  kindGuessed === true || kindReason === undefined;

const asksReasons: Record<AsksReason, string> = {
  question: 'it asks a question',
  request: 'it asks for something',
  thanks: 'it only says thanks, it seems',
  assent: 'it only agrees, it seems',
  'no-need': 'it says that no answer is needed',
  short: 'it is a short note; where that is not sure, the clock runs',
  unsure: 'its words do not tell; where that is not sure, the clock runs',
};

/** Whether it needs an answer and why; '' where its text was never at hand. */
export function composeAsks({ asks, asksReason }: Message): string {
  if (asks === undefined && asksReason === undefined) return '';
  const why = asksReasons[asksReason as AsksReason];
  const what = asks === false ? 'Needs no answer' : 'Needs an answer';
  return why ? `${what}: ${why}` : what;
}

/** "Seen in Gmail and in a mailbox file". */
export function composeSeen({ seenIn = [] }: Message, nameOf: (source: string) => string): string {
  const sources = seenIn.map((each) => nameOf(typeof each === 'string' ? each : each.source));
  const names = [...new Set(sources)];
  return names.length === 0 ? '' : `Seen in ${new Intl.ListFormat('en', { type: 'conjunction' }).format(names)}`;
}

/** "You said on 9 Mar 2026, 10:20: an automatic reply". */
export function composeCorrection({ at, kind, asks }: Correction, zone: string): string {
  const said = [
    kind && kindNames[kind].toLowerCase(),
    asks === undefined ? undefined : asks ? 'needs an answer' : 'needs no answer',
  ];
  return `You said on ${composeStamp(at, zone)}: ${said.filter(Boolean).join(', ')}`;
}

const channels: Record<Contact['channel'], string> = {
  text: 'Text',
  call: 'Call',
  'in-person': 'Talk in person',
  platform: 'Message on the platform',
  email: 'Mail',
  other: 'Contact',
};

/** "Call you made", "Text from them", "Call you tried". */
export function composeContact({ channel, direction, made }: Contact): string {
  const written = channel === 'text' || channel === 'platform' || channel === 'email';
  const yours = made ? (written ? 'you sent' : 'you made') : 'you tried';
  return `${channels[channel]} ${direction === 'in' ? 'from them' : yours}`;
}

/** What stands there of anything but a message. */
export function composeExhibit(exhibit: Exclude<Exhibit, MessageExhibit>): string {
  switch (exhibit.what) {
    case 'contact':
      return `${composeContact(exhibit.contact)}, as you logged it`;
    case 'meeting':
      return exhibit.meeting.topics[0] ? `Meeting: ${exhibit.meeting.topics[0]}` : 'Meeting in your log';
    case 'glimpse':
      return 'A message seen in a list, not opened here';
  }
}

/** "3 more messages, not counted for it". */
export function composeBeside(count: number): string {
  return `${count === 1 ? '1 more message' : `${count} more messages`}, not counted for it`;
}
