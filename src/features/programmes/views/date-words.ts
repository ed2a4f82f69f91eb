// The words for a programme's dates: when, how they stand.
import type { DateState, ProgrammeDate } from '../../../domain/meeting/programme-dates.ts';
import type { Shape, Tone } from '../../../ui/Chip.tsx';
import { composeDate } from '../../../ui/dates.ts';

/** "4 Mar 2026", "1 to 31 May 2026"; what to do where there is no date. */
export function composeWhen({ window }: Pick<ProgrammeDate, 'window'>): string {
  if (!window) return 'Date not set';
  if (window.from === window.to) return composeDate(window.from);
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(Date.parse(`${window.from}T00:00Z`), Date.parse(`${window.to}T00:00Z`));
}

const states: Record<DateState, { text: string; shape: Shape; tone: Tone }> = {
  done: { text: 'Done', shape: 'tick', tone: 'met' },
  coming: { text: 'Coming', shape: 'none', tone: 'far' },
  open: { text: 'Now', shape: 'clock', tone: 'soon' },
  missed: { text: 'Missed', shape: 'triangle', tone: 'late' },
  'no-date': { text: 'No date', shape: 'question', tone: 'unknown' },
};

/** What is not mandatory is not missed: it is over. */
export function composeState({ state, mandatory, record }: ProgrammeDate): { text: string; shape: Shape; tone: Tone } {
  if (state === 'missed' && !mandatory) return { text: 'Over', shape: 'none', tone: 'far' };
  const doneOn = state === 'done' && record?.doneAt;
  return doneOn ? { ...states.done, text: composeDate(doneOn.slice(0, 10)) } : states[state];
}

/** What ticking it says: that one was there, or that it was completed. */
export function composeTick({ kind }: Pick<ProgrammeDate, 'kind'>): string {
  return kind === 'evaluation' || kind === 'survey' || kind === 'check-in' ? 'Completed' : 'Attended';
}
