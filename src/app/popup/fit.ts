// How the popup's height is shared: what is due stands whole, meetings to log take what is left of it.
import { FOLD, HEAD, ROW, type SectionPlan } from '../../features/deadlines/views/sections.ts';

/** A row of the meetings to log, with the space under it. */
const GHOST = 50;
/** More of them are a list of their own. */
const MOST = 3;

/** What the sections take as they are planned. */
export function heightOf(plan: readonly SectionPlan[]): number {
  const heights = plan.map(({ items, shown, folded }) => {
    if (folded) return FOLD;
    return HEAD + shown * ROW + (shown < items.length ? FOLD : 0);
  });
  return heights.reduce((sum, height) => sum + height, 0);
}

export function heightOfGhosts(count: number, shown: number): number {
  return count === 0 ? 0 : HEAD + Math.min(count, shown) * GHOST;
}

/** How many meetings to log are shown in `room`: at least one, and where all but one would be, all. */
export function fitGhosts(count: number, room: number): number {
  for (let shown = Math.min(count, MOST + 1); shown > 1; shown -= 1) {
    if (heightOfGhosts(count, shown) > room) continue;
    return shown > MOST && shown < count ? MOST : shown;
  }
  return 1;
}
