// The stand-in web: one HTTPS server on this machine that plays the hosts the extension meets. The browser is told to
// look for every host here, so the unchanged extension runs against the real addresses, and nothing leaves the machine.
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { StandinEvent, Vendor } from './semester/calendar/types.ts';
import type { Draft } from './semester/post.ts';
import type { AccountId, Label, Semester, StandinMessage } from './semester/types.ts';
import { Apis, isApiHost } from './server/apis.ts';
import { GmailVacation, type Vacation } from './server/auto-reply/gmail.ts';
import { OutlookReplies, type OutlookReply } from './server/auto-reply/outlook.ts';
import { CalendarBook } from './server/calendars.ts';
import type { FaultName, FaultOptions } from './server/faults.ts';
import { type Look, plainLook } from './server/look.ts';
import { Mailboxes } from './server/mailbox.ts';
import { SignIn, type SignInFault } from './server/oauth/sign-in.ts';
import type { World } from './server/routes.ts';
import { readRequest, send, servePage } from './server/sockets.ts';

export { standinClients } from './server/oauth/clients.ts';
export type { OutlookReply, Vacation };

/** One request to an API or sign-in host, as `onApiRequest` sees it. */
export interface SeenRequest {
  method: string;
  host: string;
  /** Path and query. */
  path: string;
  /** Counts from 0; preflights are left out. */
  index: number;
}

/** One vendor's calendars: state that tests change, and faults that they cause. */
export interface StandinVendor {
  /** What is there, and what changes it: `move`, `cancel`, `remove`, `decline`, `add`, `change`, `shareAway`, `expireTokens`. */
  book: CalendarBook;
  /** The next request that `at` matches (any, when absent) goes wrong; see `FaultName` for how. */
  fail(name: FaultName, options?: FaultOptions): void;
  /** No fault waits any more. */
  heal(): void;
  /** Pages of events hold no more than this, whatever is asked for. */
  setPageLimit(events: number): void;
  /** Pages of messages and of their changes, too. */
  setMailPageLimit(messages: number): void;
}

/** What happens to mail elsewhere than in an open page. Open tabs show it, too. */
export interface StandinMail {
  move(id: string, to: Label): void;
  /** Deletes it for good. */
  remove(id: string): void;
  markRead(account: AccountId, thread: string): void;
  /** Delta links or history ids given so far no longer hold. */
  expireTokens(account: AccountId): void;
}

export interface Standin {
  port: number;
  /** Puts a message into a mailbox, as if it had just arrived or been sent elsewhere. Open tabs show it. */
  deliver(draft: Draft): StandinMessage;
  /** All messages of all mailboxes, oldest first. */
  state(): readonly StandinMessage[];
  mail: StandinMail;
  /** While held, open pages hear of nothing that happens elsewhere: it is known only to who asks the APIs. */
  holdPages(held?: boolean): void;
  /** Changes the looks of every page loaded from here on, and of open tabs. */
  setLook(look: Partial<Look>): void;
  /** Gmail's next redesign: rows and threads are still there, and nothing carries the name it had. */
  breakGmail(broken?: boolean): void;
  /** Every request so far, as `host path`. */
  requests: string[];
  google: StandinVendor & {
    /** Gmail's vacation responder, as its API writes it: read it, and `save` it as somebody does on the settings page. */
    vacation: GmailVacation;
  };
  microsoft: StandinVendor & {
    /** Windows name of the zone of Graph's times where a request prefers none; `UTC` at first, as Graph's. */
    setZone(name: string): void;
    /** The automatic reply as Graph writes it, and how often it was written through Graph. */
    autoReply(): Readonly<OutlookReply> & { writes: number };
    /** Somebody changes it elsewhere. */
    changeAutoReply(change: Partial<OutlookReply>): void;
  };
  signIn: {
    /** The next sign-in or renewal goes wrong. */
    fail(vendor: Vendor, fault: SignInFault, times?: number): void;
    /** The person takes the access back in their account: tokens end, and so does what renews them. */
    revoke(vendor: Vendor): void;
    /** Access tokens end; what renews them holds. */
    expire(vendor: Vendor): void;
    /** Scopes that the person unticks at the next sign-ins. */
    withhold(...scopes: string[]): void;
  };
  /** Awaited before each answer of an API or sign-in host: a test may kill the worker here. */
  onApiRequest?: ((request: SeenRequest) => void | Promise<void>) | undefined;
  /** Called when such an answer has been sent. */
  onApiAnswer?: ((request: SeenRequest) => void) | undefined;
  /** Requests that a real vendor would have refused, and answers of ours that break their description. */
  complaints: string[];
  /** What the stand-in takes for now: tokens end by it, and calendar pages open on it. */
  followClock(now: () => string): void;
  close(): Promise<void>;
}

export interface StandinOptions {
  semester: Semester;
  port?: number;
  look?: Partial<Look>;
  /** Calendars hold these and nothing else. */
  events?: StandinEvent[];
  /** In the mailboxes beside the semester's. */
  messages?: StandinMessage[];
}

export async function startStandin(options: StandinOptions): Promise<Standin> {
  const { semester } = options;
  const messages = [...(options.messages ?? []), ...semester.messages].sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
  const mailboxes = new Mailboxes({ accounts: semester.accounts, messages });
  const started = Date.now();
  let now = () => new Date(Date.parse(semester.now) + Date.now() - started).toISOString();
  const calendars = { ...semester.calendars, ...(options.events ? { events: options.events } : {}) };
  const owners = { google: ownerOf(semester, 'gmail'), microsoft: ownerOf(semester, 'outlook') };
  const changed = () => mailboxes.changed();
  const books = {
    google: new CalendarBook('google', owners.google, calendars, changed),
    microsoft: new CalendarBook('microsoft', owners.microsoft, calendars, changed),
  };
  const { tasks } = calendars;
  const vacation = new GmailVacation();
  const replies = new OutlookReplies(semester.now);
  const world: World = { mailboxes, books, tasks, vacation, look: { ...plainLook, ...options.look }, broken: false };
  const complaints: string[] = [];
  const signIn = await SignIn.open({
    now: () => now(),
    accounts: { google: owners.google.email, microsoft: owners.microsoft.email },
    autoConsent: () => world.look.autoConsent,
    complain: (words) => complaints.push(words),
  });
  const apis = new Apis({ books, mailboxes, vacation, replies }, signIn, (words) => complaints.push(words));
  const requests: string[] = [];
  let asked = 0;
  // A key that guards nothing: it is public, and only names this machine.
  const pem = readFileSync(new URL('./server/localhost.pem', import.meta.url));
  const server = createServer({ key: pem, cert: pem }, (request, response) => {
    requests.push(`${request.headers.host} ${request.url}`);
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    });
  });
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (!isApiHost(host)) return servePage(world, request, response);
    const read = await readRequest(host, request);
    const seen = { method: read.method, host, path: request.url ?? '/', index: asked };
    if (read.method !== 'OPTIONS') {
      asked++;
      await standin.onApiRequest?.(seen);
    }
    send(await apis.answer(read), response);
    if (read.method !== 'OPTIONS') standin.onApiAnswer?.(seen);
  };
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const vendor = (name: Vendor): StandinVendor => ({
    book: books[name],
    fail: (fault, how) => apis.faults.fail(name, fault, how),
    heal: () => apis.faults.heal(name),
    setPageLimit: (events) => {
      (name === 'google' ? apis.google : apis.graph).pageLimit = events;
    },
    setMailPageLimit: (messages) => {
      (name === 'google' ? apis.gmail : apis.graphMail).pageLimit = messages;
    },
  });
  const standin: Standin = {
    port: (server.address() as AddressInfo).port,
    deliver: (draft) => mailboxes.deliver(draft),
    state: () => mailboxes.messages,
    mail: {
      move: (id, to) => mailboxes.move(id, to),
      remove: (id) => mailboxes.remove(id),
      markRead: (account, thread) => mailboxes.markRead(account, thread),
      expireTokens: (account) => mailboxes.log.expire(account),
    },
    holdPages(held = true) {
      world.heldAt = held ? mailboxes.version : undefined;
    },
    setLook(look) {
      world.look = { ...world.look, ...look };
      mailboxes.changed();
    },
    breakGmail(broken = true) {
      world.broken = broken;
      mailboxes.changed();
    },
    requests,
    google: { ...vendor('google'), vacation },
    microsoft: {
      ...vendor('microsoft'),
      autoReply: () => ({ ...replies.now, writes: replies.writes }),
      changeAutoReply: (change) => replies.change(change),
      setZone: (name) => {
        apis.graph.defaultZone = name;
      },
    },
    signIn,
    complaints,
    followClock(clock) {
      now = clock;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return standin;
}

function ownerOf({ accounts }: Semester, id: 'gmail' | 'outlook') {
  return accounts.find((account) => account.id === id)!.address;
}
