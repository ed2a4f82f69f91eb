// Playwright resumes every worker that starts, before anybody else can reach it. Where the clock of a worker has to be moved
// before its first line, Playwright is kept away from workers. This reaches into its inside, so its version is pinned.
import type { BrowserContext } from 'playwright-core';

interface Session {
  send(method: string, params: object): Promise<unknown>;
  detach(): Promise<void>;
}

interface Inside {
  _browser: { _session: Session; _serviceWorkers: Map<string, { _session: Session }> };
}

/** From here on only the launcher's own debugging socket sees workers. */
export async function leaveWorkersAlone(context: BrowserContext): Promise<void> {
  const { _connection } = context as unknown as { _connection: { toImpl(of: unknown): Inside } };
  const { _browser: browser } = _connection.toImpl(context);
  const filter = [...['service_worker', 'other', 'browser', 'tab'].map((type) => ({ type, exclude: true })), {}];
  await browser._session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter,
  });
  for (const worker of browser._serviceWorkers.values()) await worker._session.detach().catch(() => undefined);
}
