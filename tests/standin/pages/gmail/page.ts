// What every part of the Gmail page shares: its account, its looks, and elements with Gmail's own names on them.
import { type Attributes, type Child, h, readConfig } from '../dom.ts';

interface Config {
  account: { id: string; index: number; address: { name?: string; email: string } };
  accounts: { index: number; address: { name?: string; email: string } }[];
  look: { theme: string; density: string; dir: string; split: string };
  broken: boolean;
  compose?: { to: string; bcc: string; subject: string; body: string };
}

export const config = readConfig<Config>();
export const owner = config.account.address;
export const split = config.look.split === 'vertical';

let lastId = 0;

/** Gmail's own ids: `:1y`. */
export function nextId(): string {
  return `:${(++lastId + 70).toString(36)}`;
}

/** After a redesign no class and no attribute of data has the name it had; roles and labels stay. */
function renamed(name: string, value: Attributes[string]): [string, Attributes[string]] {
  if (name === 'class') {
    const words = String(value).split(' ').filter(Boolean);
    return [name, words.map((word) => (word.startsWith('s-') ? word : `q${word.length}${word}Q`)).join(' ')];
  }
  const hooks = /^(data-|email$|name$|jslog$|jscontroller$|gh$|g_editable$)/;
  return hooks.test(name) ? [`x-${name.length}${[...name].reverse().join('')}`, 'x'] : [name, value];
}

/** An element with Gmail's names. Classes that start with `s-` are the stand-in's own, for its looks. */
export function g(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  if (!config.broken) return h(tag, attributes, ...children);
  const pairs = Object.entries(attributes).map(([name, value]) => renamed(name, value));
  return h(tag, Object.fromEntries(pairs), ...children);
}

export interface Person {
  name?: string;
  email: string;
}

/** Gmail calls oneself "me", in the reader's language. */
export function nameOf(person: Person): string {
  return person.email === owner.email ? 'me' : (person.name ?? person.email);
}

export function decimal(id: string): string {
  return BigInt(`0x${id}`).toString();
}

/** Gmail's second place for ids: base64 of a list that starts with one. */
export function jslog(number: string, threadId: string, id: string): string {
  const pack = (value: string) => btoa(JSON.stringify([value, null, null, []]));
  const [thread, message] = [pack(`#thread-f:${decimal(threadId)}`), pack(`#msg-f:${decimal(id)}`)];
  return `${number}; u014N:cOuCgd,Kr2w4b; 1:${thread}; 4:${message.replace(/=+$/, (pad) => '.'.repeat(pad.length))}`;
}

export function fullDate(iso: string): string {
  return new Date(iso).toLocaleString('en-US', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
}

export function shortDate(iso: string): string {
  const date = new Date(iso);
  const now = new Date();
  if (date.toDateString() === now.toDateString()) {
    return date.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
  }
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: '2-digit' as const };
  return date.toLocaleDateString('en-US', { month: 'short', day: 'numeric', ...year });
}

/** The view the address names: `#inbox/p2`, `#search/<words>/<thread>`. */
export interface Place {
  list: string;
  words: string;
  page: number;
  thread: string;
}

export function readPlace(): Place {
  const [list = 'inbox', ...rest] = location.hash.slice(1).split('?')[0]!.split('/');
  const words = list === 'search' || list === 'label' ? decodeWords(rest.shift() ?? '') : '';
  const page = rest.find((part) => /^p\d+$/.test(part));
  const thread = rest.find((part) => part !== page) ?? '';
  return { list: list || 'inbox', words, page: Number(page?.slice(1) ?? 1), thread: idOf(thread) };
}

function decodeWords(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

export function listHash({ list, words }: Pick<Place, 'list' | 'words'>): string {
  return `#${list}${words ? `/${encodeURIComponent(words).replaceAll('%20', '+')}` : ''}`;
}

/** Gmail's addresses carry an opaque word for a thread; the legacy id works there too. */
export function tokenOf(threadId: string): string {
  return `FMfcgz${btoa(threadId).replaceAll('=', '')}`;
}

function idOf(token: string): string {
  if (/^[0-9a-f]{14,16}$/.test(token)) return token;
  try {
    return token.startsWith('FMfcgz') ? atob(token.slice(6)) : '';
  } catch {
    return '';
  }
}
