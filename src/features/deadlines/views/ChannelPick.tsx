import { useEffect, useRef, useState } from 'preact/hooks';
import type { Channel } from '../../../domain/thread/contact.ts';
import { Key } from '../../../ui/Button.tsx';
import { composeLocalInput, parseLocalInput } from '../../../ui/dates.ts';
import { Check, ChoiceField, TextField } from '../../../ui/Field.tsx';
import { channels, findChannel, type LogEntry } from './channels.ts';
import { findLeft } from './log-people.ts';
import type { Named } from './WhoPick.tsx';

interface ChannelPickProps {
  now: string;
  zone: string;
  /** True where something of theirs was answered: then it was made, by the mentor. */
  answering?: boolean;
  /** How the person was named just before: while the name goes on within half a second, letters mean the name. */
  named?: Named | undefined;
  name?: string;
  onPick: (entry: LogEntry) => void;
}

const HALF_A_SECOND = 500;

/** How it went: a letter logs it at once, the same letter with Shift an attempt. */
export function ChannelPick({ now, zone, answering, named, name = '', onPick }: ChannelPickProps) {
  const ref = useRef<HTMLFieldSetElement>(null);
  const left = useRef(findLeft(name, named?.typed ?? ''));
  const [made, setMade] = useState(true);
  const [direction, setDirection] = useState<LogEntry['direction']>('out');
  const [time, setTime] = useState('');
  const at = time === '' ? now : parseLocalInput(time, zone);
  const late = at === null || at > now;
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('.pick')?.focus();
  }, []);

  const pick = (channel: Channel, attempted: boolean) => {
    if (at !== null && at <= now) onPick({ channel, direction, made: made && !attempted, at });
  };
  const isNameGoingOn = (event: KeyboardEvent) => {
    if (left.current === '' || event.timeStamp - (named?.at ?? 0) > HALF_A_SECOND) return false;
    if (!left.current.startsWith(event.key.toLocaleLowerCase())) return false;
    left.current = left.current.slice(event.key.length);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).closest('input, select') || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const isName = isNameGoingOn(event);
    const channel = findChannel(event.key, answering === true);
    if (!channel && !isName) return;
    event.preventDefault();
    event.stopPropagation();
    if (channel && !isName) pick(channel, event.shiftKey && !answering);
  };

  return (
    <fieldset class="form" aria-label="How" ref={ref} onKeyDown={onKeyDown}>
      <div class="channels">
        {channels
          .filter((entry) => answering || !entry.onlyAnswers)
          .map(({ channel, letter, text }) => (
            <button
              key={channel}
              type="button"
              class="pick"
              aria-keyshortcuts={letter}
              onClick={() => pick(channel, false)}
            >
              <Key>{letter.toUpperCase()}</Key>
              <span class="pick-words">{text}</span>
            </button>
          ))}
      </div>
      <div class="form-pair">
        {answering ? null : (
          <ChoiceField
            label="Who began it"
            value={direction}
            choices={[
              { value: 'out', text: 'I did' },
              { value: 'in', text: 'They did' },
            ]}
            onChoice={(value) => setDirection(value === 'in' ? 'in' : 'out')}
          />
        )}
        <TextField
          label="When"
          value={time === '' ? composeLocalInput(now, zone) : time}
          onText={setTime}
          problem={late ? 'Choose a time that is not ahead.' : undefined}
          input={{ type: 'datetime-local', max: composeLocalInput(now, zone) }}
        />
      </div>
      {answering ? null : (
        <>
          <Check label="Nobody was reached" checked={!made} onCheck={(attempted) => setMade(!attempted)} />
          <p class="quiet small">Shift and the letter logs an attempt at once. An attempt settles nothing.</p>
        </>
      )}
    </fieldset>
  );
}
