// The steps of a slice, one after the other, whatever is read.

/** Seconds after which a slice begins no further step; a step may take as long as an answer is waited for. */
export const SLICE = 15;

interface Steps<D> {
  /** Whether there is time for another step; what was asked for already is still taken. */
  isTime(due: D | null): boolean;
  find(): Promise<D | null>;
  /** Resolves to the step that is known to follow, or null. */
  take(due: D): Promise<D | null>;
}

/** Until its time is up or nothing is due. */
export async function runSteps<D>({ isTime, find, take }: Steps<D>): Promise<void> {
  let due: D | null = null;
  while (isTime(due)) {
    due ??= await find();
    if (!due) return;
    due = await take(due);
  }
}
