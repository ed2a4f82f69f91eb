import { useEffect, useRef } from 'preact/hooks';
import type { Suggestion } from '../../../domain/meeting/suggest.ts';
import { Key } from '../../../ui/Button.tsx';
import { stepFocus } from '../../../ui/roving.ts';
import type { RefusalReach } from '../compose-draft.ts';

interface RefusePickProps {
  suggestion: Suggestion;
  onPick: (reach: RefusalReach) => void;
}

/** How far a refusal reaches. What is learned is said, listed in the log, and can be taken back. */
export function RefusePick({ suggestion: { event }, onPick }: RefusePickProps) {
  const ref = useRef<HTMLFieldSetElement>(null);
  useEffect(() => ref.current?.querySelector('button')?.focus(), []);
  const choices: { reach: RefusalReach; letter: string; text: string }[] = [
    { reach: 'event', letter: '1', text: 'Only this one' },
    ...(event.series === undefined ? [] : [{ reach: 'series' as const, letter: '2', text: 'The whole series' }]),
    ...(event.title.trim() === ''
      ? []
      : [{ reach: 'title' as const, letter: '3', text: `Everything called “${event.title.trim()}”` }]),
  ];
  const onKeyDown = (keyed: KeyboardEvent) => {
    const choice = choices.find(({ letter }) => letter === keyed.key);
    if (choice) onPick(choice.reach);
    else if (!stepFocus(keyed, ref.current, 'button')) return;
    keyed.preventDefault();
    keyed.stopPropagation();
  };
  return (
    <fieldset class="picks" aria-label="How far that reaches" ref={ref} onKeyDown={onKeyDown}>
      {choices.map(({ reach, letter, text }) => (
        <button key={reach} type="button" class="pick" aria-keyshortcuts={letter} onClick={() => onPick(reach)}>
          <Key>{letter}</Key>
          <span class="pick-words cut">
            <bdi>{text}</bdi>
          </span>
        </button>
      ))}
      <p class="quiet small">It is not suggested again. The log lists what was refused, and takes it back.</p>
    </fieldset>
  );
}
