import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AccountProblem, type ReadEvents } from '../../../src/accounts/account.ts';
import { microsoft } from '../../../src/accounts/microsoft/index.ts';
import { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { describeWithShared } from '../../shared.ts';
import { codeOf, FakeWeb, now, ok, type Recorded } from '../fake-web.ts';
import { mutations } from '../mutate.ts';
import { recorded, recordedNames, sharedJson } from '../recorded.ts';

const wanted: ReadEvents = {
  calendar: 'cal',
  cursor: {},
  from: '2016-12-01T00:00:00Z',
  to: '2017-01-01T00:00:00Z',
  zone: 'America/Toronto',
};

const open = (...answers: Recorded[]) => {
  const web = new FakeWeb(...answers);
  return { web, session: microsoft.open({ fetch: web.fetch, token: 'ACCESS', now: () => now }) };
};

/** Single events are published too: they are read as a page that holds one. */
function asPage(name: string): Recorded {
  const { body } = recorded(name);
  return ok(
    'value' in (body as object) ? body : { value: [body], '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/x' },
  );
}
const read = (name: string) => open(asPage(name)).session.readPage(wanted);

describeWithShared('Graph’s recorded answers', () => {
  const names = recordedNames('graph', 'calendarview-', 'event-', 'events-', 'derived-event-');
  // These leave out times: samples of a $select, of which nothing can be made.
  const partial = ['graph/calendarview-list-windows-tz', 'graph/event-online-meeting-select'];

  it('are there', () => {
    expect(names).toHaveLength(20);
  });

  it.each(names)('%s is read', async (name) => {
    const page = await read(name);
    expect(page.unreadable).toBe(partial.includes(name) ? 1 : 0);
    for (const event of page.put) expect(CalendarEvent.safeParse(event).error).toBeUndefined();
  });

  it.each([
    [
      'graph/calendarview-delta-1-skiptoken',
      {
        done: false,
        put: [
          { title: 'Plan shopping list', start: '2016-12-09T20:30:00Z', end: '2016-12-09T22:00:00Z' },
          { title: 'Pick up car' },
        ],
        cursor: { page: 'https://graph.microsoft.com/v1.0/me/calendarView/delta?$skiptoken=R0usmcCM996atia_s' },
      },
    ],
    [
      'graph/calendarview-delta-3-deltalink',
      {
        done: true,
        put: [{ title: 'Rest!', location: 'Home', organizer: { email: 'samanthab@contoso.onmicrosoft.com' } }],
        cursor: { changes: 'https://graph.microsoft.com/v1.0/me/calendarView/delta?$deltatoken=R0usmcMDNGg0J1E' },
      },
    ],
    [
      'graph/calendarview-delta-4-next-round-removed',
      { put: [{ title: 'Attend service' }], gone: ['AAMkADk0MGFkODE3LWE4MmYtNDRhOS04OGQLkRkXbBznTvAADb6ytyAAA='] },
    ],
    [
      'graph/derived-event-allday',
      { put: [{ allDay: true, start: '2026-11-24', end: '2026-11-25', attendees: [], myResponse: 'accepted' }] },
    ],
    ['graph/derived-event-cancelled', { put: [{ status: 'cancelled' }] }],
    // 02:30 does not exist on that day in that zone: the clocks go from 02:00 to 03:00.
    ['graph/derived-event-null-zone', { put: [{ start: '2026-03-08T10:30:00Z', end: '2026-03-08T10:30:00Z' }] }],
    [
      'graph/derived-event-private-declined-nosubject',
      { put: [{ title: '', myResponse: 'declined', start: '2017-04-15T18:00:00Z' }] },
    ],
    ['graph/event-created-recurring', { put: [] }],
    ['graph/events-list-utc', { put: [{ title: 'Orientation ', start: '2017-04-21T17:00:00Z' }] }],
    [
      'graph/event-instances-exception',
      {
        put: [
          { start: '2019-04-16T20:30:00Z', series: 'AAMkAGUzYRgWAAA=' },
          { start: '2019-04-08T20:30:00Z', originalStart: '2019-04-08T20:30:00Z' },
          {},
          {},
        ],
      },
    ],
    [
      'graph/event-created-windows-tz',
      { put: [{ start: expect.stringMatching(/Z$/), attendees: [{ email: 'samanthab@contoso.onmicrosoft.com' }] }] },
    ],
  ])('%s says exactly this', async (name, expected) => {
    expect(await read(name)).toMatchObject(expected);
  });

  it('of calendars gives id and name', async () => {
    expect(await open(recorded('graph/calendars-list')).session.listCalendars()).toEqual([
      { calendar: 'AAMkAGI2TGuLAAA=', name: 'Calendar' },
    ]);
  });

  it('of throttling gives the seconds to wait, rounded up', async () => {
    const { session } = open(recorded('graph/error-429-throttled'));
    await expect(session.readPage(wanted)).rejects.toMatchObject({ code: 'rate-limited', retryAfter: 3 });
  });

  it('of other things are no page of events', async () => {
    for (const name of ['graph/mailboxsettings-get', 'graph/automaticreplies-get']) {
      expect(await codeOf(open(recorded(name)).session.readPage(wanted))).toBe('unreadable');
    }
  });

  it('however they are damaged, give records or a problem with a code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), mutations(), async (name, mutate) => {
        const master = recorded('graph/event-created-recurring');
        const { session } = open(ok(mutate(asPage(name).body)), ...Array<Recorded>(40).fill(master));
        const page = await session.readPage(wanted).catch((error: unknown) => error);
        if (page instanceof Error) expect(page).toBeInstanceOf(AccountProblem);
        else
          for (const event of (page as { put: unknown[] }).put)
            expect(CalendarEvent.safeParse(event).error).toBeUndefined();
      }),
      { numRuns: 400, seed: 20_260_309 },
    );
  });

  it('were asked for as Microsoft’s own description of the API has it', async () => {
    const { paths } = sharedJson('microsoft-graph.openapi.json') as unknown as { paths: Record<string, Path> };
    const bare = { id: 'o', type: 'occurrence', seriesMasterId: 'm', start: {}, end: {} };
    const { web, session } = open(ok({ value: [] }), ok({ value: [bare] }), ok({ id: 'm' }));
    await session.listCalendars();
    await session.readPage(wanted);
    const described = ['/me/calendars', '/me/calendarView/delta', '/me/events/{event-id}'];
    const sent = ['/v1.0/me/calendars', '/v1.0/me/calendars/cal/calendarView/delta', '/v1.0/me/events/m'];
    expect(web.asked.map(({ url }) => url.pathname)).toEqual(sent);
    web.asked.forEach(({ url, method }, index) => {
      const operation = paths[described[index]!]?.[method.toLowerCase()];
      const known = operation?.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
      for (const name of url.searchParams.keys()) expect(known).toContain(name);
    });
  });
});

type Path = Record<string, { parameters: { name: string; in: string }[] }>;
