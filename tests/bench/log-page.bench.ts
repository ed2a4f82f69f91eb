// How long the log takes to show its first rows with 5 000 entries in it, and the cohort's grid of 500 mentees: the
// production build in Chromium, from the start of the navigation until the row is painted.
import { rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Ledger } from '../../src/domain/ledger.ts';
import { writeBackup } from '../../src/files/backup.ts';
import { launch, type Waymark } from '../e2e/browser.ts';
import { buildIfOld, extensionDir } from '../e2e/setup.ts';
import { cohortLedger, seal } from '../features/log-page/ledger.ts';
import { line, median } from './report.ts';
import { waitUntilDerived } from './wait-until-derived.ts';

const RUNS = 15;
const limits = { log: 200, search: 100, grid: 1000 };

/** Runs in the page before anything else: notes when an element of `selector` stands there, and when it was painted. */
function watchFirst(selector: string): void {
  const scope = globalThis as unknown as { first: { there: number; painted: number } | undefined };
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    const there = performance.now();
    // The task after the next frame: that frame is painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        scope.first = { there, painted: performance.now() };
      };
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function restore(waymark: Waymark, ledger: Ledger): Promise<void> {
  const file = join(tmpdir(), `waymark-bench-${process.pid}.json`);
  writeFileSync(file, writeBackup(ledger));
  const page = await waymark.open(waymark.url('dashboard.html#data'));
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await page
    .getByText(/restored/i)
    .first()
    .waitFor({ timeout: 120_000 });
  await waitUntilDerived(page);
  await page.close();
  rmSync(file);
}

async function openOnce(waymark: Waymark, place: string, selector: string): Promise<Page> {
  const page = await waymark.context.newPage();
  await page.addInitScript(watchFirst, selector);
  await page.goto(waymark.url(`dashboard.html#${place}`));
  return page;
}

async function readFirst(page: Page): Promise<{ there: number; painted: number }> {
  const found = await page.waitForFunction(
    () => (globalThis as unknown as { first?: { there: number; painted: number } }).first,
  );
  return (await found.jsonValue())!;
}

async function measure(waymark: Waymark, what: string, place: string, selector: string, limit: number): Promise<void> {
  const runs: { there: number; painted: number }[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const page = await openOnce(waymark, place, selector);
    runs.push(await readFirst(page));
    await page.close();
  }
  const [first, ...rest] = runs.map(({ painted }) => painted);
  line(`${what}, median of ${RUNS}`, median(rest), 'ms', limit);
  console.log(`  first run ${first!.toFixed(0)} ms, quickest ${Math.min(...rest).toFixed(0)} ms`);
  console.log(`  there after ${median(runs.slice(1).map(({ there }) => there)).toFixed(0)} ms (median)`);
}

/** From a letter typed into the search until the totals are painted anew. */
async function measureSearch(waymark: Waymark): Promise<void> {
  const page = await openOnce(waymark, 'log', '[data-entry]');
  await readFirst(page);
  const times = await page.evaluate(async () => {
    const box = document.querySelector<HTMLInputElement>('input[type=search]')!;
    const took: number[] = [];
    for (const text of ['z', 'zo', 'zol', 'zolc', 'zolc e', '', 'housing', 'amina', '']) {
      const begin = performance.now();
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      took.push(performance.now() - begin);
    }
    return took;
  });
  line('search in 5 000 entries, first letter', times[0]!, 'ms', limits.search);
  line('search in 5 000 entries, median of the next', median(times.slice(1)), 'ms', limits.search);
  await page.close();
}

buildIfOld();
const now = `${new Date().toISOString().slice(0, 19)}Z`;
const waymark = await launch({ extensionDir });
try {
  await restore(waymark, await seal(cohortLedger({ mentees: 15, entries: 5000, mails: 60, now })));
  await measure(waymark, 'log page, 5 000 entries, first rows', 'log', '[data-entry]', limits.log);
  await measureSearch(waymark);
  await measure(waymark, 'cohort of 15, grid', 'log/cohort', '[data-cell]', limits.grid);
  await restore(waymark, cohortLedger({ mentees: 500, entries: 1500, mails: 20, now }));
  await measure(waymark, 'cohort of 500 with 8 600 mails, grid', 'log/cohort', '[data-cell]', limits.grid);
  console.log(`load average ${loadavg()[0]!.toFixed(1)}`);
} finally {
  await waymark.close();
}
