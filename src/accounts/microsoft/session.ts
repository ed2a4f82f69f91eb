// Microsoft's calendars, read with a token: calendarView with delta over a window, links followed as they are.
import * as z from 'zod/mini';
import {
  AccountProblem,
  type AccountProvider,
  type CalendarSession,
  type EventPage,
  type ListedCalendar,
  type ReadEvents,
} from '../account.ts';
import { type AskGraph, connectGraph } from './client.ts';
import { readEvent } from './read-event.ts';
import { isMaster, keepSeries, type SeriesShelf } from './series.ts';
import { CalendarsAnswer, EventsAnswer, WireCalendar, WireEvent } from './wire.ts';

/** Events in a page. Graph gives fewer when they are large. */
const PAGE = 200;
const CALENDARS = 100;
const LIST_PAGES = 20;
const headers = { Prefer: `odata.maxpagesize=${PAGE}, outlook.timezone="UTC"` };

export function openMicrosoft(given: Parameters<AccountProvider['open']>[0]): CalendarSession {
  const ask = connectGraph(given);
  const series = keepSeries(ask);
  return {
    listCalendars: () => listCalendars(ask),
    readPage: (wanted) => readPage(ask, series, wanted),
  };
}

async function listCalendars(ask: AskGraph): Promise<ListedCalendar[]> {
  const listed: ListedCalendar[] = [];
  let path: string | null | undefined = `/me/calendars?$select=id,name,isDefaultCalendar&$top=${CALENDARS}`;
  for (let page = 0; path && page < LIST_PAGES; page++) {
    const answer: z.output<typeof CalendarsAnswer> = parse(CalendarsAnswer, await ask(path, 'list'));
    listed.push(...answer.value.flatMap(readCalendar));
    path = answer['@odata.nextLink'];
  }
  return listed;
}

function readCalendar(item: unknown): ListedCalendar[] {
  const parsed = z.safeParse(WireCalendar, item);
  if (!parsed.success) return [];
  const { id, name, isDefaultCalendar } = parsed.data;
  return [{ calendar: id, name: name || 'Calendar', ...(isDefaultCalendar && { primary: true }) }];
}

async function readPage(ask: AskGraph, series: SeriesShelf, wanted: ReadEvents): Promise<EventPage> {
  const { page: _page, changes: _changes, ...kept } = wanted.cursor;
  const from = kept.from ?? wanted.from;
  const to = kept.to ?? wanted.to;
  const path = wanted.cursor.page ?? wanted.cursor.changes ?? composePath(wanted.calendar, from, to);
  const answer = parse(EventsAnswer, await ask(path, 'events', headers));
  const { '@odata.nextLink': next, '@odata.deltaLink': delta } = answer;
  const cursor = { ...kept, from, to };
  return {
    ...(await readItems(answer.value, series, wanted)),
    ...(next
      ? // The link of a run of changes is kept beside its pages, so that a run can begin again.
        { cursor: { ...cursor, ...changesOf(wanted), page: next }, done: false }
      : { cursor: { ...cursor, ...(delta && { changes: delta }) }, done: true }),
  };
}

const changesOf = ({ cursor: { changes } }: ReadEvents) => (changes ? { changes } : {});

/** Instants are sent with Z: the client does not encode a `+`. */
function composePath(calendar: string, from: string, to: string): string {
  return `/me/calendars/${encodeURIComponent(calendar)}/calendarView/delta?startDateTime=${from}&endDateTime=${to}`;
}

async function readItems(
  items: readonly unknown[],
  series: SeriesShelf,
  where: ReadEvents,
): Promise<Pick<EventPage, 'put' | 'gone' | 'unreadable'>> {
  const parsed = items.map((item) => z.safeParse(WireEvent, item));
  const wires = parsed.flatMap(({ data, success }) => (success ? [data] : []));
  const gone = wires.filter(isRemoved).map(({ id }) => id);
  const whole = await series.complete(wires.filter((wire) => !isRemoved(wire)));
  const events = whole.filter((wire) => !wire || !isMaster(wire)).map((wire) => wire && readEvent(wire, where));
  const put = events.filter((event) => event !== null);
  return { put, gone, unreadable: parsed.length - wires.length + events.length - put.length };
}

const isRemoved = (wire: WireEvent): boolean => wire['@removed'] !== undefined;

function parse<S extends z.core.$ZodType>(schema: S, answer: unknown): z.output<S> {
  const parsed = z.safeParse(schema, answer);
  if (!parsed.success) throw new AccountProblem('unreadable', 'Graph answered in an unknown form');
  return parsed.data;
}
