// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/gmail/index.ts';
import { IDS, jslog, pageOf, rows } from './page.ts';

const ZONE = { zone: 'America/New_York' };
const ada = '<span class="gD" email="ada@example.edu">Ada</span>';

const row = (attributes: string, title = '', log = '') =>
  rows(`<tr class="zA"><td><div class="y6"><span class="bog"><span data-legacy-thread-id="${IDS.shell.hex}" ${attributes}>Hi</span></span></div></td>
   <td class="xW"><span title="${title}" jslog="${log}"></span></td></tr>`);
const message = (attributes: string, title = '', log = '') =>
  `<div role="listitem" aria-expanded="true"><div class="adn" ${attributes}><div class="gE" jslog="${log}">${ada}<span class="g3" title="${title}"></span></div></div></div>`;

const idAt = (instant: string) => (BigInt(Date.parse(instant)) << 20n).toString(16);
const repeated = (hour: string) =>
  message(`data-legacy-message-id="${idAt(`2025-11-02T${hour}:30:10Z`)}"`, 'Nov 2, 2025, 1:30 AM');
const last = `data-legacy-last-message-id="${IDS.row.hex}"`;
const id = `data-legacy-message-id="${IDS.row.hex}"`;

describe('two ways to one fact', () => {
  it.each([
    [
      'the ids of a row',
      row(`data-thread-id="#thread-f:${IDS.shell.decimal}"`, '', jslog(`#thread-f:${IDS.shell.decimal}`)),
    ],
    ['the time of a row', row(last, 'Fri, Nov 14, 2025, 10:43 AM')],
    ['a time in the hour that comes twice', repeated('05') + repeated('06')],
    ['a time nobody can read', row(last, 'vendredi')],
    [
      'the ids of a message',
      message(`${id} data-message-id="#msg-f:${IDS.row.decimal}"`, '', jslog('', `#msg-f:${IDS.row.decimal}`)),
    ],
    ['the time of a message', message(id, 'Nov 14, 2025, 10:44 AM')],
    ['an id that is "undefined" beside a good one', message(`${id} data-message-id="undefined"`)],
  ])('that agree count for nothing: %s', (_, markup) => {
    expect(site.inspect(pageOf(markup), ZONE).disagreements).toEqual({});
  });

  it.each([
    ['the attributes of a row', row(`data-thread-id="#thread-f:${IDS.row.decimal}"`), { 'thread-id': 1 }],
    ['attribute and jslog of a row', row('', '', jslog(`#thread-f:${IDS.row.decimal}`)), { 'thread-id': 1 }],
    ['id and tooltip of a row', row(last, 'Fri, Nov 14, 2025, 10:40 AM'), { time: 1 }],
    [
      'the attributes of a message',
      message(`${id} data-message-id="#msg-f:${IDS.shell.decimal}"`),
      { 'message-id': 1 },
    ],
    [
      'attribute and jslog of a message',
      message(id, '', jslog('', `#msg-f:${IDS.shell.decimal}`)),
      { 'message-id': 1 },
    ],
    ['id and tooltip of two messages', message(id, 'Nov 14, 2024, 10:43 AM').repeat(2), { time: 2 }],
    [
      'heading and messages',
      `<h2 class="hP" data-legacy-thread-id="${IDS.shell.hex}">Hi</h2>${message('', '', jslog(`#thread-f:${IDS.row.decimal}`))}`,
      { 'thread-id': 1 },
    ],
  ])('that disagree are counted: %s', (_, markup, expected) => {
    expect(site.inspect(pageOf(markup), ZONE).disagreements).toEqual(expected);
  });

  it('do not meet where the page zone is unknown', () => {
    expect(site.inspect(pageOf(row(last, 'Fri, Nov 14, 2020, 10:40 AM'))).disagreements).toEqual({});
  });
});

describe('a changed page', () => {
  it('whose messages tell neither sender nor id has a thread that was found and not read', () => {
    const page = pageOf('<div role="list"><div class="q" role="listitem" aria-expanded="true"><b>Ada</b></div></div>');
    expect(site.inspect(page)).toMatchObject({ threadFound: true, threadRead: false });
  });

  it('is not what an empty list or a settings page is', () => {
    const boxes = rows('<tr><td><span role="checkbox"></span></td></tr>');
    expect(site.inspect(pageOf(boxes))).toEqual({
      rowsFound: 0,
      rowsRead: 0,
      threadFound: false,
      threadRead: false,
      disagreements: {},
    });
  });

  it('is not what a hidden, older view is', () => {
    const page = pageOf(
      `<div style="display:none">${row('').replace('<tr', '<tr role="row"')}${message(id)}</div><div role="main"></div>`,
    );
    expect(site.inspect(page)).toMatchObject({ rowsFound: 0, threadFound: false });
  });
});
