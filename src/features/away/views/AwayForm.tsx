import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Away, AwayPlanned } from '../../../domain/away/away.ts';
import { Button } from '../../../ui/Button.tsx';
import { Check, ChoiceField, TextField } from '../../../ui/Field.tsx';
import { type Answer, changeDraft, type Draft, findDraftProblem, planDraft } from './draft.ts';
import { composeAwayProblem } from './words.ts';

export interface AwayFormProps {
  draft: Draft;
  id: string;
  stored?: Away | undefined;
  /** Relationships to choose from; one alone is not asked about. */
  bonds: { id: string; name: string }[];
  today: string;
  /** ISO weekdays on which the mentor works. */
  working?: readonly number[] | undefined;
  /** What these dates would set off, under the fields. */
  preview?: (planned: AwayPlanned) => ComponentChildren;
  button: string;
  onSave: (planned: AwayPlanned) => void;
}

const answers: { value: Answer; text: string }[] = [
  { value: 'length', text: 'Let the length decide' },
  { value: 'yes', text: 'Yes, in the usual time' },
  { value: 'no', text: 'No' },
];

interface PartProps {
  draft: Draft;
  change: (change: Partial<Draft>) => void;
}

function DayField({
  label,
  value,
  onText,
  problem,
}: {
  label: string;
  value: string;
  onText: (text: string) => void;
  problem?: string | undefined;
}) {
  return (
    <TextField
      label={label}
      value={value}
      onText={onText}
      problem={problem}
      input={{ type: 'date', max: '9999-12-31' }}
    />
  );
}

function PartDays({ draft, change }: PartProps) {
  return (
    <div class="away-halves">
      <Check
        label="The first day only from noon"
        checked={draft.fromNoon}
        onCheck={(fromNoon) => change({ fromNoon })}
      />
      <Check
        label="The last day only until noon"
        checked={draft.untilNoon}
        onCheck={(untilNoon) => change({ untilNoon })}
      />
    </div>
  );
}

function Bonds({ draft, change, bonds }: PartProps & Pick<AwayFormProps, 'bonds'>) {
  if (bonds.length < 2) return null;
  const toggle = (id: string, on: boolean) =>
    change({ relationships: on ? [...draft.relationships, id] : draft.relationships.filter((each) => each !== id) });
  return (
    <fieldset class="check-list">
      <legend class="legend">It concerns</legend>
      {bonds.map(({ id, name }) => (
        <Check
          key={id}
          label={<bdi>{name}</bdi>}
          checked={draft.relationships.includes(id)}
          onCheck={(on) => toggle(id, on)}
        />
      ))}
    </fieldset>
  );
}

/** Two dates and the return; the rest may stay as it is. */
export function AwayForm({ draft: first, id, stored, bonds, today, working, preview, button, onSave }: AwayFormProps) {
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Draft>) => setDraft(changeDraft(draft, part, working));
  const problem = findDraftProblem(draft, today, stored);
  // Half a date is no mistake yet.
  const shown =
    problem && (tried || (problem !== 'not-a-date' && problem !== 'nobody')) ? composeAwayProblem(problem) : undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!problem) onSave(planDraft(draft, id));
  };
  return (
    <form class="form away-form" onSubmit={submit} noValidate>
      <div class="form-pair away-days">
        <DayField label="First day away" value={draft.from} onText={(from) => change({ from })} />
        <DayField label="Last day away" value={draft.to} onText={(to) => change({ to })} problem={shown} />
        <DayField label="Back on" value={draft.returns} onText={(returns) => change({ returns })} />
      </div>
      <PartDays draft={draft} change={change} />
      <ChoiceField
        label="Can you answer from there?"
        hint="Some programmes count days, others ask whether you can answer in time."
        value={draft.answer}
        choices={answers}
        onChoice={(answer) => change({ answer: answer as Answer })}
      />
      <Bonds draft={draft} change={change} bonds={bonds} />
      {preview && !problem ? preview(planDraft(draft, id)) : null}
      <div class="form-actions">
        <Button kind="primary" type="submit">
          {button}
        </Button>
      </div>
    </form>
  );
}
