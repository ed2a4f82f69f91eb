// The API hosts: which answers what, with which faults, checked on the way in and out.
import type { Vendor } from '../semester/calendar/types.ts';
import type { GmailVacation } from './auto-reply/gmail.ts';
import type { OutlookReplies } from './auto-reply/outlook.ts';
import type { CalendarBook } from './calendars.ts';
import { GoogleCheck } from './check/google.ts';
import { GraphCheck } from './check/graph.ts';
import { preflight, withCors } from './cors.ts';
import { type ApiAnswer, type ApiRequest, jsonAnswer, type Outcome } from './exchange.ts';
import { answerFault } from './fault-answers.ts';
import { Faults } from './faults.ts';
import { pickFields } from './fields.ts';
import { GoogleCalendarApi } from './google/api.ts';
import { googleError } from './google/errors.ts';
import { GmailApi } from './google/gmail.ts';
import { GraphApi } from './graph/api.ts';
import { graphError } from './graph/errors.ts';
import { GraphMail } from './graph/mail.ts';
import { GraphSettings } from './graph/settings.ts';
import type { Mailboxes } from './mailbox.ts';
import type { Grant } from './oauth/grants.ts';
import type { SignIn } from './oauth/sign-in.ts';

const hosts: Record<string, Vendor | 'sign-in'> = {
  'accounts.google.com': 'sign-in',
  'oauth2.googleapis.com': 'sign-in',
  'login.microsoftonline.com': 'sign-in',
  'www.googleapis.com': 'google',
  'gmail.googleapis.com': 'google',
  'openidconnect.googleapis.com': 'google',
  'graph.microsoft.com': 'microsoft',
};

export function isApiHost(hostname: string): boolean {
  return hostname in hosts;
}

/** What the APIs give out and change. */
export interface Held {
  books: Record<Vendor, CalendarBook>;
  mailboxes: Mailboxes;
  vacation: GmailVacation;
  replies: OutlookReplies;
}

/** One API of Google's, with the description it is checked against. */
interface GoogleApi {
  check: GoogleCheck | null;
  answer(request: ApiRequest, scopes: readonly string[]): ApiAnswer;
}

export class Apis {
  readonly faults = new Faults();
  readonly graph: GraphApi;
  readonly google: GoogleCalendarApi;
  readonly graphMail: GraphMail;
  readonly gmail: GmailApi;
  readonly #settings: GraphSettings;
  readonly #signIn: SignIn;
  readonly #complain: (words: string) => void;
  readonly #googleApis = new Map<string, GoogleApi>();
  #graphCheck: GraphCheck | null | undefined;

  constructor({ books, mailboxes, vacation, replies }: Held, signIn: SignIn, complain: (words: string) => void) {
    this.google = new GoogleCalendarApi(books.google);
    this.gmail = new GmailApi(mailboxes, vacation);
    this.graph = new GraphApi(books.microsoft);
    this.graphMail = new GraphMail(mailboxes);
    this.#settings = new GraphSettings(replies, () => this.graph.defaultZone);
    this.#signIn = signIn;
    this.#complain = complain;
  }

  async answer(request: ApiRequest): Promise<Outcome> {
    if (request.method === 'OPTIONS') return preflight(request);
    const host = hosts[request.url.hostname];
    const outcome = host === 'sign-in' ? await this.#signIn.answer(request) : this.#ask(host!, request);
    if (outcome === 'cut' || outcome === 'hang') return outcome;
    return withCors(request, outcome ?? { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found' });
  }

  #ask(vendor: Vendor, request: ApiRequest): Outcome {
    const { pathname, search } = request.url;
    const fault = this.faults.take(vendor, `${pathname}${search}`);
    if (fault === 'offline') return 'cut';
    if (fault === 'hang') return 'hang';
    if (fault) return answerFault(vendor, fault);
    const grant = this.#signIn.grants.check(vendor, request.headers.authorization);
    if (!grant) return vendor === 'google' ? googleError('authError') : graphError('expired');
    return vendor === 'google' ? this.#askGoogle(request, grant) : this.#askGraph(request, grant);
  }

  #askGoogle(request: ApiRequest, grant: Grant): ApiAnswer {
    if (request.url.pathname.includes('/userinfo')) {
      return jsonAnswer(200, { sub: `sub of ${grant.account}`, email: grant.account, email_verified: true });
    }
    const api = this.#googleApi(request.url.hostname === 'gmail.googleapis.com');
    const wrong = api.check?.request(request);
    if (wrong) return this.#refuse('google', wrong, googleError('invalid'));
    const answer = api.answer(request, grant.scopes);
    const bad = api.check?.answer(request, answer);
    if (bad) this.#complain(`the stand-in's own answer to ${request.url.pathname}: ${bad}`);
    const body = answer.status === 200 ? pickFields(answer.body, request.url.searchParams.get('fields')) : answer.body;
    return { ...answer, body };
  }

  /** The calendar's or Gmail's, made when first asked. */
  #googleApi(isGmail: boolean): GoogleApi {
    const name = isGmail ? 'gmail.v1.json' : 'calendar.v3.json';
    const known = this.#googleApis.get(name);
    if (known) return known;
    const api = isGmail ? this.gmail : this.google;
    const made = {
      check: GoogleCheck.open(name),
      answer: (request: ApiRequest, scopes: readonly string[]) => api.answer(request, scopes),
    };
    this.#googleApis.set(name, made);
    return made;
  }

  #askGraph(request: ApiRequest, grant: Grant): ApiAnswer {
    this.#graphCheck ??= GraphCheck.open();
    const wrong = this.#graphCheck?.request(request);
    if (wrong) return this.#refuse('graph', wrong, graphError('badRequest'));
    const bare = grant.scopes.map((scope) => scope.replace('https://graph.microsoft.com/', '').toLowerCase());
    const answer = this.#pickGraph(request, bare);
    const bad = this.#graphCheck?.answer(request, answer);
    if (bad) this.#complain(`the stand-in's own answer to ${request.url.pathname}: ${bad}`);
    return answer;
  }

  #pickGraph(request: ApiRequest, scopes: readonly string[]): ApiAnswer {
    const may = (...names: string[]) => names.some((name) => scopes.includes(name.toLowerCase()));
    const path = request.url.pathname.replace('/v1.0/me', '');
    if (path.startsWith('/mailboxSettings')) return this.#settings.answer(request, path, may);
    if (path.startsWith('/mailFolders/')) return this.graphMail.answer(request, path, may);
    return this.graph.answer(request, scopes);
  }

  #refuse(host: string, wrong: string, answer: ApiAnswer): ApiAnswer {
    this.#complain(`${host}: ${wrong}`);
    return answer;
  }
}
