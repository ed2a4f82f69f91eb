// Google's calendars, read with a token: the official client's methods over our transport. ETags are not sent: what did
// not change since the last run is left out by the sync token already, and an unchanged answer is one empty page.
import { calendar, type calendar_v3 } from '@googleapis/calendar';
import * as z from 'zod/mini';
import type { Cursor } from '../../domain/meeting/calendar.ts';
import {
  AccountProblem,
  type AccountProvider,
  type CalendarSession,
  type EventPage,
  type ListedCalendar,
  type ReadEvents,
} from '../account.ts';
import { asProblems, readAnswer } from '../answer.ts';
import { toGoogleProblem } from './problems.ts';
import { readEvent } from './read-event.ts';
import type { ApiOptions } from './transport.ts';
import { CalendarListAnswer, EventsAnswer, eventFields, WireCalendar, WireEvent } from './wire.ts';

/** The most that Google gives at once. */
const PAGE = 2500;
const CALENDARS = 250;
/** Pages of the list of calendars that are read at most: 5,000 calendars. */
const LIST_PAGES = 20;

type Given = Parameters<AccountProvider['open']>[0];

export function openGoogle({ fetch, token, now, signal }: Given): CalendarSession {
  const headers = { authorization: `Bearer ${token}` };
  const send: ApiOptions['send'] = async (url, method) =>
    readAnswer(await fetch(url, { method, headers, ...(signal && { signal }) }), now());
  const client = calendar({ version: 'v3', send } as calendar_v3.Options);
  return {
    listCalendars: () => listCalendars(client),
    readPage: (wanted) => readPage(client, wanted),
  };
}

/** Without the scope for the list, the person's own calendar is what there is. */
async function listCalendars(client: calendar_v3.Calendar): Promise<ListedCalendar[]> {
  try {
    return await listAll(client);
  } catch (error) {
    if (!(error instanceof AccountProblem) || error.code !== 'scope-missing') throw error;
    return [{ calendar: 'primary', name: 'Your own calendar', primary: true }];
  }
}

async function listAll(client: calendar_v3.Calendar): Promise<ListedCalendar[]> {
  const listed: ListedCalendar[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < LIST_PAGES; page++) {
    const answer = await ask(
      () => client.calendarList.list({ maxResults: CALENDARS, ...(pageToken && { pageToken }) }),
      CalendarListAnswer,
      false,
    );
    listed.push(...(answer.items ?? []).flatMap(readCalendar));
    if (!answer.nextPageToken) break;
    pageToken = answer.nextPageToken;
  }
  return listed;
}

/** Calendars of which only free and busy may be seen hold nothing to read. */
function readCalendar(item: unknown): ListedCalendar[] {
  const parsed = z.safeParse(WireCalendar, item);
  if (!parsed.success || parsed.data.deleted || parsed.data.accessRole === 'freeBusyReader') return [];
  const { id, summary, summaryOverride, primary } = parsed.data;
  return [{ calendar: id, name: summaryOverride || summary || id, ...(primary && { primary: true }) }];
}

async function readPage(client: calendar_v3.Calendar, wanted: ReadEvents): Promise<EventPage> {
  const { cursor } = wanted;
  const from = cursor.from ?? wanted.from;
  const to = cursor.to ?? wanted.to;
  // A sync token goes with neither window nor order; everything else stays as in the first request of the run.
  const run = cursor.changes ? { syncToken: cursor.changes } : { timeMin: from, timeMax: to };
  const answer = await ask(
    () =>
      client.events.list({
        calendarId: wanted.calendar,
        singleEvents: true,
        showDeleted: true,
        maxResults: PAGE,
        fields: eventFields,
        ...run,
        ...(cursor.page && { pageToken: cursor.page }),
      }),
    EventsAnswer,
    Boolean(cursor.changes ?? cursor.page),
  );
  return { ...readItems(answer, wanted), ...findNext(answer, { ...cursor, from, to }) };
}

function findNext(
  { nextPageToken, nextSyncToken }: z.infer<typeof EventsAnswer>,
  { page: _page, ...cursor }: Cursor,
): { cursor: Cursor; done: boolean } {
  if (nextPageToken) return { cursor: { ...cursor, page: nextPageToken }, done: false };
  // Some calendars are given no sync token: these are read in full each time.
  const { changes: _changes, ...rest } = cursor;
  return { cursor: nextSyncToken ? { ...rest, changes: nextSyncToken } : rest, done: true };
}

function readItems(
  { items, timeZone }: z.infer<typeof EventsAnswer>,
  { calendar: id, zone }: ReadEvents,
): Pick<EventPage, 'put' | 'gone' | 'unreadable'> {
  const found: Pick<EventPage, 'put' | 'gone' | 'unreadable'> = { put: [], gone: [], unreadable: 0 };
  for (const item of items ?? []) {
    const parsed = z.safeParse(WireEvent, item);
    const event = parsed.success ? readEvent(parsed.data, { calendar: id, zone: timeZone || zone }) : null;
    if (!event) found.unreadable++;
    else if ('put' in event) found.put.push(event.put);
    else if ('gone' in event) found.gone.push(event.gone);
  }
  return found;
}

async function ask<S extends z.core.$ZodType>(
  send: () => Promise<{ data: unknown }>,
  schema: S,
  cursor: boolean,
): Promise<z.output<S>> {
  const { data } = await asProblems(send, (failure) => toGoogleProblem(failure, cursor));
  const parsed = z.safeParse(schema, data);
  if (!parsed.success) throw new AccountProblem('unreadable', 'Google answered in an unknown form');
  return parsed.data;
}
