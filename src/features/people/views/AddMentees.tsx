import { useMemo, useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { Check, Field } from '../../../ui/Field.tsx';
import { RosterPreview } from './RosterPreview.tsx';
import type { ParseRoster, RosterLine } from './roster-line.ts';

interface AddMenteesProps {
  parseRoster: ParseRoster;
  /** Addresses of people who are there already. */
  known: string[];
  /** "Add 14 people" is the usual word; the first run says "Go on". */
  onAdd: (rows: RosterLine[]) => void;
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

/** Mentees by one paste or a roster file, with a preview of each row; the good ones can be kept. */
export function AddMentees({ parseRoster, known, onAdd }: AddMenteesProps) {
  const [text, setText] = useState('');
  const [keepGood, setKeepGood] = useState(false);
  const rows = useMemo(() => (text.trim() === '' ? [] : parseRoster(text, known).rows), [text, parseRoster, known]);
  const good = rows.filter(({ problem }) => problem === undefined);
  const wrong = rows.length - good.length;
  const ready = good.length > 0 && (wrong === 0 || keepGood);
  return (
    <div class="form">
      <Field
        label="Names and addresses"
        hint="Paste them as they are: from the To line of a mail, a list, or a spreadsheet. A .csv file works too."
      >
        {(attributes) => (
          <textarea
            class="input"
            dir="auto"
            spellcheck={false}
            placeholder={'Amina Okafor <amina@school.edu>\nJun Li <jun@school.edu>'}
            {...attributes}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <label class="button file-button">
        Choose a .csv file
        <input
          class="only-read"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={async (event) => {
            const file = event.currentTarget.files?.[0];
            if (file) setText(await file.text());
          }}
        />
      </label>
      {rows.length > 0 ? <RosterPreview rows={rows} /> : null}
      {wrong > 0 && good.length > 0 ? (
        <Check
          label={wrong === 1 ? 'Leave out the other one' : `Leave out the other ${wrong}`}
          checked={keepGood}
          onCheck={setKeepGood}
        />
      ) : null}
      {rows.length > 0 ? (
        <div class="form-actions">
          <Button kind="primary" disabled={!ready} onClick={() => onAdd(good)}>
            Add {people(good.length)}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
