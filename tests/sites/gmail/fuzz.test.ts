// @vitest-environment jsdom
// Pages damaged at random: nothing throws, and no fact is told that the page does not hold. A failure prints its seed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { site } from '../../../src/sites/gmail/index.ts';
import { IDS, jslog, pageOf, rows } from './page.ts';

const both = jslog(`#thread-f:${IDS.shell.decimal}`, `#msg-f:${IDS.row.decimal}`);
const MARKUP = `<meta name="og-profile-acct" content="ada@example.edu"><title>Inbox - ada@example.edu - Gmail</title>
<div role="main" style="display:"><h2 class="hP" data-legacy-thread-id="${IDS.shell.hex}" data-thread-perm-id="thread-f:${IDS.shell.decimal}">Our <img data-emoji="🎓"></h2>
<div role="list"><div class="kv" role="listitem"><div class="adf"><span class="gD" email="bo@x.org" name="Bo">Bo</span></div></div>
<div class="h7" role="listitem" aria-expanded="true"><div class="adn" data-message-id="#msg-f:${IDS.row.decimal}" data-legacy-message-id="${IDS.row.hex}">
<div class="gE" jslog="${both}"><span class="gD" email="bo@x.org" name="Bo">Bo</span> to <span class="g2" email="ada@example.edu" name="me">me</span>
<span class="g3" title="Fri, Nov 14, 2025, 10:43 AM"></span></div><div class="ii"><div class="a3s">Hello</div></div></div></div></div>
${rows(`<tr class="zA zE x7" id=":1" role="row"><td rowspan="1"><div role="checkbox"></div></td><td><div class="yW"><span class="zF" email="bo@x.org" name="Bo">Bo</span> (15)</div></td>
<td role="gridcell" class="xY"><div class="y6" role="link"><span class="bog"><span data-thread-id="#thread-f:${IDS.shell.decimal}" data-legacy-thread-id="${IDS.shell.hex}"
data-legacy-last-message-id="${IDS.row.hex}" data-legacy-last-non-draft-message-id="${IDS.row.hex}">Hi</span></span></div></td>
<td class="xW"><span title="Fri, Nov 14, 2025, 10:43 AM" jslog="${both}"></span></td></tr><tr class="zA apv"></tr>`)}</div>`;

const nasty = fc.oneof(
  fc.constantFrom(
    '',
    'undefined',
    '#msg-a:r-1',
    '#thread-f:',
    'zzz',
    'ffffffffffffffff',
    '1: %%%; 4:....',
    'display:none',
    '99999999999999999999',
  ),
  fc.constantFrom('\u202Eevil@x.org', '<b>@x.org', 'x'.repeat(50_000), '\uD800', '-', 'a@b@c', '\u0000'),
  fc.string({ unit: 'binary' }),
);
const damage = fc.record({
  at: fc.nat(),
  which: fc.nat(),
  how: fc.constantFrom('set', 'drop', 'move', 'remove'),
  value: nasty,
});

function apply(
  page: Document,
  { at, which, how, value }: { at: number; which: number; how: string; value: string },
): void {
  const elements = [...page.querySelectorAll('*')].slice(2);
  const element = elements[at % elements.length];
  const name = element?.getAttributeNames()[which % Math.max(1, element.getAttributeNames().length)];
  if (!element) return;
  if (how === 'remove') element.remove();
  else if (how === 'move') page.documentElement.append(element);
  else if (name && how === 'drop') element.removeAttribute(name);
  else if (name) element.setAttribute(name, value);
}

it('never throws and never makes up an id, a time or an address', () => {
  const page = pageOf(MARKUP);
  expect(site.readThread(page)?.messages).toHaveLength(2);
  expect(site.readRows(page)[0]).toMatchObject({ lastAt: IDS.row.at, count: 15 });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 12 }), (damages) => {
      const damaged = pageOf(MARKUP);
      for (const one of damages) apply(damaged, one);
      check(damaged);
    }),
    { numRuns: 300 },
  );
}, 60_000);

const ID = /^[1-9a-f][0-9a-f]{0,15}$/;
const timeIn = (id: string) => `${new Date(Number(BigInt(`0x${id}`) / 2n ** 20n)).toISOString().slice(0, 19)}Z`;

function checkTime(id: string | undefined, at: string | undefined): void {
  if (id !== undefined) expect(id).toMatch(ID);
  if (at !== undefined) expect(at).toBe(timeIn(id ?? '0'));
}

function check(page: Document): void {
  const options = { zone: 'America/New_York' };
  const thread = site.readThread(page, options);
  const rowsRead = site.readRows(page, options);
  for (const { id, sentAt } of thread?.messages ?? []) checkTime(id, sentAt);
  for (const { threadId, firstAt, lastMessageId, lastAt, subject } of rowsRead) {
    checkTime(threadId, firstAt);
    checkTime(lastMessageId, lastAt);
    expect(subject.length).toBeLessThanOrEqual(500);
  }
  const people = [
    ...rowsRead.flatMap(({ senders }) => senders),
    ...(thread?.messages ?? []).flatMap(({ from, to, cc }) => [...(from ? [from] : []), ...to, ...cc]),
  ];
  for (const { name = '', email } of people) {
    expect(email).toMatch(/^$|^[^\s<>@]+@[^\s<>@]+$/);
    expect(email).not.toMatch(/\p{C}/u);
    expect(name.length).toBeLessThanOrEqual(200);
  }
  expect(site.rowAnchors(page)).toHaveLength(rowsRead.length);
  expect(JSON.parse(JSON.stringify({ thread, rowsRead }))).toEqual({ thread, rowsRead });
  const [owner, view] = [site.readOwner(page), site.readView(page)];
  expect(site.readAll?.(page, options)).toEqual({ owner, view, rows: rowsRead, thread });
  site.inspect(page, options);
  site.threadAnchor(page);
  site.look(page);
}
