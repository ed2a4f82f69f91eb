import { ChoiceField, TextField } from '../../../ui/Field.tsx';
import { othersIn } from '../../meeting-log/compose-draft.ts';
import { nameIn } from '../../meeting-log/views/words.ts';
import { findPartner } from '../find-partner.ts';
import type { StepProps } from './props.ts';

const SOMEBODY_ELSE = '';

/** Somebody one does not know well: of the relationship, or by name. */
export function StepPartner({ ledger, relationship, session, set }: StepProps) {
  const others = othersIn(relationship);
  const isTyped = session.partner === SOMEBODY_ELSE;
  const known = isTyped ? findPartner(ledger, session, relationship.me) : undefined;
  return (
    <div class="form speed-step">
      <p>Find someone you do not know well. You will share the time: each is mentor once and mentee once.</p>
      {others.length > 0 ? (
        <ChoiceField
          label="Person"
          value={session.partner}
          choices={[
            ...others.map((id) => ({ value: id, text: nameIn({ ledger }, id) })),
            { value: SOMEBODY_ELSE, text: 'Somebody else' },
          ]}
          onChoice={(partner) => set({ partner })}
        />
      ) : null}
      {isTyped ? (
        <TextField
          label="Their name"
          value={session.name}
          onText={(name) => set({ name })}
          hint={
            known
              ? `${known.name} is among your people already.`
              : 'They become one of your people when the session is saved.'
          }
          input={{ autocomplete: 'off', maxLength: 300 }}
        />
      ) : null}
    </div>
  );
}
