import type { PageDeps } from '../page-deps.ts';

/**
 * What the list shows is asked for before anything is drawn, so that drawing the frame and reading go on side by side.
 * What both readings rest on is read once.
 */
export function readAhead(deps: PageDeps): PageDeps {
  const suggestions = deps.readSuggestions();
  const overview = suggestions.then(
    ({ ledger }) => deps.readOverview(ledger),
    () => deps.readOverview(),
  );
  return {
    ...deps,
    readOverview: first(overview, deps.readOverview),
    readSuggestions: first(suggestions, deps.readSuggestions),
  };
}

function first<T>(ahead: Promise<T>, read: () => Promise<T>): () => Promise<T> {
  // Whoever takes it hears of its failure.
  ahead.catch(() => {});
  let left: Promise<T> | null = ahead;
  return () => {
    const taken = left ?? read();
    left = null;
    return taken;
  };
}
