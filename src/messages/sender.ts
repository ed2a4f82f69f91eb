// Who is calling, as the browser tells it. Nothing that a message says about itself counts.
import type { Caller } from './contract.ts';

/** The part of the browser's MessageSender that is looked at. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
}

export interface House {
  /** Our extension's id. */
  id: string;
  /** The origin of our own pages, without a slash at its end. */
  origin: string;
  /** Origins of the mail sites. */
  pageOrigins: readonly string[];
}

const ownPages: Record<string, Caller> = { '/popup.html': 'popup', '/dashboard.html': 'dashboard' };

/** The caller, or null for anybody who may not call at all. */
export function findCaller(sender: Sender, house: House): Caller | null {
  if (sender.id !== house.id) return null;
  const url = parseUrl(sender.url);
  if (!url) return null;
  if (originOf(url) === house.origin) return ownPages[url.pathname] ?? null;
  const origin = sender.origin ?? originOf(url);
  const isPage = sender.tab !== undefined && (sender.frameId ?? 0) === 0 && origin === originOf(url);
  return isPage && house.pageOrigins.includes(origin) ? 'page' : null;
}

/** `URL.origin` is "null" for extension addresses in some runtimes, so it is put together here. */
function originOf(url: URL): string {
  return `${url.protocol}//${url.host}`;
}

function parseUrl(text: string | undefined): URL | null {
  return text === undefined ? null : URL.parse(text);
}
