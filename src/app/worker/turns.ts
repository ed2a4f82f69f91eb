// Runs one job at a time. Whoever asks while it runs shares one further run, which sees all that was asked for.

export interface Turns<T> {
  /** Resolves when a run that began after this request has ended. Never rejects. */
  request(...reasons: T[]): Promise<void>;
  /** Resolves when all that was asked for so far is done. */
  idle(): Promise<void>;
}

export function makeTurns<T>(
  run: (reasons: ReadonlySet<T>) => Promise<void>,
  report: (error: unknown) => void,
): Turns<T> {
  let current: Promise<void> = Promise.resolve();
  let waiting: { reasons: Set<T>; done: Promise<void> } | undefined;
  return {
    request(...asked) {
      if (!waiting) {
        const reasons = new Set<T>();
        const done = current.then(async () => {
          waiting = undefined;
          await run(reasons).catch(report);
        });
        waiting = { reasons, done };
        current = done;
      }
      for (const reason of asked) waiting.reasons.add(reason);
      return waiting.done;
    },
    idle: () => current,
  };
}
