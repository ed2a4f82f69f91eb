// A wait of a mentee who was told of an absence says so. The deadline stands as it is.
import type { makeWasTold } from '../../domain/away/now.ts';
import type { Mark, MarkState } from './mark.ts';

const waiting: ReadonlySet<MarkState> = new Set(['open', 'late', 'your-turn']);

export function markTold(
  mark: Mark,
  { relationship, menteeId }: { relationship: string; menteeId: string },
  wasTold: ReturnType<typeof makeWasTold>,
  now: string,
): Mark {
  const isWait = mark.since !== undefined && waiting.has(mark.state);
  return isWait && wasTold(relationship, menteeId, mark.since!, now) ? { ...mark, awayTold: true } : mark;
}
