// What became of a calendar file, in words.
import { composeDate } from '../../../ui/dates.ts';
import { type Counts, type FileProblem, type FileWindow, MOST_BYTES, type Outcome } from './calendar-file.ts';

type Refusal = Extract<Outcome, { state: 'refused' }>['code'];

const refusals: Record<Refusal, string> = {
  'too-large': `is larger than a calendar gets: Waymark reads up to ${MOST_BYTES / 1_000_000} MB. Export a shorter time from your calendar and choose that file.`,
  'too-many':
    'has more events in this time than a calendar of one person gets, so none were taken. Export one calendar alone, or a shorter time, and choose that file.',
  'not-a-calendar': 'is no calendar file. Export your calendar as .ics and choose that file.',
  unreadable: 'could not be opened. It may have been moved since it was chosen. Choose it again.',
  'not-stored':
    'was read, but not all of its events could be stored. Choose it again: what is there already is not added twice.',
};

export const composeRefusal = (name: string, code: Refusal): string => `“${name}” ${refusals[code]}`;

const events = (count: number) => (count === 1 ? '1 event' : `${count.toLocaleString()} events`);

/** "12 events added, 3 changed, 40 known already." */
export function composeCounts({ added, changed, same }: Counts): string {
  if (added + changed + same === 0) return 'No events of this time stand in it.';
  const rest = [
    changed ? `${changed.toLocaleString()} changed` : '',
    same ? `${same.toLocaleString()} known already` : '',
  ];
  return `${[`${events(added)} added`, ...rest.filter(Boolean)].join(', ')}.`;
}

export function composeWindow({ from, to }: FileWindow): string {
  return `Events from ${composeDate(from.slice(0, 10))} to ${composeDate(to.slice(0, 10))} are read.`;
}

/** Why something was left out. Details are names out of the file: of a property, a zone. */
export function composeFileProblem({ code, detail }: FileProblem): string {
  const named = detail ? ` (${detail})` : '';
  switch (code) {
    case 'cut':
      return 'The file ends in the middle of something; what stands of it was read';
    case 'broken-line':
      return `A line that can’t be read${named} was left out`;
    case 'broken-event':
      return `An event without a time that can be read${named} was left out`;
    case 'unknown-zone':
      return `A time zone nobody knows${named}: its times were taken in yours`;
    case 'cannot-expand':
      return `A repetition that can’t be worked out${named}: only the dates the file names were read`;
    case 'too-long':
      return 'There is more in this event than can be read: from this line on, some of it was left out';
    case 'more':
      return 'More lines could not be read than are listed here';
    case 'not-a-calendar':
      return 'This is no calendar';
    case 'too-large':
    case 'too-many':
      return 'There is more in it than a calendar has';
  }
}
