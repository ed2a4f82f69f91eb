// Titles that speak of mentoring, of a speed session, or of a date of the programme's own.
import type { Programme } from '../../programme/programme.ts';
import { readWords, simplify } from './title-words.ts';

const mentoring = new Set([
  'mentoring',
  'mentor',
  'mentors',
  'mentee',
  'mentees',
  'mentorship',
  'mentorat',
  'mentoria',
]);
const keys = new WeakMap<Programme, string[][]>();

/** Words of mentoring, or of this programme; with `only`, of this programme alone. */
export function speaksOfMentoring(title: string, programme?: Programme, { only = false } = {}): boolean {
  const words = readWords(simplify(title));
  if (!only && words.some((word) => mentoring.has(word))) return true;
  return programme !== undefined && wordsOf(programme).some((phrase) => holds(words, phrase));
}

/** The programme's names for itself, each as words. */
function wordsOf(programme: Programme): string[][] {
  const known = keys.get(programme);
  if (known) return known;
  const made = [...programme.words, programme.short].map((text) => readWords(simplify(text)));
  keys.set(programme, made);
  return made;
}

/** "Speed session", "speed mentoring", under a programme that has such sessions. */
export function isSpeedSession(title: string, programme: Programme | undefined): boolean {
  if (!programme?.structure.forms.includes('speed-session')) return false;
  const words = readWords(simplify(title));
  if (!words.includes('speed')) return false;
  const names = programme.events.filter(({ kind }) => kind === 'session').map(({ name }) => readWords(simplify(name)));
  return [...names, ...wordsOf(programme)].some((phrase) => phrase.includes('speed') && holds(words, phrase));
}

/** Whether the words of a phrase stand there, one after the other. */
export function holds(words: readonly string[], phrase: readonly string[]): boolean {
  if (phrase.length === 0) return false;
  return words.some((_, at) => phrase.every((word, by) => words[at + by] === word));
}
