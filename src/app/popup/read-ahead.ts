import type { PageDeps } from '../page-deps.ts';

/** What the list shows is asked for before anything is drawn, so that drawing the frame and reading go on side by side. */
export function readAhead(deps: PageDeps): PageDeps {
  return {
    ...deps,
    readOverview: ahead(deps.readOverview),
    readSuggestions: ahead(deps.readSuggestions),
  };
}

function ahead<T>(read: () => Promise<T>): () => Promise<T> {
  let first: Promise<T> | null = read();
  // Whoever takes it hears of its failure.
  first.catch(() => {});
  return () => {
    const taken = first ?? read();
    first = null;
    return taken;
  };
}
