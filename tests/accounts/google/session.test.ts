import { describe, expect, it } from 'vitest';
import type { ReadEvents } from '../../../src/accounts/account.ts';
import { google } from '../../../src/accounts/google/index.ts';
import type { Cursor } from '../../../src/domain/meeting/calendar.ts';
import { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { type Answer, codeOf, FakeWeb, now, ok } from '../fake-web.ts';

const open = (web: FakeWeb, signal?: AbortSignal) =>
  google.open({ fetch: web.fetch, token: 'ACCESS', now: () => now, ...(signal && { signal }) });

const wanted = (cursor: Cursor = {}): ReadEvents => ({
  calendar: 'robin@school.example',
  cursor,
  from: '2026-01-01T00:00:00Z',
  to: '2026-07-01T00:00:00Z',
  zone: 'America/Toronto',
});

async function read(...items: unknown[]) {
  const page = await open(new FakeWeb(ok({ items, nextSyncToken: 's' }))).readPage(wanted());
  for (const event of page.put) expect(CalendarEvent.safeParse(event).error).toBeUndefined();
  return page;
}

const timed = {
  id: 'ev1',
  status: 'confirmed',
  summary: 'Robin and Sam',
  iCalUID: 'ev1@google.com',
  start: { dateTime: '2026-03-09T10:00:00-04:00', timeZone: 'America/Toronto' },
  end: { dateTime: '2026-03-09T11:00:00-04:00', timeZone: 'America/Toronto' },
};

describe('reading an event of Google’s', () => {
  it('keeps what a meeting needs', async () => {
    const { put } = await read({
      ...timed,
      location: 'Library',
      organizer: { email: 'Robin@School.example', displayName: 'Robin', self: true },
      attendees: [
        { email: 'Robin@School.example', self: true, responseStatus: 'accepted' },
        { email: 'Sam@School.example', displayName: 'Sam Li', responseStatus: 'needsAction' },
        { email: 'room@resource.calendar.google.com', resource: true },
        { displayName: 'No address' },
      ],
      description: 'never kept',
    });
    expect(put).toEqual([
      {
        id: 'ev1',
        uid: 'ev1@google.com',
        calendar: 'robin@school.example',
        title: 'Robin and Sam',
        start: '2026-03-09T14:00:00Z',
        end: '2026-03-09T15:00:00Z',
        allDay: false,
        busy: true,
        status: 'confirmed',
        myResponse: 'accepted',
        organizer: { name: 'Robin', email: 'robin@school.example' },
        attendees: [{ email: 'robin@school.example' }, { name: 'Sam Li', email: 'sam@school.example' }],
        location: 'Library',
        kind: 'default',
      },
    ]);
  });

  it('takes an event of one’s own without guests for accepted', async () => {
    expect((await read(timed)).put[0]?.myResponse).toBe('accepted');
  });

  it.each([
    ['accepted', 'accepted'],
    ['declined', 'declined'],
    ['tentative', 'tentative'],
    ['needsAction', 'none'],
    [undefined, 'none'],
  ])('reads the answer %s as %s', async (responseStatus, myResponse) => {
    const attendees = [{ email: 'robin@school.example', self: true, responseStatus }, { email: 'x@y.example' }];
    expect((await read({ ...timed, attendees })).put[0]?.myResponse).toBe(myResponse);
  });

  it('has no answer of one’s own where one is not invited', async () => {
    const event = { ...timed, organizer: { email: 'x@y.example' }, attendees: [{ email: 'x@y.example' }] };
    expect((await read(event)).put[0]?.myResponse).toBe('none');
  });

  it.each([
    ['default', 'default', true],
    ['outOfOffice', 'out-of-office', true],
    ['focusTime', 'focus', true],
    ['fromGmail', 'default', true],
    ['workingLocation', 'default', false],
    ['birthday', 'default', false],
    ['somethingNew', 'default', true],
  ])('reads the type %s as %s', async (eventType, kind, busy) => {
    expect((await read({ ...timed, eventType })).put[0]).toMatchObject({ kind, busy });
  });

  it('takes no time where the event is shown as free', async () => {
    expect((await read({ ...timed, transparency: 'transparent' })).put[0]?.busy).toBe(false);
  });

  it('gives all-day events their dates, the end exclusive', async () => {
    const event = { id: 'd', start: { date: '2026-03-09' }, end: { date: '2026-03-11' } };
    expect((await read(event)).put[0]).toMatchObject({
      allDay: true,
      start: '2026-03-09',
      end: '2026-03-11',
      title: '',
    });
  });

  it('takes an all-day event that ends on its own day for one day', async () => {
    const event = { id: 'd', start: { date: '2026-03-31' }, end: { date: '2026-03-31' } };
    expect((await read(event)).put[0]).toMatchObject({ start: '2026-03-31', end: '2026-04-01' });
  });

  it('reads a time without an offset in the zone beside it, else the calendar’s, else the mentor’s', async () => {
    const at = (timeZone?: string) => ({ dateTime: '2026-03-09T10:00:00', ...(timeZone && { timeZone }) });
    const event = { ...timed, start: at('Europe/Oslo'), end: at('Europe/Oslo') };
    expect((await read(event)).put[0]?.start).toBe('2026-03-09T09:00:00Z');
    expect((await read({ ...timed, start: at(), end: at() })).put[0]?.start).toBe('2026-03-09T14:00:00Z');
    const items = [{ ...timed, start: at(), end: at() }];
    const page = await open(new FakeWeb(ok({ items, timeZone: 'Asia/Tokyo' }))).readPage(wanted());
    expect(page.put[0]?.start).toBe('2026-03-09T01:00:00Z');
  });

  it('keeps an instance of a series with when it was planned', async () => {
    const moved = {
      ...timed,
      recurringEventId: 'series',
      originalStartTime: { dateTime: '2026-03-08T10:00:00-04:00' },
    };
    expect((await read(moved)).put[0]).toMatchObject({
      series: 'series',
      originalStart: '2026-03-08T14:00:00Z',
      start: '2026-03-09T14:00:00Z',
    });
  });

  it('keeps what was cancelled while its times are told, and takes the rest for gone', async () => {
    const page = await read(
      { ...timed, status: 'cancelled' },
      { id: 'tombstone', status: 'cancelled' },
      { id: 'instance', status: 'cancelled', recurringEventId: 's', originalStartTime: { date: '2026-03-09' } },
    );
    expect(page.put).toMatchObject([{ id: 'ev1', status: 'cancelled' }]);
    expect(page).toMatchObject({ gone: ['tombstone', 'instance'], unreadable: 0 });
  });

  it.each([
    [{}],
    [null],
    ['text'],
    [{ id: '' }],
    [{ id: 'x' }],
    [{ ...timed, start: undefined }],
    [{ ...timed, start: { dateTime: 'yesterday' } }],
    [{ ...timed, start: { dateTime: '2026-02-30T10:00:00Z' } }],
    [{ ...timed, start: { dateTime: '2026-03-09T10:00:00', timeZone: 'Nowhere/At_All' } }],
    [{ ...timed, start: { date: '2026-03-09' } }],
    [{ ...timed, start: timed.end, end: timed.start }],
    [{ ...timed, attendees: 'nobody' }],
  ])('counts %j as unreadable and keeps the others', async (broken) => {
    const page = await read(broken, { ...timed, id: 'good' });
    expect(page.put.map(({ id }) => id)).toEqual(['good']);
    expect(page.unreadable).toBe(1);
  });
});

describe('a run over Google’s events', () => {
  const page = (more: object) => ok({ items: [], ...more });

  it('begins with the window, goes on by page, and ends with a token for changes', async () => {
    const web = new FakeWeb(page({ nextPageToken: 'p1' }), page({ nextSyncToken: 's1' }));
    const session = open(web);
    const first = await session.readPage(wanted({ fullSince: now }));
    const window = { from: '2026-01-01T00:00:00Z', to: '2026-07-01T00:00:00Z' };
    expect(first).toMatchObject({ done: false, cursor: { ...window, fullSince: now, page: 'p1' } });
    const second = await session.readPage(wanted(first.cursor));
    expect(second).toMatchObject({ done: true, cursor: { ...window, changes: 's1' } });
    expect(second.cursor.page).toBeUndefined();
    expect(web.asked.map(({ url }) => url.pathname)).toEqual(
      Array(2).fill('/calendar/v3/calendars/robin%40school.example/events'),
    );
    const said = web.asked.map(({ url }) => Object.fromEntries(url.searchParams));
    expect(said[0]).toMatchObject({
      singleEvents: 'true',
      showDeleted: 'true',
      timeMin: window.from,
      timeMax: window.to,
    });
    expect(said[1]).toEqual({ ...said[0], pageToken: 'p1' });
    expect(web.last.headers.get('authorization')).toBe('Bearer ACCESS');
  });

  it('keeps the window a run began with, whatever is wanted by now', async () => {
    const web = new FakeWeb(page({}));
    await open(web).readPage(wanted({ from: '2025-01-01T00:00:00Z', to: '2025-07-01T00:00:00Z', page: 'p' }));
    expect(web.last.url.searchParams.get('timeMin')).toBe('2025-01-01T00:00:00Z');
  });

  it('asks for changes by the token alone, over several pages', async () => {
    const web = new FakeWeb(page({ nextPageToken: 'p2' }), page({ nextSyncToken: 's2' }));
    const session = open(web);
    const first = await session.readPage(wanted({ changes: 's1' }));
    expect(first.cursor).toMatchObject({ changes: 's1', page: 'p2' });
    const second = await session.readPage(wanted(first.cursor));
    expect(second).toMatchObject({ done: true, cursor: { changes: 's2' } });
    for (const { url } of web.asked) {
      expect(url.searchParams.get('syncToken')).toBe('s1');
      expect(['timeMin', 'timeMax', 'orderBy', 'q', 'updatedMin'].filter((name) => url.searchParams.has(name))).toEqual(
        [],
      );
    }
    expect(web.asked[1]?.url.searchParams.get('pageToken')).toBe('p2');
  });

  it('reads in full again where no token for changes was given', async () => {
    expect((await open(new FakeWeb(page({}))).readPage(wanted())).cursor).toEqual({
      from: '2026-01-01T00:00:00Z',
      to: '2026-07-01T00:00:00Z',
    });
  });

  it.each([
    [{ status: 410, body: {} }, { changes: 's' }, 'expired-cursor'],
    [{ status: 410, body: {} }, { page: 'p' }, 'expired-cursor'],
    [{ status: 410, body: {} }, {}, 'not-shared'],
    [
      { status: 400, body: { error: { errors: [{ reason: 'invalid', location: 'pageToken' }] } } },
      { page: 'p' },
      'expired-cursor',
    ],
    [
      { status: 400, body: { error: { errors: [{ reason: 'invalid', location: 'timeMin' }] } } },
      { page: 'p' },
      'failed',
    ],
    [{ status: 403, body: { error: { errors: [{ reason: 'insufficientPermissions' }] } } }, {}, 'scope-missing'],
    [
      { status: 403, body: { error: { details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] } } },
      {},
      'scope-missing',
    ],
    [{ status: 403, body: { error: { errors: [{ reason: 'accessNotConfigured' }] } } }, {}, 'not-configured'],
    [{ status: 403, body: { error: { errors: [{ reason: 'forbidden' }] } } }, {}, 'not-shared'],
    [{ status: 403, body: '<html>' }, {}, 'not-shared'],
    [{ status: 403, body: { error: { errors: [{ reason: 'toString' }] } } }, {}, 'not-shared'],
    [{ status: 500, body: 'oops' }, {}, 'server'],
    [{ status: 503, body: {} }, {}, 'server'],
    [{ status: 200, body: '<html>' }, {}, 'unreadable'],
    [{ status: 200, body: [] }, {}, 'unreadable'],
    [{ status: 200, body: { items: 'none' } }, {}, 'unreadable'],
    [new TypeError('Failed to fetch'), {}, 'offline'],
  ] as [Answer, Cursor, string][])('turns %j with the cursor %j into %s', async (answer, cursor, code) => {
    expect(await codeOf(open(new FakeWeb(answer)).readPage(wanted(cursor)))).toBe(code);
  });

  it('ends a request that hangs', async () => {
    const end = new AbortController();
    const asked = open(new FakeWeb('hang'), end.signal).readPage(wanted());
    end.abort();
    expect(await codeOf(asked)).toBe('no-answer');
  });

  it.each([
    ['2.128', 3],
    ['30', 30],
    ['Mon, 09 Mar 2026 12:01:30 GMT', 90],
    ['Mon, 09 Mar 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['999999999', 86_400],
    [undefined, undefined],
  ])('waits as Retry-After %j asks', async (header, seconds) => {
    const headers = header === undefined ? {} : { 'retry-after': header };
    const web = new FakeWeb({ status: 429, headers, body: {} });
    await expect(open(web).readPage(wanted())).rejects.toMatchObject({ code: 'rate-limited', retryAfter: seconds });
  });
});

describe('listing Google’s calendars', () => {
  it('goes over all pages, and leaves out what holds nothing to read', async () => {
    const web = new FakeWeb(
      ok({
        items: [
          { id: 'a', summary: 'A', primary: true, accessRole: 'owner' },
          { id: 'busy', summary: 'B', accessRole: 'freeBusyReader' },
          { id: 'gone', deleted: true },
          { summary: 'no id' },
        ],
        nextPageToken: 'p',
      }),
      ok({ items: [{ id: 'c', summary: 'C', summaryOverride: 'Mine' }, { id: 'd' }] }),
    );
    expect(await open(web).listCalendars()).toEqual([
      { calendar: 'a', name: 'A', primary: true },
      { calendar: 'c', name: 'Mine' },
      { calendar: 'd', name: 'd' },
    ]);
    expect(web.last.url.searchParams.get('pageToken')).toBe('p');
  });

  it('has the person’s own calendar where the list was not allowed', async () => {
    const web = new FakeWeb({ status: 403, body: { error: { errors: [{ reason: 'insufficientPermissions' }] } } });
    expect(await open(web).listCalendars()).toEqual([
      { calendar: 'primary', name: 'Your own calendar', primary: true },
    ]);
  });

  it('does not hide another refusal', async () => {
    expect(await codeOf(open(new FakeWeb({ status: 401, body: {} })).listCalendars())).toBe('signed-out');
  });
});
