import { useEffect, useRef } from 'preact/hooks';
import type { Ledger } from '../../../domain/ledger.ts';
import type { Relationship } from '../../../domain/people/relationship.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { othersIn } from '../../meeting-log/compose-draft.ts';
import { composePartner } from '../find-partner.ts';
import { isTimed, planEntries, type SpeedPlan } from '../plan-entries.ts';
import { type Session, steps } from '../session.ts';
import { readTimer } from '../timer.ts';
import type { StepProps } from './props.ts';
import { SpeedFoot } from './SpeedFoot.tsx';
import { StepAlone } from './StepAlone.tsx';
import { StepHalves } from './StepHalves.tsx';
import { StepPartner } from './StepPartner.tsx';
import { StepWrapUp } from './StepWrapUp.tsx';
import { useSession } from './use-session.ts';
import { stepTitles } from './words.ts';

interface SpeedSessionProps {
  ledger: Ledger;
  relationship: Relationship;
  programme: Programme;
  /** The instant it is. */
  now: () => string;
  /** Resolves to whether it was saved. */
  onSave: (plan: SpeedPlan) => Promise<boolean>;
}

/** Whether the step is done far enough to go on. */
function isDone(session: Session, name: string, now: string): boolean {
  const last = session.halves[1];
  if (session.step === 'halves') return last !== undefined && readTimer(last, now).state === 'over';
  return session.step === 'alone' || (name !== '' && (session.step === 'partner' || isTimed(session, now)));
}

function StepOf(props: StepProps) {
  switch (props.session.step) {
    case 'partner':
      return <StepPartner {...props} />;
    case 'alone':
      return <StepAlone {...props} />;
    case 'halves':
      return <StepHalves {...props} />;
    case 'wrap-up':
      return <StepWrapUp {...props} />;
  }
}

/** A speed session from finding each other to its two entries, one step after the other. */
export function SpeedSession({ ledger, relationship, programme, now, onSave }: SpeedSessionProps) {
  const others = othersIn(relationship);
  const kept = useSession(relationship.id, others.length === 1 ? others[0]! : '');
  const { session, set } = kept;
  const { step } = session;
  const name = composePartner(ledger, session, relationship.me);
  const at = steps.indexOf(step);
  const title = useRef<HTMLHeadingElement>(null);
  const first = useRef(step);
  useEffect(() => {
    if (first.current !== step) title.current?.focus();
    first.current = step;
  }, [step]);
  const save = async () => {
    const plan = planEntries(session, ledger, now());
    if (plan && (await onSave(plan))) kept.restart();
  };
  return (
    <section class="card speed" aria-label="Speed session">
      <ol class="speed-steps" aria-label="Steps">
        {steps.map((each, index) => (
          <li
            key={each}
            class="speed-step-name"
            data-past={index < at}
            aria-current={each === step ? 'step' : undefined}
          >
            {stepTitles[each]}
          </li>
        ))}
      </ol>
      <h2 class="card-title speed-title" tabIndex={-1} ref={title}>
        {stepTitles[step]}
        {step !== 'partner' ? (
          <span class="quiet">
            {' '}
            · with <bdi>{name}</bdi>
          </span>
        ) : null}
      </h2>
      <StepOf {...{ ledger, relationship, programme, session, set, now }} other={name || 'your partner'} />
      <SpeedFoot
        session={session}
        isReady={isDone(session, name, now())}
        onStep={(to) => set({ step: to })}
        onSave={() => void save()}
        onRestart={kept.restart}
      />
    </section>
  );
}
