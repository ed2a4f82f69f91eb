// The API hosts: which answers what, with which faults, checked on the way in and out.
import type { Vendor } from '../semester/calendar/types.ts';
import type { CalendarBook } from './calendars.ts';
import { GoogleCheck } from './check/google.ts';
import { GraphCheck } from './check/graph.ts';
import { preflight, withCors } from './cors.ts';
import { type ApiAnswer, type ApiRequest, jsonAnswer, type Outcome } from './exchange.ts';
import { type FaultName, Faults } from './faults.ts';
import { pickFields } from './fields.ts';
import { GoogleCalendarApi } from './google/api.ts';
import { type GoogleError, googleError } from './google/errors.ts';
import { GraphApi } from './graph/api.ts';
import { type GraphError, graphError } from './graph/errors.ts';
import type { Grant } from './oauth/grants.ts';
import type { SignIn } from './oauth/sign-in.ts';

const hosts: Record<string, Vendor | 'sign-in'> = {
  'accounts.google.com': 'sign-in',
  'oauth2.googleapis.com': 'sign-in',
  'login.microsoftonline.com': 'sign-in',
  'www.googleapis.com': 'google',
  'openidconnect.googleapis.com': 'google',
  'graph.microsoft.com': 'microsoft',
};

export function isApiHost(hostname: string): boolean {
  return hostname in hosts;
}

export class Apis {
  readonly faults = new Faults();
  readonly graph: GraphApi;
  readonly google: GoogleCalendarApi;
  readonly #signIn: SignIn;
  readonly #complain: (words: string) => void;
  #googleCheck: GoogleCheck | null | undefined;
  #graphCheck: GraphCheck | null | undefined;

  constructor(books: Record<Vendor, CalendarBook>, signIn: SignIn, complain: (words: string) => void) {
    this.google = new GoogleCalendarApi(books.google);
    this.graph = new GraphApi(books.microsoft);
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
    this.#googleCheck ??= GoogleCheck.open();
    const wrong = this.#googleCheck?.request(request);
    if (wrong) return this.#refuse('google', wrong, googleError('invalid'));
    const answer = this.google.answer(request, grant.scopes);
    const bad = this.#googleCheck?.answer(request, answer);
    if (bad) this.#complain(`the stand-in's own answer to ${request.url.pathname}: ${bad}`);
    const body = answer.status === 200 ? pickFields(answer.body, request.url.searchParams.get('fields')) : answer.body;
    return { ...answer, body };
  }

  #askGraph(request: ApiRequest, grant: Grant): ApiAnswer {
    this.#graphCheck ??= GraphCheck.open();
    const wrong = this.#graphCheck?.request(request);
    if (wrong) return this.#refuse('graph', wrong, graphError('badRequest'));
    const bare = grant.scopes.map((scope) => scope.replace('https://graph.microsoft.com/', '').toLowerCase());
    const answer = this.graph.answer(request, bare);
    const bad = this.#graphCheck?.answer(request, answer);
    if (bad) this.#complain(`the stand-in's own answer to ${request.url.pathname}: ${bad}`);
    return answer;
  }

  #refuse(host: string, wrong: string, answer: ApiAnswer): ApiAnswer {
    this.#complain(`${host}: ${wrong}`);
    return answer;
  }
}

const googleFaults: Record<string, [GoogleError, Record<string, string>?]> = {
  '401': ['authError'],
  '403-scope': ['scope'],
  '403-rate': ['rate'],
  '403-user-rate': ['userRate'],
  '403-quota': ['quota'],
  '404': ['notFound'],
  '410': ['fullSync'],
  '429': ['tooMany', { 'retry-after': '2' }],
  '429-fraction': ['tooMany', { 'retry-after': '2.128' }],
  '429-bare': ['tooMany'],
  '500': ['backend'],
  '503': ['unavailable', { 'retry-after': '120' }],
};

const graphFaults: Record<string, [GraphError, Record<string, string>?]> = {
  '401': ['expired'],
  '403-scope': ['denied'],
  '403-rate': ['tooMany'],
  '403-user-rate': ['tooMany'],
  '403-quota': ['tooMany'],
  '404': ['notFound'],
  '410': ['syncStateLower'],
  '429': ['tooMany', { 'retry-after': '2' }],
  '429-fraction': ['tooMany', { 'retry-after': '2.128' }],
  '429-bare': ['tooMany'],
  '500': ['server'],
  '503': ['unavailable', { 'retry-after': '120' }],
};

function answerFault(vendor: Vendor, fault: FaultName): ApiAnswer {
  if (fault === 'garbage') return { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html>' };
  if (vendor === 'google') return googleError(...googleFaults[fault]!);
  return graphError(...graphFaults[fault]!);
}
