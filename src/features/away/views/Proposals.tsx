import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { Proposal } from '../propose.ts';
import { composeReturn, composeTitle } from './words.ts';

interface ProposalsProps {
  proposals: Proposal[];
  onPlan: (proposal: Proposal) => void;
}

function ProposalRow({ proposal, onPlan }: { proposal: Proposal; onPlan: () => void }) {
  const title = composeTitle(proposal);
  return (
    <li class="away-proposal">
      <Icon name="calendar" />
      <div class="away-task-words">
        <p class="away-task-title">{title}</p>
        <p class="small quiet">
          <bdi>{proposal.title || 'Out of office'}</bdi> · {composeReturn(proposal)}
        </p>
      </div>
      <Button aria-label={`Plan it: ${title}`} onClick={onPlan}>
        Plan it
      </Button>
    </li>
  );
}

/** Absences the calendar shows; all-day events that only their owner can tell are folded. */
export function Proposals({ proposals, onPlan }: ProposalsProps) {
  const office = proposals.filter(({ asks }) => !asks);
  const others = proposals.filter(({ asks }) => asks);
  if (proposals.length === 0) return null;
  const list = (rows: Proposal[]) => (
    <ul class="away-proposals">
      {rows.map((proposal) => (
        <ProposalRow key={proposal.event} proposal={proposal} onPlan={() => onPlan(proposal)} />
      ))}
    </ul>
  );
  return (
    <section class="card" aria-label="In your calendar">
      <h2 class="card-title">In your calendar</h2>
      {office.length > 0 ? list(office) : null}
      {others.length > 0 ? (
        <details class="away-others" open={office.length === 0}>
          <summary>
            All-day events <span class="section-count">{others.length}</span>
          </summary>
          <p class="small quiet">Is one of them a time away?</p>
          {list(others)}
        </details>
      ) : null}
    </section>
  );
}
