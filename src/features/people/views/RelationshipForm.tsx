import { useState } from 'preact/hooks';
import type { Person } from '../../../domain/people/person.ts';
import type { Relationship } from '../../../domain/people/relationship.ts';
import { Button } from '../../../ui/Button.tsx';
import { isZone } from '../../../ui/dates.ts';
import { Check, ChoiceField, Field, TextField } from '../../../ui/Field.tsx';
import { composePeople, type PeoplePlan } from './plan-people.ts';
import { planRelationship, type RelationshipDraft } from './plan-relationship.ts';
import type { ParseRoster } from './roster-line.ts';
import { TermsField } from './TermsField.tsx';

interface RelationshipFormProps {
  relationship: Relationship;
  people: Person[];
  programmes: { id: string; name: string }[];
  parseRoster: ParseRoster;
  newId: () => string;
  onSave: (plan: PeoplePlan) => void;
}

interface PeopleFieldProps {
  label: string;
  hint: string;
  value: string;
  onText: (text: string) => void;
}

function PeopleField({ label, hint, value, onText }: PeopleFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(attributes) => (
        <textarea
          class="input input-lines"
          dir="auto"
          spellcheck={false}
          {...attributes}
          value={value}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Everything about one relationship but its mentees. */
export function RelationshipForm({
  relationship,
  people,
  programmes,
  parseRoster,
  newId,
  onSave,
}: RelationshipFormProps) {
  const others = (ids: string[]) => ids.filter((id) => id !== relationship.me);
  const [draft, setDraft] = useState<RelationshipDraft>({
    programme: relationship.programme,
    role: relationship.role,
    start: relationship.start,
    end: relationship.end ?? '',
    zone: relationship.zone,
    scope: relationship.scope ?? '',
    continues: relationship.continues ?? false,
    terms: relationship.terms ?? [],
    mentors: composePeople(others(relationship.mentors), people),
    faculty: composePeople(relationship.faculty, people),
    coordinator: composePeople(relationship.coordinator, people),
  });
  const [problem, setProblem] = useState<string>();
  const set = (part: Partial<RelationshipDraft>) => setDraft({ ...draft, ...part });
  const zoneProblem = isZone(draft.zone) ? undefined : 'This zone is not known. Write it as in “America/Toronto”.';

  const onSubmit = (event: Event) => {
    event.preventDefault();
    const plan = zoneProblem
      ? { problem: zoneProblem }
      : planRelationship(draft, relationship, people, parseRoster, newId);
    if ('problem' in plan) setProblem(plan.problem);
    else onSave(plan);
  };
  return (
    <form class="form" onSubmit={onSubmit} noValidate>
      <div class="form-pair">
        <ChoiceField
          label="Programme"
          value={draft.programme}
          choices={programmes.map(({ id, name }) => ({ value: id, text: name }))}
          onChoice={(programme) => set({ programme })}
        />
        <ChoiceField
          label="Your role"
          value={draft.role}
          choices={[
            { value: 'mentor', text: 'Mentor' },
            { value: 'mentee', text: 'Mentee' },
          ]}
          onChoice={(role) => set({ role: role === 'mentee' ? 'mentee' : 'mentor' })}
        />
        <TextField label="Since" value={draft.start} onText={(start) => set({ start })} input={{ type: 'date' }} />
        <TextField
          label="Until"
          hint="May stay empty"
          value={draft.end}
          onText={(end) => set({ end })}
          input={{ type: 'date' }}
        />
        <TextField
          label="Time zone"
          hint="Months and semesters are counted in it"
          value={draft.zone}
          onText={(zone) => set({ zone })}
          problem={zoneProblem}
        />
        <TextField
          label="Only for"
          hint="As in “MD/PhD questions”"
          value={draft.scope}
          onText={(scope) => set({ scope })}
        />
      </div>
      <TermsField terms={draft.terms} onTerms={(terms) => set({ terms })} />
      <PeopleField
        label="Co-mentor"
        hint="Their answer to a mentee settles it too."
        value={draft.mentors}
        onText={(mentors) => set({ mentors })}
      />
      <div class="form-pair">
        <PeopleField
          label="Faculty mentor"
          hint="Name and address"
          value={draft.faculty}
          onText={(faculty) => set({ faculty })}
        />
        <PeopleField
          label="Coordinator"
          hint="Whom they introduce may be a mentee."
          value={draft.coordinator}
          onText={(coordinator) => set({ coordinator })}
        />
      </div>
      <Check
        label="Both agreed to go on after the programme’s official end"
        checked={draft.continues}
        onCheck={(continues) => set({ continues })}
      />
      {problem ? (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
      <div class="form-actions">
        <Button kind="primary" type="submit">
          Save
        </Button>
      </div>
    </form>
  );
}
