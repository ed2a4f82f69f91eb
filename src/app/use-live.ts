// A value that is read again whenever the ledger changes, and now and then because time passes.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageDeps } from './page-deps.ts';

export type Live<T> = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; value: T };

const HALF_A_MINUTE = 30_000;

export function useLive<T>(deps: PageDeps, read: () => Promise<T>): [Live<T>, () => void] {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  const load = useCallback(() => {
    read().then(
      (value) => setLive({ state: 'ready', value }),
      () => setLive({ state: 'failed' }),
    );
  }, [read]);
  useEffect(() => {
    load();
    const stop = deps.onChange(load);
    const timer = setInterval(load, HALF_A_MINUTE);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [deps, load]);
  return [live, load];
}
