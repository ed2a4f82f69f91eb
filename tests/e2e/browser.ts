// Starts Chromium with the built extension in it, on the stand-in web, and drives the parts of it that a test cannot click:
// the worker's life, its clock, its alarms, the toolbar popup.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { Cdp, evaluate, type TargetInfo } from './launcher/cdp.ts';
import { findChromium } from './launcher/chromium.ts';
import { Clock, clockSource } from './launcher/clock.ts';
import { allowDeveloperExtensions, grantHosts } from './launcher/grants.ts';
import { leaveWorkersAlone } from './launcher/playwright.ts';

export { findChromium, findInstalledChromium } from './launcher/chromium.ts';

export interface LaunchOptions {
  /** Folder of the built extension. */
  extensionDir: string;
  /** Port of the stand-in web; without it the browser goes to the real sites. */
  standin?: { port: number };
  /** Match patterns a click on "Allow" shall get, such as `https://mail.google.com/*`. */
  grants?: string[];
  /** No window. Default true. */
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number } | null;
  /** Kept after closing when given; otherwise a new one that is removed. */
  profileDir?: string;
  /** IANA zone in which the browser lives; the machine's own when absent. */
  zone?: string;
  /** Language of the browser's own words. */
  locale?: string;
  /** Instant to which every clock is moved. */
  now?: string;
}

/** A running browser with the extension in it. */
export interface Waymark {
  context: BrowserContext;
  extensionId: string;
  /** Absolute address of one of the extension's own pages: `url('popup.html')`. */
  url(path: string): string;
  /** Opens an address in a new tab and waits until it is loaded. */
  open(address: string): Promise<Page>;
  /** Evaluates an expression in the worker, starting it if it sleeps. */
  inWorker<T>(expression: string): Promise<T>;
  workerIsRunning(): Promise<boolean>;
  /** Ends the worker as the browser does when it is idle; resolves when it is gone. */
  killWorker(): Promise<void>;
  /** Fires `chrome.alarms.onAlarm` in the worker; with no name, for the alarm that is due first. Resolves with its name. */
  dispatchAlarm(name?: string): Promise<string>;
  /** Moves the clocks of worker, pages and page scripts to an instant. Needs `now` at launch. */
  setNow(instant: string): Promise<void>;
  /** The instant it is there. */
  now(): string;
  /** The real toolbar popup where the browser gives it, else popup.html in a tab of the popup's width. */
  openPopup(): Promise<{ page: Page; real: boolean; close(): Promise<void> }>;
  /** popup.html in a tab 384 px wide. */
  openPopupTab(): Promise<Page>;
  /** Loads the extension anew, as an update does; resolves when the new worker runs. */
  reloadExtension(): Promise<void>;
  close(): Promise<void>;
}

const switches = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
];

function argumentsFor(options: LaunchOptions): string[] {
  const { extensionDir, standin, headless = true } = options;
  return [
    ...switches,
    ...(headless ? ['--headless=new'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--remote-debugging-port=0',
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    ...(standin
      ? [
          `--host-resolver-rules=MAP * 127.0.0.1:${standin.port}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
          '--ignore-certificate-errors',
        ]
      : []),
    ...(options.locale ? [`--lang=${options.locale}`] : []),
  ];
}

function start(profile: string, options: LaunchOptions): Promise<BrowserContext> {
  const { viewport = { width: 1280, height: 800 }, colorScheme = 'light', zone, locale } = options;
  return chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: false,
    ignoreDefaultArgs: [
      '--disable-extensions',
      '--disable-component-extensions-with-background-pages',
      // The real sites refuse to sign anybody in to a browser that says it is driven.
      ...(options.standin ? [] : ['--enable-automation']),
    ],
    args: argumentsFor(options),
    viewport,
    colorScheme,
    ...(locale ? { locale } : {}),
    env: { ...process.env, ...(zone ? { TZ: zone } : {}) } as Record<string, string>,
  });
}

async function until<T>(what: string, find: () => Promise<T | undefined>, ms = 15_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function connect(profile: string): Promise<{ cdp: Cdp; endpoint: string }> {
  const file = join(profile, 'DevToolsActivePort');
  const [port, path] = await until('the debugging port', async () => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    return lines.length === 2 ? lines : undefined;
  });
  const endpoint = `ws://127.0.0.1:${port}${path}`;
  return { cdp: await Cdp.connect(endpoint), endpoint };
}

async function findWorker(cdp: Cdp, extensionId?: string): Promise<TargetInfo | undefined> {
  const prefix = `chrome-extension://${extensionId ?? ''}`;
  return (await cdp.targets()).find(({ type, url }) => type === 'service_worker' && url.startsWith(prefix));
}

async function readExtensionId(cdp: Cdp): Promise<string> {
  const worker = await until('the extension’s worker', () => findWorker(cdp));
  return new URL(worker.url).host;
}

/** A first start, only to make the profile know the extension; the second finds its sites granted. */
async function prepareGrants(profile: string, options: LaunchOptions): Promise<void> {
  const context = await start(profile, { ...options, headless: true });
  const { cdp } = await connect(profile);
  const extensionId = await readExtensionId(cdp);
  cdp.close();
  await context.close();
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  grantHosts(profile, extensionId, options.grants ?? []);
}

export async function launch(options: LaunchOptions): Promise<Waymark> {
  const profile = options.profileDir ?? mkdtempSync(join(tmpdir(), 'waymark-'));
  allowDeveloperExtensions(profile);
  if (options.grants && options.grants.length > 0) await prepareGrants(profile, options);
  const context = await start(profile, options);
  const { cdp, endpoint } = await connect(profile);
  const extensionId = await readExtensionId(cdp);
  if (options.now) {
    await leaveWorkersAlone(context);
    await context.addInitScript({ content: clockSource(options.now) });
  }
  const clock = options.now ? await Clock.start(await Cdp.connect(endpoint), extensionId, options.now) : undefined;
  const handle = new Driver(context, cdp, endpoint, extensionId, clock, () => {
    if (!options.profileDir) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
  if (clock) {
    // One that ends before the browser took it for started is never started again.
    const isActive = () => handle.inWorker<boolean>("self.registration.active?.state === 'activated'");
    await until('the worker to be active', async () => (await isActive()) || undefined);
    await handle.killWorker();
  }
  return handle;
}

class Driver implements Waymark {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly #cdp: Cdp;
  readonly #endpoint: string;
  readonly #clock: Clock | undefined;
  readonly #cleanUp: () => void;

  constructor(
    context: BrowserContext,
    cdp: Cdp,
    endpoint: string,
    extensionId: string,
    clock: Clock | undefined,
    cleanUp: () => void,
  ) {
    this.context = context;
    this.extensionId = extensionId;
    this.#cdp = cdp;
    this.#endpoint = endpoint;
    this.#clock = clock;
    this.#cleanUp = cleanUp;
  }

  url(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  async open(address: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(address);
    return page;
  }

  async inWorker<T>(expression: string): Promise<T> {
    const worker = await this.#wakeWorker();
    await this.#clock?.whenRunning(worker.targetId);
    return this.#cdp.within(worker.targetId, async (session) => {
      // A worker can be spoken to a moment before it has the extension's API.
      const isReady = () => evaluate<boolean>(this.#cdp, session, "typeof chrome === 'object'");
      await until('the worker to have its API', async () => (await isReady()) || undefined);
      return evaluate<T>(this.#cdp, session, expression);
    });
  }

  async workerIsRunning(): Promise<boolean> {
    return (await findWorker(this.#cdp, this.extensionId)) !== undefined;
  }

  async killWorker(): Promise<void> {
    const worker = await findWorker(this.#cdp, this.extensionId);
    if (!worker) return;
    await this.#clock?.release();
    await this.#cdp.send('Target.closeTarget', { targetId: worker.targetId }).catch(() => undefined);
    await until('the worker to end', async () => {
      const now = await findWorker(this.#cdp, this.extensionId);
      return now?.targetId === worker.targetId ? undefined : true;
    });
  }

  async dispatchAlarm(name?: string): Promise<string> {
    const wanted = name === undefined ? 'undefined' : JSON.stringify(name);
    return this.inWorker<string>(`(async () => {
      const all = await chrome.alarms.getAll();
      const first = all.toSorted((a, b) => a.scheduledTime - b.scheduledTime)[0];
      const alarm = ${wanted} === undefined ? first : (all.find((one) => one.name === ${wanted}) ?? { name: ${wanted}, scheduledTime: Date.now() });
      if (!alarm) throw new Error('no alarm is set');
      chrome.alarms.onAlarm.dispatch(alarm);
      return alarm.name;
    })()`);
  }

  async setNow(instant: string): Promise<void> {
    if (!this.#clock) throw new Error('the clock moves only in a browser launched with `now`');
    await this.context.addInitScript({ content: clockSource(instant) });
    await this.#clock.set(instant);
  }

  now(): string {
    return this.#clock?.now() ?? new Date().toISOString();
  }

  async openPopup(): Promise<{ page: Page; real: boolean; close(): Promise<void> }> {
    const real = await this.#openRealPopup().catch(() => undefined);
    if (real) return real;
    const page = await this.openPopupTab();
    return { page, real: false, close: () => page.close() };
  }

  async openPopupTab(): Promise<Page> {
    const page = await this.context.newPage();
    await page.setViewportSize({ width: 384, height: 600 });
    await page.goto(this.url('popup.html'));
    return page;
  }

  async reloadExtension(): Promise<void> {
    const before = await this.#wakeWorker();
    await this.inWorker('setTimeout(() => chrome.runtime.reload(), 100), true');
    await this.#clock?.release();
    await until('the old worker to end', async () => {
      const worker = await findWorker(this.#cdp, this.extensionId);
      return worker?.targetId === before.targetId ? undefined : true;
    });
    await this.#wakeWorker();
  }

  async close(): Promise<void> {
    this.#clock?.stop();
    this.#cdp.close();
    await this.context.close();
    this.#cleanUp();
  }

  /** A sleeping worker wakes when one of the extension's pages speaks to it; a fresh page does no more than that. */
  async #wakeWorker(): Promise<TargetInfo> {
    const worker = await findWorker(this.#cdp, this.extensionId);
    if (worker) return worker;
    const page = await this.context.newPage();
    try {
      // While the extension is being loaded anew its pages are refused.
      await until('a page of the extension', async () => {
        const loaded = await page.goto(this.url('manifest.json')).catch(() => null);
        return loaded ? true : undefined;
      });
      await page.evaluate(() => chrome.runtime.sendMessage('').catch(() => undefined));
      return await until('the worker to start', () => findWorker(this.#cdp, this.extensionId));
    } finally {
      await page.close();
    }
  }

  async #openRealPopup(): Promise<{ page: Page; real: boolean; close(): Promise<void> }> {
    await this.inWorker('chrome.action.openPopup().then(() => true)');
    const address = this.url('popup.html');
    const find = async () => (await this.#cdp.targets()).find(({ url }) => url.startsWith(address));
    const popup = await until('the popup', find, 3000);
    await this.#clock?.whenRunning(popup.targetId);
    const browser = await chromium.connectOverCDP(this.#endpoint);
    if (this.#clock) await Promise.all(browser.contexts().map(leaveWorkersAlone));
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((one) => one.url().startsWith(address));
    if (!page) {
      await browser.close();
      throw new Error('the popup is not listed');
    }
    // A popup's first script may run before its clock is moved; loaded once more it cannot.
    if (this.#clock) await page.reload();
    return { page, real: true, close: () => page.close().then(() => browser.close()) };
  }
}
