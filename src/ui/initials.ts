// Initials of a name in any script, and a tint that stays the same for the same person.

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const TINTS = 5;

function firstLetter(word: string): string {
  for (const { segment } of graphemes.segment(word)) if (/[\p{L}\p{N}]/u.test(segment)) return segment;
  return '';
}

/** At most two letters: of the first and the last word that have one, brackets left out; '?' where there is none. */
export function composeInitials(name: string): string {
  const letters = name
    .slice(0, 300)
    .replace(/\(.*\)/, '')
    .split(/[\s,]+/)
    .map(firstLetter)
    .filter((letter) => letter !== '');
  const [first] = letters;
  if (!first) return '?';
  const last = letters.length > 1 ? letters[letters.length - 1] : '';
  return (first + last).toLocaleUpperCase();
}

/** A number from 0 to 4, by the person's id. */
export function findTint(id: string): number {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % TINTS;
}
