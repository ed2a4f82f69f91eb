// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/gmail/index.ts';
import { IDS, jslog, pageOf, rows } from './page.ts';

interface Row {
  ids?: string;
  senders?: string;
  subject?: string;
  class?: string;
}

const sender = (email: string, name: string, kind = 'yP') =>
  `<span class="${kind}" email="${email}" name="${name}">${name}</span>`;

const row = ({
  ids = '',
  senders = sender('ada@example.edu', 'Ada'),
  subject = 'Hello',
  class: kind = 'yO',
}: Row = {}) =>
  `<tr class="zA ${kind}" role="row"><td><div role="checkbox"></div></td><td class="yX xY"><div class="yW">${senders}</div></td>
   <td class="xY a4W" role="gridcell"><div class="xS" role="link"><div class="xT"><div class="y6"><span class="bog"><span ${ids}>${subject}</span></span></div>
   <span class="y2">&nbsp;-&nbsp;snippet</span></div></div></td></tr>`;

const read = (given: Row) => site.readRows(pageOf(rows(row(given))))[0];

const ids2019 = (last: string, sent: string) =>
  `data-thread-id="#thread-f:${IDS.shell.decimal}" data-legacy-thread-id="${IDS.shell.hex}"
   data-legacy-last-message-id="${last}" data-legacy-last-non-draft-message-id="${sent}"`;

describe('a row of 2019', () => {
  const senders = `<span class="bA4">${sender('me@example.edu', '我')}</span>, <span class="bA4">${sender('ada@example.edu', 'Ada', 'zF')}</span> <span class="bx0">2</span>`;

  it('tells thread, last message, its time, senders by address, subject, state and count', () => {
    expect(read({ ids: ids2019(IDS.row.hex, IDS.row.hex), senders, class: 'zE' })).toEqual({
      threadId: IDS.shell.hex,
      lastMessageId: IDS.row.hex,
      lastAt: IDS.row.at,
      firstAt: IDS.shell.at,
      senders: [
        { name: '我', email: 'me@example.edu' },
        { name: 'Ada', email: 'ada@example.edu', unread: true },
      ],
      subject: 'Hello',
      unread: true,
      count: 2,
    });
  });

  it.each([
    ['a draft after it', IDS.row.hex, IDS.shell.hex, '', IDS.shell.hex],
    ['no attribute for sent mail', IDS.row.hex, 'undefined', '', IDS.row.hex],
    ['a draft alone', IDS.row.hex, '', '<span class="boq">Draft</span>', undefined],
    ['no good id at all', 'undefined', 'zzz', '', undefined],
    ['ids of this browser', '#msg-a:r12', 'msg-a:r12', '', undefined],
    ['decimal ids', `#msg-f:${IDS.row.decimal}`, `msg-f:${IDS.row.decimal}`, '', IDS.row.hex],
  ])('with %s names the last message that was sent, if any', (_, last, sent, senders, expected) => {
    expect(read({ ids: ids2019(last, sent), senders })?.lastMessageId).toBe(expected);
  });
});

describe('a row of 2025', () => {
  it('has no last time where only the thread id is told: that dates the first message', () => {
    const given = read({ ids: `data-thread-id="#thread-f:${IDS.row.decimal}"` });
    expect(given).toEqual({
      threadId: IDS.row.hex,
      firstAt: IDS.row.at,
      senders: [{ name: 'Ada', email: 'ada@example.edu' }],
      subject: 'Hello',
      unread: false,
    });
  });

  it('takes the thread from jslog where the attribute says "undefined"', () => {
    const star = `<span jslog="${jslog(`#thread-f:${IDS.row.decimal}`, `#msg-f:${IDS.shell.decimal}`)}"></span>`;
    const given = read({ ids: 'data-thread-id="undefined" data-legacy-thread-id=""', subject: `Hello${star}` });
    expect(given?.threadId).toBe(IDS.row.hex);
    expect(given).not.toHaveProperty('lastMessageId');
  });
});

describe('senders', () => {
  it.each([
    ['an address in capitals', sender('Ada@Example.EDU', 'Ada'), [{ name: 'Ada', email: 'ada@example.edu' }]],
    ['a name alone', '<span class="yP" name="Ada">Ada</span>', [{ name: 'Ada', email: '' }]],
    [
      'text instead of a name',
      '<span class="zF" email="a@b.c">Ada</span>',
      [{ name: 'Ada', email: 'a@b.c', unread: true }],
    ],
    ['no address in the attribute', sender('undefined', 'Ada'), [{ name: 'Ada', email: '' }]],
    [
      'an address on the hovercard',
      '<span class="yP" data-hovercard-id="a@b.c">Ada</span>',
      [{ name: 'Ada', email: 'a@b.c' }],
    ],
    [
      'one person twice, unread once',
      sender('a@b.c', 'A') + sender('a@b.c', 'Ada', 'zF'),
      [{ name: 'A', email: 'a@b.c', unread: true }],
    ],
    [
      'two people of one name',
      sender('a@b.c', 'Kim') + sender('d@e.f', 'Kim'),
      [
        { name: 'Kim', email: 'a@b.c' },
        { name: 'Kim', email: 'd@e.f' },
      ],
    ],
    ['an address with an invisible mark', sender('\u202Ea@b.c', 'A'), [{ name: 'A', email: '' }]],
    ['an address with an apostrophe', sender("o'hara@b.c", 'O'), [{ name: 'O', email: "o'hara@b.c" }]],
    ['an address too long for one', sender(`${'a'.repeat(320)}@b.c`, 'A'), [{ name: 'A', email: '' }]],
    ['nobody', '', []],
  ])('are read from %s', (_, senders, expected) => {
    expect(read({ senders })?.senders).toEqual(expected);
  });
});

describe('a subject', () => {
  const told = (label: string, subject: string) =>
    row({ subject })
      .replace('<tr', '<tr aria-labelledby=":1z"')
      .replace('<div class="yW">', `<div class="afn" id=":1z">${label}</div>$&`);

  it.each([
    ['as it is read aloud', 'unread, Ada, Hello, 2:02 pm, snippet', 'Hello', 'Hello'],
    ['in another language', 'غير مقروءة، Ada، Hello، ٢:٠٢ م', 'Hello', 'Hello'],
    ['without what came into its box', 'Ada, Hello, 2:02 pm, snippet', 'Hello<i>new</i>', ''],
  ])('is told %s, or refused', (_, label, subject, expected) => {
    expect(site.readRows(pageOf(rows(told(label, subject))))[0]?.subject).toBe(expected);
  });

  it.each([
    ['emoji by their own attribute', 'Hi <img data-emoji="🎓" alt="x">!', 'Hi 🎓!'],
    ['emoji by their text', 'Hi <img alt="🎉">', 'Hi 🎉'],
    ['a picture without either', 'Hi <img src="x">', 'Hi'],
    ['markup as text', '&lt;img onerror=x&gt;', '<img onerror=x>'],
    ['marks that turn the line around', 'a\u202Eb\u2066c', 'abc'],
    ['lines and gaps', ' a\n\n b\u00A0 c\t', 'a b c'],
  ])('keeps %s', (_, subject, expected) => {
    expect(read({ subject })?.subject).toBe(expected);
  });

  it('is cut at 500 characters, never within one', () => {
    expect(read({ subject: 'x'.repeat(100_000) })?.subject).toHaveLength(500);
    expect(read({ subject: `x${'😀'.repeat(400)}` })?.subject.isWellFormed()).toBe(true);
  });

  it('is not our own chip, which may stand before it in a row of 2014', () => {
    const old =
      '<tr class="zA"><td><div class="y6"><span id="chip"></span><span>Words</span><span class="y2">- more</span></div></td></tr>';
    expect(site.readRows(pageOf(rows(old)))[0]?.subject).toBe('Words');
  });
});

describe('the vertical split pane', () => {
  const thread = (id: string, parts: number) =>
    `<tr class="zA zE apv" id=":${id}"><td rowspan="${parts}"><div role="checkbox"></div></td><td><div class="yW">${sender(`${id}@b.c`, id)} (3)</div></td></tr>
     <tr class="zA zE apv"><td role="link"><div class="xT"><div class="y6"><span>Subject ${id}</span></div></div></td></tr>` +
    (parts === 3 ? '<tr class="zA zE apv apw"><td><div class="y2">snippet</div></td></tr>' : '');

  it('gives one row for the two or three of each thread', () => {
    const page = pageOf(rows(thread('a', 3) + thread('b', 2) + thread('c', 3)));
    expect(site.readRows(page).map(({ subject, count, unread }) => [subject, count, unread])).toEqual([
      ['Subject a', 3, true],
      ['Subject b', 3, true],
      ['Subject c', 3, true],
    ]);
    expect(site.rowAnchors(page).map(({ row }) => row.id)).toEqual([':a', ':b', ':c']);
    expect(site.inspect(page)).toMatchObject({ rowsFound: 3, rowsRead: 3 });
  });
});

describe('a page with several views', () => {
  const view = (style: string, subject: string) => `<div role="main" ${style}>${rows(row({ subject }))}</div>`;

  it.each([
    ['hidden by its style', view('style="display: none;"', 'old') + view('', 'new')],
    ['hidden by an attribute', view('', 'new') + view('hidden', 'old')],
    ['within something hidden', `<div style="display:none">${view('', 'old')}</div>${view('style="display:"', 'new')}`],
    [
      'kept in the same view',
      `<div role="main"><div style="display:none">${rows(row({ subject: 'old' }))}</div>${rows(row({ subject: 'new' }))}</div>`,
    ],
  ])('reads no row that is %s', (_, markup) => {
    const page = pageOf(markup);
    expect(site.readRows(page).map(({ subject }) => subject)).toEqual(['new']);
    expect(site.rowAnchors(page)).toHaveLength(1);
    expect(site.inspect(page)).toMatchObject({ rowsFound: 1, rowsRead: 1 });
  });

  it('reads nothing where every view is hidden', () => {
    expect(site.readRows(pageOf(view('hidden', 'old')))).toEqual([]);
  });
});

describe('rows without their class', () => {
  it('are still found by the id they carry', () => {
    const bare = row({ ids: `data-thread-id="#thread-f:${IDS.row.decimal}"` }).replace('zA yO', 'qQ');
    const page = pageOf(rows(bare + bare));
    expect(site.readRows(page).map(({ threadId }) => threadId)).toEqual([IDS.row.hex, IDS.row.hex]);
  });

  it('are reported as found and not read where nothing else is known either', () => {
    const page = pageOf(rows(row().replace('zA yO', 'qQ')));
    expect(site.inspect(page)).toMatchObject({ rowsFound: 1, rowsRead: 0 });
  });
});
