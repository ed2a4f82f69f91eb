// Every code that a person may meet, as one calm sentence: what happened, and what would help.
import type { Suspect } from '../domain/people/suspect.ts';
import type { Doubt } from '../domain/verdict/verdict.ts';
import type { FailureCode } from '../messages/contract.ts';
import { composeStamp } from './dates.ts';

const failures: Record<FailureCode, string> = {
  full: 'There is no room left on this computer for Waymark’s data. Nothing was changed. Free some space and try again.',
  'newer-version':
    'This was written by a newer version of Waymark. Nothing was changed. Update Waymark, then try again.',
  blocked: 'Another Waymark page is holding the data open. Close the other Waymark tabs and try again.',
  unreadable: 'This can’t be read: it is cut, damaged or not a Waymark file. Nothing was changed.',
  closed: 'The data was closed while this ran. Nothing was changed. Try again.',
  'not-allowed': 'This page may not do that.',
  'bad-input': 'Something here is not in the form Waymark needs. Nothing was changed. Check what you entered.',
  'unknown-call': 'Waymark was updated while this page was open. Reload the page and try again.',
  'not-found': 'That is not there any more. It may have been removed in another tab.',
  failed: 'That did not work, and nothing was changed. Try again.',
  'no-answer': 'Waymark’s worker did not answer, so nothing was saved yet. Try again.',
  orphaned: 'Waymark was updated while this page was open. Reload the page to go on.',
};

/** The sentence for a failed call. */
export const composeFailure = (code: FailureCode): string => failures[code];

/** Why it can't be told, and what would settle it. */
export function composeDoubt(doubt: Doubt, zone: string): string {
  switch (doubt.code) {
    case 'not-covered':
      return 'Waymark has not seen the mailbox for all of this time. One search in the mailbox settles it.';
    case 'blind':
      return `The mailbox could not be read since ${composeStamp(doubt.since, zone)}. Opening it again may settle it.`;
    case 'newer-message':
      return `A newer message of ${composeStamp(doubt.at, zone)} is there, but who wrote it was not seen. Opening the thread settles it.`;
    case 'no-terms':
      return 'The semester dates are not set. Set them for this relationship.';
    case 'no-date':
      return 'The programme asks for this and its date is not known. Set the date.';
  }
}

/** The question about a sender or an account, and why it is asked. */
export function composeQuestion(suspect: Suspect): { title: string; reason: string } {
  const title = suspect.about === 'mentee' ? 'Is this a mentee?' : 'Is this your address?';
  const reasons: Record<Suspect['reason'], string> = {
    introduced: `Named in a mail from ${suspect.because}`,
    'same-domain': `Writes from ${suspect.because}, as your mentees do`,
    'programme-words': `The mail speaks of ${suspect.because}`,
    'same-name': `Has the name of ${suspect.because}, from an address you have not listed`,
    'new-account': 'This mailbox is open in your browser',
  };
  return { title, reason: reasons[suspect.reason] };
}
