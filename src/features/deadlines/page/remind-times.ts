// When "Remind me later" may be: a few moments of the mentor's own days.
export interface RemindTime {
  label: string;
  /** Instant, ISO 8601 in UTC. */
  at: string;
}

const AFTERNOON = 15;
const MORNING = 9;
const MONDAY = 1;

export function planRemindTimes(now: string, zone: string): RemindTime[] {
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const onDay = (days: number, hour: number) =>
    here.toPlainDate().add({ days }).toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant().toString();
  const times: RemindTime[] = [];
  if (here.hour < AFTERNOON - 1) times.push({ label: 'This afternoon', at: onDay(0, AFTERNOON) });
  times.push({ label: 'Tomorrow morning', at: onDay(1, MORNING) });
  const untilMonday = (7 + MONDAY - here.dayOfWeek) % 7 || 7;
  if (untilMonday > 1)
    times.push({ label: untilMonday === 7 ? 'Next Monday' : 'Monday', at: onDay(untilMonday, MORNING) });
  return times;
}
