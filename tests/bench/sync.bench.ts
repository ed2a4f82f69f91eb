// What reading a Google calendar costs the worker, in Chromium's own IndexedDB: all of 10 000 events against the same
// answers fetched, parsed and put in bulk, and ten changes over ledgers in which twenty times as much is stored.
import { loadavg } from 'node:os';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../e2e/launcher/chromium.ts';
import { serveGoogleLike } from './google-like.ts';
import { line, median } from './report.ts';
import { bundle, importFrom } from './scripts.ts';

const EVENTS = 10_000;
const RUNS = 5;
const CHANGE_RUNS = 25;
/** Google gives at most 2 500 a page, and often fewer. */
const PAGES = [250, 2500];
const FULL_LIMIT = 1.5;
const stored = { less: 1000, more: 20_000 };
/** Twenty times as much stored may cost no more than this many times as much, with what chance adds to both. */
const GROWTH = 1.5;

const script = `
import { openIdbLedger } from ${importFrom('src/ledger/idb.ts')};
import { syncSlice } from ${importFrom('src/features/calendars/sync.ts')};
import { google } from ${importFrom('src/accounts/google/index.ts')};
import { openDB, unwrap } from 'idb';
let count = 0;
let time = Date.parse('2026-03-02T09:00:00Z');
const account = { id: 'google me@uni.example', provider: 'google', address: 'me@uni.example', connectedAt: '2026-03-02T09:00:00Z' };
const calendar = { id: 'google me@uni.example primary', account: account.id, provider: 'google', calendar: 'primary', name: 'Me', primary: true, chosen: true };
const depsOf = (ledger, origin, asked) => ({
  open: async () => ledger,
  now: () => new Date(time).toISOString(),
  zone: 'UTC',
  providers: [google],
  findClient: () => ({ id: 'client' }),
  tokens: { get: async () => ({ access: 't', expires: '2027-01-01T00:00:00Z', scopes: [] }) },
  fetch: (url, init) => {
    const { pathname, search } = new URL(String(url.url ?? url));
    asked.push(origin + pathname + search);
    return fetch(origin + pathname + search, init);
  },
  timeout: (seconds) => AbortSignal.timeout(seconds * 1000),
  report: (error) => { throw error; },
});
const openNew = async () => {
  const name = 'bench-' + count++;
  const ledger = await openIdbLedger({ name });
  await ledger.apply([{ list: 'accounts', put: account }, { list: 'calendars', put: calendar }]);
  return { name, ledger };
};
const finish = async (name) => { indexedDB.deleteDatabase(name); };
globalThis.full = async (origin) => {
  const { name, ledger } = await openNew();
  const asked = [];
  const from = performance.now();
  await syncSlice(depsOf(ledger, origin, asked));
  const took = performance.now() - from;
  ledger.close();
  const database = await openDB(name);
  globalThis.known = { asked, rows: await database.getAll('events') };
  database.close();
  await finish(name);
  return { took, stored: globalThis.known.rows.length, asked: asked.length };
};
globalThis.plain = async () => {
  const { asked, rows } = globalThis.known;
  const { name, ledger } = await openNew();
  ledger.close();
  const database = await openDB(name);
  const share = Math.ceil(rows.length / asked.length);
  const from = performance.now();
  for (const [page, url] of asked.entries()) {
    const answer = await fetch(url, { headers: { authorization: 'Bearer t' } });
    JSON.parse(await answer.text());
    const transaction = database.transaction('events', 'readwrite', { durability: 'relaxed' });
    const store = unwrap(transaction.store);
    for (const row of rows.slice(page * share, (page + 1) * share)) store.put(row);
    await transaction.done;
  }
  const took = performance.now() - from;
  database.close();
  await finish(name);
  return took;
};
const fill = async (origin) => {
  const { name, ledger } = await openNew();
  await syncSlice(depsOf(ledger, origin, []));
  ledger.close();
  return { name, origin, ledger: await openIdbLedger({ name }), took: [] };
};
globalThis.changes = async (origins, runs) => {
  const filled = [];
  for (const origin of origins) filled.push(await fill(origin));
  for (let run = 0; run < runs; run++) {
    time += 16 * 60_000;
    // In turns, so that what else the computer does falls on both.
    for (const { ledger, origin, took } of filled) {
      const from = performance.now();
      await syncSlice(depsOf(ledger, origin, []));
      took.push(performance.now() - from);
    }
  }
  const results = [];
  for (const { name, ledger, took } of filled) {
    const events = await ledger.readEvents({ from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' });
    ledger.close();
    await finish(name);
    const renamed = events.filter(({ title }) => title.startsWith('Renamed')).length;
    results.push({ took, stored: events.length, renamed });
  }
  return results;
};
`;

interface Bench {
  full(origin: string): Promise<{ took: number; stored: number; asked: number }>;
  plain(): Promise<number>;
  changes(origins: string[], runs: number): Promise<{ took: number[]; stored: number; renamed: number }[]>;
}

async function inPage<T>(code: string, origin: string, work: (page: Page) => Promise<T>): Promise<T> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--disable-gpu', ...sandbox] });
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    await page.addScriptTag({ content: code });
    return await work(page);
  } finally {
    await browser.close();
  }
}

async function measureFull(code: string, perPage: number): Promise<number> {
  const google = await serveGoogleLike(EVENTS, perPage);
  const [ours, plain]: [number[], number[]] = [[], []];
  try {
    await inPage(code, google.origin, async (page) => {
      for (let run = 0; run <= RUNS; run++) {
        const full = await page.evaluate((origin) => (globalThis as unknown as Bench).full(origin), google.origin);
        if (full.stored !== EVENTS || full.asked !== EVENTS / perPage) throw new Error(`stored ${full.stored}`);
        const bare = await page.evaluate(() => (globalThis as unknown as Bench).plain());
        // The first of each warms up.
        if (run > 0) [ours, plain].forEach((list, index) => void list.push([full.took, bare][index]!));
      }
    });
  } finally {
    google.close();
  }
  const ratio = median(ours) / median(plain);
  const what = `full sync of ${EVENTS} events, ${perPage} a page (median of ${RUNS})`;
  line(what, median(ours), 'ms', median(plain), 'time of fetch, JSON.parse and bulk put');
  return ratio;
}

/** Medians over as many events as each of these says. */
async function measureChanges(code: string, sizes: number[]): Promise<number[]> {
  const googles = await Promise.all(sizes.map((events) => serveGoogleLike(events, 500)));
  const origins = googles.map(({ origin }) => origin);
  try {
    return await inPage(code, origins[0]!, async (page) => {
      const results = await page.evaluate(
        ([of, runs]) => (globalThis as unknown as Bench).changes(of as string[], runs as number),
        [origins, CHANGE_RUNS] as const,
      );
      results.forEach(({ stored, renamed }, index) => {
        if (stored !== sizes[index] || renamed < 10) throw new Error(`stored ${stored}, renamed ${renamed}`);
      });
      return results.map(({ took }) => median(took));
    });
  } finally {
    for (const google of googles) google.close();
  }
}

const code = await bundle(script);
const ratios = [];
for (const perPage of PAGES) ratios.push(await measureFull(code, perPage));
const [less, more] = (await measureChanges(code, [stored.less, stored.more])) as [number, number];
console.log(`ten changes over ${stored.less} events: ${less.toFixed(1)} ms (median of ${CHANGE_RUNS})`);
line(`the same over ${stored.more}`, more, 'ms', less, `time over ${stored.less}`);
console.log(`load average ${loadavg()[0]!.toFixed(1)}`);
if (ratios.some((ratio) => ratio > FULL_LIMIT) || more / less > GROWTH) process.exitCode = 1;
