// Tells the worker what was seen: only what differs, one call at a time, the latest wins, again until acknowledged.
import type { Answer } from '../../messages/contract.ts';

/** Milliseconds after which the same sight is told again, so that what was covered reaches to the present. */
const EXTEND = 600_000;
/** Milliseconds to wait after the first failure; doubled with each further one. */
const BACK_OFF = 2000;
const BACK_OFF_LIMIT = 120_000;

export interface Teller<Sight> {
  /** Takes the newest sight and tells it if it is news. */
  offer(sight: Sight): void;
  /** The next sight is told even if it is no news. */
  expire(): void;
}

interface Listener<Sight, Told> {
  send(sight: Sight): Promise<Answer<Told>>;
  /** Two sights with the same key tell the same facts; only the time differs. */
  keyOf(sight: Sight): string;
  onAnswer(sight: Sight, answer: Told): void;
  /** The extension was updated or removed: nobody will answer any more. */
  onOrphaned(): void;
}

export function makeTeller<Sight extends { at: string }, Told>(
  signal: AbortSignal,
  { send, keyOf, onAnswer, onOrphaned }: Listener<Sight, Told>,
): Teller<Sight> {
  let latest: Sight | null = null;
  let told: { key: string; at: string } | null = null;
  let failures = 0;
  let waiting = false;

  const isNews = (sight: Sight, key: string) =>
    told === null || key !== told.key || Date.parse(sight.at) - Date.parse(told.at) >= EXTEND;

  const tell = async (): Promise<void> => {
    if (waiting || signal.aborted || !latest) return;
    const sight = latest;
    const key = keyOf(sight);
    if (!isNews(sight, key)) return;
    waiting = true;
    // What is asked for while this call runs must not be forgotten when it ends.
    told = { key, at: sight.at };
    const answer = await send(sight);
    waiting = false;
    if (signal.aborted) return;
    if (answer.ok) {
      failures = 0;
      onAnswer(sight, answer.value);
      return tell();
    }
    told = null;
    if (answer.code === 'orphaned') return onOrphaned();
    waiting = true;
    setTimeout(resume, Math.min(BACK_OFF * 2 ** failures++, BACK_OFF_LIMIT));
  };
  const resume = () => {
    waiting = false;
    void tell();
  };

  return {
    offer(sight) {
      latest = sight;
      void tell();
    },
    expire() {
      told = null;
    },
  };
}
