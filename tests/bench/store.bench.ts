// What a sight of a mail page costs the worker, in Chromium's own IndexedDB: 50 rows, one of them new, over ledgers in
// which ten times as much is stored. The time must follow what changed, not what is stored.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { findChromium } from '../e2e/launcher/chromium.ts';
import { buildLedger, emailOf, me, source, threadOf } from './big-ledger.ts';
import { line, median } from './report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RUNS = 15;
const ROWS = 50;
const now = '2026-03-09T12:40:00Z';
const small = { relationships: 10, messages: 10_000 };
const big = { relationships: 100, messages: 100_000 };
/** Ten times as much stored may cost no more than this many times as much, with what chance adds to both. */
const GROWTH = 2;

/** Runs in the page, beside the store: takes sights and times them. */
const script = `
import { openIdbLedger } from ${importFrom('src/ledger/idb.ts')};
import { derive } from ${importFrom('src/domain/verdict/derive.ts')};
import { deadlinesHandlers } from ${importFrom('src/features/deadlines/worker.ts')};
const time = async (work) => { const from = performance.now(); await work(); return performance.now() - from; };
let ledger;
globalThis.fill = async (facts) => { ledger = await openIdbLedger(); await ledger.replaceAll(facts); };
globalThis.see = async (sight) => {
  const saw = deadlinesHandlers({ open: async () => ledger, now: () => sight.at, newId: () => 'new' })['page.saw'];
  return time(() => saw(sight));
};
globalThis.deriveOne = (id, at) => time(() => ledger.derive(id, at, (slice) => derive(slice, id, at)));
`;

function importFrom(path: string): string {
  return JSON.stringify(join(root, path));
}

async function bundle(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'entry.ts');
  writeFileSync(file, script);
  const build = await rolldown({
    input: file,
    cwd: root,
    resolve: { modules: [join(root, 'node_modules')] },
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'iife', minify: true, codeSplitting: false });
  await build.close();
  return output[0].code;
}

/** The newest threads of as many mentees, one of them with a message that nobody read yet. */
function sightOf(run: number, relationships: number, perMentee: number) {
  const at = new Date(Date.parse(now) + run * 60_000).toISOString();
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const mentee = index % relationships;
    const thread = perMentee / 5 - 1 - Math.floor(index / relationships);
    return {
      threadId: threadOf(mentee, thread),
      lastAt: index === run % ROWS ? at : '2025-12-01T00:00:00Z',
      lastMessageId: index === run % ROWS ? `new-${run}` : `m${mentee}-${thread * 5 + 4}`,
      senders: [{ email: emailOf(mentee) }],
      subject: `Letter ${thread} of the term`,
      unread: false,
      count: 5,
    };
  });
  const view = { list: 'inbox', complete: false };
  return { source, owner: me, at, zone: 'UTC', view, rows, thread: null, unreadable: false, disagreements: {} };
}

async function measure(page: Page, { relationships, messages }: typeof small) {
  const ledger = buildLedger({ cohorts: Array.from({ length: relationships }, () => 1), messages, now });
  await page.evaluate((facts) => (globalThis as unknown as Store).fill(facts), ledger);
  const see = (run: number) =>
    page.evaluate(
      (sight) => (globalThis as unknown as Store).see(sight),
      sightOf(run, relationships, messages / relationships),
    );
  const first = await see(0);
  const calls: number[] = [];
  for (let run = 1; run <= RUNS; run += 1) calls.push(await see(run));
  const extending = await see(RUNS + 15);
  const slices: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    slices.push(
      await page.evaluate(
        ([id, at]) => (globalThis as unknown as Store).deriveOne(id!, at!),
        [`r${run % relationships}`, now],
      ),
    );
  }
  return { first, saw: median(calls), extending, slice: median(slices) };
}

interface Store {
  fill(facts: unknown): Promise<void>;
  see(sight: unknown): Promise<number>;
  deriveOne(id: string, at: string): Promise<number>;
}

async function openPage(code: string): Promise<{ page: Page; close(): Promise<void> }> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--disable-gpu', ...sandbox] });
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto('https://store.example/');
  await page.addScriptTag({ content: code });
  return { page, close: () => browser.close() };
}

const code = await bundle();
const results = [];
for (const size of [small, big]) {
  const { page, close } = await openPage(code);
  try {
    results.push(await measure(page, size));
  } finally {
    await close();
  }
}
const [less, more] = results as [(typeof results)[0], (typeof results)[0]];
console.log(
  `page.saw, ${ROWS} rows, one new message, over 10 000 messages: ${less.saw.toFixed(1)} ms (median of ${RUNS})`,
);
line('the same over 100 000', more.saw, 'ms', less.saw, 'time over 10 000');
line('a sight that makes coverage longer, over 100 000', more.extending, 'ms', less.extending, 'time over 10 000');
line(
  'one relationship of 1 000 messages read and derived, 100 000 stored',
  more.slice,
  'ms',
  less.slice,
  'time over 10 000',
);
console.log(`the first sight after all was put in anew: ${less.first.toFixed(0)} ms and ${more.first.toFixed(0)} ms`);
console.log(`load average ${loadavg()[0]!.toFixed(1)}`);
if (more.saw / less.saw > GROWTH) process.exitCode = 1;
