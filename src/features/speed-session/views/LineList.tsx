import { useState } from 'preact/hooks';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { ChoiceField, TextField } from '../../../ui/Field.tsx';
import type { Line } from '../session.ts';

const kinds = [
  { value: 'goal', text: 'Goal' },
  { value: 'question', text: 'Question' },
] as const;

const kindWords: Record<Line['kind'], string> = { goal: 'Goal', question: 'Question' };

interface LineListProps {
  lines: Line[];
  /** Left out where they are only to be read. */
  onLines?: (lines: Line[]) => void;
}

/** The goals and questions in order; each can be moved up or down, by keyboard too. */
export function LineList({ lines, onLines }: LineListProps) {
  const swap = (at: number, by: number) => {
    const next = [...lines];
    [next[at], next[at + by]] = [next[at + by]!, next[at]!];
    onLines?.(next);
  };
  if (lines.length === 0) return null;
  return (
    <ol class="speed-lines">
      {lines.map(({ kind, text }, at) => (
        <li key={`${at} ${text}`} class="speed-line-item">
          <span class="speed-words">
            <span class="quiet">{kindWords[kind]}: </span>
            <bdi>{text}</bdi>
          </span>
          {onLines ? (
            <>
              <span class="speed-up">
                <IconButton icon="down" label={`Move ${text} up`} disabled={at === 0} onClick={() => swap(at, -1)} />
              </span>
              <IconButton
                icon="down"
                label={`Move ${text} down`}
                disabled={at === lines.length - 1}
                onClick={() => swap(at, 1)}
              />
              <IconButton
                icon="close"
                label={`Remove ${text}`}
                onClick={() => onLines(lines.filter((_, index) => index !== at))}
              />
            </>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** Adds a goal or a question at the end: Enter does it. */
export function LineInput({ lines, onLines }: Required<LineListProps>) {
  const [kind, setKind] = useState<Line['kind']>('goal');
  const [text, setText] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    onLines([...lines, { kind, text: text.trim() }]);
    setText('');
  };
  return (
    <form class="speed-add" onSubmit={add}>
      <ChoiceField
        label="Kind"
        value={kind}
        choices={kinds}
        onChoice={(value) => setKind(value === 'question' ? 'question' : 'goal')}
      />
      <TextField label="In your words" value={text} onText={setText} input={{ maxLength: 500, autocomplete: 'off' }} />
      <Button type="submit">Add</Button>
    </form>
  );
}
