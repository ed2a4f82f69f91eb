import { useState } from 'preact/hooks';
import { editFigure, editRule, removeRule, renameProgramme, restoreRule } from '../../../domain/programme/custom.ts';
import type { Programme, Rule } from '../../../domain/programme/programme.ts';
import { Button } from '../../../ui/Button.tsx';
import { Check, ChoiceField, TextField } from '../../../ui/Field.tsx';
import { PlatformFields } from './PlatformFields.tsx';
import { composeFigures, composeRuleName, findFigureFields } from './rule-words.ts';

interface ProgrammeFormProps {
  programme: Programme;
  /** The pack it was copied from, so that a removed rule can come back. */
  original: Programme | undefined;
  onSave: (programme: Programme) => void;
}

interface RuleRowProps {
  programme: Programme;
  rule: Rule;
  onChange: (programme: Programme) => void;
}

function parseFigure(text: string): number | undefined {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) || number < 0 ? undefined : number;
}

function RuleRow({ programme, rule, onChange }: RuleRowProps) {
  const name = composeRuleName(rule.rule);
  return (
    <fieldset class="rule-row">
      <legend class="legend">{name}</legend>
      <p class="quiet small">{rule.clause.says}</p>
      <div class="rule-fields">
        {findFigureFields(rule.rule).map(({ figure, label }) => (
          <TextField
            key={figure}
            label={label}
            value={String(rule.figures[figure] ?? '')}
            onText={(text) => onChange(editFigure(programme, rule.rule, { [figure]: parseFigure(text) }))}
            input={{ type: 'number', min: 0, max: 100_000, step: 'any', placeholder: 'none' }}
          />
        ))}
        <ChoiceField
          label="Strength"
          value={rule.strength}
          choices={[
            { value: 'must', text: 'Must' },
            { value: 'expected', text: 'Expected' },
            { value: 'suggested', text: 'Suggested' },
          ]}
          onChoice={(strength) => onChange(editRule(programme, rule.rule, { strength: strength as Rule['strength'] }))}
        />
        <Button
          kind="plain"
          aria-label={`Leave out: ${name}`}
          onClick={() => onChange(removeRule(programme, rule.rule))}
        >
          Leave out
        </Button>
      </div>
      {rule.rule === 'monthly-contact' ? (
        <Check
          label="A mail to the whole group counts for each reader"
          checked={rule.groupMailCounts ?? false}
          onCheck={(groupMailCounts) => onChange(editRule(programme, rule.rule, { groupMailCounts }))}
        />
      ) : null}
    </fieldset>
  );
}

/** A custom programme's name, figures and rules. The clauses stay the document's. */
export function ProgrammeForm({ programme, original, onSave }: ProgrammeFormProps) {
  const [draft, setDraft] = useState(programme);
  const [name, setName] = useState(programme.name);
  const left = original?.rules.filter(({ rule }) => !draft.rules.some((kept) => kept.rule === rule)) ?? [];
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (name.trim() !== '') onSave(name.trim() === draft.name ? draft : renameProgramme(draft, draft.id, name.trim()));
  };
  return (
    <form class="form" onSubmit={onSubmit}>
      <TextField
        label="Name"
        value={name}
        onText={setName}
        problem={name.trim() === '' ? 'A name is needed.' : undefined}
        input={{ maxLength: 200 }}
      />
      {draft.rules.map((rule) => (
        <RuleRow key={rule.rule} programme={draft} rule={rule} onChange={setDraft} />
      ))}
      {left.map((rule) => (
        <div class="rule-left" key={rule.rule}>
          <span class="quiet">
            {composeRuleName(rule.rule)} ({composeFigures(rule.figures)}) is left out
          </span>
          <Button onClick={() => original && setDraft(restoreRule(draft, rule.rule, original))}>Put back</Button>
        </div>
      ))}
      <PlatformFields programme={draft} onChange={setDraft} />
      <div class="form-actions">
        <Button kind="primary" type="submit">
          Save
        </Button>
      </div>
    </form>
  );
}
