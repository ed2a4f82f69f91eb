// Whether two names are one person's, however a mail program writes them: "Okafor, Amina" is Amina Okafor.

/** Null for a name that many may share: one word of plain letters. */
function wordsOf(name: string): string | null {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 1 || /[^\x20-\x7e]/.test(plain) ? words.sort().join(' ') : null;
}

export function isSameName(a: string, b: string): boolean {
  const words = wordsOf(a);
  return words !== null && words !== '' && words === wordsOf(b);
}
