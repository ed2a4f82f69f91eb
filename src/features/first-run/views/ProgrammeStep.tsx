import { useState } from 'preact/hooks';
import type { Programme } from '../../../domain/programme/programme.ts';
import { Button } from '../../../ui/Button.tsx';

interface ProgrammeStepProps {
  programmes: Programme[];
  chosen: string;
  onChoose: (programme: string) => void;
}

/** Which programme's promises are kept. */
export function ProgrammeStep({ programmes, chosen, onChoose }: ProgrammeStepProps) {
  const [picked, setPicked] = useState(chosen || (programmes[0]?.id ?? ''));
  const onSubmit = (event: Event) => {
    event.preventDefault();
    onChoose(picked);
  };
  return (
    <form class="form" onSubmit={onSubmit}>
      <fieldset class="choices">
        <legend class="only-read">Programme</legend>
        {programmes.map(({ id, name, summary }) => (
          <label class="choice" key={id}>
            <input type="radio" name="programme" value={id} checked={picked === id} onChange={() => setPicked(id)} />
            <span>
              <span class="choice-name">{name}</span>
              <span class="choice-words">{summary}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="form-actions">
        <Button kind="primary" type="submit">
          Go on
        </Button>
      </div>
    </form>
  );
}
