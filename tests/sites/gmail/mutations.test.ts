// A page as Gmail may look tomorrow, or in another language: what is told of it was true before. A failure prints its seed.
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/gmail/index.ts';

import { findUntrue } from '../mail-truth.ts';
import { mutate, mutations } from '../mutate.ts';
import { IDS, jslog, rows } from './page.ts';

const OTHER = { hex: '19a8309325dddc51', decimal: `${BigInt('0x19a8309325dddc51')}` };
const person = (kind: string, email: string, name: string) =>
  `<span class="${kind}" email="${email}" name="${name}">${name}</span>`;
const time = (kind: string) => `<span class="${kind}" title="Fri, Nov 14, 2025, 10:43 AM">10:43 AM</span>`;

const row = (kind: string, { hex, decimal }: { hex: string; decimal: string }, people: string, subject: string) =>
  `<tr class="zA ${kind}" role="row" aria-labelledby="l${hex}"><td class="xY"><div role="checkbox" aria-checked="false"></div></td>
  <td class="yX xY"><div class="afn" id="l${hex}">unread, Bo, ${subject}, 10:43 AM, see you at 9:00 on 12/3</div><div class="yW">${people}<span class="bx0">3</span></div></td>
  <td role="gridcell" class="xY a4W"><div class="xS" role="link"><div class="yi"><div class="av">Inbox</div></div><div class="y6"><span class="bog"><span class="bqe"
  data-thread-id="#thread-f:${decimal}" data-legacy-thread-id="${hex}" data-legacy-last-message-id="${IDS.row.hex}" data-legacy-last-non-draft-message-id="${IDS.row.hex}">${subject}</span></span></div>
  <span class="y2">see you at 9:00 on 12/3</span></div></td><td class="xW xY">${time('bq3')}</td></tr>`;

const MARKUP = `<div role="banner"><a aria-label="Google Account: Ada (ada@example.edu)" href="https://accounts.google.com/SignOutOptions"></a></div>
<div role="main"><h2 class="hP" data-legacy-thread-id="${IDS.shell.hex}" data-thread-perm-id="thread-f:${IDS.shell.decimal}">Our plan</h2><div role="list">
<div class="kv" role="listitem" aria-expanded="false"><div class="adf">${person('gD', 'bo@x.org', 'Bo')}${time('g3')}</div></div>
<div class="h7" role="listitem" aria-expanded="true"><div class="adn" data-message-id="#msg-f:${IDS.row.decimal}" data-legacy-message-id="${IDS.row.hex}">
<div class="gE"><h3>${person('gD', 'bo@x.org', 'Bo')}</h3>${time('g3')}<div role="button" aria-label="Reply" jslog="${jslog(`#thread-f:${IDS.shell.decimal}`, `#msg-f:${IDS.row.decimal}`)}"></div>
<span class="hb">to ${person('g2', 'ada@example.edu', 'me')}, ${person('g2', 'cy@x.org', 'Cy')}, cc: ${person('g2', 'dee@x.org', 'Dee')}</span></div>
<div class="ii gt"><div class="a3s">Hello ${person('q', 'eve@x.org', 'Eve')}</div></div></div></div></div>
${rows(row('zE', IDS.shell, `${person('yP', 'ada@example.edu', 'me')}, ${person('zF', 'bo@x.org', 'Bo')}`, 'Our plan') + row('yO', OTHER, person('yP', 'cy@x.org', 'Cy'), 'Visa letter'))}</div>`;

const read = (page: Document) => site.readAll!(page, { zone: 'America/New_York' });

describe('a page of Gmail that was changed', () => {
  const page = new JSDOM(
    `<!doctype html><html lang="en"><title>Inbox (3) - ada@example.edu - Gmail</title><body>${MARKUP}</body></html>`,
    {
      url: 'https://mail.google.com/mail/u/0/#inbox',
    },
  ).window.document;
  const truth = read(page);

  it('tells all there is while it is whole', () => {
    expect(truth.owner).toBe('ada@example.edu');
    expect(truth.rows.map(({ senders, count, lastAt }) => [senders.length, count, lastAt])).toEqual([
      [2, 3, IDS.row.at],
      [1, 3, IDS.row.at],
    ]);
    expect(truth.thread?.messages.map(({ from, to, cc }) => [from?.email, to.length, cc.length])).toEqual([
      ['bo@x.org', 0, 0],
      ['bo@x.org', 2, 1],
    ]);
  });

  it('tells the same or nothing', () => {
    let told = 0;
    fc.assert(
      fc.property(mutations(4), (all) => {
        const reading = read(mutate(page, all));
        told += reading.rows.filter(({ threadId, lastAt }) => threadId && lastAt).length;
        expect(findUntrue(truth, reading)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(told).toBeGreaterThan(60);
  });
});
