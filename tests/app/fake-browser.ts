// A browser as the worker sees it: what it was told to do, and what a test makes happen in it. It outlives the workers
// that are started in it, as the real one does.
import type { Extension, PageScript } from '../../src/app/worker/extension.ts';
import type { Answer } from '../../src/messages/contract.ts';
import type { Sender } from '../../src/messages/sender.ts';

type Listener<A extends unknown[]> = (...args: A) => void;
type MessageListener = (message: unknown, sender: Sender, respond: (answer: Answer<unknown>) => void) => boolean;

class FakeEvent<A extends unknown[]> {
  listeners: Listener<A>[] = [];
  addListener = (listener: Listener<A>) => void this.listeners.push(listener);
  fire(...args: A): void {
    for (const listener of [...this.listeners]) listener(...args);
  }
}

export interface FakeTab {
  id: number;
  url: string;
  status?: 'loading' | 'complete';
  /** What arrived at the page script of ours that lives here; absent where none does. */
  heard?: unknown[];
  /** Files of the page scripts that live here. */
  lives?: string[];
}

const id = 'waymark-id';
export const origin = `chrome-extension://${id}`;

export const senders = {
  gmail: {
    id,
    url: 'https://mail.google.com/mail/u/0/',
    origin: 'https://mail.google.com',
    frameId: 0,
    tab: { id: 1 },
  },
  popup: { id, url: `${origin}/popup.html`, origin },
  dashboard: { id, url: `${origin}/dashboard.html`, origin, frameId: 0, tab: { id: 2 } },
} satisfies Record<string, Sender>;

export class FakeBrowser {
  alarms = new Map<string, { when: number } | { periodInMinutes: number }>();
  alarmsSet: string[] = [];
  badge = { text: '', color: '', title: '' };
  notifications: { id: string; title: string; message: string }[] = [];
  /** Notifications that were tried. */
  tried: string[] = [];
  notificationsFail = false;
  granted = new Set<string>();
  tabs: FakeTab[] = [];
  opened: string[] = [];
  popups = 0;
  hasWindow = true;
  scripts: PageScript[] = [];
  injected: { tab: number; file: string }[] = [];
  /** What stands in the browser's session storage. */
  session = new Map<string, unknown>();
  /** Where a sign-in page sends the person back to; absent, the person closes it. */
  signInAnswer: ((url: string) => string) | undefined;

  readonly installed = new FakeEvent<[{ reason: string }]>();
  readonly startup = new FakeEvent<[]>();
  readonly alarm = new FakeEvent<[{ name: string }]>();
  readonly clicked = new FakeEvent<[string]>();
  readonly added = new FakeEvent<[]>();
  readonly removed = new FakeEvent<[]>();
  messageListeners: MessageListener[] = [];
  /** Of the worker that runs; what an earlier one still tries comes to nothing. */
  #life = 0;
  extension: Extension = this.#guard(this.#makeExtension());
  /** How many more calls the worker may make before it is stopped, right after the last one took effect. */
  callsLeft = Number.POSITIVE_INFINITY;

  /** The worker is stopped: it hears nothing any more. */
  stopWorker(): void {
    for (const event of [this.installed, this.startup, this.alarm, this.clicked, this.added, this.removed]) {
      event.listeners = [];
    }
    this.messageListeners = [];
    this.#life++;
    this.extension = this.#guard(this.#makeExtension());
  }

  /** What a person could see of us, and what the browser was asked for to get there. */
  snapshot() {
    const { alarms, alarmsSet, badge, notifications, tried, scripts, injected } = this;
    return structuredClone({ alarms, alarmsSet, badge, notifications, tried, scripts, injected });
  }

  send(
    call: string,
    input: unknown,
    sender: Sender,
    request = crypto.randomUUID() as string,
  ): Promise<Answer<unknown>> {
    return new Promise((resolve, reject) => {
      const isTaken = this.messageListeners.some((listener) => listener({ call, input, request }, sender, resolve));
      if (!isTaken) reject(new Error('Could not establish connection. Receiving end does not exist.'));
    });
  }

  grant(...patterns: string[]): void {
    for (const pattern of patterns) this.granted.add(pattern);
    this.added.fire();
  }

  revoke(pattern: string): void {
    this.granted.delete(pattern);
    this.removed.fire();
  }

  /** A stopped worker's calls do nothing, and it hears of none that it made. */
  #guard(extension: Extension): Extension {
    const life = this.#life;
    const isOver = () => life !== this.#life;
    const never = new Promise<never>(() => {});
    const guardCall = (call: (...args: unknown[]) => Promise<unknown>) => {
      return async (...args: unknown[]) => {
        if (isOver()) return never;
        const result = await call(...args);
        if (!isOver() && --this.callsLeft < 0) this.stopWorker();
        return isOver() ? never : result;
      };
    };
    for (const area of ['alarms', 'action', 'notifications', 'permissions', 'scripting', 'tabs'] as const) {
      const calls = extension[area] as unknown as Record<string, unknown>;
      for (const [name, call] of Object.entries(calls)) {
        if (typeof call === 'function') calls[name] = guardCall(call as Parameters<typeof guardCall>[0]);
      }
    }
    return extension;
  }

  #find(tab: number): FakeTab {
    const found = this.tabs.find((each) => each.id === tab);
    if (!found) throw new Error(`No tab with id: ${tab}`);
    return found;
  }

  #matches(url: string, patterns: string[]): boolean {
    return patterns.some((pattern) => url.startsWith(pattern.replace(/\*$/, '')));
  }

  #makeExtension(): Extension {
    return {
      runtime: {
        id,
        getURL: (path) => `${origin}/${path.replace(/^\//, '')}`,
        onMessage: { addListener: (listener) => void this.messageListeners.push(listener as MessageListener) },
        onInstalled: this.installed,
        onStartup: this.startup,
      },
      alarms: {
        create: async (name, info) => {
          this.alarms.set(name, info);
          this.alarmsSet.push(name);
        },
        get: async (name) => {
          const info = this.alarms.get(name);
          return info && { scheduledTime: 'when' in info ? info.when : 0 };
        },
        clear: async (name) => this.alarms.delete(name),
        onAlarm: this.alarm,
      },
      action: {
        setBadgeText: async ({ text }) => void Object.assign(this.badge, { text }),
        setBadgeBackgroundColor: async ({ color }) => void Object.assign(this.badge, { color }),
        setBadgeTextColor: async () => {},
        setTitle: async ({ title }) => void Object.assign(this.badge, { title }),
        openPopup: async () => {
          if (!this.hasWindow) throw new Error('Could not find an active browser window.');
          this.popups++;
        },
      },
      notifications: {
        create: async (name, { title, message }) => {
          this.tried.push(name);
          if (this.notificationsFail) throw new Error('Unable to show a notification');
          this.notifications.push({ id: name, title, message });
          return name;
        },
        clear: async (name) => {
          this.notifications = this.notifications.filter((each) => each.id !== name);
          return true;
        },
        getAll: async () => Object.fromEntries(this.notifications.map((each) => [each.id, true])),
        onClicked: this.clicked,
      },
      identity: {
        getRedirectURL: (path = '') => `https://${id}.chromiumapp.org/${path}`,
        launchWebAuthFlow: async ({ url }) => {
          if (!this.signInAnswer) throw new Error('The user did not approve access.');
          return this.signInAnswer(url);
        },
      },
      storage: {
        session: {
          get: async (keys) => Object.fromEntries([...this.session].filter(([key]) => keys === null || key === keys)),
          set: async (items) => {
            for (const [key, value] of Object.entries(items)) this.session.set(key, structuredClone(value));
          },
          remove: async (keys) => {
            for (const key of [keys].flat()) this.session.delete(key);
          },
        },
      },
      permissions: {
        contains: async ({ origins }) => origins.every((each) => this.granted.has(each)),
        onAdded: this.added,
        onRemoved: this.removed,
      },
      scripting: {
        getRegisteredContentScripts: async () => structuredClone(this.scripts),
        registerContentScripts: async (scripts) => {
          for (const script of scripts) {
            if (this.scripts.some((each) => each.id === script.id))
              throw new Error(`Duplicate script ID '${script.id}'`);
            this.scripts.push({ ...structuredClone(script), js: script.js.map((file) => file.replace(/^\//, '')) });
          }
        },
        unregisterContentScripts: async ({ ids }) => {
          this.scripts = this.scripts.filter((script) => !ids.includes(script.id));
        },
        executeScript: async ({ target, files }) => {
          const tab = this.#find(target.tabId);
          if (!this.#matches(tab.url, [...this.granted])) throw new Error('Cannot access contents of the page.');
          for (const file of files) this.injected.push({ tab: tab.id, file });
          if (!tab.heard) tab.lives = [];
          tab.heard ??= [];
          tab.lives = [...(tab.lives ?? []), ...files];
          return [];
        },
      },
      tabs: {
        query: async ({ url }) => this.tabs.filter((tab) => this.#matches(tab.url, url)),
        sendMessage: async (tab, message) => {
          const { heard, lives = [] } = this.#find(tab);
          if (!heard) throw new Error('Could not establish connection. Receiving end does not exist.');
          heard.push(message);
          const { waymark, site } = message as { waymark: string; site?: string };
          return waymark === 'here' ? lives.includes(`/content-scripts/${site}.js`) : undefined;
        },
        create: async ({ url }) => void this.opened.push(url),
      },
    };
  }
}
