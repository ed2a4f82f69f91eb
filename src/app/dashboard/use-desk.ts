// What the dashboard shows, read in two steps: what is small first, on which the log stands, then the overview.
import { useCallback, useState } from 'preact/hooks';
import type { Ledger } from '../../domain/ledger.ts';
import type { Overview } from '../../features/deadlines/overview.ts';
import type { PageDeps } from '../page-deps.ts';
import { type Live, useLive } from '../use-live.ts';

interface Read {
  overview: Overview;
  small: Ledger;
}

interface DeskRead {
  live: Live<Read>;
  /** The newest reading of what is small; the overview of it may still be on its way. */
  small: Ledger | null;
  reload: () => void;
}

const FRAME = 32;

/** Resolves when what was set is drawn; in a page that is not drawn, soon. */
const drawn = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, FRAME);
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** `first`: the place shown needs only what is small, so that is drawn before the overview is composed. */
export function useDesk(deps: PageDeps, first: boolean): DeskRead {
  const [small, setSmall] = useState<Ledger | null>(null);
  const read = useCallback(async () => {
    const found = await deps.readSmall();
    setSmall(found);
    if (first) await drawn();
    return { small: found, overview: await deps.readOverview(found) };
  }, [deps, first]);
  const [live, reload] = useLive(deps, read);
  return { live, small, reload };
}
