import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: ComponentChildren;
  /** A sentence when what was typed can't be taken. */
  problem?: string | undefined;
  children: (attributes: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }) => ComponentChildren;
}

/** A labelled control with its hint and its problem tied to it. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  const about = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  const attributes = {
    id,
    ...(about ? { 'aria-describedby': about } : {}),
    ...(problem ? { 'aria-invalid': true } : {}),
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {children(attributes)}
      {hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  value: string;
  onText: (text: string) => void;
  input?: InputHTMLAttributes<HTMLInputElement>;
}

export function TextField({ value, onText, input, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <input
          class="input"
          dir="auto"
          {...input}
          {...attributes}
          value={value}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface ChoiceFieldProps extends Omit<FieldProps, 'children'> {
  value: string;
  choices: readonly { value: string; text: string }[];
  onChoice: (value: string) => void;
}

export function ChoiceField({ value, choices, onChoice, ...field }: ChoiceFieldProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <select class="input" {...attributes} value={value} onChange={(event) => onChoice(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckProps {
  label: ComponentChildren;
  checked: boolean;
  onCheck: (checked: boolean) => void;
}

export function Check({ label, checked, onCheck }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
