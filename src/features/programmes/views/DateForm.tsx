import { useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';

interface DateFormProps {
  /** What the day is: "Date", "Completed on". */
  label: string;
  /** The day it begins with, YYYY-MM-DD. */
  day: string;
  /** Ticked things lie behind; dates may lie ahead. */
  until?: string;
  /** With a name to give: a date that is in no pack. */
  named?: boolean;
  button: string;
  onSave: (day: string, name: string) => void;
}

/** One day, and a name where it has none. */
export function DateForm({ label, day: first, until, named, button, onSave }: DateFormProps) {
  const [day, setDay] = useState(first);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day);
  const isAhead = isDay && until !== undefined && day > until;
  const isNamed = !named || name.trim() !== '';
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (isDay && !isAhead && isNamed) onSave(day, name);
  };
  return (
    <form class="form" onSubmit={submit} noValidate>
      {named ? (
        <TextField
          label="What it is"
          value={name}
          onText={setName}
          problem={tried && !isNamed ? 'Give it a name, such as “Workshop”.' : undefined}
          input={{ maxLength: 300 }}
        />
      ) : null}
      <TextField
        label={label}
        value={day}
        onText={setDay}
        problem={tried && !isDay ? 'Choose a day.' : isAhead ? 'That day is still to come.' : undefined}
        input={{ type: 'date', ...(until && { max: until }) }}
      />
      <div class="form-actions">
        <Button kind="primary" type="submit">
          {button}
        </Button>
      </div>
    </form>
  );
}
