// How long the popup takes to show who needs the mentor, with 10 000 messages in the ledger: the production build in
// Chromium, from the start of the navigation until the first mentee's row is painted.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { writeBackup } from '../../src/files/backup.ts';
import { launch, type Waymark } from '../e2e/browser.ts';
import { buildIfOld, extensionDir } from '../e2e/setup.ts';
import { buildLedger, menteeName } from './big-ledger.ts';
import { line, median } from './report.ts';

const RUNS = 15;
const limits = { warm: 150, killed: 250 };

/** Runs in the popup before anything else: notes when the first row stands there, and when it was painted. */
function watchFirstRow(name: string): void {
  const scope = globalThis as unknown as { firstRow: { there: number; painted: number } | undefined };
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-row]')?.textContent?.includes(name)) return;
    observer.disconnect();
    const there = performance.now();
    // The task after the next frame: that frame is painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        scope.firstRow = { there, painted: performance.now() };
      };
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

async function restore(waymark: Waymark, file: string): Promise<void> {
  const page = await waymark.open(waymark.url('dashboard.html#data'));
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await page
    .getByText(/restored|records/i)
    .first()
    .waitFor();
  await waitUntilDerived(page);
  await page.close();
}

/** The worker derives what was restored; the popup's first sight of it is not what is measured. */
async function waitUntilDerived(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const { databases } = indexedDB;
      const known = await databases.call(indexedDB);
      const request = indexedDB.open(known[0]!.name!);
      const database = await new Promise<IDBDatabase>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
      const count = (store: string) =>
        new Promise<number>((resolve) => {
          const counting = database.transaction(store).objectStore(store).count();
          counting.onsuccess = () => resolve(counting.result);
        });
      const [derived, relationships] = [await count('derived'), await count('relationships')];
      database.close();
      return relationships > 0 && derived === relationships;
    },
    undefined,
    { timeout: 60_000, polling: 200 },
  );
}

async function openOnce(waymark: Waymark): Promise<{ there: number; painted: number }> {
  const page = await waymark.openPopupTab();
  const found = await page.waitForFunction(
    () => (globalThis as unknown as { firstRow?: { there: number; painted: number } }).firstRow,
  );
  const value = await found.jsonValue();
  await page.close();
  return value!;
}

async function measure(waymark: Waymark, what: string, limit: number, before: () => Promise<unknown>): Promise<void> {
  const runs: { there: number; painted: number }[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    await before();
    runs.push(await openOnce(waymark));
  }
  const [first, ...rest] = runs.map((run) => run.painted);
  line(`${what}, median of ${RUNS}`, median(rest), 'ms', limit);
  console.log(`  first run ${first!.toFixed(0)} ms, quickest ${Math.min(...rest).toFixed(0)} ms`);
  console.log(
    `  its row in the document after ${median(runs.slice(1).map((run) => run.there)).toFixed(0)} ms (median)`,
  );
}

/** What popup.html loads. */
function tellSize(): void {
  const html = readFileSync(join(extensionDir, 'popup.html'), 'utf8');
  const names = [...html.matchAll(/\/((?:chunks|assets)\/[\w.-]+)/g)].map((found) => found[1]!);
  const sizes = names.map((name) => ({ name, gzip: gzipSync(readFileSync(join(extensionDir, name))).length }));
  const sum = (end: string) => sizes.filter(({ name }) => name.endsWith(end)).reduce((all, { gzip }) => all + gzip, 0);
  console.log(
    `popup.html: ${sum('.js')} bytes of script and ${sum('.css')} of style, gzipped, in ${names.length} files`,
  );
}

buildIfOld();
tellSize();
const ledger = buildLedger({ cohorts: [14, 1, 1], messages: 10_000, now: new Date().toISOString() });
const file = join(tmpdir(), `waymark-bench-${process.pid}.json`);
writeFileSync(file, writeBackup(ledger));
const waymark = await launch({ extensionDir });
try {
  await waymark.context.addInitScript(watchFirstRow, menteeName(0).split(' ')[0]!);
  await restore(waymark, file);
  for (const page of waymark.context.pages().slice(1)) await page.close();
  await measure(waymark, 'popup, 10 000 messages, warm', limits.warm, () => waymark.inWorker('1'));
  await measure(waymark, 'popup, 10 000 messages, worker killed', limits.killed, () => waymark.killWorker());
  console.log(`load average ${loadavg()[0]!.toFixed(1)}`);
} finally {
  await waymark.close();
  rmSync(file);
}
