import { phaseOf } from '../../../domain/away/now.ts';
import { planAway } from '../../../domain/away/plan.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { AwayInside } from './AwayInside.tsx';
import { AwayReasons } from './AwayReasons.tsx';
import { Checklist } from './Checklist.tsx';
import type { AwayViewProps } from './props.ts';
import { composePhase, composeReturn, composeTitle } from './words.ts';

/** Parts of days, cover and an end that was moved, where there are any. */
function composeNotes({ away }: AwayViewProps): string[] {
  return [
    away.fromNoon ? 'first day from noon' : '',
    away.untilNoon ? 'last day until noon' : '',
    away.extensions?.length ? 'made longer' : '',
    away.plannedTo ? 'ended early' : '',
  ].filter(Boolean);
}

/** One absence that is to come or runs: what is left to do, why, and what falls inside. */
export function AwayCard(props: AwayViewProps) {
  const { away, setting, acts } = props;
  const { small, events, overview, today } = setting;
  const phase = phaseOf(away, today);
  const plan = planAway(small, events, away, overview.now);
  const title = composeTitle(away);
  const isNow = phase === 'now';
  return (
    <section class="card away-card" aria-label={`Away ${title}`} id={`away-${away.id}`}>
      <header class="card-head">
        <div class="card-words">
          <h2 class="card-title away-title">
            {title}{' '}
            <Chip
              shape={isNow ? 'arrow' : 'none'}
              tone={isNow ? 'waiting' : 'far'}
              text={composePhase(phase, away, today)}
            />
          </h2>
          <p class="quiet">{[composeReturn(away), ...composeNotes(props)].join(' · ')}</p>
        </div>
        <div class="away-card-buttons">
          {isNow ? (
            <Button kind="primary" onClick={() => acts.back(away)}>
              I am back
            </Button>
          ) : null}
          <Button aria-label={`${isNow ? 'Stay longer' : 'Change'}: ${title}`} onClick={() => acts.change(away)}>
            {isNow ? 'Stay longer' : 'Change'}
          </Button>
          <Button aria-label={`Remove: ${title}`} onClick={() => acts.remove(away)}>
            Remove
          </Button>
        </div>
      </header>
      <Checklist {...props} plan={plan} />
      <div class="away-sides">
        <AwayReasons plan={plan} />
        <AwayInside plan={plan} setting={setting} />
      </div>
    </section>
  );
}
