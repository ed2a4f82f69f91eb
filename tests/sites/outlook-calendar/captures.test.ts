// What the recorded labels and the derived month say.
import { expect, it } from 'vitest';
import { site } from '../../../src/sites/outlook-calendar/index.ts';
import { describeWithShared } from '../../shared.ts';
import { capture, LONDON, pageOf, recordedLabels, tile } from './page.ts';

describeWithShared('the recorded labels', () => {
  const page = pageOf(
    recordedLabels()
      .map((label, index) => tile(label, { id: `AAMk${index}` }))
      .join(''),
  );
  const events = site.readEvents(page, LONDON);
  const say = (index: number) => events.find(({ id }) => id === `AAMk${index}`);

  it('are all read', () => {
    expect(events).toHaveLength(recordedLabels().length);
    expect(site.inspect(page, LONDON)).toEqual({ found: events.length, read: events.length, disagreements: {} });
  });

  it('tell subject and times', () => {
    expect(events.map(({ title, start, end }) => [title, start, end])).toEqual([
      ['Project Planning Sync (daily)', '2026-04-14T08:00:00Z', '2026-04-14T08:30:00Z'],
      ['Vendor Strategy Session?', '2026-04-16T11:30:00Z', '2026-04-16T13:00:00Z'],
      ['[Internal Forum Talk [69]]: ...', '2026-04-16T09:00:00Z', '2026-04-16T10:00:00Z'],
      ['Organizer - working out of country', '2026-04-12', '2026-04-13'],
      ['Team Social Event', '2026-04-16', '2026-04-17'],
      [
        'PRIORITY: Acme Sales| Active Project Status Reviews and Escalations',
        '2026-08-14T09:00:00Z',
        '2026-08-14T09:30:00Z',
      ],
      [
        'Hooli/Acme <> Northwind | workforce management and quality management',
        '2026-08-12T12:30:00Z',
        '2026-08-12T13:25:00Z',
      ],
      ['Q3 Quarterly Management Meeting', '2026-08-12T09:00:00Z', '2026-08-12T10:30:00Z'],
      ['Booking (A / Desk 1.01 / Zone A)', '2026-08-31', '2026-09-01'],
      ["Lab consultants' weekly check-in", '2026-01-26T11:00:00Z', '2026-01-26T11:30:00Z'],
      ['Weekly sync', '2026-09-22T09:00:00Z', '2026-09-22T09:30:00Z'],
      ['SafeGolf Online Workshop #5', '2026-09-17T14:30:00Z', '2026-09-17T16:00:00Z'],
      ['Planning, Q4', '2026-09-29T12:05:00Z', '2026-09-29T13:15:00Z'],
      ['Moff OOO', '2024-12-30', '2024-12-31'],
    ]);
  });

  it('tell place, status and whether the time is kept free', () => {
    expect(say(1)).toMatchObject({
      location: 'https://company.zoom.us/j/12345678901?pwd=...',
      status: 'tentative',
      busy: true,
    });
    expect(say(3)).toMatchObject({ allDay: true, busy: false, status: 'confirmed' });
    expect(say(9)).not.toHaveProperty('location');
    expect(say(10)).toMatchObject({ location: 'Level 3', busy: true });
    expect(say(12)).toMatchObject({ location: 'Room 102', status: 'tentative', myResponse: 'none', attendees: [] });
  });
});

describeWithShared('the derived month', () => {
  const page = pageOf(
    capture('derived_month-cells-and-tile_2026-09.html').replace(
      'data-calitemid="REDACTED"',
      'data-calitemid="AAMk/a+b="',
    ),
  );

  it('yields its tile, with the id that Graph would write', () => {
    expect(site.readEvents(page, LONDON)).toEqual([
      {
        id: 'AAMk-a_b=',
        calendar: '',
        title: 'SafeGolf Online Workshop #5',
        start: '2026-09-17T14:30:00Z',
        end: '2026-09-17T16:00:00Z',
        allDay: false,
        status: 'tentative',
        myResponse: 'none',
        attendees: [],
        kind: 'default',
        busy: true,
      },
    ]);
  });

  it('is refused in a zone whose midnights are not the page’s', () => {
    const paris = { zone: 'Europe/Paris' };
    expect(site.readEvents(page, paris)).toEqual([]);
    expect(site.inspect(page, paris)).toEqual({ found: 1, read: 0, disagreements: { zone: 1 } });
  });
});
