import { useState } from 'preact/hooks';
import type { Away } from '../../../domain/away/away.ts';
import { compareDates, earlierDate } from '../../../domain/time/windows.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';

interface BackFormProps {
  away: Away;
  today: string;
  onBack: (on: string) => void;
}

function composeProblem(on: string, { from, returns }: Away, today: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(on)) return 'Choose a day.';
  if (compareDates(on, today) > 0) return 'That day is still to come.';
  if (compareDates(on, returns) > 0) return 'That is after the return that was planned.';
  return compareDates(on, from) <= 0 ? 'That is before you left. Remove the absence instead.' : undefined;
}

/** Back, today or on an earlier day; what was set for the absence is put back. */
export function BackForm({ away, today, onBack }: BackFormProps) {
  const [on, setOn] = useState(earlierDate(today, away.returns));
  const problem = composeProblem(on, away, today);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!problem) onBack(on);
  };
  return (
    <form class="form" onSubmit={submit} noValidate>
      <TextField
        label="Back since"
        value={on}
        onText={setOn}
        problem={problem}
        hint="The absence ends the day before. An automatic reply set from here is put back as it was."
        input={{ type: 'date', max: today }}
      />
      <div class="form-actions">
        <Button kind="primary" type="submit">
          I am back
        </Button>
      </div>
    </form>
  );
}
