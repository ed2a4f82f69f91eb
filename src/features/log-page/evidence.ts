// What stands behind a verdict, in words: the mails, contacts and meetings that decide it.
import type { Ledger } from '../../domain/ledger.ts';
import type { Contact } from '../../domain/thread/contact.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';

export interface Evidence {
  id: string;
  /** An instant. */
  at: string;
  /** "Mail", "Call", "Meeting". */
  kind: string;
  about: string;
}

const channels: Record<Contact['channel'], string> = {
  text: 'Text',
  call: 'Call',
  'in-person': 'In person',
  platform: 'On the platform',
  email: 'Mail',
  other: 'Contact',
};

/** `slice` holds the records of the verdict's relationship. In order; what is gone since is left out. */
export function readEvidence(verdict: Verdict, slice: Ledger): Evidence[] {
  const wanted = new Set(verdict.evidence);
  const found: Evidence[] = [
    ...slice.messages.flatMap(({ id, sentAt, subject }) =>
      wanted.has(id) ? [{ id, at: sentAt, kind: 'Mail', about: subject }] : [],
    ),
    ...slice.glimpses.flatMap(({ id, at }) =>
      wanted.has(id) ? [{ id, at, kind: 'Mail', about: 'seen in a list' }] : [],
    ),
    ...slice.contacts.flatMap(({ id, at, channel }) =>
      wanted.has(id) ? [{ id, at, kind: channels[channel], about: '' }] : [],
    ),
    ...slice.meetings.flatMap(({ id, start, topics }) =>
      wanted.has(id) ? [{ id, at: start, kind: 'Meeting', about: topics[0] ?? '' }] : [],
    ),
  ];
  return found.sort((a, b) => (a.at < b.at ? -1 : 1));
}
