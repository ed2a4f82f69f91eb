// How the timer of a speed session is put in words.
import { composeMinutes } from '../../log-page/words.ts';
import type { Reader, Role, Session, Step } from '../session.ts';
import { roleIn } from '../session.ts';
import type { Reading } from '../timer.ts';

export const stepTitles: Record<Step, string> = {
  partner: 'Who with',
  alone: 'Alone',
  halves: 'Talk',
  'wrap-up': 'Wrap up',
};

export const roleWords: Record<Role, string> = { mentor: 'You are the mentor', mentee: 'You are the mentee' };

/** "7:05": minutes and seconds, a second that has begun counted. */
export function composeClock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Said once at half and once at the end, so the words stay the same in between; '' until then. */
export function composeAnnouncement({ state, isPastHalf }: Reading, next: string): string {
  if (state === 'over') return `The time is over. ${next}`;
  return isPastHalf ? 'Half of the time is over.' : '';
}

/** "10 min as the mentor, then 10 min as the mentee". */
export function composeShare(session: Session): string {
  const part = (half: number) => `${composeMinutes(session.minutes)} as the ${roleIn(session, half)}`;
  return `${part(0)}, then ${part(1)}`;
}

export const readerChoices = (other: string): { value: Reader; text: string }[] => [
  { value: 'mine', text: 'Only you' },
  { value: 'ours', text: `You and ${other}` },
];
