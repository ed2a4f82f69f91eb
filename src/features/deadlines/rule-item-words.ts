// The words of the rows of meetings, entries and dates.
import type { Total } from '../../domain/meeting/credit.ts';
import type { ProgrammeDate } from '../../domain/meeting/programme-dates.ts';
import type { MeetingNeed } from '../../domain/verdict/rules/meeting-windows.ts';

/** "12 June". */
export function composeDayOf(date: string, locale?: string): string {
  return Temporal.PlainDate.from(date).toLocaleString(locale, { day: 'numeric', month: 'long' });
}

/** "1.5 h". */
export function composeHours(minutes: number): string {
  return `${Math.round(minutes / 6) / 10} h`;
}

/** "1 of 3 meetings, 1.5 h of 3 h". */
export function composeHave({ meetings, minutes }: MeetingNeed, have: Total, within?: string): string {
  if (have.meetings === 0) return `No meeting yet${within ? ` in ${within}` : ''}`;
  const parts = [
    meetings !== undefined && `${have.meetings} of ${meetings} meetings`,
    minutes !== undefined && `${composeHours(have.minutes)} of ${composeHours(minutes)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** "6 of 14 mentees still to meet in Spring semester". */
export function composeLacking(open: number, all: number, within?: string): string {
  const who = open === all ? `All ${all} mentees` : `${open} of ${all} mentees`;
  return `${who} still to meet${within ? ` in ${within}` : ''}`;
}

const parts: Record<string, string> = {
  'mentor-name': 'name of the mentor',
  'mentor-signature': 'signature of the mentor',
  'mentee-name': 'name of the mentee',
  'mentee-signature': 'signature of the mentee',
  'mentee-contact': 'contact of the mentee',
  date: 'date',
  'time-spent': 'time spent',
  topics: 'topics',
};

/** What an entry lacks, in words; a part that a pack names otherwise is said as it is named. */
export function composeMissing(missing: readonly string[]): string {
  return missing.map((part) => parts[part] ?? part).join(', ');
}

/** "2 entries to complete", with what some of them lack. */
export function composeUnfinished(count: number, missing: readonly string[]): { title: string; detail: string } {
  const isSigning = missing.every((part) => part.endsWith('-signature'));
  const entries = count === 1 ? '1 entry' : `${count} entries`;
  if (isSigning) return { title: `${entries} to sign`, detail: `Missing: ${composeMissing(missing)}` };
  return { title: `${entries} to complete`, detail: `Missing: ${composeMissing(missing)}` };
}

/** "On 12 March", "Mandatory, until 31 March". */
export function composeDateDetail({ mandatory, window, record }: ProgrammeDate): string {
  if (!window) return '';
  const when =
    record || window.from === window.to ? `on ${composeDayOf(window.to)}` : `until ${composeDayOf(window.to)}`;
  return mandatory ? `Mandatory, ${when}` : `${when[0]!.toUpperCase()}${when.slice(1)}`;
}
