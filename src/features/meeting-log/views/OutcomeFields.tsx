import { ChoiceField, TextField } from '../../../ui/Field.tsx';
import type { FieldsProps } from './field-props.ts';
import type { FormOutcome } from './form-state.ts';
import { nameIn } from './words.ts';

const outcomes: { outcome: FormOutcome; text: string }[] = [
  { outcome: 'held', text: 'Held' },
  { outcome: 'cancelled', text: 'Cancelled' },
  { outcome: 'no-show', text: 'No-show' },
  { outcome: 'moved', text: 'Moved' },
];

/** What really happened; of a cancelled one who cancelled, and how long before. */
export function OutcomeFields({ setting, state, set, problems }: FieldsProps) {
  const relationship = setting.ledger.relationships.find(({ id }) => id === state.relationship);
  const { mentees = [], mentors = [], me = '' } = relationship ?? {};
  const people = [...new Set([...state.attendees, me, ...mentors, ...mentees])].filter((id) => id !== '');
  return (
    <>
      <fieldset>
        <legend class="only-read">What happened</legend>
        <div class="segments">
          {outcomes.map(({ outcome, text }) => (
            <label key={outcome} class="segment">
              <input
                type="radio"
                name="outcome"
                checked={state.outcome === outcome}
                onChange={() => set({ outcome })}
              />
              <span>{text}</span>
            </label>
          ))}
        </div>
        {state.outcome === 'moved' ? (
          <p class="field-hint">Enter when it was, or will be. What is ahead is offered here again once it was.</p>
        ) : null}
        {state.outcome === 'no-show' ? <p class="field-hint">Kept in the log. It counts for nobody.</p> : null}
      </fieldset>
      {state.outcome === 'cancelled' ? (
        <div class="form-pair">
          <ChoiceField
            label="Who cancelled"
            value={state.cancelledBy}
            choices={people.map((id) => ({ value: id, text: id === me ? 'You' : nameIn(setting, id) }))}
            onChoice={(cancelledBy) => set({ cancelledBy })}
          />
          <TextField
            label="Hours before the start"
            value={state.notice}
            onText={(notice) => set({ notice })}
            problem={problems.notice}
            input={{ inputMode: 'decimal', name: 'notice', placeholder: 'If you know' }}
          />
        </div>
      ) : null}
    </>
  );
}
