import type { Calendar } from '../../../domain/meeting/calendar.ts';
import { composeDayAndTime } from '../../../ui/dates.ts';
import { Check } from '../../../ui/Field.tsx';
import { composeProblem } from './account-words.ts';

interface CalendarListProps {
  calendars: Calendar[];
  /** A problem of the whole account is told once, above the list. */
  isHeld: boolean;
  zone: string;
  onChoose: (calendar: Calendar, chosen: boolean) => void;
}

function describe({ chosen, problem, cursor, syncedAt, provider }: Calendar, isHeld: boolean, zone: string): string {
  if (!chosen) return 'Not read';
  if (problem) return composeProblem(problem, provider, zone).text;
  if (!isHeld && (cursor?.page || !syncedAt)) return 'Being read';
  return syncedAt ? `Read ${composeDayAndTime(syncedAt, zone)}` : 'Not read yet';
}

/** An account's calendars, each with whether it is read and when it last was. */
export function CalendarList({ calendars, isHeld, zone, onChoose }: CalendarListProps) {
  const sorted = calendars.toSorted(
    (a, b) => Number(b.primary ?? false) - Number(a.primary ?? false) || a.name.localeCompare(b.name),
  );
  return (
    <fieldset class="calendar-list">
      <legend class="legend">Calendars</legend>
      {sorted.map((calendar) => (
        <div class="calendar-row" key={calendar.id}>
          <Check
            label={<bdi>{calendar.name}</bdi>}
            checked={calendar.chosen}
            onCheck={(chosen) => onChoose(calendar, chosen)}
          />
          <span class="calendar-state small quiet">{describe(calendar, isHeld, zone)}</span>
        </div>
      ))}
      <p class="field-hint">Without its tick, a calendar’s events are forgotten here. Entries you logged stay.</p>
    </fieldset>
  );
}
