import { useId } from 'preact/hooks';
import type { Relationship } from '../../../domain/people/relationship.ts';
import type { FieldsProps } from './field-props.ts';
import { ReaderMark } from './ReaderMark.tsx';
import type { Reader } from './words.ts';

type Role = Relationship['role'] | undefined;

interface NoteProps {
  label: string;
  reader: Reader;
  role: Role;
  value: string;
  onText: (text: string) => void;
}

function Note({ label, reader, role, value, onText }: NoteProps) {
  const id = useId();
  return (
    <div class="field">
      <div class="note-head">
        <label class="field-label" for={id}>
          {label}
        </label>
        <span id={`${id}-reader`}>
          <ReaderMark reader={reader} role={role} />
        </span>
      </div>
      <textarea
        id={id}
        class="input note"
        dir="auto"
        rows={2}
        maxLength={20_000}
        aria-describedby={`${id}-reader`}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </div>
  );
}

/** Two notes that can’t be taken for each other: each says who may read it. */
export function NoteFields({ state, set, role }: Pick<FieldsProps, 'state' | 'set'> & { role: Role }) {
  return (
    <>
      <p class="note-rest small quiet">
        All above is read by <ReaderMark reader="programme" role={role} />
      </p>
      <Note
        label="Shared note"
        reader="ours"
        role={role}
        value={state.sharedNote}
        onText={(sharedNote) => set({ sharedNote })}
      />
      <Note
        label="Private note"
        reader="mine"
        role={role}
        value={state.privateNote}
        onText={(privateNote) => set({ privateNote })}
      />
    </>
  );
}
