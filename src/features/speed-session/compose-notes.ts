// The words a speed session leaves in the notes of its entries: the list made alone, and the answers at the end.
import type { Line, Reader, Session } from './session.ts';

/** As long as a note may be. */
const LONGEST = 20_000;

const kinds: Record<Line['kind'], string> = { goal: 'Goal', question: 'Question' };

/** The next 6 months in order of priority; '' where nothing was written. */
export function composeLines(lines: readonly Line[]): string {
  const written = lines.filter(({ text }) => text.trim() !== '');
  if (written.length === 0) return '';
  const numbered = written.map(({ kind, text }, at) => `${at + 1}. ${kinds[kind]}: ${text.trim()}`);
  return ['The next 6 months, the first matters most:', ...numbered].join('\n');
}

/** Each question with its answer; those of the other readers and those left open are not there. */
export function composeAnswers(questions: readonly string[], answers: Session['answers'], reader: Reader): string {
  return questions
    .flatMap((question, at) => {
      const answer = answers[at];
      const text = answer?.reader === reader ? answer.text.trim() : '';
      return text === '' ? [] : [`${question}\n${text}`];
    })
    .join('\n\n');
}

export const joinNotes = (parts: readonly string[]): string => parts.filter(Boolean).join('\n\n').slice(0, LONGEST);
