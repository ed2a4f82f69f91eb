import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Toast } from '../../ui/Toast.tsx';
import type { PageDeps } from '../page-deps.ts';
import { useAsking } from '../use-asking.ts';
import type { Desk } from './dashboard-state.ts';
import { LogPlace } from './LogPlace.tsx';
import { later } from './later.tsx';
import { Nav } from './Nav.tsx';
import { Page } from './Page.tsx';
import { type Place, parsePlace, places } from './places.ts';
import { SampleBanner } from './SampleBanner.tsx';
import { TodayPlace } from './TodayPlace.tsx';
import { useDesk } from './use-desk.ts';

// Today and the log are what the dashboard is opened for; the others come in when they are gone to.
const AwayPlace = later(async () => (await import('./AwayPlace.tsx')).AwayPlace);
const DataPlace = later(async () => (await import('./DataPlace.tsx')).DataPlace);
const PeoplePlace = later(async () => (await import('./PeoplePlace.tsx')).PeoplePlace);
const ProgrammesPlace = later(async () => (await import('./ProgrammesPlace.tsx')).ProgrammesPlace);
const SettingsPlace = later(async () => (await import('./SettingsPlace.tsx')).SettingsPlace);
const SourcesPlace = later(async () => (await import('./SourcesPlace.tsx')).SourcesPlace);
const Welcome = later(async () => (await import('./Welcome.tsx')).Welcome);

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
