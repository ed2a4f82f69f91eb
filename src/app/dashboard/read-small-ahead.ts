import type { PageDeps } from '../page-deps.ts';

/** The first reading begins before anything is drawn, so that drawing the frame and reading go on side by side. */
export function readSmallAhead(deps: PageDeps): PageDeps {
  let ahead: ReturnType<PageDeps['readSmall']> | null = deps.readSmall();
  // Whoever takes it hears of its failure.
  ahead.catch(() => {});
  return {
    ...deps,
    readSmall: () => {
      const first = ahead ?? deps.readSmall();
      ahead = null;
      return first;
    },
  };
}
