// Good moments to be reminded at, in the mentor's own time.

export interface Later {
  /** The letter that chooses it. */
  letter: string;
  text: string;
  /** Instant. */
  until: string;
}

const MORNING = { hour: 8, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 };

/** In three hours, this evening (until 16:00), tomorrow morning, next Monday morning. */
export function composeLater(now: string, zone: string): Later[] {
  const at = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const until = (when: Temporal.ZonedDateTime) => when.toInstant().toString({ smallestUnit: 'second' });
  const later: Later[] = [{ letter: '3', text: 'In 3 hours', until: until(at.add({ hours: 3 })) }];
  if (at.hour < 16) later.push({ letter: 'e', text: 'This evening', until: until(at.with({ ...MORNING, hour: 18 })) });
  later.push({ letter: 't', text: 'Tomorrow morning', until: until(at.add({ days: 1 }).with(MORNING)) });
  const days = 8 - at.dayOfWeek;
  if (days > 1) later.push({ letter: 'm', text: 'Monday morning', until: until(at.add({ days }).with(MORNING)) });
  return later;
}
