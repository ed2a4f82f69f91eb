import { describe, expect, it } from 'vitest';
import type { ReadEvents } from '../../../src/accounts/account.ts';
import { microsoft } from '../../../src/accounts/microsoft/index.ts';
import type { Cursor } from '../../../src/domain/meeting/calendar.ts';
import { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { type Answer, codeOf, FakeWeb, now, ok } from '../fake-web.ts';

const open = (web: FakeWeb, signal?: AbortSignal) =>
  microsoft.open({ fetch: web.fetch, token: 'ACCESS', now: () => now, ...(signal && { signal }) });

const wanted = (cursor: Cursor = {}): ReadEvents => ({
  calendar: 'AAMk+/=',
  cursor,
  from: '2026-01-01T00:00:00Z',
  to: '2026-07-01T00:00:00Z',
  zone: 'America/Toronto',
});

const graph = 'https://graph.microsoft.com/v1.0';
const delta = `${graph}/me/calendarView/delta?$deltatoken=d1`;

async function read(...value: unknown[]) {
  const page = await open(new FakeWeb(ok({ value, '@odata.deltaLink': delta }))).readPage(wanted());
  for (const event of page.put) expect(CalendarEvent.safeParse(event).error).toBeUndefined();
  return page;
}

const at = (dateTime: string, timeZone: string | null = 'UTC') => ({ dateTime, timeZone });

const timed = {
  id: 'AAMk1',
  type: 'singleInstance',
  subject: 'Robin and Sam',
  start: at('2026-03-09T14:00:00.0000000'),
  end: at('2026-03-09T15:00:00.0000000'),
  showAs: 'busy',
  isOrganizer: true,
  responseStatus: { response: 'organizer' },
};

describe('reading an event of Graph’s', () => {
  it('keeps what a meeting needs', async () => {
    const { put } = await read({
      ...timed,
      iCalUId: 'plain-uid@school.example',
      location: { displayName: 'Library' },
      organizer: { emailAddress: { name: 'Robin', address: 'Robin@School.example' } },
      attendees: [
        { type: 'required', emailAddress: { name: 'Sam Li', address: 'Sam@School.example' } },
        { type: 'Resource', emailAddress: { name: 'Room', address: 'room@school.example' } },
        { type: 'optional', emailAddress: { name: 'No address' } },
        { type: 'optional', emailAddress: { name: '/o=Exchange/cn=Old', address: '/o=Exchange/cn=Old' } },
      ],
      bodyPreview: 'never kept',
    });
    expect(put).toEqual([
      {
        id: 'AAMk1',
        uid: 'plain-uid@school.example',
        calendar: 'AAMk+/=',
        title: 'Robin and Sam',
        start: '2026-03-09T14:00:00Z',
        end: '2026-03-09T15:00:00Z',
        allDay: false,
        busy: true,
        status: 'confirmed',
        myResponse: 'accepted',
        organizer: { name: 'Robin', email: 'robin@school.example' },
        attendees: [{ name: 'Sam Li', email: 'sam@school.example' }],
        location: 'Library',
        kind: 'default',
      },
    ]);
  });

  it.each([
    ['busy', { busy: true, status: 'confirmed', kind: 'default' }],
    ['Free', { busy: false, status: 'confirmed', kind: 'default' }],
    ['tentative', { busy: true, status: 'tentative', kind: 'default' }],
    ['oof', { busy: true, status: 'confirmed', kind: 'out-of-office' }],
    ['workingElsewhere', { busy: false, status: 'confirmed', kind: 'default' }],
    ['unknown', { busy: true, status: 'confirmed', kind: 'default' }],
    [null, { busy: true, status: 'confirmed', kind: 'default' }],
  ])('reads “%s” as it is meant', async (showAs, expected) => {
    expect((await read({ ...timed, showAs })).put[0]).toMatchObject(expected);
  });

  it.each([
    ['organizer', 'accepted'],
    ['accepted', 'accepted'],
    ['TentativelyAccepted', 'tentative'],
    ['declined', 'declined'],
    ['notResponded', 'none'],
    ['none', 'none'],
    ['constructor', 'none'],
  ])('reads the answer %s as %s', async (response, myResponse) => {
    const invited = { ...timed, isOrganizer: false, attendees: [{ emailAddress: { address: 'x@y.example' } }] };
    expect((await read({ ...invited, responseStatus: { response } })).put[0]?.myResponse).toBe(myResponse);
  });

  it('takes an appointment of one’s own for accepted', async () => {
    expect((await read({ ...timed, responseStatus: { response: 'none' } })).put[0]?.myResponse).toBe('accepted');
  });

  it.each([
    ['Pacific Standard Time', '2026-03-09T21:00:00Z'],
    ['Europe/Oslo', '2026-03-09T13:00:00Z'],
    ['UTC', '2026-03-09T14:00:00Z'],
    ['tzone://Microsoft/Custom', '2026-03-09T18:00:00Z'],
    ['tzone://Microsoft/Utc', '2026-03-09T18:00:00Z'],
    [null, '2026-03-09T18:00:00Z'],
  ])('reads a time of the zone %s', async (zone, start) => {
    const event = {
      ...timed,
      start: at('2026-03-09T14:00:00.0000000', zone),
      end: at('2026-03-09T15:00:00.0000000', zone),
    };
    expect((await read(event)).put[0]?.start).toBe(start);
  });

  it('looks at the zone it was made in before the mentor’s own', async () => {
    const event = { ...timed, start: at('2026-03-09T14:00:00', null), end: at('2026-03-09T15:00:00', null) };
    const page = await read({ ...event, originalStartTimeZone: 'W. Europe Standard Time' });
    expect(page.put[0]?.start).toBe('2026-03-09T13:00:00Z');
  });

  it('gives all-day events their dates, the end exclusive, whatever the zone', async () => {
    const event = {
      ...timed,
      isAllDay: true,
      start: at('2026-03-09T00:00:00.0000000', 'Tokyo Standard Time'),
      end: at('2026-03-11T00:00:00.0000000'),
    };
    expect((await read(event)).put[0]).toMatchObject({ allDay: true, start: '2026-03-09', end: '2026-03-11' });
  });

  it('keeps what was cancelled', async () => {
    expect((await read({ ...timed, isCancelled: true })).put[0]?.status).toBe('cancelled');
  });

  it.each([
    [{}],
    [null],
    [{ ...timed, start: null }],
    [{ ...timed, start: at('2026-03-09') }],
    [{ ...timed, end: at('never') }],
    [{ ...timed, start: timed.end, end: timed.start }],
    [{ ...timed, attendees: {} }],
  ])('counts %j as unreadable and keeps the others', async (broken) => {
    const withTime = (broken as { start?: { dateTime?: string } } | null)?.start?.dateTime === '2026-03-09';
    const page = await read(broken, { ...timed, id: 'good' });
    expect(page.put.some(({ id }) => id === 'good')).toBe(true);
    expect(page.unreadable).toBe(withTime ? 0 : 1);
  });
});

describe('a series of Graph’s', () => {
  const globalId = (date: string, data: string) =>
    `040000008200E00074C5B7101A82E008${date}D3D70B8A6A17D7010000000000000000${data}`;
  const outlook = '1000000074665914A06C3F49BB4B7D7EEE4304DA';
  const bare = (id: string, day: string) => ({
    '@odata.type': '#microsoft.graph.event',
    id,
    type: 'occurrence',
    seriesMasterId: 'master',
    start: at(`${day}T14:00:00.0000000`),
    end: at(`${day}T15:00:00.0000000`),
  });
  const master = {
    ...timed,
    id: 'master',
    type: 'seriesMaster',
    iCalUId: globalId('00000000', outlook),
    attendees: [{ type: 'required', emailAddress: { name: 'Sam', address: 'sam@school.example' } }],
    start: at('2025-09-01T14:00:00.0000000'),
    end: at('2025-09-01T15:00:00.0000000'),
  };

  it('completes its occurrences from the master beside them, which is no event itself', async () => {
    const page = await read(bare('o1', '2026-03-09'), master, bare('o2', '2026-03-16'));
    expect(page.put).toMatchObject([
      {
        id: 'o1',
        title: 'Robin and Sam',
        start: '2026-03-09T14:00:00Z',
        originalStart: '2026-03-09T14:00:00Z',
        series: 'master',
      },
      { id: 'o2', title: 'Robin and Sam', start: '2026-03-16T14:00:00Z', attendees: [{ email: 'sam@school.example' }] },
    ]);
    expect(page.unreadable).toBe(0);
  });

  it('asks once for a master that did not come along', async () => {
    const page = (value: unknown[], link: object) => ok({ value, ...link });
    const web = new FakeWeb(
      page([bare('o1', '2026-03-09'), bare('o2', '2026-03-16')], {
        '@odata.nextLink': `${graph}/me/calendarView/delta?$skiptoken=n`,
      }),
      ok(master),
      page([bare('o3', '2026-03-23')], { '@odata.deltaLink': delta }),
    );
    const session = open(web);
    const first = await session.readPage(wanted());
    const second = await session.readPage(wanted(first.cursor));
    expect([...first.put, ...second.put].map(({ id, title }) => `${id} ${title}`)).toEqual([
      'o1 Robin and Sam',
      'o2 Robin and Sam',
      'o3 Robin and Sam',
    ]);
    expect(web.asked.map(({ url }) => url.pathname)).toEqual([
      '/v1.0/me/calendars/AAMk%2B%2F%3D/calendarView/delta',
      '/v1.0/me/events/master',
      '/v1.0/me/calendarView/delta',
    ]);
  });

  it('leaves out occurrences of a master that is gone, and counts them', async () => {
    const web = new FakeWeb(ok({ value: [bare('o1', '2026-03-09'), timed], '@odata.deltaLink': delta }), {
      status: 404,
      body: { error: { code: 'ErrorItemNotFound' } },
    });
    expect(await open(web).readPage(wanted())).toMatchObject({ put: [{ id: 'AAMk1' }], unreadable: 1 });
  });

  it('keeps what an exception says itself, and when it was planned', async () => {
    const exception = {
      ...bare('e1', '2026-03-10'),
      type: 'exception',
      subject: 'Moved',
      originalStart: '2026-03-09T14:00:00Z',
      iCalUId: globalId('07EA0309', outlook),
    };
    const { put } = await read(master, exception);
    expect(put).toMatchObject([
      { title: 'Moved', start: '2026-03-10T14:00:00Z', originalStart: '2026-03-09T14:00:00Z' },
    ]);
  });

  it('does not guess when an exception was planned', async () => {
    const { put } = await read(master, { ...bare('e1', '2026-03-10'), type: 'exception', subject: 'Moved' });
    expect(put[0]).not.toHaveProperty('originalStart');
  });

  it('has one uid for all its occurrences, the one that a file of it holds', async () => {
    const each = ['07EA0309', '07EA0310', '00000000'].map((date, index) => ({
      ...timed,
      id: `o${index}`,
      iCalUId: globalId(date, outlook),
    }));
    const { put } = await read(...each);
    expect(new Set(put.map(({ uid }) => uid))).toEqual(new Set([globalId('00000000', outlook)]));
  });

  it('has the uid of the calendar it came from, where Exchange holds it', async () => {
    const text = new TextEncoder().encode('vCal-Uid\u0001\0\0\0ev1@google.com\0');
    const size = new Uint8Array([text.length, 0, 0, 0]).toHex();
    const { put } = await read({ ...timed, iCalUId: globalId('07EA0309', size + text.toHex()).toUpperCase() });
    expect(put[0]?.uid).toBe('ev1@google.com');
  });

  it.each(['', '0400', `${globalId('07EA0309', outlook)}0`, globalId('07EA0309', 'zz')])(
    'takes the odd id %j as it is',
    async (iCalUId) => {
      expect((await read({ ...timed, iCalUId })).put[0]?.uid).toBe(iCalUId || undefined);
    },
  );
});

describe('a run over Graph’s events', () => {
  const next = `${graph}/me/calendarView/delta?$skiptoken=R0us-mcCM_996%2Batia=`;

  it('begins with the window, follows links as they are, and ends with one for changes', async () => {
    const web = new FakeWeb(
      ok({ value: [], '@odata.nextLink': next }),
      ok({ value: [], '@odata.deltaLink': delta }),
      ok({ value: [], '@odata.deltaLink': `${delta}2` }),
    );
    const session = open(web);
    const first = await session.readPage(wanted({ fullSince: now }));
    const window = { from: '2026-01-01T00:00:00Z', to: '2026-07-01T00:00:00Z', fullSince: now };
    expect(first).toMatchObject({ done: false, cursor: { ...window, page: next } });
    const second = await session.readPage(wanted(first.cursor));
    expect(second).toMatchObject({ done: true, cursor: { ...window, changes: delta } });
    expect(second.cursor.page).toBeUndefined();
    const third = await session.readPage(wanted(second.cursor));
    expect(third.cursor.changes).toBe(`${delta}2`);
    expect(web.asked.map(({ url }) => url.href)).toEqual([
      `${graph}/me/calendars/AAMk%2B%2F%3D/calendarView/delta?startDateTime=2026-01-01T00:00:00Z&endDateTime=2026-07-01T00:00:00Z`,
      next,
      delta,
    ]);
    for (const { headers } of web.asked) {
      expect(headers.get('prefer')).toBe('odata.maxpagesize=200, outlook.timezone="UTC"');
      expect(headers.get('authorization')).toBe('Bearer ACCESS');
    }
  });

  it('keeps the link for changes while their pages are read', async () => {
    const page = await open(new FakeWeb(ok({ value: [], '@odata.nextLink': next }))).readPage(
      wanted({ changes: delta }),
    );
    expect(page.cursor).toMatchObject({ changes: delta, page: next });
  });

  it('takes what was removed for gone', async () => {
    const page = await read(
      { id: 'x', '@removed': { reason: 'deleted' } },
      { id: 'y', '@removed': { reason: 'changed' } },
    );
    expect(page).toMatchObject({ put: [], gone: ['x', 'y'], unreadable: 0 });
  });

  it.each([
    'https://evil.example/v1.0/me',
    'http://graph.microsoft.com/v1.0/me',
    'https://graph.microsoft.com.evil.example/',
    'nonsense',
  ])('sends no token after the link %s', async (page) => {
    const web = new FakeWeb();
    expect(await codeOf(open(web).readPage(wanted({ page })))).toBe('unreadable');
    expect(web.asked).toEqual([]);
  });

  const error = (status: number, code: string) => ({
    status,
    body: { error: { code, message: 'robin@school.example' } },
  });

  it.each([
    [error(401, 'InvalidAuthenticationToken'), 'signed-out'],
    [error(403, 'ErrorAccessDenied'), 'not-shared'],
    [error(403, 'ErrorQuotaExceeded'), 'quota'],
    [error(404, 'ErrorItemNotFound'), 'not-shared'],
    [error(404, 'MailboxNotEnabledForRESTAPI'), 'failed'],
    [error(404, 'SyncStateNotFound'), 'expired-cursor'],
    [error(410, 'syncStateNotFound'), 'expired-cursor'],
    [error(400, 'SYNCSTATENOTFOUND'), 'expired-cursor'],
    [error(410, 'fullSyncRequired'), 'expired-cursor'],
    [error(400, 'resyncRequired'), 'expired-cursor'],
    [error(400, 'ErrorInvalidRequest'), 'failed'],
    [error(400, 'constructor'), 'failed'],
    [error(509, 'BandwidthLimitExceeded'), 'rate-limited'],
    [{ status: 503, body: '<html>', headers: { 'content-type': 'text/html' } }, 'server'],
    [{ status: 504, body: '' }, 'server'],
    [{ status: 200, body: '<html>' }, 'unreadable'],
    [{ status: 200, body: { value: {} } }, 'unreadable'],
    [new TypeError('Failed to fetch'), 'offline'],
    [new DOMException('timed out', 'TimeoutError'), 'no-answer'],
  ] as [Answer, string][])('turns %j into %s, and names nobody', async (answer, code) => {
    const problem = await open(new FakeWeb(answer))
      .readPage(wanted({ changes: delta }))
      .catch((each: unknown) => each);
    expect(problem).toMatchObject({ name: 'AccountProblem', code });
    expect(String((problem as Error).message)).not.toContain('robin');
  });

  it('asks once, however it ends', async () => {
    const web = new FakeWeb({ status: 429, body: {}, headers: { 'retry-after': '7' } });
    await expect(open(web).readPage(wanted())).rejects.toMatchObject({ code: 'rate-limited', retryAfter: 7 });
    expect(web.asked).toHaveLength(1);
  });

  it('ends a request that hangs', async () => {
    const end = new AbortController();
    const asked = open(new FakeWeb('hang'), end.signal).readPage(wanted());
    end.abort();
    expect(await codeOf(asked)).toBe('no-answer');
  });

  it('lists calendars over all pages, the default one marked', async () => {
    const web = new FakeWeb(
      ok({
        value: [{ id: 'a', name: 'Calendar', isDefaultCalendar: true }, { name: 'no id' }],
        '@odata.nextLink': `${graph}/me/calendars?$skip=1`,
      }),
      ok({ value: [{ id: 'b', name: 'Mentoring', isDefaultCalendar: false }] }),
    );
    expect(await open(web).listCalendars()).toEqual([
      { calendar: 'a', name: 'Calendar', primary: true },
      { calendar: 'b', name: 'Mentoring' },
    ]);
  });

  it('takes a refusal to list for a scope that is missing', async () => {
    expect(await codeOf(open(new FakeWeb(error(403, 'ErrorAccessDenied'))).listCalendars())).toBe('scope-missing');
  });
});
