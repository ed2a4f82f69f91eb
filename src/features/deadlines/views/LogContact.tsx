import { useState } from 'preact/hooks';
import { Chip } from '../../../ui/Chip.tsx';
import { ChannelPick } from './ChannelPick.tsx';
import type { LogEntry } from './channels.ts';
import type { LogPerson } from './log-people.ts';
import { type Named, WhoPick } from './WhoPick.tsx';

interface LogContactProps {
  people: LogPerson[];
  /** The person already known, when it was opened from their row. */
  person?: LogPerson | undefined;
  now: string;
  zone: string;
  onLog: (person: LogPerson, entry: LogEntry) => void;
}

/** A text or call in two keystrokes: who, then how. */
export function LogContact({ people, person, now, zone, onLog }: LogContactProps) {
  const [picked, setPicked] = useState<{ person: LogPerson; named?: Named | undefined } | null>(
    person ? { person } : null,
  );
  if (!picked) return <WhoPick people={people} onPick={(one, named) => setPicked({ person: one, named })} />;
  const { name, waiting } = picked.person;
  return (
    <div class="form">
      <p class="log-with cut">
        With{' '}
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      {waiting ? (
        <p class="log-answers">
          <Chip shape="clock" tone="soon" text="Answers" />
          <bdi class="quiet cut">{waiting.title}</bdi>
        </p>
      ) : null}
      <ChannelPick
        now={now}
        zone={zone}
        named={picked.named}
        name={name}
        onPick={(entry) => onLog(picked.person, entry)}
      />
    </div>
  );
}
