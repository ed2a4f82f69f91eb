// Text made alike for searching, in any script: marks, case, width and a few letters that do not decompose are levelled.

const letters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
};

const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** `Łukasz Żółć` → `lukasz zolc`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(special, (letter) => letters[letter] ?? letter);
}

/** The words that have all to be found. */
export function parseWords(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}
