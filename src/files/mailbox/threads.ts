// Which messages belong to one thread, told from what each names as its ancestors (RFC 5322, 3.6.4; the linking of RFC
// 5256), in whatever order they come. Only ids are held.
import { baseSubject } from '../../domain/thread/base-subject.ts';

/** A subject that says it answers. */
const answer = /^\s*(?:\[[^\]]{1,60}\]\s*)*(?:re|aw|sv|vs|antw|odp|rif|res|回复|答复|رد|ответ)(?:\[\d+\])?\s*[:：]/i;

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
  const byMessage = new Map<string, string>();
  const bySubject = new Map<string, { thread: string; from: string }>();
  const merged = new Map<string, string>();
  const now = (thread: string): string => {
    const into = merged.get(thread);
    return into === undefined ? thread : now(into);
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
    const known = ids.flatMap((each) => byMessage.get(each) ?? []);
    const base = baseSubject(subject);
    const isLost = known.length === 0 && references.length === 0 && base !== '' && answer.test(subject);
    const alike = isLost && given === undefined ? bySubject.get(base) : undefined;
    // A list is nobody: an answer goes to the person who wrote.
    const isSame = alike !== undefined && (to.includes(alike.from) || from === alike.from);
    const thread = now(given ?? known[0] ?? (isSame ? alike.thread : ids[0]!));
    merge(known, thread);
    for (const each of ids) byMessage.set(each, thread);
    if (base && !bySubject.has(base)) bySubject.set(base, { thread, from });
    return isSame ? { thread, guessed: true } : { thread };
  };
}
