import { findProgramme } from '../../../programmes/index.ts';
import { Check, ChoiceField, TextField } from '../../../ui/Field.tsx';
import { modalityWords } from '../../log-page/words.ts';
import type { FieldsProps } from './field-props.ts';

const none = { value: '', text: 'Not said' };

/** How they met, preparation apart, and the goals it touched. */
export function ManyFields({ setting, state, set, problems }: Omit<FieldsProps, 'draft'>) {
  const { ledger } = setting;
  const relationship = ledger.relationships.find(({ id }) => id === state.relationship);
  const types = findProgramme(ledger.programmes, relationship?.programme ?? '')?.sessionTypes ?? [];
  // A kind that the programme does not list (of a speed session, of an imported sheet) stays to be chosen.
  const kinds = state.sessionType === '' ? types : [...new Set([...types, state.sessionType])];
  const goals = ledger.goals.filter(
    (goal) =>
      state.goals.includes(goal.id) ||
      (goal.relationship === state.relationship && goal.state === 'open' && state.attendees.includes(goal.mentee)),
  );
  return (
    <>
      <div class="form-pair">
        <ChoiceField
          label="How you met"
          value={state.modality}
          choices={[none, ...Object.entries(modalityWords).map(([value, text]) => ({ value, text }))]}
          onChoice={(modality) => set({ modality })}
        />
        {kinds.length > 0 ? (
          <ChoiceField
            label="Kind of session"
            value={state.sessionType}
            choices={[none, ...kinds.map((text) => ({ value: text, text }))]}
            onChoice={(sessionType) => set({ sessionType })}
          />
        ) : null}
        <TextField
          label="Preparation, minutes"
          value={state.preparation}
          onText={(preparation) => set({ preparation })}
          hint="Kept apart, never counted"
          problem={problems.preparation}
          input={{ inputMode: 'numeric', autocomplete: 'off' }}
        />
      </div>
      {goals.length > 0 ? (
        <fieldset>
          <legend class="legend">Goals it touched</legend>
          <div class="check-list">
            {goals.map(({ id, text }) => (
              <Check
                key={id}
                label={<bdi>{text}</bdi>}
                checked={state.goals.includes(id)}
                onCheck={(isTouched) =>
                  set({ goals: isTouched ? [...state.goals, id] : state.goals.filter((each) => each !== id) })
                }
              />
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  );
}
