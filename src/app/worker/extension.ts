// The part of the browser's extension API that the worker uses, so that a test can stand in for it.
import type { Identity } from '../../accounts/account.ts';
import type { ServeRuntime } from '../../messages/serve.ts';
import type { SessionArea } from './tokens.ts';

interface EventOf<Arguments extends unknown[]> {
  addListener(listener: (...args: Arguments) => void): void;
}

export interface Tab {
  id?: number | undefined;
  status?: string | undefined;
}

export interface PageScript {
  id: string;
  js: string[];
  matches: string[];
}

interface RegisteredScript {
  id: string;
  js?: string[] | undefined;
  matches?: string[] | undefined;
}

export interface Extension {
  runtime: ServeRuntime & {
    onInstalled: EventOf<[{ reason: string }]>;
    onStartup: EventOf<[]>;
  };
  alarms: {
    create(name: string, info: { when: number } | { periodInMinutes: number }): Promise<void>;
    get(name: string): Promise<{ scheduledTime: number } | undefined>;
    clear(name: string): Promise<boolean>;
    onAlarm: EventOf<[{ name: string }]>;
  };
  action: {
    setBadgeText(details: { text: string }): Promise<void>;
    setBadgeBackgroundColor(details: { color: string }): Promise<void>;
    setBadgeTextColor(details: { color: string }): Promise<void>;
    setTitle(details: { title: string }): Promise<void>;
    openPopup(): Promise<void>;
  };
  notifications: {
    create(id: string, options: NotificationOptions): Promise<string>;
    clear(id: string): Promise<boolean>;
    getAll(): Promise<object>;
    onClicked: EventOf<[string]>;
  };
  identity: Identity;
  storage: { session: SessionArea };
  permissions: {
    contains(permissions: { origins: string[] }): Promise<boolean>;
    onAdded: EventOf<[]>;
    onRemoved: EventOf<[]>;
  };
  scripting: {
    executeScript(injection: { target: { tabId: number }; files: string[] }): Promise<unknown>;
    getRegisteredContentScripts(): Promise<RegisteredScript[]>;
    registerContentScripts(scripts: PageScript[]): Promise<void>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
  };
  tabs: {
    query(filter: { url: string[] }): Promise<Tab[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
    create(options: { url: string }): Promise<unknown>;
  };
}

interface NotificationOptions {
  type: 'basic';
  iconUrl: string;
  title: string;
  message: string;
}
