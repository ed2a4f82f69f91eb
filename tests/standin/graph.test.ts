import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeWithShared } from '../shared.ts';
import { signIn } from './client.ts';
import { manyEvents } from './semester/calendar/many.ts';
import { demonstration, semester } from './semester.ts';
import { GraphCheck } from './server/check/graph.ts';
import { faultNames } from './server/faults.ts';
import { type Standin, startStandin } from './server.ts';

interface Item {
  id: string;
  type?: string;
  subject?: string;
  seriesMasterId?: string;
  start?: { dateTime: string; timeZone: string };
  isCancelled?: boolean;
  responseStatus?: { response: string };
  originalStartTimeZone?: string;
  '@removed'?: { reason: string };
}

interface List {
  value: Item[];
  '@odata.nextLink'?: string;
  '@odata.deltaLink'?: string;
  error?: { code: string };
}

let standin: Standin;
let get: (
  path: string,
  headers?: Record<string, string>,
) => Promise<{ status: number; body: List; headers: Record<string, string> }>;
const delta = 'me/calendarView/delta?startDateTime=2025-09-01T00:00:00Z&endDateTime=2026-09-01T00:00:00Z';
const many = { prefer: 'odata.maxpagesize=1000, outlook.timezone="UTC"' };

async function open(events?: ReturnType<typeof manyEvents>): Promise<void> {
  standin = await startStandin({ semester: semester(), look: { autoConsent: true }, ...(events ? { events } : {}) });
  ({ get } = (await signIn(standin, 'microsoft')) as unknown as { get: typeof get });
}

beforeEach(() => open());
afterEach(() => standin.close());

describe('the stand-in’s Graph', () => {
  it('lists the calendars, and the events of each by its own id', async () => {
    const { body } = await get('me/calendars');
    expect(body.value).toMatchObject([{ name: 'Calendar', isDefaultCalendar: true }, { name: 'Clinic' }]);
    const [, clinic] = body.value;
    const path = delta.replace('me/', `me/calendars/${clinic!.id}/`);
    expect((await get(path, many)).body.value.map(({ subject }) => subject)).toEqual(['Clinic']);
    expect(standin.complaints).toEqual([]);
  });

  it('tells of an occurrence only when it is, of its master and of exceptions everything', async () => {
    const { body } = await get(delta, many);
    const rounds = body.value.filter(({ subject, seriesMasterId }) => subject === 'Ward round' || seriesMasterId);
    const [master, ...rest] = rounds;
    expect(master).toMatchObject({
      type: 'seriesMaster',
      subject: 'Ward round',
      originalStartTimeZone: 'Eastern Standard Time',
    });
    const occurrence = rest.find(({ type }) => type === 'occurrence')!;
    expect(Object.keys(occurrence)).toEqual([
      '@odata.type',
      '@odata.etag',
      'id',
      'seriesMasterId',
      'type',
      'start',
      'end',
    ]);
    expect(occurrence.seriesMasterId).toBe(master!.id);
    expect(rest.find(({ type }) => type === 'exception')).toMatchObject({
      subject: 'Ward round',
      start: { dateTime: '2026-03-03T15:30:00.0000000', timeZone: 'UTC' },
    });
    expect(rest).toHaveLength(29);
    expect(standin.complaints).toEqual([]);
  });

  it('gives times in the zone that is preferred, in seven digits and Windows’ words', async () => {
    const prefer = 'odata.maxpagesize=1000, outlook.timezone="Eastern Standard Time"';
    const find = async (headers?: Record<string, string>) =>
      (await get(delta, headers)).body.value.find(({ subject }) => subject === 'Elif: mail to the supervisor')?.start;
    const local = { dateTime: '2026-03-11T12:00:00.0000000', timeZone: 'Eastern Standard Time' };
    expect(await find({ prefer })).toEqual(local);
    expect(await find(many)).toEqual({ dateTime: '2026-03-11T16:00:00.0000000', timeZone: 'UTC' });
    standin.microsoft.setZone('Eastern Standard Time');
    expect(await find({ prefer: 'odata.maxpagesize=1000' })).toEqual(local);
  });

  it('pages by its own links, ten at a time unless more are preferred', async () => {
    await standin.close();
    await open(manyEvents({ count: 45, now: demonstration.now, vendor: 'microsoft' }));
    const ids: string[] = [];
    let link: string | undefined = delta.replace('2025-09', '2025-01');
    const sizes: number[] = [];
    while (link) {
      const { body } = await get(link);
      ids.push(...body.value.map(({ id }) => id));
      sizes.push(body.value.length);
      link = body['@odata.nextLink'];
    }
    expect(sizes).toEqual([10, 10, 10, 10, 5]);
    expect(new Set(ids).size).toBe(45);
    expect(ids.every((id) => /^[\w=-]+$/.test(id))).toBe(true);
  });

  it('tells by a delta link what changed, and of what was deleted that it was', async () => {
    const link = (await get(delta, many)).body['@odata.deltaLink']!;
    expect((await get(link)).body.value).toEqual([]);
    const { book } = standin.microsoft;
    book.move('booked-elif', '2026-03-11T20:00:00Z');
    book.remove('grace-fees');
    book.remove('rounds', '2026-03-10T11:30:00Z');
    book.cancel('hana-declined');
    // Beyond the view that is tracked.
    book.change('staff-day', { start: '2027-03-11', end: '2027-03-12' });
    const { body } = await get(link, many);
    const told = body.value.map((each) => [each.type, each.subject, each['@removed']?.reason, each.isCancelled]);
    expect(told).toEqual([
      ['singleInstance', 'Elif: mail to the supervisor', undefined, false],
      ['seriesMaster', 'Ward round', undefined, false],
      [undefined, undefined, 'deleted', undefined],
      ['singleInstance', 'Hana, catching up', undefined, true],
      [undefined, undefined, 'deleted', undefined],
      [undefined, undefined, 'deleted', undefined],
    ]);
    expect((await get(body['@odata.deltaLink']!)).body.value).toEqual([]);
    expect(standin.complaints).toEqual([]);
  });

  it('gives one event whole, master or occurrence, by its id', async () => {
    const { body } = await get(delta, many);
    const occurrence = body.value.find(({ type }) => type === 'occurrence')!;
    for (const id of [occurrence.id, occurrence.seriesMasterId!]) {
      const one = (await get(`me/events/${id}`)).body as unknown as Item;
      expect(one).toMatchObject({ id, subject: 'Ward round' });
    }
    expect((await get('me/events/AAMkNothing')).status).toBe(404);
  });

  it('has lost the state of a token that expired, and says what it does not track', async () => {
    const link = (await get(delta, many)).body['@odata.deltaLink']!;
    standin.microsoft.book.expireTokens();
    const lost = await get(link);
    expect([lost.status, lost.body.error!.code]).toEqual([410, 'SyncStateNotFound']);
    standin.microsoft.fail('410');
    expect((await get(link)).body.error!.code).toBe('syncStateNotFound');
    const odd = await get(`${delta}&$top=5`);
    expect([odd.status, odd.body.error!.code]).toEqual([400, 'ErrorInvalidUrlQuery']);
    expect((await get('me/calendarView/delta?startDateTime=2026-01-01T00:00:00Z')).status).toBe(400);
  });

  it.each(faultNames.filter((name) => !['offline', 'hang', 'garbage'].includes(name)))(
    'answers %s when it is told to, once',
    async (name) => {
      standin.microsoft.fail(name);
      const { status, body } = await get('me/calendars');
      expect([401, 403, 404, 410, 429, 500, 503]).toContain(status);
      expect(body.error!.code).toEqual(expect.any(String));
      expect((await get('me/calendars')).status).toBe(200);
    },
  );

  it('asks for a wait as odd as the recorded one', async () => {
    standin.microsoft.fail('429-fraction');
    expect((await get('me/calendars')).headers['retry-after']).toBe('2.128');
    standin.microsoft.fail('429-bare');
    expect((await get('me/calendars')).headers['retry-after']).toBeUndefined();
  });
});

describeWithShared('the check against Graph’s description', () => {
  it('refuses a body that breaks it, and a parameter that it does not know', () => {
    const check = GraphCheck.open()!;
    const event = { id: 'a', subject: 'A', type: 'singleInstance', start: { dateTime: 'x', timeZone: 'UTC' } };
    const name = 'microsoft.graph.event';
    expect(check.value(name, event)).toBeUndefined();
    expect(check.value(name, { ...event, subject: 7 })).toMatch(/subject must be string/);
    expect(check.value(name, { ...event, type: 'sometimes' })).toBeDefined();
    expect(check.value(name, { ...event, attendees: [{ emailAddress: 'a@b' }] })).toBeDefined();
    const headers = { authorization: 'Bearer x' };
    const request = (path: string) =>
      check.request({ method: 'GET', url: new URL(`https://graph.microsoft.com/v1.0/${path}`), headers, body: '' });
    expect(request(delta)).toBeUndefined();
    expect(request(`${delta}&mood=good`)).toBe('mood: there is no such parameter');
    expect(
      check.answer(
        { method: 'GET', url: new URL('https://x/v1.0/me/calendars'), headers, body: '' },
        { status: 200, headers: {}, body: { value: 7 } },
      ),
    ).toMatch(/must be array/);
  });
});
