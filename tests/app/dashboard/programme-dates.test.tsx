// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { DashboardApp } from '../../../src/app/dashboard/DashboardApp.tsx';
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import { type CalendarEvent, ProgrammeEvent } from '../../../src/domain/meeting/meeting.ts';
import { monday } from '../../ui/monday.ts';
import { byRole, click, expectAccessible, mount, pageText, type } from '../../ui/page.ts';
import { type Fake, fakeDeps } from '../fake-deps.ts';

const launch: CalendarEvent = {
  id: 'e-launch',
  calendar: 'c',
  title: 'CLAMPS mentorship launch event',
  start: '2026-03-12T21:00:00Z',
  end: '2026-03-12T23:00:00Z',
  allDay: false,
  status: 'confirmed',
  myResponse: 'accepted',
  attendees: [],
  kind: 'default',
};

function ledger(): Ledger {
  return {
    ...emptyLedger(),
    people: [
      { id: 'me', name: 'Mira Lindqvist', emails: ['mira@school.example'] },
      { id: 'amina', name: 'Amina Okafor', emails: ['amina@school.example'] },
    ],
    relationships: [
      {
        id: 'pair',
        programme: 'lmp-peer-to-peer',
        me: 'me',
        role: 'mentor',
        mentors: ['me'],
        mentees: ['amina'],
        start: '2026-02-01',
        zone: 'America/Toronto',
      },
    ],
    events: [launch],
  };
}

let fake: Fake;

/** What the last call saved, as the worker would take it. */
const saved = () => {
  const { call, input } = fake.calls.at(-1)!;
  expect(call).toBe('programmeEvent.save');
  return ProgrammeEvent.parse((input as { event: unknown }).event);
};

const day = () => document.querySelector<HTMLInputElement>('input[type=date]')!;

async function open(start: Ledger = ledger()) {
  fake = fakeDeps({ overview: { ...monday(), now: '2026-03-20T12:00:00Z' }, ledger: start });
  location.hash = '#programmes';
  await mount(<DashboardApp deps={fake.deps} />);
}

describe('the dates of a programme', () => {
  beforeEach(() => open());

  it('are listed with when and how they stand, apart from mentoring hours', async () => {
    expect(pageText()).toMatch(/Launch event · mandatory[\s\S]*Mar 1 – 31, 2026[\s\S]*Now/);
    expect(pageText()).toMatch(/Formal feedback in December[\s\S]*Coming/);
    await expectAccessible();
  });

  it('are recognised in the calendar, and taken from there by one press', async () => {
    expect(pageText()).toContain('In your calendar: CLAMPS mentorship launch event');
    await click(byRole('button', /^Use it: CLAMPS/));
    expect(saved()).toMatchObject({ event: 'launch', at: launch.start, done: false, calendarEvent: 'e-launch' });
  });

  it('are ticked with the day on which it was, and not ahead of time', async () => {
    await click(byRole('button', 'Attended: Launch event, Mar 1 – 31, 2026'));
    await type(day(), '2026-03-25');
    await click(byRole('button', 'Save'));
    expect(pageText()).toContain('That day is still to come.');
    expect(fake.calls).toEqual([]);
    await type(day(), '2026-03-12');
    await click(byRole('button', 'Save'));
    expect(saved()).toMatchObject({ event: 'launch', done: true, doneAt: '2026-03-12' });
  });

  it('are set where the pack names none, and added where it knows nothing of them', async () => {
    await click(byRole('button', 'Set date: Formal feedback in May, May 1 – 31, 2026'));
    await type(day(), '2026-05-20');
    await click(byRole('button', 'Save'));
    expect(saved()).toMatchObject({ event: 'feedback-may', at: '2026-05-20', done: false });
    await click(byRole('button', 'Add a date'));
    await type(byRole('textbox', 'What it is'), 'Writing workshop');
    await click(byRole('button', 'Add'));
    expect(saved()).toMatchObject({ name: 'Writing workshop', at: '2026-03-20', relationship: 'pair' });
  });

  it('ask for a name of their own', async () => {
    await click(byRole('button', 'Add a date'));
    await click(byRole('button', 'Add'));
    expect(pageText()).toContain('Give it a name');
    expect(fake.calls).toEqual([]);
  });

  it('can be taken back and forgotten', async () => {
    const record = {
      id: 'p1',
      relationship: 'pair',
      event: 'launch',
      at: '2026-03-12',
      done: true,
      doneAt: '2026-03-12',
    };
    await open({ ...ledger(), programmeEvents: [record] });
    await click(byRole('button', /^Take back: Launch event/));
    expect(saved()).toEqual({ id: 'p1', relationship: 'pair', event: 'launch', at: '2026-03-12', done: false });
    await open({ ...ledger(), programmeEvents: [{ ...record, done: false }] });
    await click(byRole('button', /^Forget: Launch event/));
    expect(fake.calls.at(-1)).toEqual({ call: 'programmeEvent.remove', input: { event: 'p1' } });
  });
});
