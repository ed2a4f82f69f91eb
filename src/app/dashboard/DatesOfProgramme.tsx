// The dates of a programme for each relationship under it, with their dialogs.
import { useEffect, useState } from 'preact/hooks';
import type { CalendarEvent, ProgrammeEvent } from '../../domain/meeting/meeting.ts';
import { type ProgrammeDate, programmeDates } from '../../domain/meeting/programme-dates.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { addHours } from '../../domain/time/instants.ts';
import { dateOf } from '../../domain/time/windows.ts';
import { DateForm } from '../../features/programmes/views/DateForm.tsx';
import { composeTick } from '../../features/programmes/views/date-words.ts';
import { type DateTask, ProgrammeDates } from '../../features/programmes/views/ProgrammeDates.tsx';
import {
  planDate,
  planFromEvent,
  planOwnDate,
  planTick,
  planUntick,
} from '../../features/programmes/views/plan-date.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Desk } from './dashboard-state.ts';

const HALF_A_YEAR = 24 * 183;

/** Events in which a date may be recognised: half a year back, a year ahead. */
function useEvents({ deps, overview, small }: Desk): CalendarEvent[] {
  const [events, setEvents] = useState<CalendarEvent[]>([]);
  useEffect(() => {
    const window = { from: addHours(overview.now, -HALF_A_YEAR), to: addHours(overview.now, 2 * HALF_A_YEAR) };
    deps.readEvents(window).then(setEvents, () => setEvents([]));
  }, [deps, small]);
  return events;
}

interface DatesProps {
  desk: Desk;
  relationship: Relationship;
  events: CalendarEvent[];
}

function composeTitle(task: DateTask): string {
  if (task.kind === 'own') return 'Add a date';
  return task.kind === 'tick' ? `${composeTick(task.date)}: ${task.date.name}` : `Date of ${task.date.name}`;
}

function Dates({ desk, relationship, events }: DatesProps) {
  const { deps, asking, small, overview } = desk;
  const [task, setTask] = useState<DateTask | null>(null);
  const nameOf = (id: string) => small.people.find((person) => person.id === id)?.name ?? '';
  const names = relationship.mentees.filter((id) => id !== relationship.me).map(nameOf);
  const today = dateOf(overview.now, relationship.zone);
  const save = async (event: ProgrammeEvent | null, text: string) => {
    if (event && (await asking.run(deps.ask('programmeEvent.save', { event }), text))) setTask(null);
  };
  const forget = ({ record }: ProgrammeDate) =>
    record && void asking.run(deps.ask('programmeEvent.remove', { event: record.id }), 'Forgotten');
  return (
    <>
      <ProgrammeDates
        title={names.length <= 3 ? names.join(', ') : `${names.length} mentees`}
        dates={programmeDates(small, relationship.id, overview.now, events)}
        zone={relationship.zone}
        nameOf={nameOf}
        onTask={setTask}
        onUse={(date, event) => void save(planFromEvent(date, event), 'Saved')}
        onUntick={(date) => void save(planUntick(date), 'Taken back')}
        onForget={forget}
      />
      {task ? (
        <Dialog title={composeTitle(task)} problem={asking.problem} onClose={() => setTask(null)}>
          {task.kind === 'own' ? (
            <DateForm
              label="Date"
              day={today}
              named
              button="Add"
              onSave={(day, name) => void save(planOwnDate(relationship.id, name, day, crypto.randomUUID()), 'Added')}
            />
          ) : task.kind === 'tick' ? (
            <DateForm
              label={`${composeTick(task.date)} on`}
              day={today}
              until={today}
              button="Save"
              onSave={(day) => void save(planTick(task.date, day), 'Saved')}
            />
          ) : (
            <DateForm
              label="Date"
              day={task.date.window?.from ?? today}
              button="Save"
              onSave={(day) => void save(planDate(task.date, day), 'Saved')}
            />
          )}
        </Dialog>
      ) : null}
    </>
  );
}

export function DatesOfProgramme({ desk, programme }: { desk: Desk; programme: string }) {
  const events = useEvents(desk);
  return desk.small.relationships
    .filter((relationship) => relationship.programme === programme)
    .map((relationship) => <Dates key={relationship.id} desk={desk} relationship={relationship} events={events} />);
}
