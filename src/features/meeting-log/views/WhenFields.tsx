import { TextField } from '../../../ui/Field.tsx';
import { composeMinutes } from '../../log-page/words.ts';
import type { FieldsProps } from './field-props.ts';

/** When it began and how long it was, beside what was planned. */
export function WhenFields({ draft, state, set, problems }: Omit<FieldsProps, 'setting'>) {
  const isTimed = state.outcome === 'held' || state.outcome === 'moved';
  const planned = draft.plannedMinutes === undefined ? undefined : `Planned: ${composeMinutes(draft.plannedMinutes)}`;
  return (
    <div class="when-fields">
      <TextField
        label={state.outcome === 'moved' ? 'New start' : 'Start'}
        value={state.start}
        onText={(start) => set({ start })}
        problem={problems.start}
        input={{ type: 'datetime-local' }}
      />
      {isTimed ? (
        <TextField
          label="Minutes"
          value={state.minutes}
          onText={(minutes) => set({ minutes })}
          hint={planned}
          problem={problems.minutes}
          input={{ inputMode: 'numeric', autocomplete: 'off' }}
        />
      ) : null}
    </div>
  );
}
