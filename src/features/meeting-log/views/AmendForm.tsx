import { useRef, useState } from 'preact/hooks';
import { currentMeeting } from '../../../domain/meeting/chain.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { AttendeeFields } from './AttendeeFields.tsx';
import { composeAmendChange } from './amend-change.ts';
import { composeEntry, findProblems, readForm } from './form-state.ts';
import { HomeworkField } from './HomeworkField.tsx';
import { OutcomeFields } from './OutcomeFields.tsx';
import type { AmendFormProps } from './props.ts';
import { TopicsField } from './TopicsField.tsx';
import { WhenFields } from './WhenFields.tsx';

/** A signed entry stays as it was signed; what is entered here stands beside it, with its reason. */
export function AmendForm({ setting, meeting, change, reason: given, onAmend, onCancel }: AmendFormProps) {
  const current = currentMeeting(meeting, setting.ledger.amendments);
  const [state, setState] = useState(() => readForm({ ...current, ...(change as Partial<typeof current>) }, setting));
  const [reason, setReason] = useState(given ?? '');
  const [isTried, setTried] = useState(false);
  const ref = useRef<HTMLFormElement>(null);
  const set = (more: Partial<typeof state>) => setState((before) => ({ ...before, ...more }));
  const found = findProblems(state, setting);
  const problems = isTried ? found : {};
  const amended = composeAmendChange(current, composeEntry(state, { ...current, privateNote: '' }, setting));
  const isNothing = Object.keys(amended).length === 0;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || isNothing || Object.keys(found).length > 0) return;
    onAmend(reason.trim(), amended);
  };
  const fields = { setting, draft: current, state, set, problems };
  return (
    <form class="form entry-form" ref={ref} noValidate onSubmit={onSubmit}>
      <p class="quiet small">
        This entry is signed, so it stays as it is. What you change stands beside it, with your reason.
      </p>
      <TextField
        label="Reason"
        value={reason}
        onText={setReason}
        problem={isTried && reason.trim() === '' ? 'Say why. Whoever reads the log sees it.' : undefined}
        input={{ maxLength: 2000, autocomplete: 'off' }}
      />
      <OutcomeFields {...fields} />
      <WhenFields {...fields} />
      <AttendeeFields {...fields} />
      <TopicsField setting={setting} state={state} set={set} />
      <HomeworkField state={state} set={set} />
      {isTried && isNothing ? (
        <p class="field-problem" role="alert">
          Nothing differs from the entry yet.
        </p>
      ) : null}
      <div class="form-actions entry-actions">
        <Button kind="primary" type="submit">
          Amend
        </Button>
        {onCancel ? <Button onClick={onCancel}>Cancel</Button> : null}
      </div>
    </form>
  );
}
