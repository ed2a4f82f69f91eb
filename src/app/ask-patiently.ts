// Calls that last as long as a person needs: they are sent once and waited for, since a repetition would show the
// provider's sign-in page twice.
import type { Answer } from '../messages/contract.ts';
import type { Line } from '../messages/page-client.ts';
import type { Ask, PageContract } from './page-deps.ts';

export function askPatiently(calls: readonly (keyof PageContract)[], line: Line, otherwise: Ask): Ask {
  return async (call, input) => {
    if (!calls.includes(call)) return otherwise(call, input);
    const { runtime, signal } = line;
    if (!runtime.id) return { ok: false, code: 'orphaned' };
    const answer = await Promise.race([
      runtime.sendMessage({ call, input, request: crypto.randomUUID() }).catch(() => undefined),
      ended(signal),
    ]);
    return (answer as Answer<never> | undefined) ?? { ok: false, code: 'no-answer' };
  };
}

function ended(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
