// Which messages belong to one thread, told from what each names as its ancestors (RFC 5322, 3.6.4; the linking of RFC
// 5256), in whatever order they come. Held are numbers made of ids and subjects, and one name for each thread: a large file
// has a million of them.
import { baseSubject, isAnswerSubject } from '../../domain/thread/base-subject.ts';

export interface ThreadInput {
  id: string;
  references: readonly string[];
  subject: string;
  from: string;
  to: readonly string[];
  /** The provider's own thread. */
  given?: string;
}

export interface FoundThread {
  thread: string;
  /** True where only the subject told. */
  guessed?: true;
}

/** `onMerge` is told when a message shows that two threads were one all along. */
export function makeThreads(
  onMerge: (thread: string, into: string) => void = () => {},
): (message: ThreadInput) => FoundThread {
  const byMessage = new Map<number, string>();
  const bySubject = new Map<number, { thread: string; from: number }>();
  const merged = new Map<string, string>();
  const now = (thread: string): string => {
    let last = thread;
    for (let into = merged.get(last); into !== undefined; into = merged.get(last)) last = into;
    if (last !== thread) merged.set(thread, last);
    return last;
  };
  const merge = (threads: readonly string[], into: string) => {
    for (const thread of new Set(threads.map(now))) {
      if (thread === into) continue;
      merged.set(thread, into);
      onMerge(thread, into);
    }
  };
  return ({ id, references, subject, from, to, given }) => {
    const ids = [...references, id];
    const keys = ids.map(toKey);
    const known = keys.flatMap((key) => byMessage.get(key) ?? []);
    const base = baseSubject(subject);
    const isLost = known.length === 0 && references.length === 0 && base !== '' && isAnswerSubject(subject);
    const alike = isLost && given === undefined ? bySubject.get(toKey(base)) : undefined;
    // A list is nobody: an answer goes to the person who wrote.
    const isSame = alike !== undefined && (to.some((each) => toKey(each) === alike.from) || toKey(from) === alike.from);
    const thread = now(given ?? known[0] ?? (isSame ? alike.thread : copy(ids[0]!)));
    merge(known, thread);
    for (const key of keys) byMessage.set(key, thread);
    if (base && !bySubject.has(toKey(base))) bySubject.set(toKey(base), { thread, from: toKey(from) });
    return isSame ? { thread, guessed: true } : { thread };
  };
}

/** 53 bits of two sums (FNV-1a): among a million texts, two are alike once in eighteen thousand files. */
function toKey(text: string): number {
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

/** A part of a text keeps the whole of it in memory; a copy does not. */
const copy = (text: string): string => decoder.decode(encoder.encode(text));
