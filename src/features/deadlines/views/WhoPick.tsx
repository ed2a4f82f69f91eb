import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Key } from '../../../ui/Button.tsx';
import { useOptionInSight } from '../../../ui/roving.ts';
import { findByStart, type LogPerson } from './log-people.ts';

/** The letters that named somebody, and the time stamp of the last one. */
export interface Named {
  typed: string;
  at: number;
}

interface WhoPickProps {
  people: LogPerson[];
  /** `named` is absent when they were picked by number, Enter or click. */
  onPick: (person: LogPerson, named?: Named) => void;
}

function findStep(key: string): number {
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
}

/** Who it was: letters narrow the list and pick the only one left, a digit or Enter picks at once. */
export function WhoPick({ people, onPick }: WhoPickProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => input.current?.focus(), []);
  const found = findByStart(people, typed);
  const active = Math.min(at, found.length - 1);
  const current = found[active] && `${id}-${active}`;
  useOptionInSight(current);

  const onText = (text: string, stamp: number) => {
    const left = findByStart(people, text);
    setTyped(text);
    setAt(0);
    if (text.trim() !== '' && left.length === 1 && left[0]) onPick(left[0], { typed: text, at: stamp });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = /^[1-9]$/.test(event.key) ? found[Number(event.key) - 1] : undefined;
    const picked = event.key === 'Enter' ? found[active] : digit;
    const step = findStep(event.key);
    if (picked) onPick(picked);
    else if (step !== 0) setAt(Math.max(0, Math.min(found.length - 1, active + step)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="who">
      <input
        ref={input}
        class="input"
        role="combobox"
        aria-label="Who was it? Type a name or a number"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={current}
        autocomplete="off"
        placeholder="Name or number"
        dir="auto"
        value={typed}
        onInput={(event) => onText(event.currentTarget.value, event.timeStamp)}
        onKeyDown={onKeyDown}
      />
      <div class="who-list" role="listbox" id={id} aria-label="Mentees">
        {found.map((person, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the combobox holds the focus and the keys
          <div
            key={`${person.relationship} ${person.id}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            class="who-person"
            onClick={() => onPick(person)}
          >
            <Avatar name={person.name} id={person.id} />
            <span class="cut">
              <bdi>{person.name}</bdi>
            </span>
            <span class="who-note cut">
              <bdi>{person.waiting?.title ?? person.under ?? ''}</bdi>
            </span>
            {index < 9 ? <Key>{index + 1}</Key> : null}
          </div>
        ))}
      </div>
      {found.length === 0 ? <p class="quiet">Nobody’s name begins with that.</p> : null}
    </div>
  );
}
