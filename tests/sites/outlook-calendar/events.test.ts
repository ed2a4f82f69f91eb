import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/outlook-calendar/index.ts';
import { LONDON, pageOf, tile } from './page.ts';

const WHEN = '3:00 PM to 4:00 PM, Thursday, September 17, 2026';
const read = (label: string, parts = {}, head = '') => {
  const page = pageOf(head + tile(label, parts));
  return { event: site.readEvents(page, LONDON)[0], ...site.inspect(page, LONDON) };
};

describe('a label', () => {
  it.each([
    [`Kim, Lee and Jo, ${WHEN}, Busy`, { title: 'Kim, Lee and Jo', busy: true }],
    [`Kim, ${WHEN}, Room 4, Floor 2, By Roe, Sue (RTH), Busy, Recurring event`, { location: 'Room 4, Floor 2' }],
    [`Canceled: Kim, ${WHEN}, By Org, Free`, { title: 'Kim', status: 'cancelled', busy: false }],
    [`Cancelled: Kim, ${WHEN}, Free`, { title: 'Kim', status: 'cancelled' }],
    [`Declined: Kim, ${WHEN}, Free`, { title: 'Kim', myResponse: 'declined', status: 'confirmed' }],
    [`Calendar icon, Kim, ${WHEN}, Busy`, { title: 'Kim' }],
    [`Trip, ${WHEN}, Away`, { kind: 'out-of-office', busy: true }],
    [`Home, ${WHEN}, Working elsewhere`, { kind: 'default', busy: true }],
    [`Kim, ${WHEN}`, { title: 'Kim' }],
    ['Kim, 15:00 to 16:00, Thursday, 17 September 2026, Busy', { start: '2026-09-17T14:00:00Z' }],
    [
      'Kim, 12:00 AM to 12:30 PM, Thursday, September 17, 2026, Busy',
      { start: '2026-09-16T23:00:00Z', end: '2026-09-17T11:30:00Z' },
    ],
    [
      'Night, 10:00 PM to 1:00 AM, Thursday, September 17, 2026 to Friday, September 18, 2026, Busy',
      { start: '2026-09-17T21:00:00Z', end: '2026-09-18T00:00:00Z' },
    ],
    [
      'Trip, all day event, Thursday, September 17, 2026 to Saturday, September 19, 2026, Free',
      { start: '2026-09-17', end: '2026-09-20', allDay: true },
    ],
  ])('%s', (label, event) => {
    expect(read(label).event).toMatchObject(event);
  });

  it.each([
    ['is only a time: an empty slot', '9:00 AM to 9:30 AM, Tuesday, April 14, 2026'],
    ['names a day that there is not', 'Kim, 3:00 PM to 4:00 PM, Thursday, September 31, 2026, Busy'],
    ['ends before it begins', 'Kim, 4:00 PM to 3:00 PM, Thursday, September 17, 2026, Busy'],
    ['mixes two clocks', 'Kim, 3:00 to 4:00 PM, Thursday, September 17, 2026, Busy'],
    ['has hours that there are not', 'Kim, 15:00 PM to 16:00 PM, Thursday, September 17, 2026, Busy'],
    ['holds two whole times and dates', `Kim, ${WHEN}, moved to, ${WHEN}, Busy`],
    ['is in words not known here', 'Kim, 15:00 bis 16:00, Donnerstag, 17. September 2026, Gebucht'],
    ['has no subject', `, ${WHEN}, Busy`],
    ['falls into the hour that the clocks skip', 'Kim, 1:30 AM to 3:00 AM, Sunday, March 29, 2026, Busy'],
    ['falls into the hour that comes twice', 'Kim, 1:30 AM to 3:00 AM, Sunday, October 25, 2026, Busy'],
  ])('yields no event when it %s', (_why, label) => {
    expect(read(label).event).toBeUndefined();
  });

  it('in a language not known here is found, so that the page is known to be unread', () => {
    expect(read('Kim, 15:00 bis 16:00, Donnerstag, 17. September 2026, Gebucht')).toMatchObject({ found: 1, read: 0 });
  });
});

describe('a tile', () => {
  const label = `Kim, Lee, ${WHEN}, Room 4, By Org, Busy`;

  it.each([
    ['title of another subject', { title: 'Jo\n3:00 PM to 4:00 PM' }, 'title'],
    ['title of other times', { title: 'Kim, Lee\nRoom 4\n3:30 PM to 4:00 PM' }, 'time'],
    ['time that is shown', { shown: '2:00' }, 'time'],
  ])('that is contradicted by a %s is refused and counted', (_what, parts, fact) => {
    expect(read(label, parts)).toMatchObject({ event: undefined, disagreements: { [fact]: 1 } });
  });

  it('is borne out by its title and the time it shows', () => {
    const parts = { title: 'Kim, Lee\nRoom 4\n3:00 PM to 4:00 PM', shown: '3:00 PM' };
    expect(read(label, parts)).toMatchObject({ event: { title: 'Kim, Lee', location: 'Room 4' }, disagreements: {} });
  });

  it('of a day that the page does not show is refused and counted', () => {
    const head = ['2026-09-21', '2026-09-27'].map((date) => `<div data-column-date="${date}"></div>`).join('');
    expect(read(label, {}, head)).toMatchObject({ event: undefined, disagreements: { day: 1 } });
    const week = ['2026-09-14', '2026-09-20'].map((date) => `<div data-column-date="${date}"></div>`).join('');
    expect(read(label, {}, week).event).toBeDefined();
  });

  it('whose date falls on another weekday than it says is refused where the page shows days', () => {
    const wrong = label.replace('Thursday', 'Friday');
    const week = '<div data-column-date="2026-09-14"></div><div data-column-date="2026-09-20"></div>';
    expect(read(wrong, {}, week)).toMatchObject({ event: undefined, disagreements: { day: 1 } });
  });

  it.each([
    ['a place with commas', 'Room 1, 2nd floor', 'Room 1, 2nd floor'],
    ['a place the label cuts off', 'Room 1, By the river', 'Room 1, By the river'],
    ['no line that is no place', 'all day event', 'Room 1'],
  ])('takes from the title %s', (_what, line, location) => {
    const said = `Kim, all day event, Thursday, September 17, 2026, ${line === 'all day event' ? 'Room 1' : line}, Busy`;
    expect(read(said, { title: `Kim\n${line}` }).event?.location).toBe(location);
  });

  it('without an id of Exchange’s shape is left out', () => {
    expect(read(label, { id: 'no id' }).event).toBeUndefined();
  });

  it('that stands twice is one event, and none when the two differ', () => {
    expect(site.readEvents(pageOf(tile(label) + tile(label)), LONDON)).toHaveLength(1);
    const page = pageOf(tile(label) + tile(label.replace('4:00', '5:00')));
    expect([site.readEvents(page, LONDON), site.inspect(page, LONDON).disagreements]).toEqual([[], { id: 1 }]);
  });
});

describe('the open card', () => {
  const label = `Kim, ${WHEN}, Busy`;
  const card = (text: string, attributes = '') =>
    `<div data-app-section="CalendarItemPeek" ${attributes}>${text}</div>`;
  const open = (...html: string[]) => site.readOpenEvent(pageOf(html.join('')), LONDON);

  it('is the one event whose subject and times it shows', () => {
    const other = tile(label.replace('3:00', '1:00'), { id: 'AAMk2' });
    expect(open(tile(label), other, card('<b>Kim</b> Thu 9/17 3:00 – 4:00 PM'))).toMatchObject({ id: 'AAMkAD1' });
  });

  it.each([
    ['no card', ''],
    ['another time', card('Kim 5:00 – 6:00 PM')],
    ['a hidden card', card('Kim 3:00 – 4:00 PM', 'hidden')],
  ])('is none with %s', (_what, html) => {
    expect(open(tile(label), html)).toBeNull();
  });

  it('is none where two events fit', () => {
    expect(open(tile(label), tile(label, { id: 'AAMk2' }), card('Kim 3:00 – 4:00 PM'))).toBeNull();
  });
});

describe('the owner and a day', () => {
  it('are told by an address', () => {
    const root = '<div id="primaryMailboxRoot1" title="Ann@X.org"></div>';
    expect([
      site.readOwner(pageOf(root)),
      site.readOwner(pageOf('<div id="primaryMailboxRoot1" title="Ann"></div>')),
    ]).toEqual(['ann@x.org', null]);
  });

  it.each([
    ['ann@school.edu', 'https://outlook.office.com/calendar/view/day/2026/9/7'],
    ['ann@outlook.com', 'https://outlook.live.com/calendar/view/day/2026/9/7'],
    [undefined, 'https://outlook.office.com/calendar/view/day/2026/9/7'],
  ])('opens for %s', (owner, url) => {
    expect(site.dayUrl('2026-09-07', owner)).toBe(url);
  });
});
