import { useEffect, useState } from 'preact/hooks';
import { composeLogPeople, type LogPerson } from '../../features/deadlines/views/log-people.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Toast } from '../../ui/Toast.tsx';
import { ItemPanelContent } from '../ItemPanelContent.tsx';
import type { PageDeps } from '../page-deps.ts';
import { useAsking } from '../use-asking.ts';
import { composePanelTitle, useItems } from '../use-items.ts';
import { useLive } from '../use-live.ts';
import { Panel } from './Panel.tsx';
import { PopupHeader } from './PopupHeader.tsx';
import { PopupList } from './PopupList.tsx';

/** The toolbar popup: the Monday-morning view. */
export function PopupApp({ deps }: { deps: PageDeps }) {
  const [live, reload] = useLive(deps, deps.readOverview);
  const [people, setPeople] = useState<LogPerson[] | null>(null);
  const asking = useAsking(deps);
  const items = useItems(deps, asking);
  const overview = live.state === 'ready' ? live.value : null;

  useEffect(() => {
    if (overview?.started) {
      deps.readSmall().then(
        (ledger) => setPeople(composeLogPeople(ledger, overview)),
        () => setPeople([]),
      );
    }
  }, [deps, overview]);

  const onKeyDown = (event: KeyboardEvent) => {
    const typing = (event.target as HTMLElement).closest('input, select, textarea, dialog');
    if (event.key !== 'l' || typing || items.panel || !overview?.started || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    items.open({ kind: 'log' });
  };
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  const { panel } = items;
  return (
    <div class="popup">
      {overview && panel ? (
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
            {overview ? <PopupList deps={deps} overview={overview} items={items} /> : null}
          </main>
          {overview?.started ? (
            <footer class="popup-foot">
              <Button aria-keyshortcuts="l" onClick={() => items.open({ kind: 'log' })}>
                Log a text or call
              </Button>
              <Button onClick={() => deps.openDashboard()}>Dashboard</Button>
            </footer>
          ) : null}
        </>
      )}
      <Toast told={asking.told} onClose={asking.clear} />
    </div>
  );
}
