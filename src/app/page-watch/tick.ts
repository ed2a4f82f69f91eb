// Time passing: once a minute what "31 h left" says, and the moment at which a mark changes by itself.
const MINUTE = 60_000;

export interface Tick {
  /** The instant at which the marks change next; the earlier of it and a minute is waited for. */
  aimAt(next: string | undefined): void;
}

/** `onTick` hears whether that instant has passed. Nothing runs in a hidden tab: showing it scans anyway. */
export function makeTick(now: () => string, signal: AbortSignal, onTick: (passed: boolean) => void): Tick {
  let next: number | null = null;
  let timer: ReturnType<typeof setTimeout>;
  const start = () => {
    clearTimeout(timer);
    const left = next === null ? MINUTE : next - Date.parse(now());
    timer = setTimeout(run, left > 0 ? Math.min(left, MINUTE) : MINUTE);
  };
  const run = () => {
    const passed = next !== null && next <= Date.parse(now());
    if (passed) next = null;
    onTick(passed);
    start();
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  start();
  return {
    aimAt(instant) {
      next = instant ? Date.parse(instant) : null;
      start();
    },
  };
}
