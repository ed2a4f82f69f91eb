import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Overview } from '../../features/deadlines/overview.ts';
import { composeLogPeople, type LogPerson } from '../../features/deadlines/views/log-people.ts';
import type { ToLog } from '../../features/meeting-log/read-to-log.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Toast } from '../../ui/Toast.tsx';
import { ItemPanelContent } from '../ItemPanelContent.tsx';
import type { PageDeps } from '../page-deps.ts';
import { useAsking } from '../use-asking.ts';
import { useEntries } from '../use-entries.ts';
import { composePanelTitle, useItems } from '../use-items.ts';
import { type Live, useLive } from '../use-live.ts';
import type { AwayView } from './AwayPanel.tsx';
import { Panel } from './Panel.tsx';
import { PopupHeader } from './PopupHeader.tsx';
import { PopupList } from './PopupList.tsx';

interface Monday {
  overview: Overview;
  /** Null when it could not be read: the rest is shown without it. */
  toLog: ToLog | null;
}

/** Both are read before anything is shown, so that nothing moves under a finger. */
function useMonday(deps: PageDeps): [Live<Monday>, () => void] {
  const read = useCallback(async () => {
    const toLog = await deps.readSuggestions().catch(() => null);
    return { toLog, overview: await deps.readOverview(toLog?.ledger) };
  }, [deps]);
  return useLive(deps, read);
}

type EntryPlace = typeof import('./EntryPlace.tsx').EntryPlace;

/** The forms of an entry are fetched once the list stands there, so that it does not wait for them. */
function useEntryPlace(isShown: boolean): EntryPlace | null {
  const [place, setPlace] = useState<{ EntryPlace: EntryPlace } | null>(null);
  useEffect(() => {
    if (isShown) import('./EntryPlace.tsx').then(setPlace, () => {});
  }, [isShown]);
  return place?.EntryPlace ?? null;
}

type AwayPanel = typeof import('./AwayPanel.tsx').AwayPanel;

/** As the forms of an entry: fetched when it is wanted. */
function useAwayPanel(isShown: boolean): AwayPanel | null {
  const [panel, setPanel] = useState<{ AwayPanel: AwayPanel } | null>(null);
  useEffect(() => {
    if (isShown) import('./AwayPanel.tsx').then(setPanel, () => {});
  }, [isShown]);
  return panel?.AwayPanel ?? null;
}

/** The toolbar popup: the Monday-morning view. */
export function PopupApp({ deps }: { deps: PageDeps }) {
  const [live, reload] = useMonday(deps);
  const [people, setPeople] = useState<LogPerson[] | null>(null);
  const asking = useAsking(deps);
  const items = useItems(deps, asking);
  const entries = useEntries(deps, asking);
  const EntryPlace = useEntryPlace(live.state !== 'loading');
  const [away, setAway] = useState<AwayView | null>(null);
  const AwayPanel = useAwayPanel(live.state !== 'loading');
  const overview = live.state === 'ready' ? live.value.overview : null;
  const toLog = live.state === 'ready' ? live.value.toLog : null;
  const setting = overview && toLog ? { ledger: toLog.ledger, now: deps.now(), zone: overview.zone } : null;

  useEffect(() => {
    if (!overview?.started) return;
    const small = toLog ? Promise.resolve(toLog.ledger) : deps.readSmall();
    small.then(
      (ledger) => setPeople(composeLogPeople(ledger, overview)),
      () => setPeople([]),
    );
  }, [deps, overview, toLog]);

  const onKeyDown = (event: KeyboardEvent) => {
    const typing = (event.target as HTMLElement).closest('input, select, textarea, dialog');
    const isBusy = items.panel || entries.panel || away || !overview?.started;
    if (typing || isBusy || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'l') items.open({ kind: 'log' });
    else if (setting && event.key === 'g') setAway({ kind: 'plan' });
    else if (setting && (event.key === '+' || event.key === 'm')) entries.add(setting);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  const { panel } = items;
  return (
    <div class="popup">
      {setting && entries.panel ? (
        EntryPlace ? (
          <EntryPlace deps={deps} entries={entries} setting={setting} toLog={toLog} problem={asking.problem} />
        ) : (
          <Skeleton rows={5} />
        )
      ) : setting && overview && away && !panel ? (
        AwayPanel ? (
          <AwayPanel
            view={away}
            deps={deps}
            overview={overview}
            small={setting.ledger}
            asking={asking}
            items={items}
            onClose={() => setAway(null)}
          />
        ) : (
          <Skeleton rows={5} />
        )
      ) : overview && panel ? (
        <Panel title={composePanelTitle(panel, overview)} onBack={() => items.open(null)}>
          {asking.problem ? <Problem text={asking.problem} /> : null}
          <ItemPanelContent panel={panel} overview={overview} people={people} items={items} now={deps.now()} />
        </Panel>
      ) : (
        <>
          <PopupHeader deps={deps} overview={overview} onSnooze={() => items.open({ kind: 'snooze' })} />
          <main class="popup-main" aria-busy={live.state === 'loading'}>
            {asking.problem ? (
              <div class="popup-pad">
                <Problem text={asking.problem} button="Close" onPress={asking.clear} />
              </div>
            ) : null}
            {live.state === 'loading' ? <Skeleton rows={5} /> : null}
            {live.state === 'failed' ? (
              <div class="popup-pad">
                <Problem text="Waymark’s data could not be opened." button="Try again" onPress={reload} />
              </div>
            ) : null}
            {overview ? (
              <PopupList
                deps={deps}
                overview={overview}
                toLog={toLog}
                items={items}
                entries={entries}
                onAway={setAway}
              />
            ) : null}
          </main>
          {overview?.started ? (
            <footer class="popup-foot">
              <Button title="Key: L" aria-keyshortcuts="l" onClick={() => items.open({ kind: 'log' })}>
                Log a text or call
              </Button>
              {setting ? (
                <>
                  <Button title="Key: M or +" aria-keyshortcuts="m +" onClick={() => entries.add(setting)}>
                    Add a meeting
                  </Button>
                  <Button title="Key: G" aria-keyshortcuts="g" onClick={() => setAway({ kind: 'plan' })}>
                    Going away…
                  </Button>
                </>
              ) : null}
            </footer>
          ) : null}
        </>
      )}
      <Toast told={asking.told} onClose={asking.clear} />
    </div>
  );
}
