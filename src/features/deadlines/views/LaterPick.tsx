import { useEffect, useRef } from 'preact/hooks';
import { Key } from '../../../ui/Button.tsx';
import { stepFocus } from '../../../ui/roving.ts';
import { describeTime } from '../words.ts';
import { composeLater } from './later.ts';

interface LaterPickProps {
  now: string;
  zone: string;
  /** `until` is an instant. */
  onPick: (until: string) => void;
}

/** When to be reminded. It moves no deadline. */
export function LaterPick({ now, zone, onPick }: LaterPickProps) {
  const ref = useRef<HTMLFieldSetElement>(null);
  const choices = composeLater(now, zone);
  useEffect(() => ref.current?.querySelector('button')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const choice = choices.find(({ letter }) => letter === event.key.toLowerCase());
    if (choice) onPick(choice.until);
    else if (!stepFocus(event, ref.current, 'button')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <fieldset class="picks" aria-label="When" ref={ref} onKeyDown={onKeyDown}>
      {choices.map(({ letter, text, until }) => (
        <button key={letter} type="button" class="pick" onClick={() => onPick(until)}>
          <Key>{letter.toUpperCase()}</Key>
          <span class="pick-words">{text}</span>
          <span class="quiet small">{describeTime(until, now, zone)}</span>
        </button>
      ))}
      <p class="quiet small">Only the reminder waits. The deadline stays where it is.</p>
    </fieldset>
  );
}
