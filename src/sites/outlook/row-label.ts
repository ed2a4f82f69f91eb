// What is read aloud of a row: "… senders subject time preview", in any language around them. It says the words that are
// shown once more, and so tells them from whatever else has come to stand between.
import { type Leaf, tidy } from './page-text.ts';

export interface RowLabel {
  text: string;
  /** How much of what the row shows it says: a word is one, the time two. Of nothing, or one word, it proves little. */
  said: number;
}

export function readLabel(row: Element, shown: Leaf[], time: string): RowLabel {
  const text = tidy(row.getAttribute('aria-label'), 4000);
  const words = shown.filter((leaf) => leaf.text.length > 2 && text.includes(leaf.text));
  return { text, said: words.length + (time !== '' && text.includes(time) ? 2 : 0) };
}

/** The subject is what stands right before the shown time. */
export function findBeforeTime({ text }: RowLabel, leaves: Leaf[], time: string): Leaf | undefined {
  if (!time) return undefined;
  return leaves.filter((leaf) => text.includes(` ${leaf.text} ${time}`)).sort(byLength)[0];
}

const byLength = (one: Leaf, other: Leaf) => other.text.length - one.text.length;

/** Whether these words may be told: a label that says others has to say them. */
export const isSaid = ({ text, said }: RowLabel, words: string) => said < 2 || text.includes(words);

/** Whether one of the first words stands right before the second, as far as the label tells. */
export function isSaidAfter({ text, said }: RowLabel, first: string[], second: string): boolean {
  return said < 1 || first.some((one) => one !== '' && [' ', ', '].some((gap) => text.includes(one + gap + second)));
}
