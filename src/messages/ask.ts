// Asking the worker from our own pages: checked before it leaves, so that a mistake is told where it was made.
import * as z from 'zod/mini';
import type { Contract } from './contract.ts';
import { type Ask, createPageAsk, type Line } from './page-client.ts';

export function createAsk<C extends Contract>(contract: C, line: Line): Ask<C> {
  const ask = createPageAsk<C>(line);
  return async (call, input) => {
    const parsed = z.safeParse(contract[call]!.input, input);
    if (parsed.success) return ask(call, input);
    return { ok: false, code: 'bad-input', detail: parsed.error.issues[0]?.path.join('.') ?? '' };
  };
}
