import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/Field.tsx';
import { findHalf, leastMinutes, mostMinutes, otherRole, type Role, roleIn, type Session } from '../session.ts';
import { endTimer, readTimer, startTimer } from '../timer.ts';
import { PlanBeside } from './PlanBeside.tsx';
import type { StepProps } from './props.ts';
import { Segments } from './Segments.tsx';
import { TimerFace } from './TimerFace.tsx';
import { useNow } from './use-session.ts';
import { composeShare, roleWords } from './words.ts';

const lengths = Array.from({ length: mostMinutes - leastMinutes + 1 }, (_, at) => String(leastMinutes + at));

const firsts: { value: Role; text: string }[] = [
  { value: 'mentor', text: 'You are the mentor first' },
  { value: 'mentee', text: 'You are the mentee first' },
];

/** Two halves of the same length, the roles switched between them, and the plan for the talk beside. */
export function StepHalves(props: StepProps) {
  return (
    <div class="speed-talk">
      {props.session.halves.length === 0 ? <Before {...props} /> : <Half {...props} />}
      <PlanBeside {...props} />
    </div>
  );
}

function Before({ session, set, now }: StepProps) {
  return (
    <section class="form speed-step" aria-label="Sharing the time">
      <Segments
        legend="Who begins as what"
        value={session.firstRole}
        choices={firsts}
        onChoice={(firstRole) => set({ firstRole })}
      />
      <ChoiceField
        label="Minutes for each half"
        value={String(session.minutes)}
        choices={lengths.map((value) => ({ value, text: value }))}
        onChoice={(value) => set({ minutes: Number(value) })}
        hint={composeShare(session)}
      />
      <div>
        <Button kind="primary" onClick={() => set({ halves: [startTimer(session.minutes, now())] })}>
          Start the first half
        </Button>
      </div>
    </section>
  );
}

function Half({ session, set, now, other }: StepProps) {
  const half = findHalf(session);
  const timer = session.halves[half]!;
  const role = roleIn(session, half);
  const isOver = readTimer(timer, useNow(now, readTimer(timer, now()).state === 'running')).state === 'over';
  const put = (halves: Session['halves']) => set({ halves });
  const rest = session.halves.slice(0, half);
  const switchRoles = () => put([...rest, endTimer(timer, now()), startTimer(session.minutes, now())]);
  const next = half === 0 ? 'Switch roles when you are ready.' : 'Wrap up when you are ready.';
  return (
    <section class="form speed-step" aria-label={half === 0 ? 'First half' : 'Second half'}>
      <div>
        <p class="small quiet">{half === 0 ? 'First half' : 'Second half'}</p>
        <h2 class="speed-role">{roleWords[role]}</h2>
        <p class="quiet">
          {role === 'mentor' ? (
            <>
              <bdi>{other}</bdi> brings goals and questions; you listen and ask.
            </>
          ) : (
            <>
              You bring goals and questions; <bdi>{other}</bdi> listens and asks.
            </>
          )}
        </p>
      </div>
      <TimerFace
        key={half}
        label={`Time left as the ${role}`}
        timer={timer}
        now={now}
        next={next}
        onTimer={(changed) => put([...rest, changed])}
      />
      <div class="form-actions">
        {half === 0 ? (
          <Button {...(isOver && { kind: 'primary' })} onClick={switchRoles}>
            Switch roles: you as the {otherRole(role)}
          </Button>
        ) : (
          <Button
            {...(isOver && { kind: 'primary' })}
            onClick={() => set({ halves: [...rest, endTimer(timer, now())], step: 'wrap-up' })}
          >
            End the talk and wrap up
          </Button>
        )}
      </div>
    </section>
  );
}
