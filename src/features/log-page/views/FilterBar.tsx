import { Button } from '../../../ui/Button.tsx';
import { ChoiceField, TextField } from '../../../ui/Field.tsx';
import { everything, isFiltered, type LogFilter } from '../filter.ts';
import { outcomeWords, signedWords } from '../words.ts';

export interface Choice {
  value: string;
  text: string;
}

interface FilterBarProps {
  filter: LogFilter;
  relationships: Choice[];
  mentees: Choice[];
  periods: Choice[];
  sessions: Choice[];
  onFilter: (filter: LogFilter) => void;
}

const asChoices = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

const outcomes = asChoices(outcomeWords);
const signatures = asChoices(signedWords);

/** What the table shows. A choice of one is no choice and is left out. */
export function FilterBar({ filter, relationships, mentees, periods, sessions, onFilter }: FilterBarProps) {
  const change = (more: Partial<LogFilter>) => onFilter({ ...filter, ...more });
  const pick = (label: string, all: string, name: keyof LogFilter, choices: Choice[]) =>
    choices.length > 1 ? (
      <ChoiceField
        label={label}
        value={filter[name]}
        choices={[{ value: '', text: all }, ...choices]}
        onChoice={(value) => change({ [name]: value })}
      />
    ) : null;
  return (
    <search class="log-filter">
      <TextField
        label="Search"
        value={filter.text}
        onText={(text) => change({ text })}
        input={{ type: 'search', placeholder: 'Names, topics, notes', autocomplete: 'off' }}
      />
      {relationships.length > 1 ? (
        <ChoiceField
          label="Relationship"
          value={filter.relationship}
          choices={[{ value: '', text: 'All' }, ...relationships]}
          onChoice={(relationship) => change({ relationship, mentee: '' })}
        />
      ) : null}
      {pick('Mentee', 'Everybody', 'mentee', mentees)}
      {pick('Period', 'All time', 'period', periods)}
      {pick('Outcome', 'Any', 'outcome', outcomes)}
      {pick('Kind of session', 'Any', 'session', sessions)}
      {pick('Signatures', 'Any', 'signed', signatures)}
      {isFiltered(filter) ? (
        <Button kind="plain" onClick={() => onFilter(everything)}>
          Show all
        </Button>
      ) : null}
    </search>
  );
}
