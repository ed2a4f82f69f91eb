// Which sites may be read, and asking for one.
import { useEffect, useState } from 'preact/hooks';
import type { AccessSite } from '../../features/sources/views/AccessList.tsx';
import type { PageDeps } from '../page-deps.ts';
import type { Asking } from '../use-asking.ts';

export function useAccess(deps: PageDeps, asking: Asking): { sites: AccessSite[]; allow: (id: string) => void } {
  const [allowed, setAllowed] = useState<string[]>([]);
  useEffect(() => {
    deps.readAccess().then(setAllowed, () => setAllowed([]));
  }, [deps]);
  const allow = (id: string) => {
    const site = deps.sites.find((one) => one.id === id);
    if (!site) return;
    // The browser asks only while the click lasts, so nothing is awaited before this.
    deps.requestAccess(site).then(
      async (granted) => {
        setAllowed(await deps.readAccess());
        if (granted) await asking.run(deps.ask('sites.refresh', {}), `${site.name} is read from now on`);
        else asking.tell(`${site.name} is not read. You can allow it any time.`);
      },
      () => asking.tell(`The browser did not allow ${site.name}.`),
    );
  };
  const sites = deps.sites.map(({ id, name, isCalendar = false }) => ({
    id,
    name,
    isCalendar,
    allowed: allowed.includes(id),
  }));
  return { sites, allow };
}
