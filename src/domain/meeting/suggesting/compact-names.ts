// Names in scripts that put no space between words: the name has to begin where a word may, and what follows has to be
// the end, a sign, or a word of meeting, since a longer name may begin the same way.

const compactScript = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}$/u;
const leads = ['与', '和', '跟', '同', '及', '约', '见'];
const follows =
  /^(?:[^\p{L}]|$|见面|会议|会面|面谈|咖啡|聊天|讨论|开会|电话|视频|谈话|一对一|导师|さん|様|氏|先生|와|과|님|씨)/u;

/** A name of two characters or more in such a script, as one word. */
export function isCompact(word: string): boolean {
  return compactScript.test(word);
}

/** Who of these stands in a title, as `simplify` gives it. */
export function findCompact(title: string, names: readonly { person: string; name: string }[]): string[] {
  return names.filter(({ name }) => stands(title, name)).map(({ person }) => person);
}

function stands(title: string, name: string): boolean {
  for (let at = title.indexOf(name); at >= 0; at = title.indexOf(name, at + 1)) {
    const before = title.slice(0, at).at(-1) ?? '';
    const begins = !/\p{L}/u.test(before) || leads.includes(before);
    if (begins && follows.test(title.slice(at + name.length))) return true;
  }
  return false;
}
