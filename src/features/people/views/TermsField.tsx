import type { Term } from '../../../domain/people/relationship.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';

interface TermsFieldProps {
  terms: Term[];
  onTerms: (terms: Term[]) => void;
}

/** The semesters, as the programme sets them: what is owed once a semester needs their dates. */
export function TermsField({ terms, onTerms }: TermsFieldProps) {
  const change = (at: number, part: Partial<Term>) =>
    onTerms(terms.map((term, index) => (index === at ? { ...term, ...part } : term)));
  return (
    <fieldset class="form">
      <legend class="legend">Semesters</legend>
      {terms.map((term, at) => (
        <div class="terms-row" key={at}>
          <TextField label="Name" value={term.name} onText={(name) => change(at, { name })} />
          <TextField
            label="First day"
            value={term.start}
            onText={(start) => change(at, { start })}
            input={{ type: 'date' }}
          />
          <TextField
            label="Last day"
            value={term.end}
            onText={(end) => change(at, { end })}
            problem={term.end !== '' && term.end < term.start ? 'Ends before it begins.' : undefined}
            input={{ type: 'date' }}
          />
          <IconButton
            icon="close"
            label={`Remove ${term.name || 'semester'}`}
            onClick={() => onTerms(terms.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <div class="form-actions">
        <Button onClick={() => onTerms([...terms, { name: '', start: '', end: '' }])}>Add a semester</Button>
      </div>
    </fieldset>
  );
}
