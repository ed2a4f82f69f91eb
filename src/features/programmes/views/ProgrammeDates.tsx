import type { CalendarEvent } from '../../../domain/meeting/meeting.ts';
import type { ProgrammeDate } from '../../../domain/meeting/programme-dates.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { composeStamp } from '../../../ui/dates.ts';
import { Table } from '../../../ui/Table.tsx';
import { composeState, composeTick, composeWhen } from './date-words.ts';

export type DateTask = { kind: 'set' | 'tick'; date: ProgrammeDate } | { kind: 'own' };

interface ProgrammeDatesProps {
  title: string;
  dates: ProgrammeDate[];
  zone: string;
  nameOf: (person: string) => string;
  onTask: (task: DateTask) => void;
  onUse: (date: ProgrammeDate, event: CalendarEvent) => void;
  onUntick: (date: ProgrammeDate) => void;
  /** Only of a date that was typed or set. */
  onForget: (date: ProgrammeDate) => void;
}

type ButtonsProps = Pick<ProgrammeDatesProps, 'onTask' | 'onUntick' | 'onForget'> & { date: ProgrammeDate };

function Buttons({ date, onTask, onUntick, onForget }: ButtonsProps) {
  const of = `${date.name}, ${composeWhen(date)}`;
  if (date.state === 'done') {
    return (
      <span class="row-buttons">
        <Button kind="plain" aria-label={`Take back: ${of}`} onClick={() => onUntick(date)}>
          Take back
        </Button>
      </span>
    );
  }
  return (
    <span class="row-buttons">
      <Button kind="plain" aria-label={`${composeTick(date)}: ${of}`} onClick={() => onTask({ kind: 'tick', date })}>
        {composeTick(date)}
      </Button>
      <Button
        kind="plain"
        aria-label={`${date.record ? 'Change date' : 'Set date'}: ${of}`}
        onClick={() => onTask({ kind: 'set', date })}
      >
        {date.record ? 'Change date' : 'Set date'}
      </Button>
      {date.record ? (
        <Button kind="plain" aria-label={`Forget: ${of}`} onClick={() => onForget(date)}>
          Forget
        </Button>
      ) : null}
    </span>
  );
}

function Recognised({ date, zone, onUse }: Pick<ProgrammeDatesProps, 'zone' | 'onUse'> & { date: ProgrammeDate }) {
  const [event] = date.recognised;
  if (!event) return null;
  const when = event.start.includes('T') ? composeStamp(event.start, zone) : event.start;
  return (
    <div class="small quiet">
      In your calendar: <bdi>{event.title}</bdi>, {when}{' '}
      <Button kind="plain" aria-label={`Use it: ${event.title} for ${date.name}`} onClick={() => onUse(date, event)}>
        Use it
      </Button>
    </div>
  );
}

/** Launch, training, check-ins, evaluations: when they are and what was done, kept apart from mentoring hours. */
export function ProgrammeDates({ title, dates, zone, nameOf, onTask, onUse, ...on }: ProgrammeDatesProps) {
  return (
    <section class="card" aria-label={`Programme dates with ${title}`}>
      <header class="card-head">
        <div class="card-words">
          <h2 class="card-title">Dates</h2>
          <p class="quiet">
            <bdi>{title}</bdi> · kept apart from mentoring hours
          </p>
        </div>
        <Button onClick={() => onTask({ kind: 'own' })}>Add a date</Button>
      </header>
      {dates.length > 0 ? (
        <Table
          caption={`Dates of ${title}`}
          rows={dates}
          getKey={({ event, mentee, window, record }) => [event, mentee, window?.from, record?.id].join(' ')}
          stacks
          columns={[
            {
              head: 'What',
              cell: (date) => (
                <>
                  <bdi>{date.name}</bdi>
                  {date.mentee ? <span class="quiet"> · {nameOf(date.mentee)}</span> : null}
                  {date.mandatory ? <span class="quiet"> · mandatory</span> : null}
                  <Recognised date={date} zone={zone} onUse={onUse} />
                </>
              ),
            },
            { head: 'When', cell: (date) => <span class="one-line">{composeWhen(date)}</span> },
            { head: 'State', cell: (date) => <Chip {...composeState(date)} /> },
            { head: 'Change', figure: true, cell: (date) => <Buttons date={date} onTask={onTask} {...on} /> },
          ]}
        />
      ) : (
        <p class="card-empty quiet">The programme names no dates of its own. Add those you were given.</p>
      )}
    </section>
  );
}
