import { useEffect } from 'preact/hooks';
import type { Away } from '../../domain/away/away.ts';
import { phaseOf } from '../../domain/away/now.ts';
import { compareDates, dateOf } from '../../domain/time/windows.ts';
import { composeComingBack } from '../../features/away/coming-back.ts';
import { findProposals, type Proposal, planFromProposal } from '../../features/away/propose.ts';
import { AwayCard } from '../../features/away/views/AwayCard.tsx';
import { ComingBackView } from '../../features/away/views/ComingBackView.tsx';
import { draftOf, emptyDraft } from '../../features/away/views/draft.ts';
import { HandoverIn } from '../../features/away/views/HandoverIn.tsx';
import { HandoverTaken } from '../../features/away/views/HandoverTaken.tsx';
import { PastAways } from '../../features/away/views/PastAways.tsx';
import { Proposals } from '../../features/away/views/Proposals.tsx';
import { type AwaySetting, nameOf } from '../../features/away/views/props.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { makeAwayActions } from '../away-actions.ts';
import { listBonds } from '../list-bonds.ts';
import { useAway } from '../use-away.ts';
import { useEvents } from '../use-events.ts';
import { useItems } from '../use-items.ts';
import { AwayDialog } from './AwayDialog.tsx';
import type { Desk } from './dashboard-state.ts';
import { Page } from './Page.tsx';

const byStart = (a: Away, b: Away) => compareDates(a.from, b.from);

/** What runs and what is to come, in order of their days; what is over, the newest first. */
function sortAways(away: readonly Away[], today: string): { ahead: Away[]; past: Away[] } {
  const isOver = (each: Away) => phaseOf(each, today) === 'over';
  return {
    ahead: away.filter((each) => !isOver(each)).toSorted(byStart),
    past: away.filter(isOver).toSorted((a, b) => byStart(b, a)),
  };
}

function useShown(about: string | undefined, ready: boolean): void {
  useEffect(() => {
    if (ready && about) document.getElementById(`away-${about}`)?.scrollIntoView?.({ block: 'start' });
  }, [about, ready]);
}

/** From two dates to everything the programmes ask before a mentor leaves, and what waits on return. */
export function AwayPlace({ desk, about }: { desk: Desk; about?: string | undefined }) {
  const { deps, overview, small, asking } = desk;
  const away = useAway(deps, asking);
  const items = useItems(deps, asking);
  const events = useEvents(deps, small, overview.now);
  useShown(about, events !== null);
  const bonds = listBonds(small);
  const today = dateOf(overview.now, overview.zone);
  const plan = () => away.open({ kind: 'form', id: crypto.randomUUID(), draft: emptyDraft(bonds.map(({ id }) => id)) });
  const planProposal = (proposal: Proposal) => {
    const planned = planFromProposal(
      proposal,
      crypto.randomUUID(),
      bonds.map(({ id }) => id),
    );
    away.open({ kind: 'form', id: planned.id, draft: draftOf(planned) });
  };
  const page = { title: 'Away', about: 'What your programmes ask before you leave, and what waits when you are back.' };
  if (bonds.length === 0) {
    return (
      <Page {...page}>
        <div class="card">
          <Empty
            title="Nobody to tell yet"
            text="Once you mentor somebody, an absence is planned here from two dates."
          />
        </div>
      </Page>
    );
  }
  if (!events) {
    return (
      <Page {...page}>
        <Skeleton rows={4} />
      </Page>
    );
  }
  const actions = makeAwayActions(deps, {
    small,
    overview,
    events,
    locale: navigator.language,
    tell: asking.tell,
    copy: (text) => navigator.clipboard.writeText(text),
  });
  const setting: AwaySetting = { small, overview, events, today, locale: navigator.language };
  const { ahead, past } = sortAways(small.away, today);
  const back = composeComingBack(small, events, overview);
  const working = small.settings[0]?.working?.days;
  const proposals = findProposals(events, small.away, { today, zone: overview.zone, working });
  return (
    <Page
      {...page}
      actions={
        <Button kind="primary" onClick={plan}>
          Plan an absence
        </Button>
      }
    >
      {back ? (
        <div class="card">
          <ComingBackView
            back={back}
            overview={overview}
            nameOf={(person) => nameOf(setting, person)}
            onOpen={items.act}
            onLog={() => deps.openDashboard('log')}
            onReplyOff={() => away.acts.replyOff(back.away)}
          />
        </div>
      ) : null}
      {ahead.map((each) => (
        <AwayCard key={each.id} away={each} setting={setting} acts={away.acts} actions={actions} />
      ))}
      <Proposals proposals={proposals} onPlan={planProposal} />
      {ahead.length + proposals.length === 0 ? (
        <div class="card">
          <Empty
            title="No absence planned"
            text="Give two dates, and what your programmes ask before you leave shows here. Out-of-office events of your calendar are proposed."
          />
        </div>
      ) : null}
      <PastAways past={past} setting={setting} onRemove={away.acts.remove} />
      <HandoverTaken
        setting={setting}
        onDrop={(notice) => void asking.run(deps.ask('handover.drop', { notice }), 'Removed')}
      />
      <HandoverIn actions={actions} />
      {away.panel ? (
        <AwayDialog key={away.panel.kind} panel={away.panel} desk={away} setting={setting} problem={asking.problem} />
      ) : null}
    </Page>
  );
}
