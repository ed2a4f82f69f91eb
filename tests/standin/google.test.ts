import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeWithShared } from '../shared.ts';
import { signIn } from './client.ts';
import { manyEvents } from './semester/calendar/many.ts';
import { demonstration, semester } from './semester.ts';
import { GoogleCheck } from './server/check/google.ts';
import { faultNames } from './server/faults.ts';
import { type Standin, startStandin } from './server.ts';

interface Item {
  id: string;
  etag: string;
  status: string;
  summary: string;
  start: { dateTime: string; date?: string };
  recurringEventId?: string;
  originalStartTime?: { dateTime: string };
  attendees?: { email: string; self?: boolean; responseStatus: string }[];
  attendeesOmitted?: boolean;
  eventType: string;
}

interface List {
  items: Item[];
  nextPageToken?: string;
  nextSyncToken?: string;
  error?: { code: number; errors: { reason: string }[] };
}

let standin: Standin;
let get: <T = List>(path: string) => Promise<{ status: number; body: T; headers: Record<string, string> }>;
const window = 'singleEvents=true&timeMin=2025-09-01T00:00:00Z&timeMax=2026-09-01T00:00:00Z';
const list = (query = window, calendar = 'primary') => get(`calendars/${encodeURIComponent(calendar)}/events?${query}`);
const changes = (token: string) => list(`singleEvents=true&syncToken=${token}`);

async function open(events?: ReturnType<typeof manyEvents>): Promise<void> {
  standin = await startStandin({ semester: semester(), look: { autoConsent: true }, ...(events ? { events } : {}) });
  ({ get } = (await signIn(standin, 'google')) as unknown as { get: typeof get });
}

beforeEach(() => open());
afterEach(() => standin.close());

describe('the stand-in’s Google Calendar', () => {
  it('lists the calendars, one of them with a sign in its id that must be encoded', async () => {
    const { body } = await get<{ items: { id: string; primary?: boolean }[] }>('users/me/calendarList');
    expect(body.items.map(({ id }) => id)).toEqual([
      'robin.lavoie@example.com',
      'c_5f1r0tat10ns7a2b9@group.calendar.google.com',
      'en.canadian#holiday@group.v.calendar.google.com',
    ]);
    const { body: holidays } = await list(window, body.items[2]!.id);
    expect(holidays.items.map(({ summary }) => summary)).toEqual(['Family Day', 'March break']);
    expect(standin.complaints).toEqual([]);
  });

  it('spreads series out: moved, cancelled and added occurrences, across the change of the clocks', async () => {
    const { body } = await list(`${window}&showDeleted=true&maxResults=2500`);
    const victor = body.items.filter(({ summary }) => summary === 'CPD with Victor');
    const moved = victor.find((each) => each.start.dateTime !== each.originalStartTime!.dateTime);
    expect(moved).toMatchObject({
      id: expect.stringMatching(/^[0-9a-v]{26}_20260204T230000Z$/),
      start: { dateTime: '2026-02-05T12:00:00-05:00', timeZone: 'America/Toronto' },
    });
    expect(victor.filter(({ status }) => status === 'cancelled')).toHaveLength(1);
    expect(victor.some(({ id }) => id.endsWith('_20251203T230000Z'))).toBe(true);
    const local = new Set(victor.filter((each) => each !== moved).map(({ start }) => start.dateTime.slice(11, 16)));
    expect([...local]).toEqual(['18:00']);
    expect(victor.some(({ start }) => start.dateTime.endsWith('-04:00'))).toBe(true);
    expect((await list(`${window}&maxResults=2500`)).body.items.some(({ status }) => status === 'cancelled')).toBe(
      false,
    );
  });

  it('gives the owner’s answer, kinds of events, and leaves guests out where there are too many', async () => {
    const { body } = await list(`${window}&maxResults=2500&maxAttendees=50`);
    const find = (summary: string) => body.items.find((each) => each.summary === summary)!;
    expect(find('Coffee with Jun').attendees![0]).toMatchObject({ self: true, responseStatus: 'declined' });
    expect(find('Out of office').eventType).toBe('outOfOffice');
    expect(find('Focus: thesis').eventType).toBe('focusTime');
    expect(find('Grace Adeyemi').attendees).toBeUndefined();
    expect(find('Cardiology lecture')).toMatchObject({ attendeesOmitted: true, attendees: [{ self: true }] });
  });

  it('pages, and gives the same page twice', async () => {
    await standin.close();
    await open(manyEvents({ count: 600, now: demonstration.now }));
    const wide = window.replace('2025-09', '2025-01');
    const first = await list(wide);
    expect(first.body.items).toHaveLength(250);
    expect(first.body.nextSyncToken).toBeUndefined();
    const next = `${wide}&pageToken=${first.body.nextPageToken}`;
    const [second, again] = [await list(next), await list(next)];
    expect(again.body.items).toEqual(second.body.items);
    const third = await list(`${wide}&pageToken=${second.body.nextPageToken}`);
    const ids = [first, second, third].flatMap(({ body }) => body.items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(600);
    expect(third.body).toMatchObject({ nextSyncToken: expect.any(String) });
    expect(standin.complaints).toEqual([]);
  });

  it('tells with a sync token what changed since, and of what is gone no more than its name', async () => {
    const { nextSyncToken: token } = (await list(`${window}&maxResults=2500`)).body;
    expect((await changes(token!)).body.items).toEqual([]);
    const { book } = standin.google;
    book.move('booked-marek', '2026-03-10T21:00:00Z');
    book.remove('dentist');
    book.cancel('victor', '2026-03-18T22:00:00Z');
    book.decline('booked-noah');
    book.add({ ...book.event('booked-jun'), key: 'new', title: 'New' });
    const { body } = await changes(token!);
    expect(body.items.map((each) => [each.summary, each.status, Object.keys(each).length])).toEqual([
      ['Marek, study plan', 'confirmed', expect.any(Number)],
      ['Coffee with Robin', 'confirmed', expect.any(Number)],
      [undefined, 'cancelled', 6],
      [undefined, 'cancelled', 4],
      ['New', 'confirmed', expect.any(Number)],
    ]);
    expect(body.items[1]!.attendees![0]).toMatchObject({ self: true, responseStatus: 'declined' });
    expect((await changes(body.nextSyncToken!)).body.items).toEqual([]);
    expect(standin.complaints).toEqual([]);
  });

  it('changes an event’s tag when it changes, and gives one event by its id', async () => {
    const before = (await list(`${window}&maxResults=2500`)).body.items.find(({ summary }) => summary === 'Dentist')!;
    standin.google.book.move('dentist', '2026-03-04T13:30:00Z');
    const { body, status } = await get<Item>(`calendars/primary/events/${before.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: before.id, start: { dateTime: '2026-03-04T08:30:00-05:00' } });
    expect(body.etag).not.toBe(before.etag);
    expect((await get('calendars/primary/events/nothing')).status).toBe(404);
  });

  it('refuses an expired token, a token with a window, and an empty window', async () => {
    const { nextSyncToken: token } = (await list(`${window}&maxResults=2500`)).body;
    standin.google.book.expireTokens();
    const expired = await changes(token!);
    expect([expired.status, expired.body.error!.errors[0]!.reason]).toEqual([410, 'fullSyncRequired']);
    expect((await list(`${window}&syncToken=${token}`)).status).toBe(400);
    const empty = await list('singleEvents=true&timeMin=2026-01-02T00:00:00Z&timeMax=2026-01-01T00:00:00Z');
    expect(empty.body.error!.errors[0]!.reason).toBe('timeRangeEmpty');
  });

  it('no longer finds a calendar that is shared no more', async () => {
    standin.google.book.shareAway('rotations');
    expect((await list(window, 'c_5f1r0tat10ns7a2b9@group.calendar.google.com')).status).toBe(404);
    expect((await get<{ items: unknown[] }>('users/me/calendarList')).body.items).toHaveLength(2);
  });

  it('picks the fields that are asked for', async () => {
    const { body } = await list(`${window}&fields=${encodeURIComponent('items(id,start/dateTime),nextPageToken')}`);
    expect(Object.keys(body)).toEqual(['items']);
    expect(Object.keys(body.items[0]!)).toEqual(['id', 'start']);
    expect(Object.keys(body.items[0]!.start)).toEqual(['dateTime']);
  });

  it.each(faultNames.filter((name) => !['offline', 'hang', 'garbage'].includes(name)))(
    'answers %s when it is told to, once, with a body as recorded',
    async (name) => {
      standin.google.fail(name, { at: '/events' });
      expect((await get('users/me/calendarList')).status).toBe(200);
      const { status, body } = await list();
      expect(status).toBe(Number(name.slice(0, 3)));
      expect(body.error!.code).toBe(status);
      expect((await list()).status).toBe(200);
    },
  );

  it('cuts the line, says nothing, or says what is no JSON, when it is told to', async () => {
    standin.google.fail('offline');
    await expect(list()).rejects.toThrow('socket hang up');
    standin.google.fail('garbage', { after: 1 });
    expect((await list()).status).toBe(200);
    expect((await list()).body).toBe('<!doctype html>');
    standin.google.fail('hang');
    const silent = list().then(
      () => 'answered',
      () => 'closed',
    );
    await list();
    await standin.close();
    expect(await silent).toBe('closed');
  });

  it('lets a test step in before each answer', async () => {
    const seen: string[] = [];
    standin.onApiRequest = ({ host, path, index }) => void seen.push(`${index} ${host}${path.split('?')[0]}`);
    await list();
    await list();
    expect(seen.map((each) => each.slice(2))).toEqual([
      'www.googleapis.com/calendar/v3/calendars/primary/events',
      'www.googleapis.com/calendar/v3/calendars/primary/events',
    ]);
  });
});

describeWithShared('the check against Google’s description', () => {
  it('refuses a body that breaks it, and a parameter that it does not know', () => {
    const check = GoogleCheck.open()!;
    const event = {
      kind: 'calendar#event',
      id: 'a',
      status: 'confirmed',
      start: { dateTime: '2026-03-09T08:40:00-04:00' },
    };
    expect(check.value('Event', event)).toBeUndefined();
    expect(check.value('Event', { ...event, id: 7 })).toMatch(/id must be string/);
    expect(check.value('Event', { ...event, start: { dateTime: 'today' } })).toMatch(/dateTime must match format/);
    expect(check.value('Event', { ...event, mood: 'good' })).toMatch(/additional properties/);
    expect(check.value('Events', { items: [event, { ...event, attendees: {} }] })).toMatch(/attendees must be array/);
    const request = (query: string) =>
      check.request({
        method: 'GET',
        url: new URL(`https://x/calendar/v3/calendars/primary/events?${query}`),
        headers: {},
        body: '',
      });
    expect(request('singleEvents=true')).toBeUndefined();
    expect(request('mood=good')).toBe('mood: there is no such parameter');
    expect(request('timeMin=2026-03-09T08:40:00')).toMatch(/has no offset/);
    expect(request('orderBy=mood')).toMatch(/is none of/);
    expect(request('maxResults=0')).toMatch(/too small/);
  });

  it('refuses such a request at the door, and notes it', async () => {
    expect((await list(`${window}&mood=good`)).status).toBe(400);
    expect(standin.complaints).toEqual(['google: mood: there is no such parameter']);
  });
});
