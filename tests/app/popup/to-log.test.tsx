// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { PageDeps } from '../../../src/app/page-deps.ts';
import { fitGhosts, heightOf, heightOfGhosts } from '../../../src/app/popup/fit.ts';
// The popup fetches it once its list stands there; here it is there already.
import '../../../src/app/popup/EntryPlace.tsx';
import { PopupApp } from '../../../src/app/popup/PopupApp.tsx';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { CalendarEvent, Meeting } from '../../../src/domain/meeting/meeting.ts';
import { planSections } from '../../../src/features/deadlines/views/sections.ts';
import { composeToLog } from '../../../src/features/meeting-log/read-to-log.ts';
import { entry, pair } from '../../features/meeting-log/world.ts';
import { monday, nothingDue } from '../../ui/monday.ts';
import {
  allByRole,
  byRole,
  click,
  expectAccessible,
  mount,
  nameOf,
  pageText,
  press,
  settle,
  type,
} from '../../ui/page.ts';
import { type Fake, fakeDeps } from '../fake-deps.ts';

function event(id: string, start: string, more: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    id,
    calendar: 'primary',
    title: 'Coffee w/ Jun',
    start: `${start}:00:00Z`,
    end: `${start}:50:00Z`,
    allDay: false,
    status: 'confirmed',
    myResponse: 'accepted',
    organizer: { email: 'robin@example.edu' },
    attendees: [{ email: 'jun@example.edu' }],
    kind: 'default',
    ...more,
  };
}

const three = [
  event('e1', '2026-03-05T17'),
  event('e2', '2026-03-04T17', { series: 's' }),
  event('e3', '2026-03-03T17'),
];

let fake: Fake;
async function open(facts: Partial<Ledger> = { events: three }, change: Partial<PageDeps> = {}, overview = monday()) {
  fake = fakeDeps({ overview, ledger: pair(facts) });
  fake.answer = { ok: true, value: { meeting: 'e1', undo: { meeting: 'e1', before: null } } };
  await mount(<PopupApp deps={{ ...fake.deps, ...change }} />);
}

/** What is late stands before them and has the focus first. */
async function openAtMeetings(...given: Parameters<typeof open>) {
  await open(...given);
  rows()[0]?.focus();
}

const rows = () => allByRole('button').filter((button) => button.dataset.row?.startsWith('log '));
const saved = () => fake.calls[0]?.input as { meeting: Meeting; before: Meeting | null; reviewed: unknown[] };

describe('meetings to log, in the popup', () => {
  beforeEach(() => openAtMeetings());

  it('stand after what is late or due today, with who, when and why', async () => {
    expect(allByRole('heading').map(nameOf).slice(0, 4)).toEqual(['Monday', 'Late1', 'Due today2', 'Meetings to log3']);
    expect(nameOf(rows()[0]!)).toMatch(/^Jun Li · Thu .*, 50 min, “Coffee w\/ Jun”, invited$/);
    expect(rows()[0]!.title).toBe('Jun Li is among those invited');
    expect(document.activeElement).toBe(rows()[0]);
    await expectAccessible();
  });

  it('are held by one key, filled in from the calendar, and taken back by one', async () => {
    await press('h');
    expect(fake.calls[0]?.call).toBe('meeting.save');
    expect(saved()).toMatchObject({
      before: null,
      reviewed: [],
      meeting: {
        id: 'e1',
        event: 'e1',
        relationship: 'pair',
        attendees: ['jun'],
        start: '2026-03-05T17:00:00Z',
        minutes: 50,
        plannedMinutes: 50,
        outcome: 'held',
        eventPrint: { status: 'confirmed', title: 'Coffee w/ Jun' },
        enteredFrom: 'calendar',
      },
    });
    expect(pageText()).toContain('Logged: held with Jun Li');
    await click(byRole('button', 'Undo'));
    expect(fake.calls[1]).toEqual({ call: 'meeting.undo', input: { undo: { meeting: 'e1', before: null } } });
  });

  it.each([
    ['n', { outcome: 'no-show', minutes: 0, plannedMinutes: 50 }],
    ['j', { outcome: 'held', countOnly: true, minutes: 50 }],
  ])('%s says so at once', async (key, meeting) => {
    await press(key);
    expect(saved().meeting).toMatchObject(meeting);
  });

  it('open their form with Enter, topics first', async () => {
    await press('Enter');
    expect(nameOf(document.activeElement!)).toBe('What you talked about');
    expect(pageText()).toContain('From the calendar: “Coffee w/ Jun”');
    await type(document.activeElement as HTMLElement, 'Sleep');
    await press('Enter');
    await press('Enter', { ctrlKey: true });
    expect(saved().meeting.topics).toEqual(['Sleep']);
    expect(pageText()).toContain('Saved in the log');
  });

  it.each([
    ['c', 'Cancelled'],
    ['v', 'Moved'],
  ])('%s opens the form as %s', async (key, name) => {
    await press(key);
    expect(byRole<HTMLInputElement>('radio', name).checked).toBe(true);
    await expectAccessible();
  });

  it('are left with Escape, nothing half saved', async () => {
    await press('Enter');
    await type(document.activeElement as HTMLElement, 'Sleep');
    await press('Escape');
    await press('Escape');
    expect([fake.calls, allByRole('heading').map(nameOf)[0]]).toEqual([[], 'Monday']);
  });

  it('are refused as far as it is said, which is told and taken back', async () => {
    await click(byRole('button', '2 more meetings to log'));
    expect(document.activeElement).toBe(rows()[1]);
    await press('x');
    expect(allByRole('button').map(nameOf).slice(1)).toEqual([
      '1Only this one',
      '2The whole series',
      '3Everything called “Coffee w/ Jun”',
    ]);
    await expectAccessible();
    await press('2');
    const refusal = { id: 'series s', series: 's', shown: 'Coffee w/ Jun', at: fake.deps.now() };
    expect(fake.calls[0]).toEqual({ call: 'suggestion.refuse', input: { refusal } });
    expect(pageText()).toContain('The series “Coffee w/ Jun” is not suggested any more');
    await click(byRole('button', 'Undo'));
    expect(fake.calls[1]).toEqual({ call: 'suggestion.unrefuse', input: { refusal: 'series s' } });
  });

  it('are refused with keys that leave none out', async () => {
    await press('x');
    expect(allByRole('button').map(nameOf).slice(1)).toEqual(['1Only this one', '2Everything called “Coffee w/ Jun”']);
    await press('2');
    expect(fake.calls[0]).toMatchObject({ call: 'suggestion.refuse', input: { refusal: { shown: 'Coffee w/ Jun' } } });
    expect(pageText()).toContain('Nothing called “Coffee w/ Jun” is suggested any more');
  });

  it('have the rest in a menu, each with its letter', async () => {
    await press('m');
    expect(allByRole('menuitem').map(nameOf)).toEqual([
      'Held',
      'Held, with details…',
      'Cancelled…',
      'No-show',
      'Moved to another time…',
      'Just count it',
      'Not a mentoring meeting…',
    ]);
    await expectAccessible();
    await press('h');
    expect(fake.calls[0]?.call).toBe('meeting.save');
  });

  it('and what is due are one list for the arrows', async () => {
    await click(byRole('button', '2 more meetings to log'));
    rows()[0]!.focus();
    await press('ArrowUp');
    expect(nameOf(document.activeElement!)).toMatch(/^Sofia Berg/);
    for (let step = 0; step < 3; step += 1) await press('ArrowDown');
    expect(document.activeElement).toBe(rows()[2]);
    await press('End');
    expect(nameOf(document.activeElement!)).toMatch(/^(Can’t tell|Rana)/);
  });

  it('say why one was not saved', async () => {
    fake.answer = { ok: false, code: 'not-allowed', detail: 'exists' };
    await press('h');
    expect(byRole('alert').textContent).toContain('in the log already');
    fake.answer = { ok: false, code: 'full' };
    await press('h');
    expect(byRole('alert').textContent).toContain('no room left');
  });
});

describe('one meeting after the other', () => {
  it('is logged with the same key, the focus going on by itself', async () => {
    let events = three;
    const readSuggestions = async () => composeToLog(pair({ events }), events, monday().now);
    await openAtMeetings({}, { readSuggestions });
    const logged: unknown[] = [];
    while (events.length > 0) {
      await press('h');
      logged.push((fake.calls.at(-1)!.input as { meeting: Meeting }).meeting.id);
      events = events.slice(1);
      fake.change();
      await settle();
    }
    expect(logged).toEqual(['e1', 'e2', 'e3']);
    expect(nameOf(document.activeElement!)).toMatch(/^Amina Okafor/);
  });
});

describe('a meeting that was in no calendar', () => {
  it('is added by a key, in the same form', async () => {
    await open({}, {}, nothingDue());
    await press('+');
    expect(allByRole('heading').map(nameOf)[0]).toBe('Add a meeting');
    await expectAccessible();
    await press('Enter', { ctrlKey: true });
    expect(saved().meeting).toMatchObject({
      relationship: 'pair',
      attendees: ['jun'],
      enteredFrom: 'typed',
      minutes: 60,
    });
    expect(saved().meeting.id).toMatch(/^typed /);
  });
});

describe('the log in the popup', () => {
  it('offers a planned meeting once its time has come', async () => {
    await open({ meetings: [entry('p', { outcome: 'planned', plannedMinutes: 60 })] });
    expect(pageText()).toContain('Planned in the log for this time');
    document.querySelector<HTMLElement>('.ghost-row')?.focus();
    await press('h');
    expect(saved()).toMatchObject({ meeting: { id: 'p', outcome: 'held' }, before: { id: 'p', outcome: 'planned' } });
  });

  it('says that the calendar differs from an entry, and leaves it by one key', async () => {
    const eventPrint = {
      start: '2026-03-05T16:00:00Z',
      end: '2026-03-05T16:50:00Z',
      title: 'x',
      status: 'confirmed' as const,
    };
    await open({ events: [three[0]!], meetings: [entry('e1', { event: 'e1', eventPrint, start: eventPrint.start })] });
    expect(pageText()).toContain('Calendar differs: another time now');
    document.querySelector<HTMLElement>('[data-row^=differs]')?.focus();
    await press('Enter');
    expect(allByRole('button').map(nameOf)).toContain('Update the entry');
    await click(byRole('button', 'Update the entry'));
    expect(saved()).toMatchObject({ meeting: { start: '2026-03-05T17:00:00Z', minutes: 50 }, before: { minutes: 60 } });
    await press('Escape');
    await click(byRole('button', 'Back'));
    document.querySelector<HTMLElement>('[data-row^=differs]')?.focus();
    await press('k');
    expect(fake.calls.at(-1)?.call).toBe('meeting.keepDespite');
  });

  it('shows what is due when the meetings could not be read', async () => {
    await open({}, { readSuggestions: () => Promise.reject(new Error('closed')) });
    expect(allByRole('heading').map(nameOf).slice(0, 2)).toEqual(['Monday', 'Late1']);
    await settle();
  });
});

describe('the popup’s height', () => {
  it('is not passed by what is due and three meetings, which share it', () => {
    const room = 600 - 52 - 56 - 8;
    const least = heightOf(planSections(monday(), 0));
    const shown = fitGhosts(3, room - least);
    expect(shown).toBeGreaterThan(0);
    expect(
      heightOfGhosts(3, shown) + heightOf(planSections(monday(), room - heightOfGhosts(3, shown))),
    ).toBeLessThanOrEqual(room);
  });

  it.each([
    [0, 500, 1],
    [3, 500, 3],
    [4, 500, 4],
    [5, 500, 3],
    [3, 140, 2],
    [9, 10, 1],
  ])('%i meetings in %i px: %i of them', (count, room, shown) => expect(fitGhosts(count, room)).toBe(shown));
});
