import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Toast } from '../../ui/Toast.tsx';
import type { PageDeps } from '../page-deps.ts';
import { useAsking } from '../use-asking.ts';
import { AwayPlace } from './AwayPlace.tsx';
import { DataPlace } from './DataPlace.tsx';
import type { Desk } from './dashboard-state.ts';
import { LogPlace } from './LogPlace.tsx';
import { Nav } from './Nav.tsx';
import { Page } from './Page.tsx';
import { PeoplePlace } from './PeoplePlace.tsx';
import { ProgrammesPlace } from './ProgrammesPlace.tsx';
import { type Place, parsePlace, places } from './places.ts';
import { SampleBanner } from './SampleBanner.tsx';
import { SettingsPlace } from './SettingsPlace.tsx';
import { SourcesPlace } from './SourcesPlace.tsx';
import { TodayPlace } from './TodayPlace.tsx';
import { useDesk } from './use-desk.ts';
import { Welcome } from './Welcome.tsx';

function PlaceOf({ place, desk }: { place: Place; desk: Desk }) {
  switch (place.id) {
    case 'people':
      return <PeoplePlace desk={desk} about={place.about} />;
    case 'away':
      return <AwayPlace desk={desk} about={place.about} />;
    case 'programmes':
      return <ProgrammesPlace desk={desk} />;
    case 'sources':
      return <SourcesPlace desk={desk} />;
    case 'settings':
      return <SettingsPlace desk={desk} />;
    case 'data':
      return <DataPlace desk={desk} />;
    default:
      return <TodayPlace desk={desk} />;
  }
}

function usePlace(): Place {
  const [place, setPlace] = useState(() => parsePlace(location.hash));
  useEffect(() => {
    const onHash = () => setPlace(parsePlace(location.hash));
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  return place;
}

/** The dashboard, a tab of its own. */
export function DashboardApp({ deps }: { deps: PageDeps }) {
  const place = usePlace();
  const isLog = place.id === 'log';
  const { live, small, reload } = useDesk(deps, isLog);
  const asking = useAsking(deps);
  const title = places.find(({ id }) => id === place.id)?.title ?? 'Welcome';
  useEffect(() => {
    document.title = `${title} · Waymark`;
  }, [title]);

  const desk = live.state === 'ready' ? { deps, asking, reload, ...live.value } : null;
  const logDesk = isLog && small ? { deps, asking, small } : null;
  if (desk && place.id === 'welcome') {
    return (
      <>
        <Welcome desk={desk} />
        <Toast told={asking.told} onClose={asking.clear} />
      </>
    );
  }
  return (
    <div class="dashboard">
      <Nav at={place.id} urgent={desk?.overview.urgent ?? 0} />
      <div class="dashboard-main">
        {asking.problem ? <Problem text={asking.problem} button="Close" onPress={asking.clear} /> : null}
        {desk ? <SampleBanner desk={desk} /> : null}
        {logDesk ? <LogPlace desk={logDesk} about={place.about} /> : null}
        {desk && !isLog ? <PlaceOf place={place} desk={desk} /> : null}
        {logDesk || desk ? null : (
          <Page title={title}>
            {live.state === 'failed' ? (
              <Problem text="Waymark’s data could not be opened." button="Try again" onPress={reload} />
            ) : (
              <div class="card">
                <Skeleton rows={6} />
              </div>
            )}
          </Page>
        )}
      </div>
      <Toast told={asking.told} onClose={asking.clear} />
    </div>
  );
}
