import { useMemo } from 'preact/hooks';
import { BlindNotices } from '../../features/deadlines/views/BlindNotices.tsx';
import { ItemList } from '../../features/deadlines/views/ItemList.tsx';
import { composeLogPeople } from '../../features/deadlines/views/log-people.ts';
import { Questions } from '../../features/deadlines/views/Questions.tsx';
import { planSections } from '../../features/deadlines/views/sections.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { composeDayAndTime, composeWeekday } from '../../ui/dates.ts';
import { Empty } from '../../ui/Empty.tsx';
import { ItemPanelContent } from '../ItemPanelContent.tsx';
import { composePanelTitle, useItems } from '../use-items.ts';
import type { Desk } from './dashboard-state.ts';
import { Page } from './Page.tsx';

/** The Monday view with room to spare: nothing folded. */
export function TodayPlace({ desk }: { desk: Desk }) {
  const { deps, overview, small, asking } = desk;
  const items = useItems(deps, asking);
  const people = useMemo(() => composeLogPeople(small, overview), [small, overview]);
  const { panel } = items;
  const openSource = (source: string) => {
    const site = deps.sites.find((one) => one.source === source);
    if (site) deps.openUrl(site.url);
    else deps.openDashboard('sources');
  };
  if (!overview.started) {
    return (
      <Page title="Today">
        <div class="card">
          <Empty title="Welcome to Waymark" text="Name your programme and your mentees, and what needs you shows here.">
            <a class="button button-primary" href="#welcome">
              Set up
            </a>
          </Empty>
        </div>
      </Page>
    );
  }
  return (
    <Page
      title={composeWeekday(overview.now, overview.zone)}
      about={composeDayAndTime(overview.now, overview.zone)}
      actions={
        <>
          <Button onClick={() => items.open({ kind: 'snooze' })}>Put off reminders</Button>
          <Button kind="primary" onClick={() => items.open({ kind: 'log' })}>
            Log a text or call
          </Button>
        </>
      }
    >
      <BlindNotices overview={overview} onOpen={openSource} />
      <div class="today">
        <Questions questions={overview.questions} onDecide={items.decide} />
        <div class="card today-list">
          <ItemList
            overview={overview}
            plan={planSections(overview, Number.POSITIVE_INFINITY)}
            onAct={items.act}
            onRest={items.rest}
          />
          {overview.items.length === 0 ? (
            <Empty title="Nothing needs you now" text="When a mentee writes, or a month runs out, it shows here." />
          ) : null}
        </div>
      </div>
      {panel ? (
        <Dialog title={composePanelTitle(panel, overview)} problem={asking.problem} onClose={() => items.open(null)}>
          <ItemPanelContent panel={panel} overview={overview} people={people} items={items} now={deps.now()} />
        </Dialog>
      ) : null}
    </Page>
  );
}
