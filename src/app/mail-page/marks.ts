// The worker's marks, kept by thread: a row element may hold another thread by the time an answer comes.
import type { Sight, SightMarks } from '../../features/deadlines/contract.ts';
import type { Mark } from '../../features/deadlines/mark.ts';

type Row = Sight['rows'][number];

interface ThreadMarks extends Pick<SightMarks, 'line' | 'suspect'> {
  key: string;
}

export interface Marks {
  learn(sight: Sight, marks: SightMarks): void;
  /** Null when the row is none of ours, or changed since it was judged. */
  findMark(row: Row): Mark | null;
  /** What was said about this open thread; `key` tells it from others. */
  findThread(thread: NonNullable<Sight['thread']>): ThreadMarks;
  /** The ledger changed: what is shown stays until the next answer, what is out of sight is not kept beyond it. */
  expire(): void;
  forget(): void;
}

const keyOfRow = (row: Row) => row.threadId ?? row.lastMessageId;
const stateOfRow = ({ lastMessageId, lastAt, count }: Row) => `${lastMessageId} ${lastAt} ${count}`;

/** Also where the page gives a thread no id. */
const keyOfThread = (thread: NonNullable<Sight['thread']>) =>
  thread.threadId ?? JSON.stringify([thread.subject, thread.messages[0]]);

export function makeMarks(): Marks {
  const rows = new Map<string, { state: string; mark: Mark | null }>();
  let open: ThreadMarks | null = null;
  let expired = false;
  return {
    learn(sight, marks) {
      if (expired) rows.clear();
      expired = false;
      sight.rows.forEach((row, index) => {
        const key = keyOfRow(row);
        if (key) rows.set(key, { state: stateOfRow(row), mark: marks.rows[index] ?? null });
      });
      open = sight.thread && { key: keyOfThread(sight.thread), line: marks.line, suspect: marks.suspect };
    },
    findMark(row) {
      const known = rows.get(keyOfRow(row) ?? '');
      return known?.state === stateOfRow(row) ? known.mark : null;
    },
    findThread(thread) {
      const key = keyOfThread(thread);
      return open?.key === key ? open : { key, line: null, suspect: null };
    },
    expire() {
      expired = true;
    },
    forget: () => rows.clear(),
  };
}
