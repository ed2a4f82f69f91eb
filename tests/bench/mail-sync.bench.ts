// What a first run over a Microsoft account's mail costs the worker, in Chromium's own IndexedDB: 10 000 messages against
// the same answers fetched, parsed and put in bulk.
import { loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { findChromium } from '../e2e/launcher/chromium.ts';
import { MENTEES, serveGraphMailLike } from './graph-mail-like.ts';
import { line, median } from './report.ts';
import { bundle, importFrom } from './scripts.ts';

const folders = { inbox: 4500, sentitems: 4500, archive: 1000 };
const MESSAGES = 10_000;
const PAGE = 200;
const RUNS = 7;
const LIMIT = 1.5;

const script = `
import { openIdbLedger } from ${importFrom('src/ledger/idb.ts')};
import { syncMailSlice } from ${importFrom('src/features/mailboxes/sync.ts')};
import { microsoft } from ${importFrom('src/accounts/microsoft/index.ts')};
import { openDB, unwrap } from 'idb';
let count = 0;
const now = '2026-03-02T09:00:00Z';
const account = { id: 'microsoft me@uni.example', provider: 'microsoft', address: 'me@uni.example', connectedAt: now };
const people = [
  { id: 'me', name: 'Me', emails: ['me@uni.example'] },
  ...Array.from({ length: ${MENTEES} }, (_, n) => ({ id: 'p' + n, name: 'Mentee ' + n, emails: ['mentee.' + n + '@uni.example'] })),
];
const cohort = {
  id: 'r', programme: 'umms-peer-mentoring', me: 'me', role: 'mentor', mentors: ['me'],
  mentees: people.slice(1).map(({ id }) => id), start: '2025-10-01', zone: 'UTC',
};
const depsOf = (ledger, origin, asked) => ({
  open: async () => ledger,
  now: () => now,
  zone: 'UTC',
  providers: [microsoft],
  findClient: () => ({ id: 'client' }),
  findMailClient: () => ({ id: 'client' }),
  tokens: { get: async () => ({ access: 't', expires: '2027-01-01T00:00:00Z', scopes: [...microsoft.mail.scopes] }) },
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
  const mailboxes = ['inbox', 'sent', 'archive'].map((folder) => ({ id: account.id + ' ' + folder, account: account.id, provider: 'microsoft', folder }));
  await ledger.apply([
    { list: 'accounts', put: account },
    { list: 'relationships', put: cohort },
    ...people.map((put) => ({ list: 'people', put })),
    ...mailboxes.map((put) => ({ list: 'mailboxes', put })),
  ]);
  return { name, ledger };
};
globalThis.full = async (origin) => {
  const { name, ledger } = await openNew();
  const asked = [];
  const from = performance.now();
  await syncMailSlice(depsOf(ledger, origin, asked), 600);
  const took = performance.now() - from;
  const [source] = await ledger.getAll('sources');
  ledger.close();
  const database = await openDB(name);
  globalThis.known = { asked, rows: await database.getAll('messages') };
  database.close();
  indexedDB.deleteDatabase(name);
  return { took, stored: globalThis.known.rows.length, asked: asked.length, covered: source?.to };
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
    const transaction = database.transaction('messages', 'readwrite', { durability: 'relaxed' });
    const store = unwrap(transaction.store);
    for (const row of rows.slice(page * share, (page + 1) * share)) store.put(row);
    await transaction.done;
  }
  const took = performance.now() - from;
  database.close();
  indexedDB.deleteDatabase(name);
  return took;
};
`;

interface Bench {
  full(origin: string): Promise<{ took: number; stored: number; asked: number; covered?: string }>;
  plain(): Promise<number>;
}

const graph = await serveGraphMailLike(folders, PAGE);
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--disable-gpu', ...sandbox] });
const [ours, plain]: [number[], number[]] = [[], []];
try {
  const page = await browser.newPage();
  await page.goto(graph.origin);
  await page.addScriptTag({ content: await bundle(script) });
  const requests = Object.values(folders).reduce((sum, messages) => sum + Math.ceil(messages / PAGE), 0);
  for (let run = 0; run <= RUNS; run++) {
    const full = await page.evaluate((origin) => (globalThis as unknown as Bench).full(origin), graph.origin);
    const isWhole = full.stored === MESSAGES && full.asked === requests && full.covered !== undefined;
    if (!isWhole) throw new Error(`stored ${full.stored} of ${full.asked} answers, covered to ${full.covered}`);
    const bare = await page.evaluate(() => (globalThis as unknown as Bench).plain());
    // The first of each warms up.
    if (run > 0) {
      ours.push(full.took);
      plain.push(bare);
    }
  }
} finally {
  await browser.close();
  graph.close();
}
const what = `first sync of ${MESSAGES} messages, ${PAGE} a page (median of ${RUNS})`;
line(what, median(ours), 'ms', median(plain), 'time of fetch, JSON.parse and bulk put');
console.log(`load average ${loadavg()[0]!.toFixed(1)}`);
if (median(ours) / median(plain) > LIMIT) process.exitCode = 1;
