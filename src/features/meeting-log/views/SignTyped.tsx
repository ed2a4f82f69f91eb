import { useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { Check, TextField } from '../../../ui/Field.tsx';
import { isNameOf } from './name-match.ts';
import type { SignStepProps } from './sign-props.ts';

/** By typing one's name under a statement: the way that needs no pen. */
export function SignTyped({ person, onMade }: SignStepProps) {
  const [name, setName] = useState('');
  const [isStated, setStated] = useState(false);
  const [isTried, setTried] = useState(false);
  const fits = isNameOf(name, person.name);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (fits && isStated) onMade({ name: name.trim() });
  };
  return (
    <form class="form" noValidate onSubmit={onSubmit}>
      <TextField
        label={person.isMe ? 'Your name' : `Name, typed by ${person.name}`}
        value={name}
        onText={setName}
        problem={isTried && !fits ? `Type the name as it stands in Waymark: ${person.name}.` : undefined}
        input={{ autocomplete: 'off', maxLength: 300 }}
      />
      <Check label="I confirm this entry" checked={isStated} onCheck={setStated} />
      {isTried && fits && !isStated ? (
        <p class="field-problem" role="alert">
          Tick the statement to sign.
        </p>
      ) : null}
      <div class="form-actions">
        <Button kind="primary" type="submit">
          Sign as {person.name}
        </Button>
      </div>
    </form>
  );
}
