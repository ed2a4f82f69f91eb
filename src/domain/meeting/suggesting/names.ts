// People named in a title. A whole name is enough; a first name alone only where nobody else has it and the title says
// nothing but that one meets them. What might as well be a word names nobody (precision before recall).
import type { Person } from '../../people/person.ts';
import { findCompact, isCompact } from './compact-names.ts';
import { leadingWords, lightWords, meetingWords, otherWords, readWords, simplify, wordNames } from './title-words.ts';

const honorifics = new Set(['dr', 'prof', 'mr', 'mrs', 'ms', 'mx', 'doc']);
/** Shorter given names are too often something else. */
const SHORTEST = 3;

interface Known {
  person: string;
  words: string[];
  isWhole: boolean;
}

export interface NameIndex {
  /** Ways to write a name, by the first of its words. */
  byWord: Map<string, Known[]>;
  compact: { person: string; name: string }[];
  /** Words of the owner's own name. */
  mine: ReadonlySet<string>;
}

/** `people` are those to find; `everybody` makes sure that no one else is meant. */
export function indexNames(
  people: readonly Person[],
  everybody: readonly Person[],
  mine: readonly Person[],
): NameIndex {
  const holders = new Map<string, Set<string>>();
  const hold = (key: string, person: string) => {
    const known = holders.get(key);
    if (known) known.add(person);
    else holders.set(key, new Set([person]));
  };
  for (const { id, name } of everybody) {
    const words = nameWords(name);
    for (const word of words) hold(word, id);
    for (const way of waysOf(words)) hold(way.join(' '), id);
  }
  const isOnly = (key: string) => (holders.get(key)?.size ?? 0) <= 1;
  const index: NameIndex = {
    byWord: new Map(),
    compact: [],
    mine: new Set(mine.flatMap(({ name }) => nameWords(name))),
  };
  for (const { id, name } of people) {
    const words = nameWords(name);
    if (words.length === 1 && isCompact(words[0]!)) {
      if (isOnly(words[0]!)) index.compact.push({ person: id, name: words[0]! });
      continue;
    }
    for (const way of waysOf(words)) if (isOnly(way.join(' '))) enter(index, { person: id, words: way, isWhole: true });
    const [first] = words;
    if (first && [...first].length >= SHORTEST && isOnly(first))
      enter(index, { person: id, words: [first], isWhole: false });
  }
  return index;
}

function enter(index: NameIndex, known: Known): void {
  const at = index.byWord.get(known.words[0]!);
  if (at) at.push(known);
  else index.byWord.set(known.words[0]!, [known]);
}

/** Given name first, also where it is written "Li, Jun". */
function nameWords(name: string): string[] {
  const [last = '', first] = name.split(',', 2);
  const words = readWords(simplify(first === undefined ? last : `${first} ${last}`));
  return words.filter((word) => !honorifics.has(word));
}

/** A whole name as it may be written, longest first: all of it, given name with the second or the last, the last first. */
function waysOf(words: readonly string[]): string[][] {
  const [first, second] = words;
  const last = words.at(-1);
  if (first === undefined || second === undefined || last === undefined) return [];
  const ways = [[...words], [first, second], [first, last], [last, first]];
  return [...new Map(ways.map((way) => [way.join(' '), way])).values()];
}

/** Who is named in this title, each once; empty where it is not sure that one meets them. */
export function findNamed(title: string, index: NameIndex): string[] {
  const simple = simplify(title);
  const words = readWords(simple);
  const found: { known: Known; at: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const known = index.byWord.get(words[at]!)?.find((each) => each.words.every((word, by) => words[at + by] === word));
    if (!known) continue;
    found.push({ known, at });
    at += known.words.length - 1;
  }
  const compact = index.compact.length > 0 ? findCompact(simple, index.compact) : [];
  if (found.length === 0 && compact.length === 0) return [];
  if (words.some((word) => otherWords.has(word))) return [];
  const whole = [...found.filter(({ known }) => known.isWhole).map(({ known }) => known.person), ...compact];
  const others = found.filter(({ known }) => !known.isWhole);
  if (whole.length > 0) return [...new Set([...whole, ...others.map(({ known }) => known.person)])];
  return named(words, others, index);
}

/** By given names alone: nothing else may stand there, and one that is a word as well has to be led to. */
function named(
  words: readonly string[],
  found: readonly { known: Known; at: number }[],
  { mine }: NameIndex,
): string[] {
  const names = new Set(found.map(({ at }) => at));
  const rest = words.filter((_, at) => !names.has(at));
  if (!rest.every((word) => mine.has(word) || isLight(word))) return [];
  const withMe = rest.some((word) => mine.has(word));
  const sure = found.every(
    ({ known, at }) => !wordNames.has(known.words[0]!) || withMe || leadingWords.has(words[at - 1] ?? ''),
  );
  return sure ? [...new Set(found.map(({ known }) => known.person))] : [];
}

function isLight(word: string): boolean {
  return meetingWords.has(word) || leadingWords.has(word) || lightWords.has(word) || /^\p{N}+$/u.test(word);
}
