// What the captures say. The derived ones show shape only; the week of 2025 is real.
import { expect, it } from 'vitest';
import { site } from '../../../src/sites/google-calendar/index.ts';
import { describeWithShared } from '../../shared.ts';
import { capture, PRAGUE } from './page.ts';

const TOKYO = { zone: 'Asia/Tokyo' };

describeWithShared('the captured week of 30 November 2025', () => {
  const week = capture('week_2025-12-03.html');
  const events = site.readEvents(week, PRAGUE);

  it('yields its 17 timed events, and no more: pending tasks are no event', () => {
    expect(events).toHaveLength(17);
    expect(site.inspect(week, PRAGUE)).toEqual({ found: 17, read: 17, disagreements: {} });
  });

  it('tells each title, start and end in UTC', () => {
    expect(events.map(({ title, start, end }) => `${title} ${start} ${end}`)).toEqual([
      'Mentoring Kim 2025-11-30T19:00:00Z 2025-11-30T20:00:00Z',
      'Mentoring Kim 2025-12-01T19:00:00Z 2025-12-01T20:00:00Z',
      'Family time 2025-12-02T08:15:00Z 2025-12-02T10:15:00Z',
      'Mentoring Kim 2025-12-02T19:00:00Z 2025-12-02T20:00:00Z',
      'sfss 2025-12-03T06:30:00Z 2025-12-03T07:00:00Z',
      'Family time 2025-12-03T17:00:00Z 2025-12-03T19:00:00Z',
      'Mentoring Kim 2025-12-03T19:00:00Z 2025-12-03T20:00:00Z',
      'mgjv 2025-12-04T08:30:00Z 2025-12-04T09:30:00Z',
      'sg\\s 2025-12-04T11:30:00Z 2025-12-04T12:30:00Z',
      'Family time 2025-12-04T17:00:00Z 2025-12-04T19:00:00Z',
      'Mentoring Kim 2025-12-04T19:00:00Z 2025-12-04T20:00:00Z',
      'test 2025-12-05T06:30:00Z 2025-12-05T08:30:00Z',
      'Family time 2025-12-05T17:00:00Z 2025-12-05T19:00:00Z',
      'Mentoring Kim 2025-12-05T19:00:00Z 2025-12-05T20:00:00Z',
      'sdvsvsa 2025-12-05T21:00:00Z 2025-12-05T22:00:00Z',
      'Family time 2025-12-06T17:00:00Z 2025-12-06T19:00:00Z',
      'Mentoring Kim 2025-12-06T19:00:00Z 2025-12-06T20:00:00Z',
    ]);
  });

  it('tells a moved occurrence by its series and by when that had planned it', () => {
    expect(events[2]).toEqual({
      id: 'p1cvckk5gav6fg26mfi36osvas_20251202T170000Z',
      calendar: 'mentor.example@gmail.com',
      title: 'Family time',
      start: '2025-12-02T08:15:00Z',
      end: '2025-12-02T10:15:00Z',
      allDay: false,
      status: 'confirmed',
      myResponse: 'none',
      attendees: [],
      series: 'p1cvckk5gav6fg26mfi36osvas',
      originalStart: '2025-12-02T17:00:00Z',
      kind: 'default',
    });
  });

  it('tells blocks of time for a task, with the id that the API knows', () => {
    const tasks = events.filter(({ kind }) => kind === 'task');
    expect(tasks.map(({ id }) => id)).toEqual([
      '15qmhor3c7v7f60rp0teq0lak3',
      '6h0ft587g4k3d7ia49osl1p9ui',
      '59i293se3qedlkuorqtm1ism9b',
      '4d5dvkv5q2sl40o0mdok93t5hr',
    ]);
  });

  it('names its owner, and has nothing open', () => {
    expect(site.readOwner(week)).toBe('mentor.example@gmail.com');
    expect(site.readOpenEvent(week, PRAGUE)).toBeNull();
  });

  it('is refused whole in a zone that its recurring events contradict', () => {
    const newYork = { zone: 'America/New_York' };
    expect(site.readEvents(week, newYork)).toEqual([]);
    expect(site.inspect(week, newYork)).toEqual({ found: 17, read: 0, disagreements: { zone: 17 } });
  });
});

describeWithShared('the derived pages in Japanese', () => {
  it('yield the same event in three calendars', () => {
    const events = site.readEvents(capture('derived_week_2026-10_ja.html'), TOKYO);
    expect(events.map(({ id, title, start, end }) => [id, title, start, end])).toEqual(
      ['eventprimary', 'eventshared', 'eventthird'].map((id) => [
        id,
        'Planning',
        '2026-10-08T13:30:00Z',
        '2026-10-08T14:00:00Z',
      ]),
    );
  });

  it('yield no all-day event where no column says which days are shown', () => {
    expect(site.readEvents(capture('derived_all-day-in-week_2026-10_ja.html'), TOKYO)).toEqual([]);
  });
});

describeWithShared('the captured editor', () => {
  it('holds no event', () => {
    const editor = capture('event-edit-new_2022-01_brave.html');
    expect([site.readEvents(editor, PRAGUE), site.readOpenEvent(editor, PRAGUE)]).toEqual([[], null]);
  });
});
