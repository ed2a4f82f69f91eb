// The calendars of one vendor as they are now, with a count of changes: what changed since a count is what a sync of
// changes has to tell. Tests move, cancel and add here, as people do in their calendars.
import type { Address } from '../../../src/domain/record.ts';
import { overlaps, spread } from '../semester/calendar/occurrences.ts';
import type {
  Exception,
  Instance,
  StandinCalendar,
  StandinCalendars,
  StandinEvent,
  Vendor,
} from '../semester/calendar/types.ts';

export interface Change extends Exception {
  guests?: StandinEvent['guests'];
  status?: StandinEvent['status'];
  busy?: boolean;
}

const ever = ['1970-01-01T00:00:00Z', '2100-01-01T00:00:00Z'] as const;
const nameOf = ({ event, original }: Instance) => (original === undefined ? event.key : `${event.key} ${original}`);

export class CalendarBook {
  readonly vendor: Vendor;
  readonly owner: Address;
  readonly zone: string;
  readonly #calendars: StandinCalendar[];
  readonly #events = new Map<string, StandinEvent>();
  /** When an event, or `key original` of one occurrence, last changed. */
  readonly #changed = new Map<string, number>();
  readonly #removed = new Set<string>();
  readonly #away = new Set<string>();
  readonly #onChange: () => void;
  #version = 1;
  #oldest = 0;

  constructor(vendor: Vendor, owner: Address, from: StandinCalendars, onChange: () => void) {
    this.vendor = vendor;
    this.owner = owner;
    this.zone = from.zone;
    this.#calendars = from.calendars.filter((each) => each.vendor === vendor);
    for (const event of from.events) if (event.vendor === vendor) this.#events.set(event.key, structuredClone(event));
    this.#onChange = onChange;
  }

  get version(): number {
    return this.#version;
  }

  /** Calendars that the owner may still see. */
  get calendars(): StandinCalendar[] {
    return this.#calendars.filter(({ key }) => !this.#away.has(key));
  }

  /** @throws where the test misnamed it. */
  event(key: string): StandinEvent {
    const event = this.#events.get(key);
    if (!event) throw new Error(`there is no event "${key}" in the ${this.vendor} calendars`);
    return event;
  }

  get events(): StandinEvent[] {
    return [...this.#events.values()];
  }

  isRemoved({ event, original }: Instance): boolean {
    return this.#removed.has(event.key) || this.#removed.has(`${event.key} ${original}`);
  }

  /** When this event or occurrence last changed. */
  changedAt({ event, original }: Instance): number {
    const whole = this.#changed.get(event.key) ?? 1;
    return Math.max(whole, this.#changed.get(`${event.key} ${original}`) ?? 1);
  }

  instances(calendar: string, from: string, to: string): Instance[] {
    return this.events.filter((event) => event.calendar === calendar).flatMap((event) => spread(event, from, to));
  }

  /**
   * What changed after `version`, be it in a window of time or moved out of it; null where that is too long ago to tell.
   * A series that changed as a whole is told within the window.
   */
  changes(calendar: string, version: number, from: string, to: string): Instance[] | null {
    if (version < this.#oldest) return null;
    const isNew = (name: string) => (this.#changed.get(name) ?? 1) > version;
    return this.events
      .filter((event) => event.calendar === calendar)
      .flatMap((event) => {
        const moved = Object.keys(event.exceptions ?? {}).some((original) => isNew(`${event.key} ${original}`));
        const isOne = moved || (event.rule === undefined && isNew(event.key));
        return spread(event, ...(isOne ? ever : ([from, to] as const)));
      })
      .filter((each) => this.changedAt(each) > version)
      .filter((each) => overlaps(each, from, to) || isNew(nameOf(each)));
  }

  /** Sync tokens given so far no longer hold. */
  expireTokens(): void {
    this.#oldest = this.#version + 1;
    this.#touch();
  }

  add(...events: StandinEvent[]): void {
    for (const event of events) {
      this.#events.set(event.key, structuredClone(event));
      this.#touch(event.key);
    }
  }

  /** Changes an event, or with `original`, the start its series planned, one occurrence. */
  change(key: string, change: Change, original?: string): void {
    const event = this.event(key);
    if (original === undefined) Object.assign(event, change);
    else event.exceptions = { ...event.exceptions, [original]: { ...event.exceptions?.[original], ...change } };
    this.#touch(original === undefined ? key : `${key} ${original}`);
  }

  /** To another start, as long as before. */
  move(key: string, start: string, original?: string): void {
    const event = this.event(key);
    const length = Temporal.Instant.from(event.start).until(Temporal.Instant.from(event.end));
    this.change(key, { start, end: Temporal.Instant.from(start).add(length).toString() }, original);
  }

  /** The organiser cancels it. Google drops it; Outlook keeps it and says so. */
  cancel(key: string, original?: string): void {
    this.change(key, original === undefined ? { status: 'cancelled' } : { cancelled: true }, original);
  }

  /** The owner deletes it. */
  remove(key: string, original?: string): void {
    this.#removed.add(original === undefined ? key : `${key} ${original}`);
    this.cancel(key, original);
  }

  decline(key: string, original?: string): void {
    this.change(key, { response: 'declined' }, original);
  }

  /** Somebody no longer shares this calendar with the owner. */
  shareAway(calendar: string): void {
    this.#away.add(calendar);
    this.#touch();
  }

  shareAgain(calendar: string): void {
    this.#away.delete(calendar);
    this.#touch();
  }

  #touch(name?: string): void {
    this.#version++;
    if (name) this.#changed.set(name, this.#version);
    this.#onChange();
  }
}
