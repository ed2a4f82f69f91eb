// Starts in a real page: ties the runner to the browser, and ends one that runs in this document already.
import type { deadlines } from '../../features/deadlines/contract.ts';
import { createPageAsk } from '../../messages/page-client.ts';
import type { MailSite } from '../../sites/site.ts';
import { startMailPage } from './start.ts';

/** On the object that all scripts of this extension share in a document, and the page does not see. */
const running = Symbol.for('waymark.mail-page');

export function openMailPage(site: MailSite): void {
  const { runtime } = chrome;
  const end = new AbortController();
  const shared = globalThis as { [running]?: AbortController };
  shared[running]?.abort();
  shared[running] = end;
  startMailPage(site, {
    ask: createPageAsk<typeof deadlines>({ runtime, signal: end.signal }),
    onChanged(listener, signal) {
      runtime.onMessage.addListener((message: unknown) => {
        if (!signal.aborted && isChange(message)) listener();
      });
    },
    isAlive: () => runtime.id !== undefined,
    end,
    now: () => new Date().toISOString(),
    zone: Temporal.Now.timeZoneId(),
    document,
  });
}

const isChange = (message: unknown) =>
  typeof message === 'object' && message !== null && 'waymark' in message && message.waymark === 'changed';
