import { useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { type Session, type Step, steps } from '../session.ts';

interface SpeedFootProps {
  session: Session;
  /** Whether this step is done far enough to go on. */
  isReady: boolean;
  onStep: (step: Step) => void;
  onSave: () => void;
  onRestart: () => void;
}

/** The way on and back, and the way to begin again. */
export function SpeedFoot({ session, isReady, onStep, onSave, onRestart }: SpeedFootProps) {
  const [isAsking, setAsking] = useState(false);
  const { step } = session;
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  const next = steps[at + 1];
  const isTalking = step === 'halves' && !isReady;
  return (
    <div class="form-actions speed-foot">
      {before ? <Button onClick={() => onStep(before)}>Back</Button> : null}
      {next && !isTalking ? (
        <Button kind="primary" disabled={!isReady} onClick={() => onStep(next)}>
          Next
        </Button>
      ) : null}
      {step === 'wrap-up' ? (
        <Button kind="primary" disabled={!isReady} onClick={onSave}>
          Save both entries
        </Button>
      ) : null}
      {before ? (
        <span class="push">
          <Button kind="plain" onClick={() => setAsking(true)}>
            Start over…
          </Button>
        </span>
      ) : null}
      {isAsking ? (
        <Dialog title="Start over" onClose={() => setAsking(false)}>
          <Confirm
            text="The list, the times and the answers of this session are let go. Nothing of them was saved."
            button="Start over"
            onConfirm={() => {
              setAsking(false);
              onRestart();
            }}
            onCancel={() => setAsking(false)}
          />
        </Dialog>
      ) : null}
    </div>
  );
}
