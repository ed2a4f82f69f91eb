// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/gmail/index.ts';
import { IDS, jslog, pageOf, rows } from './page.ts';

const person = (kind: string, email: string, name: string) =>
  `<span class="${kind}" email="${email}" name="${name}">${name}</span>`;
const ADA = person('gD', 'ada@example.edu', 'Ada');
const ME = person('g2', 'me@example.edu', '我');

interface Message {
  ids?: string;
  header?: string;
  body?: string;
}

const idsOf = ({ hex, decimal }: typeof IDS.row) =>
  `data-message-id="#msg-f:${decimal}" data-legacy-message-id="${hex}"`;

const open = ({ ids = idsOf(IDS.row), header = `${ADA} to ${ME}`, body = 'Hello' }: Message = {}) =>
  `<div class="h7" role="listitem" aria-expanded="true"><div class="adn ads" ${ids}><div class="gs"><div class="gE">${header}</div>
   <div class="ii gt"><div class="a3s">${body}</div></div></div></div></div>`;

const collapsed = (header: string) =>
  `<div class="kv" role="listitem" tabindex="-1"><div class="adf ads"><div class="gs">${header}</div></div></div>`;

const heading = (attributes: string, subject = 'Our meeting') => `<h2 class="hP" ${attributes}>${subject}</h2>`;
const thread = (items: string, head = heading(`data-legacy-thread-id="${IDS.shell.hex}"`)) =>
  pageOf(`<div role="main">${head}<div role="list">${items}</div></div>`);

const readOne = (given: Message) => site.readThread(thread(open(given)))?.messages[0];

describe('an open thread', () => {
  it('tells its id, subject and messages in the order of the page', () => {
    expect(site.readThread(thread(collapsed(ADA) + open()))).toEqual({
      threadId: IDS.shell.hex,
      subject: 'Our meeting',
      messages: [
        { from: { name: 'Ada', email: 'ada@example.edu' }, to: [], cc: [], collapsed: true },
        {
          id: IDS.row.hex,
          sentAt: IDS.row.at,
          from: { name: 'Ada', email: 'ada@example.edu' },
          to: [{ name: '我', email: 'me@example.edu' }],
          cc: [],
          collapsed: false,
        },
      ],
    });
  });

  it('has its line above the list of messages', () => {
    expect(site.threadAnchor(thread(open()))?.getAttribute('role')).toBe('list');
  });

  it.each([
    ['an empty page', ''],
    ['a list', rows('<tr class="zA"><td><span class="yP" email="a@b.c">A</span></td></tr>')],
    ['a subject whose messages are not there yet', heading(`data-legacy-thread-id="${IDS.shell.hex}"`)],
    ['list items of something else', '<div role="list"><div role="listitem" aria-expanded="true">Chat</div></div>'],
    [
      'a compose window',
      '<div role="dialog"><div class="M9"><div role="listitem"><span email="a@b.c">A</span></div></div></div>',
    ],
  ])('is not %s', (_, markup) => {
    const page = pageOf(markup);
    expect(site.readThread(page)).toBeNull();
    expect(site.threadAnchor(page)).toBeNull();
  });

  it('is the shown one of several', () => {
    const old = `<div role="main" style="display:none">${heading('', 'Old')}<div role="list">${open()}</div></div>`;
    const page = pageOf(
      `${old}<div role="main">${heading('', 'New')}<div role="list">${open({ ids: idsOf(IDS.shell) })}</div></div>`,
    );
    expect(site.readThread(page)).toMatchObject({ subject: 'New', messages: [{ id: IDS.shell.hex }] });
    expect(site.readThread(page)?.messages).toHaveLength(1);
  });
});

describe("the open thread's id", () => {
  const logged = `<div jslog="${jslog(`#thread-f:${IDS.row.decimal}`, `#msg-f:${IDS.row.decimal}`)}"></div>`;

  it.each([
    [
      'the legacy attribute',
      `data-legacy-thread-id="${IDS.shell.hex}" data-thread-perm-id="undefined"`,
      '',
      IDS.shell.hex,
    ],
    ['the other attribute', `data-thread-perm-id="thread-f:${IDS.shell.decimal}"`, '', IDS.shell.hex],
    [
      'jslog, where both say "undefined"',
      'data-legacy-thread-id="undefined" data-thread-perm-id="undefined"',
      logged,
      IDS.row.hex,
    ],
    [
      'nothing, where the two differ',
      `data-legacy-thread-id="${IDS.shell.hex}" data-thread-perm-id="thread-f:${IDS.row.decimal}"`,
      logged,
      undefined,
    ],
    ['nothing, for a thread made in this browser', 'data-thread-perm-id="thread-a:r-76"', '', undefined],
  ])('comes from %s', (_, attributes, header, expected) => {
    const page = thread(open({ header: ADA + header }), heading(attributes));
    expect(site.readThread(page)?.threadId).toBe(expected);
  });

  const list = (kind: string, subject: string, other = '') =>
    rows(
      `<tr class="zA ${kind}"><td><span class="bog"><span data-thread-id="#thread-f:${IDS.row.decimal}">${subject}</span></span></td></tr>${other}`,
    );

  it.each([
    ['the row that is open', list('aps', 'Re: our meeting'), IDS.row.hex],
    ['the only ticked row, under the same subject', list('x7', 'Our meeting'), IDS.row.hex],
    ['no ticked row of another subject', list('x7', 'Something else'), undefined],
    [
      'no row of two that are ticked',
      list('x7', 'Our meeting', '<tr class="zA x7"><td><span class="bog">Our meeting</span></td></tr>'),
      undefined,
    ],
    ['no row that is not selected', list('yO', 'Our meeting'), undefined],
  ])('in the split pane comes from %s', (_, rowsOf, expected) => {
    const page = thread(open(), `${rowsOf}${heading('data-thread-perm-id="undefined"')}`);
    expect(site.readThread(page)?.threadId).toBe(expected);
  });
});

describe("a message's id and time", () => {
  const log = (message: string) =>
    `<div role="button" jslog="${jslog(`#thread-f:${IDS.row.decimal}`, message)}"></div>`;

  it.each([
    ['the legacy attribute', idsOf(IDS.row), '', IDS.row],
    ['the decimal one', `data-message-id="#msg-f:${IDS.row.decimal}"`, '', IDS.row],
    [
      'the legacy one of a message written in this browser',
      `data-message-id="#msg-a:r-7" data-legacy-message-id="${IDS.row.hex}"`,
      '',
      IDS.row,
    ],
    [
      'jslog',
      'data-message-id="undefined" data-legacy-message-id="undefined"',
      log(`#msg-f:${IDS.row.decimal}`),
      IDS.row,
    ],
  ])('come from %s', (_, ids, header, expected) => {
    expect(readOne({ ids, header: ADA + header })).toMatchObject({ id: expected.hex, sentAt: expected.at });
  });

  it.each([
    ['just sent', 'data-message-id="#msg-a:r5083"', log('#msg-a:r5083')],
    [
      'whose two ids differ',
      `data-message-id="#msg-f:${IDS.shell.decimal}" data-legacy-message-id="${IDS.row.hex}"`,
      '',
    ],
    ['of a damaged page', 'data-message-id="#msg-f:zzz" data-legacy-message-id="zzz"', ''],
  ])('are absent in a message %s', (_, ids, header) => {
    const message = readOne({
      ids,
      header: `${ADA}<span class="g3" title="Fri, Nov 14, 2025, 9:43 AM"></span>${header}`,
    });
    expect(Object.keys(message ?? {})).toEqual(['from', 'to', 'cc', 'collapsed']);
  });

  it('has no time where the id holds none', () => {
    const message = readOne({ ids: 'data-legacy-message-id="ffffffffffffffff"' });
    expect(message?.id).toBe('ffffffffffffffff');
    expect(message).not.toHaveProperty('sentAt');
  });

  it('are not taken from what somebody wrote', () => {
    const forged = `<div data-message-id="#msg-f:${IDS.shell.decimal}" ${idsOf(IDS.shell)}></div>${log(`#msg-f:${IDS.shell.decimal}`)}${person('gD', 'x@y.z', 'X')}${person('g2', 'x@y.z', 'X')}`;
    const messages = site.readThread(thread(open({ ids: '', body: forged })))?.messages;
    expect(messages).toEqual([
      {
        from: { name: 'Ada', email: 'ada@example.edu' },
        to: [{ name: '我', email: 'me@example.edu' }],
        cc: [],
        collapsed: false,
      },
    ]);
  });
});

describe('recipients', () => {
  it.each([
    ['each once', `to ${ME}, ${person('g2', 'ME@example.edu', 'me')}`, ['me@example.edu'], []],
    [
      'a group as the group',
      `to ${person('g2', 'mentors@groups.example.edu', 'Mentors')}`,
      ['mentors@groups.example.edu'],
      [],
    ],
    [
      'copies where a word tells',
      `to ${ME}, cc: ${person('g2', 'b@c.d', 'B')}, ${person('g2', 'e@f.g', 'E')}`,
      ['me@example.edu'],
      ['b@c.d', 'e@f.g'],
    ],
    [
      'copies where a word of another language tells',
      `an ${ME}, Kopie: ${person('g2', 'b@c.d', 'B')}`,
      ['me@example.edu'],
      ['b@c.d'],
    ],
    [
      'copies that stand in a box of their own',
      `<i>an ${ME}</i>、<i>${person('g2', 'a@b.c', 'A')}</i><p>抄送：<b>${person('g2', 'b@c.d', 'B')}</b></p>`,
      ['me@example.edu', 'a@b.c'],
      ['b@c.d'],
    ],
    [
      'no name that says "cc:"',
      `to ${person('g2', 'a@b.c', 'cc: all')}, ${person('g2', 'b@c.d', 'B')}`,
      ['a@b.c', 'b@c.d'],
      [],
    ],
    ['nobody whose attribute holds no address', `to ${person('g2', 'undefined', 'A')}`, [], []],
  ])('are read: %s', (_, header, to, cc) => {
    const message = readOne({ header: `${ADA} ${header}` });
    expect([message?.to.map(({ email }) => email), message?.cc.map(({ email }) => email)]).toEqual([to, cc]);
  });
});

describe('a collapsed message', () => {
  it.each([
    ['the address beside its name', person('yP', 'ada@example.edu', 'Ada'), 'ada@example.edu'],
    ['the hovercard', '<span class="gD" data-hovercard-id="ada@example.edu">Ada</span>', 'ada@example.edu'],
    ['nothing, where there is only a name', '<span class="gD" name="Ada">Ada</span>', undefined],
    ['nothing, where two might be it', person('q1', 'ada@example.edu', 'Ada') + person('q2', 'b@c.d', 'B'), undefined],
  ])('tells its sender by %s', (_, header, email) => {
    const message = site.readThread(thread(collapsed(header) + open()))?.messages[0];
    expect(message?.from?.email).toBe(email);
    expect(message).toMatchObject({ collapsed: true, to: [] });
  });

  it('keeps the ids it has from when it was open', () => {
    const was = `<div class="kv" role="listitem"><div class="adf">${ADA}</div><div class="adn" style="display:none" ${idsOf(IDS.row)}></div></div>`;
    expect(site.readThread(thread(was))?.messages).toMatchObject([{ id: IDS.row.hex, collapsed: true }]);
  });

  it('counts even where the page leaves it empty', () => {
    const messages = site.readThread(thread(`${collapsed(ADA)}<div role="listitem"></div>${open()}`))?.messages;
    expect(messages?.map(({ from, collapsed: shut }) => [from?.email, shut])).toEqual([
      ['ada@example.edu', true],
      [undefined, true],
      ['ada@example.edu', false],
    ]);
  });
});

describe('a reply being written', () => {
  const form =
    '<div class="M9"><input name="draft" value="#msg-a:r-9"><div g_editable="true" role="textbox">Dear</div></div>';

  it.each([
    [
      'in a place of its own',
      `<div class="h7" role="listitem" aria-expanded="true"><div class="adn" data-message-id="#msg-a:r-9">${form}</div></div>`,
    ],
    [
      'in a place without an id',
      `<div class="h7" role="listitem" aria-expanded="true"><div class="adn">${form}</div></div>`,
    ],
    [
      'in a window, its place in the thread left',
      `<div class="h7" role="listitem" aria-expanded="true"><div class="adn" data-message-id="#msg-a:r-9">${ADA}</div></div><div role="dialog">${form}</div>`,
    ],
  ])('%s is no message', (_, draft) => {
    expect(site.readThread(thread(open() + draft))?.messages.map(({ id }) => id)).toEqual([IDS.row.hex]);
  });

  it('below a message leaves that message what it is', () => {
    const page = thread(open().replace('</div></div></div></div>', `</div></div></div>${form}</div>`));
    expect(page.querySelector('[role=listitem] .M9')).not.toBeNull();
    expect(site.readThread(page)?.messages).toMatchObject([{ id: IDS.row.hex, from: { email: 'ada@example.edu' } }]);
  });

  it('alone is no open thread, and no sign of a changed page', () => {
    const page = thread(`<div class="h7" role="listitem" aria-expanded="true">${form}</div>`);
    expect(site.readThread(page)).toBeNull();
    expect(site.inspect(page)).toMatchObject({ threadFound: false, threadRead: false });
  });
});

describe('a fragment', () => {
  it('of a header alone is one open message', () => {
    const log = jslog(`#thread-f:${IDS.row.decimal}`, `#msg-f:${IDS.row.decimal}`);
    const page = pageOf(
      `<div class="gE iv gt"><table class="cf gJ"><tr><td>${ADA}</td><td jslog="${log}"></td></tr><tr><td>to ${ME}</td></tr></table></div>`,
    );
    expect(site.readThread(page)).toEqual({
      threadId: IDS.row.hex,
      messages: [
        {
          id: IDS.row.hex,
          sentAt: IDS.row.at,
          from: { name: 'Ada', email: 'ada@example.edu' },
          to: [{ name: '我', email: 'me@example.edu' }],
          cc: [],
          collapsed: false,
        },
      ],
    });
  });
});
