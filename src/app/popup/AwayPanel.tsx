// Going away and coming back in the popup's whole place. The plan itself stands in the dashboard, where there is room.
import { useState } from 'preact/hooks';
import type { Away } from '../../domain/away/away.ts';
import { planAway } from '../../domain/away/plan.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { dateOf } from '../../domain/time/windows.ts';
import { composeComingBack } from '../../features/away/coming-back.ts';
import { findProposals, type Proposal, planFromProposal } from '../../features/away/propose.ts';
import { AwayForm } from '../../features/away/views/AwayForm.tsx';
import { AwayReasons } from '../../features/away/views/AwayReasons.tsx';
import { BackForm } from '../../features/away/views/BackForm.tsx';
import { ComingBackView } from '../../features/away/views/ComingBackView.tsx';
import { type Draft, draftOf, emptyDraft } from '../../features/away/views/draft.ts';
import type { Overview } from '../../features/deadlines/overview.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { listBonds } from '../list-bonds.ts';
import type { PageDeps } from '../page-deps.ts';
import type { Asking } from '../use-asking.ts';
import { useAway } from '../use-away.ts';
import { useEvents } from '../use-events.ts';
import type { Items } from '../use-items.ts';
import { Panel } from './Panel.tsx';

export type AwayView = { kind: 'plan' } | { kind: 'queue' } | { kind: 'back'; away: Away };

interface AwayPanelProps {
  view: AwayView;
  deps: PageDeps;
  overview: Overview;
  small: Ledger;
  asking: Asking;
  items: Items;
  onClose: () => void;
}

const titles: Record<AwayView['kind'], string> = {
  plan: 'Going away',
  queue: 'Coming back',
  back: 'Back already?',
};

type PartProps = AwayPanelProps & { events: Ledger['events'] };

/** The next absence that the calendar knows of fills the form; the owner looks it over. */
function draftFrom(proposal: Proposal | undefined, id: string, bonds: string[]): Draft {
  return proposal ? draftOf(planFromProposal(proposal, id, bonds)) : emptyDraft(bonds);
}

function PlanPart({ deps, overview, small, asking, events, onClose }: PartProps) {
  const away = useAway(deps, asking);
  const bonds = listBonds(small);
  const ids = bonds.map((bond) => bond.id);
  const today = dateOf(overview.now, overview.zone);
  const working = small.settings[0]?.working?.days;
  const found = findProposals(events, small.away, { today, zone: overview.zone, working });
  const proposal = found.find(({ asks }) => !asks);
  const [id] = useState(() => crypto.randomUUID());
  if (bonds.length === 0) {
    return <Empty title="Nobody to tell yet" text="Once you mentor somebody, an absence is planned here." />;
  }
  return (
    <>
      {proposal ? (
        <p class="quiet">
          From your calendar: <bdi>{proposal.title || 'Out of office'}</bdi>
        </p>
      ) : null}
      <AwayForm
        draft={draftFrom(proposal, id, ids)}
        id={id}
        bonds={bonds}
        today={today}
        working={working}
        preview={(planned) => <AwayReasons top plan={planAway(small, events, planned, overview.now)} />}
        button="Plan it"
        onSave={async (planned) => {
          if (!(await away.save(planned))) return;
          onClose();
          deps.openDashboard(`away/${planned.id}`);
        }}
      />
    </>
  );
}

function QueuePart({ deps, overview, small, asking, events, items }: PartProps) {
  const away = useAway(deps, asking);
  const back = composeComingBack(small, events, overview);
  if (!back) return <Empty title="Nothing waits" text="All that came while you were away is settled." />;
  return (
    <ComingBackView
      back={back}
      overview={overview}
      nameOf={(id) => small.people.find((person) => person.id === id)?.name ?? ''}
      onOpen={items.act}
      onLog={() => deps.openDashboard('log')}
      onReplyOff={() => away.acts.replyOff(back.away)}
    />
  );
}

function BackPart({ view, deps, overview, asking, onClose }: PartProps) {
  const desk = useAway(deps, asking);
  if (view.kind !== 'back') return null;
  const today = dateOf(overview.now, overview.zone);
  return (
    <BackForm
      away={view.away}
      today={today}
      onBack={(on) => {
        desk.back(view.away, on);
        onClose();
      }}
    />
  );
}

export function AwayPanel(props: AwayPanelProps) {
  const { view, deps, small, overview, asking, onClose } = props;
  const events = useEvents(deps, small, overview.now);
  const Part = view.kind === 'plan' ? PlanPart : view.kind === 'queue' ? QueuePart : BackPart;
  return (
    <Panel title={titles[view.kind]} onBack={onClose}>
      {asking.problem ? <Problem text={asking.problem} /> : null}
      {events ? <Part {...props} events={events} /> : <Skeleton rows={4} />}
    </Panel>
  );
}
