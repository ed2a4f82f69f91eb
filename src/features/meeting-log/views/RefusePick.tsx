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
  const title = event.title.trim();
  const choices: { reach: RefusalReach; text: string }[] = [
    { reach: 'event', text: 'Only this one' },
    ...(event.series === undefined ? [] : [{ reach: 'series' as const, text: 'The whole series' }]),
    ...(title === '' ? [] : [{ reach: 'title' as const, text: `Everything called “${title}”` }]),
  ];
  const onKeyDown = (keyed: KeyboardEvent) => {
    const choice = choices.find((_, at) => String(at + 1) === keyed.key);
    if (choice) onPick(choice.reach);
    else if (!stepFocus(keyed, ref.current, 'button')) return;
    keyed.preventDefault();
    keyed.stopPropagation();
  };
  return (
    <fieldset class="picks" aria-label="How far that reaches" ref={ref} onKeyDown={onKeyDown}>
      {choices.map(({ reach, text }, at) => (
        <button key={reach} type="button" class="pick" aria-keyshortcuts={String(at + 1)} onClick={() => onPick(reach)}>
          <Key>{at + 1}</Key>
          <span class="pick-words cut">
            <bdi>{text}</bdi>
          </span>
        </button>
      ))}
      <p class="quiet small">It is not suggested again. The log lists what was refused, and takes it back.</p>
    </fieldset>
  );
}
