// What moves a clock, as text for the browser: it is sent there by its source.

/** Runs in the browser; must not refer to anything outside itself. Done twice it only takes the new offset. */
export function moveClock(offset: number): void {
  const scope = globalThis as unknown as Record<string, unknown> & { Date: DateConstructor };
  const state = (scope.__movedClock ?? { offset }) as { offset: number; alarms?: boolean };
  state.offset = offset;
  if (!scope.__movedClock) {
    Object.defineProperty(scope, '__movedClock', { value: state });
    const RealDate = scope.Date;
    const realNow = RealDate.now.bind(RealDate);
    const now = () => realNow() + state.offset;
    class MovedDate extends RealDate {
      constructor(...parts: unknown[]) {
        super(...((parts.length === 0 ? [now()] : parts) as [number]));
      }
      static override now = now;
    }
    scope.Date = new Proxy(MovedDate, { apply: () => new MovedDate().toString() }) as unknown as DateConstructor;
    const { Now } = Temporal;
    const instant = () => Temporal.Instant.fromEpochMilliseconds(now());
    const here = (zone?: string) => instant().toZonedDateTimeISO(zone ?? Now.timeZoneId());
    Object.assign(Now, {
      instant,
      zonedDateTimeISO: here,
      plainDateTimeISO: (zone?: string) => here(zone).toPlainDateTime(),
      plainDateISO: (zone?: string) => here(zone).toPlainDate(),
      plainTimeISO: (zone?: string) => here(zone).toPlainTime(),
    });
  }
  type Alarm = { name: string; scheduledTime: number };
  const alarms = (scope.chrome as { alarms?: Record<string, unknown> } | undefined)?.alarms;
  if (!alarms || state.alarms) return;
  state.alarms = true;
  const real = { ...alarms } as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const shift = (alarm: Alarm | undefined) => alarm && { ...alarm, scheduledTime: alarm.scheduledTime + state.offset };
  const create = (...args: unknown[]) => {
    const name = typeof args[0] === 'string' ? [args.shift()] : [];
    const info = args.shift() as { when?: number };
    const when = info.when === undefined ? {} : { when: info.when - state.offset };
    return real.create?.(...name, { ...info, ...when }, ...args);
  };
  const get = async (...args: unknown[]) => shift((await real.get?.(...args)) as Alarm | undefined);
  const getAll = async () => (((await real.getAll?.()) ?? []) as Alarm[]).map(shift);
  for (const [name, value] of Object.entries({ create, get, getAll })) {
    Object.defineProperty(alarms, name, { value, configurable: true, writable: true });
  }
}
