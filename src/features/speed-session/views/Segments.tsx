import { useId } from 'preact/hooks';

interface SegmentsProps<T extends string> {
  legend: string;
  value: T;
  choices: readonly { value: T; text: string }[];
  onChoice: (value: T) => void;
  disabled?: boolean;
}

/** One of a few, side by side. */
export function Segments<T extends string>({ legend, value, choices, onChoice, disabled }: SegmentsProps<T>) {
  const name = useId();
  return (
    <fieldset disabled={disabled}>
      <legend class="legend">{legend}</legend>
      <div class="segments">
        {choices.map((choice) => (
          <label key={choice.value} class="segment">
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onChoice(choice.value)} />
            <span>{choice.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
