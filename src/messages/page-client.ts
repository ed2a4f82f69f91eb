// Asking the worker, repeated until it acknowledges. Page scripts carry this, so it knows contracts as types only.
import type { Answer, Contract, InputOf, OutputOf } from './contract.ts';

export interface Line {
  /** `browser.runtime`; its id is gone once the extension was updated or removed under the page. */
  runtime: { readonly id?: string; sendMessage(message: unknown): Promise<unknown> };
  /** Ends every call under way, and each pause between two tries. */
  signal: AbortSignal;
}

/** Never rejects. `no-answer` when the worker was not reached in several tries, `orphaned` when it never will be. */
export type Ask<C extends Contract> = <K extends keyof C & string>(
  call: K,
  input: InputOf<C[K]>,
) => Promise<Answer<OutputOf<C[K]>>>;

/** Milliseconds before each try. */
const PAUSES = [0, 250, 1000, 4000];
/** Milliseconds after which a call is taken for lost: a worker that died does not always say so. */
const PATIENCE = 20_000;

const lost = { ok: false, code: 'no-answer' } as const;
const orphaned = { ok: false, code: 'orphaned' } as const;

export function createPageAsk<C extends Contract>(line: Line): Ask<C> {
  return async (call, input) => {
    const message = { call, input, request: crypto.randomUUID() };
    for (const wait of PAUSES) {
      await pause(wait, line.signal);
      if (line.signal.aborted) break;
      const answer = await send(line, message);
      if (answer) return answer as Answer<never>;
    }
    return lost;
  };
}

/** The worker's answer, or null when the message may have been lost. */
async function send({ runtime, signal }: Line, message: unknown): Promise<Answer<unknown> | null> {
  const over = new AbortController();
  try {
    if (!runtime.id) return orphaned;
    const patience = pause(PATIENCE, AbortSignal.any([signal, over.signal]));
    const answer = await Promise.race([runtime.sendMessage(message), patience]);
    return answer ? (answer as Answer<unknown>) : null;
  } catch (error) {
    return /context invalidated/i.test(String(error)) ? orphaned : null;
  } finally {
    over.abort();
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (!ms) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
