import { useId, useState } from 'preact/hooks';
import { findProgramme } from '../../../programmes/index.ts';
import { Combobox } from '../../../ui/Combobox.tsx';
import { Check, ChoiceField } from '../../../ui/Field.tsx';
import { othersIn } from '../compose-draft.ts';
import type { FieldsProps } from './field-props.ts';
import { nameIn } from './words.ts';

/** Beyond so many, those who are not ticked are found by typing. */
const MANY = 6;

/** Who was there, one by one; who was not is credited nothing. */
export function AttendeeFields({ setting, draft, state, set, problems }: FieldsProps) {
  const { ledger } = setting;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(state.attendees);
  const relationship = ledger.relationships.find((each) => each.id === state.relationship);
  const { me = '', role = 'mentor', mentors = [] } = relationship ?? {};
  const across = relationship ? othersIn(relationship) : [];
  const coMentors = role === 'mentor' ? mentors.filter((each) => each !== me) : [];
  const people = [...new Set([...across, ...coMentors, ...draft.attendees])].filter((each) => each !== me);
  const isMany = people.length > MANY;
  const ticked = isMany ? people.filter((each) => shown.includes(each)) : people;
  const left = people.filter((each) => !ticked.includes(each));
  const isNew = !ledger.meetings.some((each) => each.id === draft.id) && draft.event === undefined;

  const toggle = (person: string, isThere: boolean) => {
    const others = state.attendees.filter((each) => each !== person);
    set({ attendees: isThere ? [...others, person] : others });
  };
  const add = (name: string) => {
    const person = left.find((each) => nameIn(setting, each) === name);
    if (person === undefined) return;
    setShown([...shown, person]);
    setTyped('');
    toggle(person, true);
  };
  return (
    <fieldset class="attendees" aria-describedby={problems.attendees ? `${id}-problem` : undefined}>
      <legend class="legend">{state.outcome === 'held' ? 'Who was there' : 'Who it was with'}</legend>
      {isNew && ledger.relationships.length > 1 ? (
        <ChoiceField
          label="Under"
          value={state.relationship}
          choices={ledger.relationships.map((each) => ({
            value: each.id,
            text: `${findProgramme(ledger.programmes, each.programme)?.short ?? each.programme}: ${othersIn(each)
              .map((one) => nameIn(setting, one))
              .slice(0, 3)
              .join(', ')}`,
          }))}
          onChoice={(value) => {
            const next = ledger.relationships.find((each) => each.id === value);
            const others = next ? othersIn(next) : [];
            setShown([]);
            set({ relationship: value, attendees: others.length === 1 ? others : [] });
          }}
        />
      ) : null}
      <div class="check-grid">
        {ticked.map((person) => (
          <Check
            key={person}
            label={<bdi>{nameIn(setting, person)}</bdi>}
            checked={state.attendees.includes(person)}
            onCheck={(isThere) => toggle(person, isThere)}
          />
        ))}
      </div>
      {isMany && left.length > 0 ? (
        <Combobox
          label={`Add somebody, ${left.length} more`}
          text={typed}
          onText={setTyped}
          options={left.map((each) => ({ text: nameIn(setting, each) }))}
          onPick={add}
        />
      ) : null}
      {problems.attendees ? (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problems.attendees}
        </p>
      ) : null}
    </fieldset>
  );
}
