// Which host answers what. Pages by path; their data under /standin/, on the same host, as JSON.
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { StandinTask, Vendor } from '../semester/calendar/types.ts';
import type { Account, AccountId } from '../semester/types.ts';
import type { GmailVacation, Vacation } from './auto-reply/gmail.ts';
import { readCalendars } from './calendar-data.ts';
import type { CalendarBook } from './calendars.ts';
import { type Look, lookFor } from './look.ts';
import type { Mailboxes, Sending } from './mailbox.ts';
import { type PageName, shell } from './pages.ts';

export interface World {
  mailboxes: Mailboxes;
  books: Record<Vendor, CalendarBook>;
  tasks: StandinTask[];
  /** Of the first Gmail account. */
  vacation: GmailVacation;
  look: Look;
  broken: boolean;
  /** The version that open pages are told of while they are held. */
  heldAt?: number | undefined;
}

export interface Answer {
  status: number;
  type: string;
  body: string;
  headers?: Record<string, string>;
}

const hosts: Record<string, 'gmail' | 'outlook' | 'google-calendar'> = {
  'mail.google.com': 'gmail',
  'calendar.google.com': 'google-calendar',
  'outlook.office.com': 'outlook',
  'outlook.office365.com': 'outlook',
  'outlook.live.com': 'outlook',
  'outlook.cloud.microsoft': 'outlook',
};

const folder = new URL('../', import.meta.url);

function json(value: unknown): Answer {
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

function sentence(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body };
}

/** Answers one request. `body` is the parsed JSON of a POST. */
export function answer(world: World, hostname: string, url: URL, body: unknown): Answer {
  const host = hosts[hostname];
  if (!host) return sentence(404, `The stand-in web does not play ${hostname}.`);
  if (url.pathname.startsWith('/standin/pages/')) return file(url.pathname);
  if (url.pathname.startsWith('/standin/')) return data(world, url, body);
  if (host === 'google-calendar') return googleCalendar(world, url);
  return host === 'gmail' ? gmail(world, url) : outlook(world, url);
}

function file(path: string): Answer {
  if (!/^\/standin\/pages\/[\w/-]+\.(ts|css)$/.test(path)) return sentence(404, 'There is no such file.');
  try {
    const text = readFileSync(fileURLToPath(new URL(`.${path.slice('/standin'.length)}`, folder)), 'utf8');
    if (path.endsWith('.css')) return { status: 200, type: 'text/css; charset=utf-8', body: text };
    return { status: 200, type: 'text/javascript; charset=utf-8', body: stripTypeScriptTypes(text) };
  } catch {
    return sentence(404, 'There is no such file.');
  }
}

function data(world: World, url: URL, body: unknown): Answer {
  const { mailboxes } = world;
  const query = url.searchParams;
  const account = (query.get('account') ?? 'gmail') as AccountId;
  const thread = query.get('thread') ?? '';
  switch (url.pathname) {
    case '/standin/version':
      return json({ version: world.heldAt ?? mailboxes.version, broken: world.broken, look: world.look });
    case '/standin/list': {
      const [view, words] = [query.get('view') ?? 'inbox', query.get('words') ?? ''];
      return json(
        mailboxes.list(account, view, words, Number(query.get('page') ?? 1), Number(query.get('size') ?? 50)),
      );
    }
    case '/standin/calendar': {
      const book = account === 'outlook' ? world.books.microsoft : world.books.google;
      const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
      // The second account of the same browser has an empty calendar.
      if (account === 'club') return json({ events: [], tasks: [], calendars: [] });
      return json(readCalendars(book, account === 'gmail' ? world.tasks : [], from, to));
    }
    case '/standin/thread':
      return json(mailboxes.thread(account, thread));
    case '/standin/read':
      mailboxes.markRead(account, thread);
      return json(null);
    case '/standin/send':
      return json(mailboxes.send(body as Sending));
    case '/standin/vacation':
      if (body !== undefined) world.vacation.save(body as Vacation);
      return json(world.vacation.now);
    default:
      return sentence(404, 'The stand-in web has no such data.');
  }
}

function page(host: PageName, world: World, account: Account, url: URL, compose: boolean): Answer {
  const query = url.searchParams;
  const mailto = mailtoOf(query.get('mailtouri'));
  // Outlook drops what stands in Bcc beside the address, and takes it from within a mailto address.
  const plainBcc = host === 'gmail' ? query.get('bcc') : null;
  const [to, bcc, subject, body] = [
    mailto.to ?? query.get('to') ?? '',
    mailto.bcc ?? plainBcc ?? '',
    mailto.subject ?? query.get('su') ?? query.get('subject') ?? '',
    mailto.body ?? query.get('body') ?? '',
  ];
  const accounts = world.mailboxes.accounts.filter((one) => one.host === account.host);
  const config = {
    account,
    accounts,
    look: lookFor(world.look, query),
    broken: world.broken && host === 'gmail',
    zone: world.books.google.zone,
    ...(compose ? { compose: { to, bcc, subject, body } } : {}),
  };
  // As the hosts do: no script but their own, and no text becomes markup.
  const policy = "script-src 'self'; object-src 'none'; base-uri 'self'; require-trusted-types-for 'script'";
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: shell(host, config),
    headers: { 'content-security-policy': policy, 'cache-control': 'no-store' },
  };
}

function mailtoOf(uri: string | null): { to?: string; bcc?: string; subject?: string; body?: string } {
  if (!uri?.startsWith('mailto:')) return {};
  const [to = '', search = ''] = uri.slice('mailto:'.length).split('?');
  const query = new URLSearchParams(search);
  const read = (name: string) => query.get(name) ?? '';
  return { to: decodeURIComponent(to), bcc: read('bcc'), subject: read('subject'), body: read('body') };
}

function gmail(world: World, url: URL): Answer {
  const mine = world.mailboxes.accounts.filter(({ host }) => host === 'gmail');
  const query = url.searchParams;
  const asked = mine.find(({ address }) => address.email === query.get('authuser'));
  const [, index] = /^\/mail\/u\/(\d+)\//.exec(url.pathname) ?? [];
  const byIndex = mine.find((one) => String(one.index) === (index ?? query.get('authuser') ?? '0'));
  const account = asked ?? byIndex;
  if (!url.pathname.startsWith('/mail') && url.pathname !== '/') return sentence(404, 'Gmail has no such page.');
  if (!account) return sentence(404, 'Nobody is signed in to that account.');
  const home = `/mail/u/${account.index}/`;
  if (url.pathname === home) return page('gmail', world, account, url, query.get('view') === 'cm');
  query.delete('authuser');
  return { ...sentence(302, ''), headers: { location: `${home}${query.size > 0 ? `?${query}` : ''}` } };
}

function googleCalendar(world: World, url: URL): Answer {
  const mine = world.mailboxes.accounts.filter(({ host }) => host === 'gmail');
  const asked = mine.find(({ address }) => address.email === url.searchParams.get('authuser'));
  const [, index, view] = /^\/calendar\/u\/(\d+)\/r(\/.*)?$/.exec(url.pathname) ?? [];
  const account = asked ?? mine.find((one) => String(one.index) === (index ?? '0'));
  if (!account) return sentence(404, 'Nobody is signed in to that account.');
  if (index === String(account.index) && view) return page('google-calendar', world, account, url, false);
  const [, path = '/week'] = /\/r(\/.+)$/.exec(url.pathname) ?? [];
  url.searchParams.delete('authuser');
  const location = `/calendar/u/${account.index}/r${path}${url.search}`;
  return { ...sentence(302, ''), headers: { location } };
}

function outlook(world: World, url: URL): Answer {
  const account = world.mailboxes.accounts.find(({ host }) => host === 'outlook')!;
  if (/^\/calendar\/view\/(day|week|workweek|month)/.test(url.pathname)) {
    return page('outlook-calendar', world, account, url, false);
  }
  if (url.pathname.startsWith('/calendar')) {
    return { ...sentence(302, ''), headers: { location: `/calendar/view/week${url.search}` } };
  }
  if (url.pathname === '/') return { ...sentence(302, ''), headers: { location: '/mail/' } };
  if (!url.pathname.startsWith('/mail')) return sentence(404, 'Outlook has no such page.');
  return page('outlook', world, account, url, url.pathname.includes('/deeplink/compose'));
}
