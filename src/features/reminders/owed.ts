// Which items of the overview are announced: those with a deadline that the mentor has to keep.
import type { Overview, OverviewItem } from '../deadlines/overview.ts';

type Deadline = OverviewItem & { mark: { due: string } };

export function findOwed({ items }: Pick<Overview, 'items'>): Deadline[] {
  return items.filter(isDeadline);
}

/** A turn without a limit, a wait for the mentee and what cannot be told are shown, never announced. */
function isDeadline(item: OverviewItem): item is Deadline {
  const { state, due } = item.mark;
  return (
    (state === 'open' || state === 'late' || state === 'still-on') &&
    due !== undefined &&
    item.rule !== 'turn' &&
    item.rule !== 'first-word'
  );
}
