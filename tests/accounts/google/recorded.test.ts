import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AccountProblem, type ReadEvents } from '../../../src/accounts/account.ts';
import { google } from '../../../src/accounts/google/index.ts';
import { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { describeWithShared } from '../../shared.ts';
import { codeOf, FakeWeb, now, ok, type Recorded } from '../fake-web.ts';
import { mutations } from '../mutate.ts';
import { recorded, recordedNames, sharedJson } from '../recorded.ts';

const wanted: ReadEvents = {
  calendar: 'primary',
  cursor: { changes: 'token' },
  from: '2022-01-01T00:00:00Z',
  to: '2023-01-01T00:00:00Z',
  zone: 'America/Chicago',
};

const open = (...answers: Recorded[]) => {
  const web = new FakeWeb(...answers);
  return { web, session: google.open({ fetch: web.fetch, token: 'ACCESS', now: () => now }) };
};
const read = (name: string) => open(recorded(name)).session.readPage(wanted);

const allDay = { allDay: true, start: '2022-04-13', end: '2022-04-14' };

describeWithShared('Google’s recorded answers', () => {
  const eventNames = recordedNames('google', 'events-', 'derived-events-');

  it('are there', () => {
    expect(eventNames).toHaveLength(10);
    expect(recordedNames('google', 'error-')).toHaveLength(13);
  });

  it.each(eventNames)('%s is read whole', async (name) => {
    const page = await read(name);
    expect(page.unreadable).toBe(0);
    for (const event of page.put) expect(CalendarEvent.safeParse(event).error).toBeUndefined();
  });

  it.each([
    [
      'google/events-page-1',
      {
        put: [{ id: 'some-event-id-1', title: 'Event 1', busy: false, ...allDay }],
        done: false,
        cursor: { page: 'page-token-1' },
      },
    ],
    ['google/events-page-3-empty', { put: [], gone: [], done: true }],
    ['google/events-missing-summary', { put: [{ title: '', ...allDay }] }],
    ['google/events-invalid-no-token', { put: [{ title: 'Event 1' }], done: true }],
    [
      'google/events-self-attendee-tentative',
      {
        put: [
          {
            myResponse: 'tentative',
            status: 'confirmed',
            uid: 'some-event-id-1@google.com',
            attendees: [{ email: 'example@example.com' }],
          },
        ],
      },
    ],
    ['google/derived-events-declined-private-nosummary', { put: [{ myResponse: 'declined', title: '' }] }],
    [
      'google/events-midnight-datetimes',
      {
        put: [
          { allDay: false, start: '2022-04-12T22:00:00Z', end: '2022-04-13T22:00:00Z', busy: false },
          { allDay: false, start: '2022-04-13T22:00:00Z', end: '2022-04-19T22:00:00Z', busy: true },
        ],
      },
    ],
    [
      'google/events-sync-cancelled-id-only',
      { put: [{ id: 'some-event-id-3' }], gone: ['some-event-id-1'], cursor: { changes: 'sync-token-2' } },
    ],
    [
      'google/events-recurrence-with-cancelled-instances',
      { put: [], gone: ['event-id_20221030', 'event-id_2022113'], cursor: { changes: 'CJ_ewo2CoIwDEJ_ewo2CoIwDGAU=' } },
    ],
  ])('%s says exactly this', async (name, expected) => {
    expect(await read(name)).toMatchObject(expected);
  });

  it('of calendars gives the primary one and the names people see', async () => {
    const listed = await open(recorded('google/calendarlist-gcalcli')).session.listCalendars();
    expect(listed).toHaveLength(6);
    expect(listed.filter(({ primary }) => primary)).toEqual([
      { calendar: 'user2@example.com', name: 'user2@example.com', primary: true },
    ]);
    expect(listed[4]).toEqual({
      calendar: 'en.usa#holiday@group.v.calendar.google.com',
      name: 'Holidays in United States',
    });
  });

  it.each([
    ['google/error-400-timerangeempty', 'failed'],
    ['google/error-401-autherror', 'signed-out'],
    ['google/error-403-nonorganizer', 'not-shared'],
    ['google/error-403-quota', 'quota'],
    ['google/error-403-ratelimit', 'rate-limited'],
    ['google/error-403-userratelimit', 'rate-limited'],
    ['google/error-404-notfound', 'not-shared'],
    ['google/error-409-duplicate', 'failed'],
    ['google/error-410-deleted', 'expired-cursor'],
    ['google/error-410-fullsync', 'expired-cursor'],
    ['google/error-410-updatedmin', 'expired-cursor'],
    ['google/error-412-etag', 'failed'],
    ['google/error-429-ratelimit', 'rate-limited'],
  ])('%s is %s', async (name, code) => {
    expect(await codeOf(read(name))).toBe(code);
  });

  it('however they are damaged, give records or a problem with a code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...eventNames), mutations(), async (name, mutate) => {
        const answer = recorded(name);
        const damaged = ok(mutate(answer.body));
        const page = await open(damaged)
          .session.readPage(wanted)
          .catch((error: unknown) => error);
        if (page instanceof Error) expect(page).toBeInstanceOf(AccountProblem);
        else
          for (const event of (page as { put: unknown[] }).put)
            expect(CalendarEvent.safeParse(event).error).toBeUndefined();
      }),
      { numRuns: 400, seed: 20_260_309 },
    );
  });

  it('were asked for as Google’s own description of the API has it', async () => {
    const description = sharedJson('calendar.v3.json') as unknown as Description;
    const { web, session } = open(ok({ items: [] }), ok({ items: [] }), ok({ items: [] }));
    await session.listCalendars();
    await session.readPage({ ...wanted, cursor: { page: 'p' } });
    await session.readPage(wanted);
    const methods = [
      description.resources.calendarList.methods.list,
      ...Array(2).fill(description.resources.events.methods.list),
    ];
    web.asked.forEach(({ url, method }, at) => {
      const described = methods[at] as Method;
      const path = `/${description.servicePath}${described.path}`.replace('{calendarId}', 'primary');
      expect(`${method} ${url.origin}${url.pathname}`).toBe(
        `${described.httpMethod} https://www.googleapis.com${path}`,
      );
      const known = { ...description.parameters, ...described.parameters };
      for (const [name, value] of url.searchParams) {
        expect(Object.keys(known)).toContain(name);
        const { maximum } = known[name]!;
        if (maximum) expect(Number(value)).toBeLessThanOrEqual(Number(maximum));
      }
    });
  });

  it('need the scopes that are asked for', () => {
    const { resources } = sharedJson('calendar.v3.json') as unknown as Description;
    for (const scope of google.scopes) expect(resources.events.methods.list.scopes).toContain(scope);
    expect(resources.calendarList.methods.list.scopes).toContain(
      'https://www.googleapis.com/auth/calendar.calendarlist.readonly',
    );
    for (const scope of google.scopes) expect(resources.calendarList.methods.list.scopes).not.toContain(scope);
  });
});

interface Method {
  path: string;
  httpMethod: string;
  scopes: string[];
  parameters: Record<string, { maximum?: string }>;
}
interface Description {
  servicePath: string;
  parameters: Record<string, { maximum?: string }>;
  resources: { calendarList: { methods: { list: Method } }; events: { methods: { list: Method } } };
}
