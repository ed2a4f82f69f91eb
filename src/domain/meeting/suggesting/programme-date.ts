// Events of the calendar that are dates of the programme: a launch, a training, a survey. Kept apart from mentoring.
import type { EventSpec, Programme } from '../../programme/programme.ts';
import { holds, speaksOfMentoring } from './session-words.ts';
import { readWords, simplify } from './title-words.ts';

/** What such dates are called, beside the names the pack has. Sessions are mentoring and not among them. */
const kinds: Record<EventSpec['kind'], readonly string[]> = {
  launch: ['launch', 'kickoff', 'kick-off', 'opening'],
  training: ['training'],
  workshop: ['workshop', 'workshops'],
  'check-in': ['feedback'],
  evaluation: ['evaluation'],
  survey: ['survey'],
  session: [],
};

/** Whether a title names this date: by the pack's own name, or by the kind of it and the programme. */
export function namesDate(title: string, spec: Pick<EventSpec, 'name' | 'kind'>, programme: Programme): boolean {
  const words = readWords(simplify(title));
  if (holds(words, readWords(simplify(spec.name)))) return true;
  const kind = kinds[spec.kind].some((word) => holds(words, readWords(word)));
  return kind && speaksOfMentoring(title, programme);
}

/** Whether a title names any date of the programme that is no mentoring. */
export function isProgrammeDate(title: string, programme: Programme | undefined): boolean {
  if (!programme) return false;
  return programme.events.some((spec) => spec.kind !== 'session' && namesDate(title, spec, programme));
}
