// Google Calendar API v3, as far as it is read: calendarList.list, calendars.get, events.list, events.get, userinfo.
import { googleInstanceId } from '../../semester/calendar/ids.ts';
import type { Instance } from '../../semester/calendar/types.ts';
import type { CalendarBook } from '../calendars.ts';
import { type ApiAnswer, type ApiRequest, jsonAnswer } from '../exchange.ts';
import { Runs, seal, unseal } from '../runs.ts';
import { googleError } from './errors.ts';
import { findCalendar, googleCalendarId, writeCalendar, writeEvent, writeTombstone } from './wire.ts';

/** What a sync token remembers of the list it ended. */
interface Sync {
  version: number;
  calendar: string;
  from: string;
  to: string;
}

interface Run {
  sync: Sync;
  /** True where only changes are listed: there, what is gone is a tombstone. */
  changes: boolean;
}

const ever = ['1970-01-01T00:00:00Z', '2100-01-01T00:00:00Z'] as const;
const lists = ['calendar', 'calendar.readonly', 'calendar.calendarlist', 'calendar.calendarlist.readonly'];
const reads = ['calendar', 'calendar.readonly', 'calendar.events', 'calendar.events.readonly'];
const named = ['calendar', 'calendar.readonly', 'calendar.calendars', 'calendar.calendars.readonly'];
const notWithSyncToken = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
];

export class GoogleCalendarApi {
  /** The most events on a page; Google's pages may hold fewer than were asked for. */
  pageLimit = 2500;
  readonly #book: CalendarBook;
  readonly #runs = new Runs<Instance, Run>();

  constructor(book: CalendarBook) {
    this.#book = book;
  }

  /** `scopes` are those of the token. */
  answer({ url }: ApiRequest, scopes: readonly string[]): ApiAnswer {
    const may = (names: string[]) => names.some((name) => scopes.includes(`https://www.googleapis.com/auth/${name}`));
    const parts = url.pathname.replace('/calendar/v3/', '').split('/').map(decodeURIComponent);
    const [kind = '', id = '', list = '', eventId] = parts;
    if (kind === 'users' && parts[2] === 'calendarList') {
      return may(lists) ? this.#listCalendars(url.searchParams) : googleError('scope');
    }
    const calendar = kind === 'calendars' ? findCalendar(this.#book, id) : undefined;
    if (kind === 'calendars' && list === '') {
      if (!may(named)) return googleError('scope');
      return calendar ? jsonAnswer(200, this.#calendar(calendar.key, calendar.name)) : googleError('notFound');
    }
    if (kind !== 'calendars' || list !== 'events') return googleError('notFound');
    if (!may(reads)) return googleError('scope');
    if (!calendar) return googleError('notFound');
    return eventId === undefined
      ? this.#list(calendar.key, url.searchParams)
      : this.#get(calendar.key, eventId, url.searchParams);
  }

  #calendar(key: string, name: string): object {
    const { owner, zone, version } = this.#book;
    const id = googleCalendarId(this.#book, key);
    return {
      kind: 'calendar#calendar',
      etag: `"${version}"`,
      id,
      summary: key === 'primary' ? owner.email : name,
      timeZone: zone,
    };
  }

  #listCalendars(query: URLSearchParams): ApiAnswer {
    const { calendars, version } = this.#book;
    const items = calendars.map((calendar) => writeCalendar(this.#book, calendar));
    const size = Number(query.get('maxResults') ?? 100);
    const offset = Number(unseal<number>(query.get('pageToken') ?? '') ?? 0);
    const next =
      offset + size < items.length ? { nextPageToken: seal(offset + size) } : { nextSyncToken: seal(version) };
    return jsonAnswer(200, {
      kind: 'calendar#calendarList',
      etag: `"p${version}"`,
      ...next,
      items: items.slice(offset, offset + size),
    });
  }

  #get(calendar: string, id: string, query: URLSearchParams): ApiAnswer {
    const found = this.#book.instances(calendar, ...ever).find((each) => googleInstanceId(each) === id);
    return found ? jsonAnswer(200, writeEvent(this.#book, found, mostGuests(query))) : googleError('notFound');
  }

  #list(calendar: string, query: URLSearchParams): ApiAnswer {
    const [from = ever[0], to = ever[1]] = [query.get('timeMin') ?? undefined, query.get('timeMax') ?? undefined];
    if (Date.parse(from) >= Date.parse(to)) return googleError('emptyRange');
    if (query.get('singleEvents') !== 'true') return googleError('invalid');
    const syncToken = query.get('syncToken');
    if (syncToken !== null && notWithSyncToken.some((name) => query.has(name))) return googleError('withSyncToken');
    const token =
      query.get('pageToken') ?? this.#begin(calendar, syncToken, from, to, query.get('showDeleted') === 'true');
    return token === null ? googleError('fullSync') : this.#page(calendar, token, query);
  }

  #begin(calendar: string, syncToken: string | null, from: string, to: string, showDeleted: boolean): string | null {
    const { version } = this.#book;
    if (syncToken === null) {
      const all = this.#book.instances(calendar, from, to).filter(({ cancelled }) => showDeleted || !cancelled);
      return this.#runs.begin(all, { sync: { version, calendar, from, to }, changes: false });
    }
    const sync = unseal<Sync>(syncToken);
    if (sync?.calendar !== calendar) return null;
    const changes = this.#book.changes(calendar, sync.version, sync.from, sync.to);
    return changes && this.#runs.begin(changes, { sync: { ...sync, version }, changes: true });
  }

  #page(calendar: string, token: string, query: URLSearchParams): ApiAnswer {
    const size = Math.min(Number(query.get('maxResults') ?? 250), this.pageLimit);
    const page = this.#runs.page(token, size);
    if (!page) return googleError('invalid');
    const most = mostGuests(query);
    const { changes, sync } = page.extra;
    const { version, zone, owner } = this.#book;
    return jsonAnswer(200, {
      kind: 'calendar#events',
      etag: `"p${version}"`,
      summary: calendar === 'primary' ? owner.email : calendar,
      description: '',
      updated: '2026-03-09T12:00:00.000Z',
      timeZone: zone,
      accessRole: 'owner',
      defaultReminders: [],
      ...(page.next ? { nextPageToken: page.next } : { nextSyncToken: seal(sync) }),
      items: page.items.map((each) =>
        changes && each.cancelled ? writeTombstone(this.#book, each) : writeEvent(this.#book, each, most),
      ),
    });
  }
}

const mostGuests = (query: URLSearchParams) => Number(query.get('maxAttendees') ?? 1000);
