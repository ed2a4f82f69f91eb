// What the page script costs a mail page: its bytes, the time of its first scan, and each change of the page. Every
// figure stands beside a limit or a peer measured in the same run.
//
// The first scan has two times, both from the moment the script's text is put into the page. Until it begins the script
// is parsed, run and set up: all that gmail-js does when it is loaded. Until it is done it has also read the owner, the
// view, the rows and the open thread; beside it gmail-js is loaded and made to read the same rows.
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../e2e/launcher/chromium.ts';
import { churn, drawPage } from './gmail-like.ts';
import { built, bundle, bundlePeers, GMAIL_JS, INBOXSDK, importFrom, openSite, readScript } from './scripts.ts';

const RUNS = 15;
const MUTATIONS = 2000;
const limits = { bytes: 30_000, gzip: 10_000, ratio: 1.5, mutation: 5 };
let failed = false;

/** Prints one figure, and remembers when it is over its limit. */
function tell(label: string, text: string, within = true): void {
  failed ||= !within;
  console.log(`  ${label.padEnd(44)} ${text}${within ? '' : '   over the limit'}`);
}

/** The quickest run: what a busy machine adds to the others is not the script's. */
const best = (values: number[]) => Math.min(...values);

/** What the browser gives a page script, and a worker that marks every third row. */
const fakeBrowser = `
  globalThis.sights = 0;
  globalThis.chrome = { runtime: {
  // Each scan first asks whether the extension is still there.
  get id() { globalThis.began ??= performance.now(); return 'bench'; }, onMessage: { addListener() {} }, async sendMessage({ call, input }) {
    if (call !== 'page.saw') { (0, eval)(globalThis.parts); return { ok: true, value: null }; }
    globalThis.sights++;
    const mark = { state: 'open', since: new Date(Date.now() - 36e5).toISOString(), due: new Date(Date.now() + 36e6).toISOString() };
    return { ok: true, value: { rows: input.rows.map((row, i) => (i % 3 ? null : mark)), line: null, suspect: null } };
  } } };
  null;`;

/** The list under its real address, served by the test itself: nothing leaves this machine. */
async function openPage(browser: Browser, parts: string, density = 40): Promise<Page> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: drawPage(density) }));
  await page.goto('https://mail.google.com/mail/u/0/#inbox');
  await page.evaluate(fakeBrowser);
  await page.evaluate((code) => void Object.assign(globalThis, { parts: code }), parts);
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
  return page;
}

/** Milliseconds to parse and run a script as a page script is run, all of it at once: to its first scan, and to its end. */
async function timeScript(browser: Browser, code: string, parts: string): Promise<FirstScan> {
  const page = await openPage(browser, parts);
  const times = await page.evaluate((text) => {
    const script = document.createElement('script');
    script.textContent = text;
    const before = performance.now();
    document.documentElement.append(script);
    const done = performance.now();
    const { began = done } = globalThis as { began?: number };
    return { began: began - before, done: done - before };
  }, code);
  await page.close();
  return times;
}

interface FirstScan {
  began: number;
  done: number;
}

/** Milliseconds of script during the changes, the scans they lead to included. */
async function timeChurn(browser: Browser, code: string, parts: string): Promise<number> {
  const page = await openPage(browser, parts);
  if (code) await page.addScriptTag({ content: code });
  await page.waitForTimeout(500);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000;
  };
  const before = await busy();
  await page.evaluate(`(${churn})(${MUTATIONS})`);
  await page.waitForTimeout(450);
  const after = await busy();
  await page.close();
  return after - before;
}

/** Of several scripts, run in turn, each time from another one on: what one leaves behind falls on all of them alike. */
async function measure<T>(
  codes: Record<string, string>,
  time: (code: string) => Promise<T>,
): Promise<Record<string, T[]>> {
  const all = Object.fromEntries(Object.keys(codes).map((name) => [name, [] as T[]]));
  for (let run = 0; run < RUNS; run++) {
    const scripts = Object.entries(codes);
    const first = run % scripts.length;
    for (const [name, code] of [...scripts.slice(first), ...scripts.slice(0, first)]) all[name]!.push(await time(code));
  }
  return all;
}

function tellBytes(label: string, code: string, limited: boolean): void {
  const bytes = Buffer.byteLength(code);
  const gzip = gzipSync(code, { level: 9 }).length;
  const of = limited ? ` (at most ${limits.bytes} and ${limits.gzip})` : '';
  tell(label, `${bytes} bytes, ${gzip} gzip${of}`, !limited || (bytes <= limits.bytes && gzip <= limits.gzip));
}

async function tellFirstScan(browser: Browser, gmail: string, parts: string): Promise<void> {
  const peers = await bundlePeers();
  const runs = await measure({ waymark: gmail, ...peers }, (code) => timeScript(browser, code, parts));
  const bestOf = (name: string, when: keyof FirstScan) => best(runs[name]!.map((run) => run[when]));
  const compare = (ours: number, name: string, did: string, limited: boolean) => {
    if (!(name in peers)) return tell(`  ${name}`, 'not installed');
    const theirs = bestOf(name, 'done');
    const ratio = ours / theirs;
    const said = `${theirs.toFixed(1)} ms ${did}; ratio ${ratio.toFixed(2)}`;
    tell(`  ${name}`, said + (limited ? ` (aim 1, at most ${limits.ratio})` : ''), !limited || ratio <= limits.ratio);
  };
  const [began, done] = [bestOf('waymark', 'began'), bestOf('waymark', 'done')];
  tell('until the first scan begins', `${began.toFixed(1)} ms, the best of ${RUNS} runs`);
  compare(began, GMAIL_JS, 'loaded and set up', true);
  compare(began, INBOXSDK, 'loaded', true);
  tell('until the first scan is done', `${done.toFixed(1)} ms`);
  compare(done, `${GMAIL_JS}, reading`, 'loaded, set up, and the same rows read', true);
  compare(done, GMAIL_JS, 'loaded and set up, reading nothing', false);
}

async function tellMutations(browser: Browser, gmail: string, parts: string): Promise<void> {
  const naive = await bundle(
    `import { site } from ${importFrom('src/sites/gmail/index.ts')};
     const scan = () => { globalThis.seen = [site.readRows(document), site.readThread(document)]; };
     new MutationObserver(scan).observe(document.body, { childList: true, subtree: true });`,
  );
  const times = await measure({ nothing: '', waymark: gmail, naive }, (code) => timeChurn(browser, code, parts));
  const each = (name: string) => ((best(times[name]!) - best(times.nothing!)) * 1000) / MUTATIONS;
  const ours = each('waymark');
  tell('each change of the page', `${ours.toFixed(1)} µs (at most ${limits.mutation})`, ours <= limits.mutation);
  tell('reading rows and thread in every callback', `${each('naive').toFixed(1)} µs`);
}

async function tellLayout(browser: Browser, gmail: string, parts: string): Promise<void> {
  for (const density of [40, 28]) {
    const page = await openPage(browser, parts, density);
    const heights = () => page.$$eval('tr.zA', (rows) => rows.map((row) => row.getBoundingClientRect().height).join());
    const before = await heights();
    await page.addScriptTag({ content: gmail });
    await page.waitForSelector('[data-wm]');
    const same = (await heights()) === before;
    tell(`row of ${density} px with a chip`, same ? 'as high as without' : 'another height', same);
    await page.close();
  }
}

async function main(): Promise<void> {
  const gmail = await readScript('content-scripts/gmail.js', openSite('gmail'));
  const outlook = await readScript('content-scripts/outlook.js', openSite('outlook'));
  const parts = await readScript(
    'mail-parts.js',
    `import { offerParts } from ${importFrom('src/app/mail-page/offer.ts')}; offerParts();`,
  );
  if (!existsSync(built)) tell('no build found', 'figures are of the same source, bundled alone');
  tellBytes('Gmail page script', gmail, true);
  tellBytes('Outlook page script', outlook, true);
  tellBytes('what is shown, loaded when there is something', parts, false);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--disable-gpu', ...sandbox] });
  try {
    await tellFirstScan(browser, gmail, parts);
    await tellMutations(browser, gmail, parts);
    await tellLayout(browser, gmail, parts);
  } finally {
    await browser.close();
  }
  if (failed) process.exitCode = 1;
}

await main();
