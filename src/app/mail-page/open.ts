// Starts in a real page: ties the runner to the browser, and ends one that runs in this document already.
import type { PageCalls } from '../../features/deadlines/page/ask.ts';
import { createPageAsk } from '../../messages/page-client.ts';
import type { MailSite } from '../../sites/site.ts';
import { answerHere } from '../page-watch/here.ts';
import type { mailPage } from '../worker/page-parts.ts';
import { getShelf } from './shelf.ts';
import { startMailPage } from './start.ts';

export function openMailPage(site: MailSite): void {
  const { runtime } = chrome;
  const end = new AbortController();
  const shelf = getShelf();
  shelf.running?.abort();
  shelf.running = end;
  const ask = createPageAsk<PageCalls & typeof mailPage>({ runtime, signal: end.signal });
  answerHere(runtime, site.id, end.signal);
  startMailPage(site, {
    ask,
    async loadPainter() {
      if (!shelf.makePainter) await ask('page.parts', { script: 'mail-parts' });
      return shelf.makePainter ?? null;
    },
    async loadJudge() {
      if (!shelf.makeThreadJudge) await ask('page.parts', { script: 'mail-judge' });
      return shelf.makeThreadJudge ?? null;
    },
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
