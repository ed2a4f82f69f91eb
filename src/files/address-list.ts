// Addresses as people paste them: `Amina Okafor <a@x.edu>, b@y.edu; "Li, Jun" <j@x.edu>`, on one line or on many.
import type { Entry } from './roster.ts';
import { isHeader } from './roster-header.ts';

type Token = { kind: 'quoted' | 'angled' | 'separator' | 'space' | 'word'; text: string };

// Every alternative takes what it can and none looks back far, so that a long line costs its length and no more.
const TOKENS = /"([^"]*)"|<([^<>]*)>|([,;\t])|(\s+)|([^\s<>,;"]+|[<>"])/g;

const LIST_SIGN = /^\s*(\d{1,4}[.)]|[-–*•])\s+/;

export function readAddressList(text: string): Entry[] {
  const lines = text.split('\n');
  if (isHeader(lines[0]!)) lines[0] = '';
  return lines.flatMap((line, index) => readLine(line.replace(LIST_SIGN, ''), index + 1));
}

function tokens(line: string): Token[] {
  return Array.from(line.matchAll(TOKENS), ([, quoted, angled, separator, space, word]): Token => {
    if (quoted !== undefined) return { kind: /^\S+@\S+$/.test(quoted) ? 'word' : 'quoted', text: quoted };
    if (angled !== undefined) return { kind: 'angled', text: angled.trim() };
    if (separator !== undefined) return { kind: 'separator', text: separator };
    if (space !== undefined) return { kind: 'space', text: ' ' };
    return { kind: 'word', text: word! };
  });
}

/** Goes along the line, gathering a name until an address closes it. */
function readLine(line: string, number: number): Entry[] {
  const found: Entry[] = [];
  let before: Token[] = [];
  const all = tokens(line);
  for (const [at, token] of all.entries()) {
    if (token.kind !== 'angled' && !isBareAddress(all, at)) {
      before.push(token);
      continue;
    }
    const { name, others } = split(before, token.kind === 'angled');
    found.push(...others.map((other) => ({ line: number, name: other, addresses: [] })));
    found.push({ line: number, name, addresses: [token.text] });
    before = [];
  }
  addRest(found, before, number);
  return found;
}

/** A word with an at-sign, unless an address in angle brackets follows and it is only that one's name. */
function isBareAddress(all: readonly Token[], at: number): boolean {
  const token = all[at]!;
  if (token.kind !== 'word' || !token.text.includes('@')) return false;
  const next = all.slice(at + 1, at + 3).find((each) => each.kind !== 'space');
  return next?.kind !== 'angled';
}

/**
 * What stands between two addresses: people without an address, and the name that belongs to the next one. Before angle
 * brackets a comma may part surname and first name; before a bare address it ends an item.
 */
function split(before: readonly Token[], angled: boolean): { name: string; others: string[] } {
  const items = [''];
  for (const token of before) {
    const item = items.at(-1)!;
    if (token.kind === 'separator' && (token.text !== ',' || !angled)) items.push('');
    else if (token.kind === 'separator')
      items[items.length - 1] = item === '' || item.endsWith(',') ? item : `${item},`;
    else if (token.kind !== 'space') items[items.length - 1] = item === '' ? token.text : `${item} ${token.text}`;
  }
  const name = items.pop()!.replace(/,$/, '');
  return { name, others: items.filter((item) => item !== '') };
}

/** After the last address: a name that follows it directly, in round brackets or not, and people without an address. */
function addRest(found: Entry[], rest: readonly Token[], line: number): void {
  const last = found.at(-1);
  const next = rest.find((token) => token.kind !== 'space');
  const { name, others } = split(rest, false);
  const items = [...others, name].filter((item) => item !== '');
  if (last?.name === '' && next && next.kind !== 'separator') {
    last.name = items.shift()!.replace(/^\((.*)\)$/, '$1');
  }
  found.push(...items.map((item) => ({ line, name: item, addresses: [] })));
}
