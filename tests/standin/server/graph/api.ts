// Microsoft Graph v1.0, as far as calendars are read: me, calendars, one event, calendarView and its delta.
import { graphCalendarId, graphEventId } from '../../semester/calendar/ids.ts';
import { overlaps } from '../../semester/calendar/occurrences.ts';
import type { Instance, StandinEvent } from '../../semester/calendar/types.ts';
import type { CalendarBook } from '../calendars.ts';
import { type ApiAnswer, type ApiRequest, jsonAnswer } from '../exchange.ts';
import { Runs, seal, unseal } from '../runs.ts';
import { graphError } from './errors.ts';
import { writeCalendar, writeEvent, writeOccurrence, writeRemoved } from './wire.ts';

interface Sync {
  version: number;
  calendar: string;
  from: string;
  to: string;
}

/** What a page of change tracking lists: a series' master, or an instance. */
type Item = Instance | { master: StandinEvent };

const base = 'https://graph.microsoft.com/v1.0';
const context = `${base}/$metadata#Collection(event)`;
const ever = ['1970-01-01T00:00:00Z', '2100-01-01T00:00:00Z'] as const;
const notTracked = ['$orderby', '$filter', '$select', '$expand', '$search', '$top'];

export class GraphApi {
  /** Windows name of the zone of answers to a request that prefers none. Graph's own is UTC. */
  defaultZone = 'UTC';
  /** The most events on a page. */
  pageLimit = 1000;
  readonly #book: CalendarBook;
  readonly #runs = new Runs<Item, Sync>();

  constructor(book: CalendarBook) {
    this.#book = book;
  }

  answer(request: ApiRequest, scopes: readonly string[]): ApiAnswer {
    const may = (...names: string[]) => names.some((name) => scopes.includes(name.toLowerCase()));
    const path = request.url.pathname.replace('/v1.0/me', '').replace(/\(\)$/, '');
    if (path === '') return may('User.Read', 'User.ReadBasic.All') ? this.#me() : graphError('denied');
    if (!may('Calendars.Read', 'Calendars.ReadWrite', 'Calendars.ReadBasic')) return graphError('denied');
    if (path === '/calendars') return this.#listCalendars(request);
    const [, id, rest = path] = /^\/calendars\/([^/]+)(\/.*)$/.exec(path) ?? [];
    const calendar = this.#book.calendars.find(({ key }) =>
      id ? graphCalendarId(key) === decodeURIComponent(id) : key === 'primary',
    );
    if (!calendar) return graphError('notFound');
    const [, eventId] = /^\/events\/([^/]+)$/.exec(rest) ?? [];
    if (eventId) return this.#get(decodeURIComponent(eventId), request);
    if (rest === '/calendarView/delta') return this.#track(calendar.key, request);
    return rest === '/calendarView' ? this.#view(calendar.key, request) : graphError('badRequest');
  }

  #me(): ApiAnswer {
    const { name, email } = this.#book.owner;
    return jsonAnswer(200, {
      '@odata.context': `${base}/$metadata#users/$entity`,
      id: '48d31887-5fad-4d73-a9f5-3c356e68a038',
      displayName: name,
      mail: email,
      userPrincipalName: email,
    });
  }

  #listCalendars({ url }: ApiRequest): ApiAnswer {
    const size = Number(url.searchParams.get('$top') ?? 10);
    const offset = Number(url.searchParams.get('$skip') ?? 0);
    const all = this.#book.calendars.map((calendar) => writeCalendar(this.#book, calendar));
    const more = offset + size < all.length;
    return jsonAnswer(200, {
      '@odata.context': `${base}/$metadata#me/calendars`,
      ...(more ? { '@odata.nextLink': `${base}/me/calendars?$top=${size}&$skip=${offset + size}` } : {}),
      value: all.slice(offset, offset + size),
    });
  }

  #get(id: string, request: ApiRequest): ApiAnswer {
    const event = this.#book.events.find((each) => graphEventId({ event: each }) === id);
    const zone = this.#zone(request);
    if (event) return jsonAnswer(200, event.rule ? this.#master(event, zone) : this.#whole(asInstance(event), zone));
    const found = this.#book.events
      .filter(({ rule }) => rule)
      .flatMap((each) => this.#book.instances(each.calendar, ...ever).filter((one) => one.event === each))
      .find((each) => graphEventId(each) === id);
    return found ? jsonAnswer(200, this.#whole(found, zone)) : graphError('notFound');
  }

  #window({ url }: ApiRequest): [from: string, to: string] | undefined {
    const read = (name: string) => {
      const text = url.searchParams.get(name);
      if (!text || Number.isNaN(Date.parse(text))) return undefined;
      return new Date(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`).toISOString();
    };
    const [from, to] = [read('startDateTime'), read('endDateTime')];
    return from && to && from < to ? [from, to] : undefined;
  }

  #view(calendar: string, request: ApiRequest): ApiAnswer {
    const window = this.#window(request);
    if (!window) return graphError('badRequest');
    const size = Number(request.url.searchParams.get('$top') ?? 10);
    const offset = Number(request.url.searchParams.get('$skip') ?? 0);
    const all = this.#book.instances(calendar, ...window).filter((each) => !this.#isGone(each));
    const next = new URL(request.url);
    next.searchParams.set('$skip', String(offset + size));
    return jsonAnswer(200, {
      '@odata.context': context,
      ...(offset + size < all.length ? { '@odata.nextLink': next.href } : {}),
      value: all.slice(offset, offset + size).map((each) => this.#whole(each, this.#zone(request))),
    });
  }

  #track(calendar: string, request: ApiRequest): ApiAnswer {
    const query = request.url.searchParams;
    if (notTracked.some((name) => query.has(name))) return graphError('badQuery');
    const skip = query.get('$skiptoken');
    const delta = query.get('$deltatoken');
    const token = skip ?? (delta === null ? this.#beginAll(calendar, request) : this.#beginChanges(calendar, delta));
    if (token === 'no-window') return graphError('badRequest');
    const page = token === null ? null : this.#runs.page(token, this.#pageSize(request));
    if (!page) return graphError('syncState', { location: `${base}${request.url.pathname.replace('/v1.0', '')}` });
    const link = (name: string, value: string) =>
      `${base}${request.url.pathname.replace('/v1.0', '')}?${name}=${value}`;
    const zone = this.#zone(request);
    return jsonAnswer(
      200,
      {
        '@odata.context': context,
        ...(page.next
          ? { '@odata.nextLink': link('$skiptoken', page.next) }
          : { '@odata.deltaLink': link('$deltatoken', seal(page.extra)) }),
        value: page.items.map((item) => this.#write(item, zone, page.extra)),
      },
      { 'preference-applied': `odata.maxpagesize=${this.#pageSize(request)}, outlook.timezone="${zone}"` },
    );
  }

  #beginAll(calendar: string, request: ApiRequest): string {
    const window = this.#window(request);
    if (!window) return 'no-window';
    const [from, to] = window;
    const all = this.#book.instances(calendar, from, to).filter((each) => !this.#isGone(each));
    return this.#runs.begin(withMasters(all), { version: this.#book.version, calendar, from, to });
  }

  #beginChanges(calendar: string, token: string): string | null {
    const sync = unseal<Sync>(token);
    if (sync?.calendar !== calendar) return null;
    const changes = this.#book.changes(calendar, sync.version, sync.from, sync.to);
    return changes && this.#runs.begin(withMasters(changes), { ...sync, version: this.#book.version });
  }

  #isGone(instance: Instance): boolean {
    return this.#book.isRemoved(instance) || (instance.original !== undefined && instance.cancelled);
  }

  /** What was moved out of the view is gone from it. */
  #write(item: Item, zone: string, { from, to }: Sync): object {
    if ('master' in item) return this.#master(item.master, zone);
    if (this.#isGone(item) || !overlaps(item, from, to)) return writeRemoved(item);
    const plain = item.original !== undefined && !item.differs;
    return plain ? writeOccurrence(this.#book, item, zone) : this.#whole(item, zone);
  }

  #master(event: StandinEvent, zone: string): object {
    return writeEvent(this.#book, asInstance(event), 'seriesMaster', zone);
  }

  #whole(instance: Instance, zone: string): object {
    const kind = instance.original === undefined ? 'singleInstance' : instance.differs ? 'exception' : 'occurrence';
    return writeEvent(this.#book, instance, kind, zone);
  }

  #prefer({ headers }: ApiRequest, pattern: RegExp): string | undefined {
    return pattern.exec(headers.prefer ?? '')?.[1];
  }

  #zone(request: ApiRequest): string {
    return this.#prefer(request, /outlook\.timezone="([^"]+)"/i) ?? this.defaultZone;
  }

  #pageSize(request: ApiRequest): number {
    return Math.min(Number(this.#prefer(request, /odata\.maxpagesize=(\d+)/i) ?? 10), this.pageLimit);
  }
}

function asInstance(event: StandinEvent): Instance {
  const { start, end, title, location, response, status } = event;
  const place = location ? { location } : {};
  return { event, start, end, title, ...place, response, cancelled: status === 'cancelled', differs: false };
}

/** Each series whose occurrences are listed stands before them once; of one that is gone, only its occurrences are told. */
function withMasters(instances: readonly Instance[]): Item[] {
  const told = new Set<string>();
  return instances.flatMap((each): Item[] => {
    const isNew = each.original !== undefined && each.event.status !== 'cancelled' && !told.has(each.event.key);
    if (isNew) told.add(each.event.key);
    return isNew ? [{ master: each.event }, each] : [each];
  });
}
