import { useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { TextField } from './Field.tsx';

interface ConfirmProps {
  /** What will happen, in a sentence or two. */
  text: string;
  /** The word on the button: what it does. */
  button: string;
  /** A word to type before the button works, where nothing can bring it back. */
  word?: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that can't be taken back. */
export function Confirm({ text, button, word, onConfirm, onCancel }: ConfirmProps) {
  const [typed, setTyped] = useState('');
  const ready = word === undefined || typed.trim().toLowerCase() === word;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (ready) onConfirm();
  };
  return (
    <form class="form" onSubmit={onSubmit}>
      <p>{text}</p>
      {word ? (
        <TextField label={`Type “${word}” to go on`} value={typed} onText={setTyped} input={{ autocomplete: 'off' }} />
      ) : null}
      <div class="form-actions">
        <Button kind="grave" type="submit" disabled={!ready}>
          {button}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
