// Events of the calendar that are dates of the programme: a launch, a training, a survey. Kept apart from mentoring.
import type { EventSpec, Programme } from '../../programme/programme.ts';
import { holds, speaksOfMentoring } from './session-words.ts';
import { readWords, simplify } from './title-words.ts';

/** What such dates are called, beside the names the pack has. */
const kinds: Record<EventSpec['kind'], readonly string[]> = {
  launch: ['launch', 'kickoff', 'opening'],
  training: ['training'],
  workshop: ['workshop', 'workshops'],
  'check-in': ['feedback'],
  evaluation: ['evaluation'],
  survey: ['survey'],
  session: [],
};

const nameWords = new WeakMap<object, string[]>();

/** The words of the pack's own name for a date, read once. */
function wordsOf(spec: Pick<EventSpec, 'name'>): string[] {
  const known = nameWords.get(spec) ?? readWords(simplify(spec.name));
  nameWords.set(spec, known);
  return known;
}

/** Whether a title names this date: by the pack's own name, or by the kind of it and the programme. */
export function namesDate(title: string, spec: Pick<EventSpec, 'name' | 'kind'>, programme: Programme): boolean {
  return isNamed(readWords(simplify(title)), title, spec, programme);
}

function isNamed(
  words: readonly string[],
  title: string,
  spec: Pick<EventSpec, 'name' | 'kind'>,
  programme: Programme,
): boolean {
  if (holds(words, wordsOf(spec))) return true;
  return kinds[spec.kind].some((word) => words.includes(word)) && speaksOfMentoring(title, programme);
}

/** A session that no rule speaks of is mentoring itself: a speed session is, a focus group is not. */
export function isMentoring({ id, kind }: EventSpec, { rules }: Programme): boolean {
  return kind === 'session' && !rules.some(({ events }) => events?.includes(id));
}

/** Whether a title names any date of the programme that is no mentoring. */
export function isProgrammeDate(title: string, programme: Programme | undefined): boolean {
  if (!programme) return false;
  const words = readWords(simplify(title));
  return programme.events.some((spec) => !isMentoring(spec, programme) && isNamed(words, title, spec, programme));
}
