// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isOnSite } from '../../../src/app/calendar-page/see.ts';
import { startCalendarPage } from '../../../src/app/calendar-page/start.ts';
import type { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { CalendarSight } from '../../../src/features/calendars/contract.ts';
import type { Answer } from '../../../src/messages/contract.ts';
import type { CalendarSite } from '../../../src/sites/calendar-site.ts';

const START = '2026-03-09T08:25:30Z';
const ok: Answer<null> = { ok: true, value: null };

const eventOf = (id: string): CalendarEvent => ({
  id,
  calendar: 'me@x.org',
  title: `Meeting ${id}`,
  start: '2026-03-09T10:00:00Z',
  end: '2026-03-09T11:00:00Z',
  allDay: false,
  status: 'confirmed',
  myResponse: 'none',
  attendees: [],
  kind: 'default',
});

/** Events are `li`; `data-odd` ones cannot be read. The open one is a `dialog`. */
const site: CalendarSite = {
  id: 'fake-calendar',
  source: 'fake-calendar-page',
  name: 'Fake calendar',
  matches: ['https://fake.example/calendar/*'],
  readOwner: () => document.body.dataset.owner ?? null,
  readEvents: vi.fn<CalendarSite['readEvents']>(() =>
    [...document.querySelectorAll('li:not([data-odd])')].map((item) => eventOf(item.id)),
  ),
  readOpenEvent: () => {
    const open = document.querySelector('dialog');
    return open && { ...eventOf(open.title), attendees: [{ email: 'kim@x.org' }] };
  },
  inspect: () => ({
    found: document.querySelectorAll('li').length,
    read: document.querySelectorAll('li:not([data-odd])').length,
    disagreements: {},
  }),
  dayUrl: () => '',
};

let sights: CalendarSight[];
let answers: Answer<null>[];
let address: string;
let alive: boolean;
let end: AbortController;

function run(): void {
  end = new AbortController();
  startCalendarPage(site, {
    ask: async (_call, sight) => {
      sights.push(CalendarSight.parse(structuredClone(sight)));
      return answers.shift() ?? ok;
    },
    isAlive: () => alive,
    end,
    now: () => new Date().toISOString(),
    zone: 'Europe/Berlin',
    address: () => address,
    document,
  });
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const ids = () => sights.map(({ events }) => events.map(({ id }) => id).join());
const add = (id: string) => document.querySelector('ul')!.append(Object.assign(document.createElement('li'), { id }));

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(START) });
  document.body.innerHTML = '<ul><li id="a"></li></ul>';
  document.body.dataset.owner = 'me@x.org';
  [sights, answers, address, alive] = [[], [], 'https://fake.example/calendar/week', true];
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

describe('a calendar page', () => {
  it('tells what it shows, once', async () => {
    run();
    await wait(1000);
    expect(sights).toMatchObject([
      {
        source: 'fake-calendar-page',
        owner: 'me@x.org',
        at: '2026-03-09T08:25:30.000Z',
        unreadable: false,
        disagreements: {},
      },
    ]);
  });

  it('tells again when what it shows is another, and not when it is the same', async () => {
    run();
    await wait(1000);
    add('b');
    await wait(1000);
    document.body.append('a word');
    await wait(1000);
    expect(ids()).toEqual(['a', 'a,b']);
  });

  it('is scanned at most every 200 ms, however often it changes', async () => {
    run();
    await wait(1000);
    const before = vi.mocked(site.readEvents).mock.calls.length;
    for (let index = 0; index < 100; index++) {
      document.body.append('a change');
      await wait(10);
    }
    expect(vi.mocked(site.readEvents).mock.calls.length - before).toBeLessThanOrEqual(6);
  });

  it('notices an event that an element now stands for', async () => {
    run();
    await wait(1000);
    document.querySelector('li')!.id = 'c';
    document.querySelector('li')!.setAttribute('data-eventid', 'c');
    await wait(1000);
    expect(ids()).toEqual(['a', 'c']);
  });

  it('tells the guests of the event whose details are open, in its place', async () => {
    run();
    await wait(1000);
    document.body.append(Object.assign(document.createElement('dialog'), { title: 'a' }));
    await wait(1000);
    expect(sights.at(-1)?.events).toMatchObject([{ id: 'a', attendees: [{ email: 'kim@x.org' }] }]);
  });

  it('tells again until it is acknowledged', async () => {
    answers = [
      { ok: false, code: 'no-answer' },
      { ok: false, code: 'busy' as never },
    ];
    run();
    await wait(20_000);
    expect(ids()).toEqual(['a', 'a', 'a']);
  });

  it('says nothing under another path of its host, and speaks once it is on its own', async () => {
    address = 'https://fake.example/mail/';
    run();
    await wait(3000);
    expect(sights).toEqual([]);
    address = 'https://fake.example/calendar/week';
    add('b');
    await wait(3000);
    expect(ids()).toEqual(['a,b']);
  });

  it('that cannot be read is called so only after two seconds', async () => {
    document.querySelector('li')!.dataset.odd = '';
    run();
    await wait(1500);
    expect(sights).toEqual([]);
    await wait(3000);
    expect(sights).toMatchObject([{ unreadable: true, events: [] }]);
  });

  it('ends when an update has cut it off', async () => {
    run();
    await wait(1000);
    alive = false;
    document.body.append('a change');
    await wait(1000);
    expect(end.signal.aborted).toBe(true);
  });

  it('ends when the worker says that nobody will answer any more', async () => {
    answers = [{ ok: false, code: 'orphaned' }];
    run();
    await wait(1000);
    expect(end.signal.aborted).toBe(true);
  });
});

it.each([
  ['https://fake.example/calendar/week', true],
  ['https://fake.example/calendar', true],
  ['https://fake.example/calendars', false],
  ['https://fake.example/mail/', false],
  ['https://fake.example.org/calendar/', false],
])('%s stands under the site’s addresses: %s', (url, isOn) => {
  expect(isOnSite(site, url)).toBe(isOn);
});
