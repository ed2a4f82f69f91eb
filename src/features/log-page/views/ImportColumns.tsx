import type { Meaning, ReadColumn } from '../../../files/sheet-import.ts';
import { ChoiceField } from '../../../ui/Field.tsx';

interface ImportColumnsProps {
  columns: readonly ReadColumn[];
  onMean: (at: number, meaning: Meaning | null) => void;
}

const meaningWords: Record<Meaning, string> = {
  date: 'Date',
  time: 'Time, or hours',
  minutes: 'Minutes',
  from: 'From',
  to: 'To',
  topics: 'Topics',
  homework: 'Homework',
  signatures: 'Signatures',
  people: 'People',
  outcome: 'Outcome',
  preparation: 'Preparation',
  modality: 'How we met',
  sessionType: 'Kind of session',
  sharedNote: 'Shared note',
  ignored: 'Nothing',
};

const NOTHING: Meaning = 'ignored';
const choices = Object.entries(meaningWords).map(([value, text]) => ({ value, text }));

/** What each column of the sheet was taken for; another meaning reads it anew. */
export function ImportColumns({ columns, onMean }: ImportColumnsProps) {
  return (
    <fieldset class="import-columns">
      <legend class="legend">What the columns mean</legend>
      {columns.map(({ at, head, meaning }) => (
        <ChoiceField
          key={at}
          label={head || `Column ${at + 1}`}
          value={meaning ?? NOTHING}
          choices={choices}
          onChoice={(value) => onMean(at, value === NOTHING ? null : (value as Meaning))}
        />
      ))}
    </fieldset>
  );
}
