// Whether a typed name is a person's: people leave out a middle name, an accent or a capital.

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
const words = (name: string): string[] => fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every word typed stands in the name, and one of them is its first or its last. */
export function isNameOf(typed: string, name: string): boolean {
  const [said, known] = [words(typed), words(name)];
  if (said.length === 0) return false;
  if (known.length === 0) return true;
  const isWithin = said.every(
    (word) => known.includes(word) || (word.length === 1 && known.some((one) => one.startsWith(word))),
  );
  return isWithin && (said.includes(known[0]!) || said.includes(known.at(-1)!));
}
