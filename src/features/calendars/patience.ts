// How long an answer is waited for: one that hangs would otherwise outlive the worker that asked.
import { AccountProblem } from '../../accounts/account.ts';

/** Seconds. */
export const PATIENCE = 15;

/** Rejects with `no-answer` once the signal aborts, whether or not the work heeds it. */
export async function within<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const end = () => late.reject(new AccountProblem('no-answer', 'no answer in time'));
  signal.addEventListener('abort', end, { once: true });
  try {
    signal.throwIfAborted();
    return await Promise.race([work(), late.promise]);
  } catch (error) {
    if (signal.aborted) throw new AccountProblem('no-answer', 'no answer in time');
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
  }
}
