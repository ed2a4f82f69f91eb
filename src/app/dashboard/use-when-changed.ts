// A value that is costly to read: read again when the ledger changed, one reading after the other.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageDeps } from '../page-deps.ts';
import type { Live } from '../use-live.ts';

/** Changes that come while it is read lead to one more reading, however many they are. */
export function useWhenChanged<T>(deps: PageDeps, read: () => Promise<T>): [Live<T>, () => void] {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let [isGone, isReading, isStale] = [false, false, false];
    const load = async () => {
      if (isReading) {
        isStale = true;
        return;
      }
      isReading = true;
      const next: Live<T> = await read().then(
        (value) => ({ state: 'ready', value }) as const,
        () => ({ state: 'failed' }) as const,
      );
      isReading = false;
      if (isGone) return;
      setLive(next);
      if (isStale) {
        isStale = false;
        void load();
      }
    };
    void load();
    const stop = deps.onChange(() => void load());
    return () => {
      isGone = true;
      stop();
    };
  }, [deps, read, asked]);
  return [live, useCallback(() => setAsked((count) => count + 1), [])];
}
