// A look at JSON text before it is parsed: how deep it nests, and whether it ends too early. A parser keeps a note for
// every bracket that is open, so a file of nothing else would take all memory.

/** No file of ours comes near it. */
const DEEPEST = 60;

const HEAD = '{"waymark":"backup"';

/** Whether the text nests deeper than any file of ours. */
export function isTooDeep(text: string): boolean {
  return countBrackets(text).deepest > DEEPEST;
}

/** True when the text begins as a backup does and stops before its brackets are closed. */
export function isCut(text: string): boolean {
  const head = text.slice(0, 200).replace(/\s/g, '');
  const begins = head.length > 0 && (head.startsWith(HEAD) || HEAD.startsWith(head));
  return begins && countBrackets(text).open;
}

/** Brackets outside strings. Ends as soon as the text is known to be too deep. */
function countBrackets(text: string): { deepest: number; open: boolean } {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && deepest <= DEEPEST; at += 1) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
      if (at < 0) return { deepest, open: true };
    } else if (character === '{' || character === '[') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return { deepest, open: depth > 0 };
}

/** Index of the closing quote, or -1. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}
