// What is stored in the meeting log is planned from what stands there: one plan after the other, whoever of the worker
// asks, so that each link of the chain follows the one that was made before it.

let last: Promise<unknown> = Promise.resolve();

/** Runs it when all that was asked for before has ended. */
export function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const done = last.then(run);
  last = done.catch(() => {});
  return done;
}
