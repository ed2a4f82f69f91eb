import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/google-calendar/index.ts';
import { chip, eventId, PRAGUE, pageOf, week } from './page.ts';

const DAY = '2025-12-04';

function open({
  id = 'eventone',
  title = 'Mentoring Kim',
  when = 'Thursday, December 4 ⋅ 8:00 – 9:00pm',
  rest = '',
  attributes = '',
} = {}) {
  const page = week('2025-11-30', { [DAY]: chip() });
  const details = `<div role="dialog" data-chips-dialog="true" ${attributes}><div id="xDetDlg" data-eventid="${eventId(id)}">
    <span id="rAECCd" role="heading">${title}</span><div id="xDetDlgWhen">${when}</div>${rest}</div></div>`;
  page.body.append(...pageOf(details).body.childNodes);
  return page;
}

const guests = `<div id="xDetDlgAtt"><div data-email="Kim@Example.edu"></div><div data-email="mentor.example@gmail.com"></div>
  <div data-email="kim@example.edu"></div><div data-email="not an address"></div></div><div id="xDetDlgLoc">Room 5</div>`;

describe('the event whose details are open', () => {
  it('has its times from the page, and its guests and place from the details', () => {
    expect(site.readOpenEvent(open({ rest: guests }), PRAGUE)).toMatchObject({
      id: 'eventone',
      start: '2025-12-04T19:00:00Z',
      attendees: [{ email: 'kim@example.edu' }, { email: 'mentor.example@gmail.com' }],
      location: 'Room 5',
    });
  });

  it.each([
    ['is closed and only hidden', { attributes: 'style="display: none"' }],
    ['is another event’s', { id: 'eventtwo' }],
    ['has another title', { title: 'Mentoring Jo' }],
    ['says another time', { when: 'Thursday, December 4 ⋅ 7:00 – 9:00pm' }],
  ])('is none when the details %s', (_why, parts) => {
    expect(site.readOpenEvent(open(parts), PRAGUE)).toBeNull();
  });
});

describe('the owner', () => {
  const principal = (...addresses: string[]) =>
    addresses.map((address) => `<div role="gridcell" data-principal-ids="${btoa(address)}"></div>`).join('');

  it.each([
    [
      'the account’s link',
      `<a href="https://accounts.google.com/x" aria-label="Konto: Ann (Ann@X.org)"></a>${principal('bo@x.org')}`,
      'ann@x.org',
    ],
    ['the one person whose days are shown', principal('bo@x.org', 'bo@x.org'), 'bo@x.org'],
    ['nobody, where several are shown', principal('bo@x.org', 'cy@x.org'), null],
    ['nobody, where no address is', principal('somebody'), null],
  ])('is %s', (_who, html, owner) => {
    expect(site.readOwner(pageOf(html))).toBe(owner);
  });
});

it('a day opens in the account it is asked for', () => {
  expect(site.dayUrl('2025-12-04', 'a+b@x.org')).toBe(
    'https://calendar.google.com/calendar/r/day/2025/12/4?authuser=a%2Bb%40x.org',
  );
  expect(site.dayUrl('2025-12-04', undefined)).toBe('https://calendar.google.com/calendar/r/day/2025/12/4');
});
