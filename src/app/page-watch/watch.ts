// When to scan: one dirty flag, a scan at most every 200 ms, none in a hidden tab.

/** Milliseconds between two scans, at least. */
const GAP = 200;

export interface Watch {
  /** Asks for a scan, soon. */
  soon(): void;
  /** Makes a change of ours, which is no news; left out where a scan is due anyway, since the page is not what it was. */
  change(make: () => void): void;
}

/**
 * Calls `scan` at the start, after changes of the page and when a hidden tab is shown. Nothing is observed between the
 * first change and the scan it leads to, nor during the scan: the flag is up already, and our own changes are no news. `attributes` are those in which hosts put
 * another thing into the same element; all other changes come as nodes.
 */
export function watchPage(document: Document, signal: AbortSignal, scan: () => void, attributes: string[]): Watch {
  const window = document.defaultView!;
  let last = Number.NEGATIVE_INFINITY;
  let asked = false;

  const run = () => {
    asked = false;
    if (signal.aborted || document.hidden) return;
    last = performance.now();
    scan();
    if (asked || signal.aborted) return;
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: attributes });
  };
  const soon = () => {
    if (asked || signal.aborted) return;
    observer.disconnect();
    if (document.hidden) return;
    asked = true;
    const wait = last + GAP - performance.now();
    // The next frame is early enough for a chip that the host took away to be back before it is missed.
    if (wait > 0) setTimeout(run, wait);
    else requestAnimationFrame(run);
  };
  const observer = new MutationObserver(soon);

  document.addEventListener('visibilitychange', soon, { signal });
  for (const type of ['hashchange', 'popstate', 'pageshow']) window.addEventListener(type, soon, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  run();
  return {
    soon,
    change(make) {
      if (observer.takeRecords().length > 0) soon();
      if (asked || signal.aborted || document.hidden) return;
      make();
      observer.takeRecords();
    },
  };
}
