import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/outlook/index.ts';
import { list, NEW_YORK, page, row } from './page.ts';

function read(markup: string, lang = 'en') {
  return site.readRows(page(markup, { lang }), NEW_YORK);
}

describe('rows of the list', () => {
  it('are read with id, address, subject and time', () => {
    const [first] = read(
      list(
        row({ id: 'AAQk+/=', email: 'Ada@Uni.EDU', from: 'Ada Ng', subject: 'Visa', date: 'Wed 9/2/2026 12:28 AM' }),
      ),
    );
    expect(first).toEqual({
      threadId: 'AAQk+/=',
      lastAt: '2026-09-02T04:28:00Z',
      senders: [{ name: 'Ada Ng', email: 'ada@uni.edu' }],
      subject: 'Visa',
      unread: false,
    });
  });

  it('are not folders, suggestions or hidden lists', () => {
    const decoys = `<div role="listbox"><div role="option" aria-label="Folders">not a message row</div></div>`;
    const hidden = `<div hidden>${list(row({ id: 'old' }))}</div><div style="display: none">${list(row({ id: 'x' }))}</div>`;
    expect(read(decoys + hidden)).toEqual([]);
  });

  it('need an id, a date, or the list and its focus mark', () => {
    const focusable = row({ attributes: 'data-focusable-row="true"' });
    expect(read(list(focusable))).toHaveLength(1);
    expect(read(`<div role="listbox">${focusable}</div>`)).toHaveLength(0);
    expect(read(`<div data-app-section="MessageList">${focusable}</div>`)).toHaveLength(1);
    expect(read(`<div role="listbox">${row({ date: 'Wed 9/2/2026 12:28 AM' })}</div>`)).toHaveLength(1);
  });

  it('are one per conversation, also where an unfolded one repeats its id', () => {
    expect(read(list(row({ id: 'a' }), row({ id: 'a' }), row({ id: 'b' }))).map((one) => one.threadId)).toEqual([
      'a',
      'b',
    ]);
  });

  it('are found by their id when the role is gone, or when the id stands around or inside them', () => {
    expect(read('<div data-convid="a"><span>Ada</span></div>')).toHaveLength(1);
    expect(read(`<div data-convid="a">${row({})}</div>`).map((one) => one.threadId)).toEqual(['a']);
    expect(read('<div role="option"><div data-convid="a">Hi</div></div>').map((one) => one.threadId)).toEqual(['a']);
  });

  it('never take the open pane for a row', () => {
    expect(read('<div id="ConversationReadingPaneContainer" data-convid="a"><p>Hi</p></div>')).toEqual([]);
  });

  it('name everybody who has an address, and nobody by name alone as an address', () => {
    const people = `<div role="option" data-convid="a"><span title="a@x.org">Ada</span><span title="b@x.org">b@x.org</span></div>`;
    expect(read(people)[0]!.senders).toEqual([{ name: 'Ada', email: 'a@x.org' }, { email: 'b@x.org' }]);
    const names = row({ id: 'b', from: 'Katie Adams; Lauren Rossouw', date: 'Wed 9/2/2026 12:28 AM' }).replace(
      'role="img" aria-label="Katie Adams; Lauren Rossouw"',
      'role="img" aria-label="Katie Adams"',
    );
    expect(read(names)[0]!.senders).toEqual([
      { name: 'Katie Adams', email: '' },
      { name: 'Lauren Rossouw', email: '' },
    ]);
  });

  it('are several in one line of words', () => {
    const line = '<p><b title="a@x.org">Ada</b>; <b title="b@x.org">Bob</b></p><p>Visa</p><p>preview</p>';
    const [first] = read(`<div role="option" data-convid="a">${line}</div>`);
    expect(first).toMatchObject({ subject: 'Visa', senders: [{ email: 'a@x.org' }, { email: 'b@x.org' }] });
  });

  it('are not the address a subject consists of', () => {
    const markup = row({ id: 'a', subject: 'dean@uni.edu', date: 'Wed 9/2/2026 12:28 AM' }).replace(
      '>dean@uni.edu<',
      ' title="dean@uni.edu">dean@uni.edu<',
    );
    expect(read(markup)[0]).toMatchObject({ subject: 'dean@uni.edu', senders: [{ name: 'Ada', email: '' }] });
  });

  it('keep a name beside the address the avatar tells', () => {
    const one = row({ id: 'a', from: 'Ada', date: 'Wed 9/2/2026 12:28 AM' }).replace(
      'role="img" aria-label="Ada"',
      'role="img" aria-label="ada@x.org"',
    );
    expect(read(one)[0]!.senders).toEqual([{ name: 'Ada', email: 'ada@x.org' }]);
  });
});

describe('the subject of a row', () => {
  const shapes: [title: string, inner: string][] = [
    [
      'on the line of the date',
      '<p><b>Ada</b></p><p><b>Visa</b><i></i><u title="Wed 9/2/2026 12:28 AM">12:28 AM</u></p><p>preview</p>',
    ],
    [
      'below sender and date, told by the label',
      '<p><b>Ada</b><u title="Wed 9/2/2026 12:28 AM">12:28 AM</u></p><p>Visa</p><p>preview</p>',
    ],
    [
      'all on one line, told by the label',
      '<b>Ada</b><b>Visa</b><b>preview</b><u title="Wed 9/2/2026 12:28 AM">12:28 AM</u>',
    ],
    ['without a date, after the sender', '<b>Ada</b><b>Visa</b><b>preview</b>'],
    ['without a date, after the sender’s address', '<b title="ada@x.org">Ada</b><b>Visa</b><b>preview</b>'],
  ];
  it.each(shapes)('%s', (_, inner) => {
    const markup = `<div role="option" data-convid="a" aria-label="Ada Visa 12:28 AM preview">${inner}</div>`;
    expect(read(markup)[0]!.subject).toBe('Visa');
  });

  it.each([
    [
      'words the label does not say',
      '<p><b>Ada</b></p><p><b>Visa, new</b><u title="Wed 9/2/2026 12:28 AM">12:28 AM</u></p>',
    ],
    ['words that stand elsewhere in the label', '<p><b>Ada</b></p><p>preview of the mail</p>'],
    ['a row that lost its boxes', 'Ada Visa <b>preview of the mail</b> 12:28 AM <i>Ada</i>'],
  ])('is refused rather than taken from %s', (_, inner) => {
    const label = 'Ada Visa 12:28 AM preview of the mail';
    const markup = `<div role="option" data-convid="a" aria-label="${label}">${inner}</div>`;
    expect(read(markup)[0]!.subject).toBe('');
  });

  it('and the senders are found between words that came from elsewhere', () => {
    const [before, line] = ['<b>(7)</b>', '<p><i>new</i><b>Visa</b><u title="Wed 9/2/2026 12:28 AM">12:28 AM</u></p>'];
    const markup = `<div role="option" data-convid="a" aria-label="Ada Visa 12:28 AM">${before}<p>Ada</p>${line}</div>`;
    expect(read(markup)[0]).toMatchObject({ subject: 'Visa', senders: [{ name: 'Ada', email: '' }] });
  });

  it('is empty where the row shows no words', () => {
    expect(read('<div role="option" data-convid="a"></div>')[0]).toEqual({
      threadId: 'a',
      senders: [],
      subject: '',
      unread: false,
    });
  });

  it('may look like a date: the title over a shorter text is the date', () => {
    const markup = row({ id: 'a', subject: '3/4/2026 9:00', date: 'Thu 9/17/2026 2:52 PM' }).replace(
      '>3/4/2026 9:00<',
      ' title="3/4/2026 9:00">3/4/2026 9:00<',
    );
    expect(read(markup)[0]).toMatchObject({ subject: '3/4/2026 9:00', lastAt: '2026-09-17T18:52:00Z' });
  });

  it('that claims to be a second date leaves the row without a time', () => {
    const markup = row({ id: 'a', date: 'Thu 9/17/2026 2:52 PM' }).replace(
      '>Hello<',
      ' title="Wed 9/2/2026 9:00 AM">soon<',
    );
    expect(read(markup)[0]!.lastAt).toBeUndefined();
  });
});

describe('times of rows', () => {
  it('are read together with those of the open message', () => {
    const ambiguous = list(row({ id: 'a', date: '3/4/2026 9:04' }));
    expect(read(ambiguous)[0]!.lastAt).toBeUndefined();
    const open = '<div role="main"><div data-testid="SentReceivedSavedTime">17/03/2026 19:04</div></div>';
    expect(read(ambiguous + open)[0]!.lastAt).toBe('2026-04-03T13:04:00Z');
  });

  it('are not swayed by a date in the words of a mail', () => {
    const body = '<div id="UniqueMessageBody_1"><div data-testid="SentReceivedSavedTime">17/03/2026 19:04</div></div>';
    const open = `<div role="main"><div id="MSG_x_FROM">Ada</div>${body}</div>`;
    expect(read(list(row({ id: 'a', date: '3/4/2026 9:04' })) + open)[0]!.lastAt).toBeUndefined();
  });
});

describe('unread rows', () => {
  it.each([
    ['Unread Collapsed Ada Hello', 'en', true],
    ['Unreadable Ada Hello', 'en', false],
    ['Ungelesen Ada Hallo', 'de', true],
    ['No leído Ada Hola', 'es', true],
    ['Ada Unread Hello', 'en', false],
  ])('%s', (label, lang, unread) => {
    expect(read(row({ id: 'a', label }), lang)[0]!.unread).toBe(unread);
  });

  it('are told by the weight of their letters in a language nobody here knows', () => {
    const rows = list(
      row({ id: 'a', label: 'Nepřečtené Ada Hello', weight: 600 }),
      row({ id: 'b', label: 'Bob', weight: 400 }),
    );
    expect(read(rows, 'cs').map((one) => one.unread)).toEqual([true, false]);
  });
});

describe('anchors', () => {
  it('are the rows, in order and number, each with its own place', () => {
    const document = page(list(row({ id: 'a', date: 'Wed 9/2/2026 12:28 AM' }), row({ id: 'b' }), row({ id: 'c' })));
    const anchors = site.rowAnchors(document);
    expect(anchors.map((one) => one.row.getAttribute('data-convid'))).toEqual(['a', 'b', 'c']);
    expect(new Set(anchors.map((one) => one.anchor)).size).toBe(3);
    for (const { row: element, anchor } of anchors) expect(element.contains(anchor)).toBe(true);
    expect(anchors[0]!.anchor.querySelector('[title]')).not.toBeNull();
  });

  it('stay the same when a chip stands in them', () => {
    const document = page(list(row({ id: 'a', date: 'Wed 9/2/2026 12:28 AM' }), row({ id: 'b' })));
    const before = site.rowAnchors(document);
    const rows = site.readRows(document, NEW_YORK);
    for (const { anchor } of before) anchor.prepend(document.createElement('waymark-chip'));
    expect(site.rowAnchors(document).map((one) => one.anchor)).toEqual(before.map((one) => one.anchor));
    expect(site.readRows(document, NEW_YORK)).toEqual(rows);
  });
});
