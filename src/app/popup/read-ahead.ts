import type { PageDeps } from '../page-deps.ts';

/** The overview is asked for before anything is drawn, so that drawing the frame and reading go on side by side. */
export function readAhead(deps: PageDeps): PageDeps {
  let ahead: ReturnType<PageDeps['readOverview']> | null = deps.readOverview();
  // Whoever takes it hears of its failure.
  ahead.catch(() => {});
  return {
    ...deps,
    readOverview: () => {
      const first = ahead ?? deps.readOverview();
      ahead = null;
      return first;
    },
  };
}
