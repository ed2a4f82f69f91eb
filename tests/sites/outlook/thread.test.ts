import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/outlook/index.ts';
import { list, message, NEW_YORK, page, pane, row } from './page.ts';

function read(markup: string, lang = 'en') {
  return site.readThread(page(markup, { lang }), NEW_YORK);
}

const OPEN = message({
  from: '<span>Ada Ng&lt;ada@uni.edu&gt;</span>',
  to: '<span>To: </span><span title="bob@uni.edu">Bob</span>; <span aria-label="Cy&lt;cy@uni.edu&gt;">Cy</span>',
  cc: 'Cc: dee@uni.edu',
  date: 'Thu 9/17/2026 2:52 PM',
});

describe('the open thread', () => {
  it('is read with its conversation, subject and message', () => {
    const subject = '<div id="CONV_7_SUBJECT" role="heading"><span>Visa papers</span><button>Summarize</button></div>';
    expect(read(pane('AAQk7', subject + OPEN))).toEqual({
      threadId: 'AAQk7',
      subject: 'Visa papers',
      messages: [
        {
          id: 'QAEIJBK8QAA',
          sentAt: '2026-09-17T18:52:00Z',
          from: { name: 'Ada Ng', email: 'ada@uni.edu' },
          to: [
            { name: 'Bob', email: 'bob@uni.edu' },
            { name: 'Cy', email: 'cy@uni.edu' },
          ],
          cc: [{ email: 'dee@uni.edu' }],
          collapsed: false,
        },
      ],
    });
  });

  it('takes its conversation from the pane and never from a row', () => {
    const rows = list(row({ id: 'first' }), row({ id: 'second', attributes: 'aria-selected="true"' }));
    expect(read(rows + pane('third', OPEN))?.threadId).toBe('third');
    expect(read(rows + pane(null, OPEN))).not.toHaveProperty('threadId');
    expect(read(rows)).toBeNull();
  });

  it('is a pop-out without conversation', () => {
    const markup = `<div id="ReadingPaneContainerId"><div id="ItemReadingPaneContainer">${OPEN}</div></div>`;
    const thread = read(markup);
    expect(thread).not.toHaveProperty('threadId');
    expect(thread?.messages.map((one) => one.id)).toEqual(['QAEIJBK8QAA']);
  });

  it('is known by its conversation before its messages are drawn', () => {
    expect(read(pane('AAQk7', ''))).toEqual({ threadId: 'AAQk7', messages: [] });
    expect(read(pane(null, ''))).toBeNull();
  });

  it('is not a hidden pane', () => {
    expect(read(pane('a', OPEN, 'hidden'))).toBeNull();
    expect(read(pane('a', OPEN, 'style="display:none"'))).toBeNull();
    expect(read(pane('a', OPEN, 'hidden') + pane('b', OPEN))?.threadId).toBe('b');
  });

  it('is nobody’s where two shown panes claim different conversations', () => {
    expect(read(pane('a', OPEN) + pane('b', OPEN))).toBeNull();
    expect(read(pane('a', OPEN) + pane('a', OPEN))?.threadId).toBe('a');
    expect(read(pane('a', '') + pane('b', OPEN))?.threadId).toBe('b');
  });

  it('finds its subject by the heading above the messages where its id has gone', () => {
    const heading = '<div role="heading" aria-level="2">Visa papers</div>';
    expect(read(pane('a', `<div>${heading}</div>${OPEN}`))?.subject).toBe('Visa papers');
    expect(read(pane('a', OPEN))).not.toHaveProperty('subject');
  });
});

describe('earlier messages', () => {
  const card = (date: string, attributes = 'aria-expanded="false"') =>
    `<div ${attributes}><span>Bob Ray</span><span>${date}</span><span>Thanks, write to boss@uni.edu</span></div>`;

  it('are folded cards without id and address', () => {
    const thread = read(pane('a', card('Wed 9/2/2026 12:28 AM') + OPEN));
    expect(thread?.messages).toMatchObject([
      { sentAt: '2026-09-02T04:28:00Z', from: null, to: [], cc: [], collapsed: true },
      { id: 'QAEIJBK8QAA', collapsed: false },
    ]);
    expect(thread?.messages[0]).not.toHaveProperty('id');
  });

  it('are found by their date alone, and counted where it can not be read', () => {
    expect(read(pane('a', card('Wed 9/2/2026 12:28 AM', '') + OPEN))?.messages).toHaveLength(2);
    const unread = read(pane('a', card('Wed 12:28 AM') + OPEN))?.messages;
    expect(unread).toHaveLength(2);
    expect(unread?.[0]).toEqual({ from: null, to: [], cc: [], collapsed: true });
  });

  it('with the shown date’s own mark are folded all the same', () => {
    const marked =
      '<div aria-expanded="false"><span>Bob</span><div data-testid="SentReceivedSavedTime">Wed 9/2/2026 12:28 AM</div></div>';
    expect(read(pane('a', marked + OPEN))?.messages.map((one) => one.collapsed)).toEqual([true, false]);
  });

  it('are not menus, recipients to unfold, or words of a mail', () => {
    const menu =
      '<div><button aria-expanded="false">More 2</button><div aria-haspopup="menu" aria-expanded="false"><b>1</b><b>2</b></div></div>';
    const quoted = message({
      from: 'a@x.org',
      date: 'Thu 9/17/2026 2:52 PM',
      body: `${card('Wed 9/2/2026 12:28 AM')}<p>9/3/2026 1:00 PM</p>`,
    });
    expect(read(pane('a', menu + quoted))?.messages).toHaveLength(1);
  });
});

describe('several open messages', () => {
  it('each keep their own people and time, in the order of the page', () => {
    const one = message({ id: 'one', from: 'Ada&lt;ada@x.org&gt;', to: 'bob@x.org', date: 'Thu 9/17/2026 2:52 PM' });
    const two = message({ id: 'two', from: 'Bob&lt;bob@x.org&gt;', to: 'ada@x.org', date: 'Fri 9/18/2026 8:00 AM' });
    const thread = read(pane('a', `<section>${two}${one}</section>`));
    expect(thread?.messages.map(({ id, sentAt, from, to }) => [id, sentAt, from?.email, to[0]?.email])).toEqual([
      ['two', '2026-09-18T12:00:00Z', 'bob@x.org', 'ada@x.org'],
      ['one', '2026-09-17T18:52:00Z', 'ada@x.org', 'bob@x.org'],
    ]);
  });
});

describe('people', () => {
  const head = (inner: string) =>
    pane('a', `<div>${inner}<div data-testid="SentReceivedSavedTime">Thu 9/17/2026 2:52 PM</div></div>`);

  it('are recipients in the wells where ids have gone, and the sender stands before them', () => {
    const thread = read(
      head(`<span title="ada@x.org">Ada</span><div data-testid="RecipientWell"><span>An: bob@x.org</span></div>
        <div data-testid="RecipientWell">Cc: <span title="cy@x.org">Cy</span></div>`),
    );
    expect(thread?.messages[0]).toMatchObject({
      from: { name: 'Ada', email: 'ada@x.org' },
      to: [{ email: 'bob@x.org' }],
      cc: [{ name: 'Cy', email: 'cy@x.org' }],
    });
  });

  it('have no address where the page shows only a name', () => {
    const only = message({ from: 'From: Ada Ng', to: 'To: Bob', date: 'Thu 9/17/2026 2:52 PM' });
    expect(read(pane('a', only))?.messages[0]).toMatchObject({ from: null, to: [], cc: [] });
  });

  it.each([
    ['Ada Ng&lt;ada@x.org&gt;', { name: 'Ada Ng', email: 'ada@x.org' }],
    ['From: Ada Ng &lt;ADA@x.org&gt;', { name: 'Ada Ng', email: 'ada@x.org' }],
    ['Von: Ng, Ada &lt;ada@x.org&gt;', { name: 'Ng, Ada', email: 'ada@x.org' }],
    ['boss@uni.edu &lt;ada@x.org&gt;', { email: 'ada@x.org' }],
    ['ada@x.org', { email: 'ada@x.org' }],
    ['<b title="ada@x.org">Ada</b>', { name: 'Ada', email: 'ada@x.org' }],
    ['<b aria-label="From: Ada&lt;ada@x.org&gt;">Ada</b>', { name: 'Ada', email: 'ada@x.org' }],
    ['Ada @ home', null],
    ['ada@x', null],
  ])('%s', (from, expected) => {
    expect(read(pane('a', message({ from, date: 'Thu 9/17/2026 2:52 PM' })))?.messages[0]?.from).toEqual(expected);
  });

  it('are not the address a subject consists of', () => {
    const subject = '<div id="CONV_1_SUBJECT"><span title="dean@uni.edu">dean@uni.edu</span></div>';
    expect(read(head(subject))?.messages[0]?.from).toBeNull();
  });

  it('are never those a mail’s own words pretend', () => {
    const body = '<div id="MSG_QAEIJBK8QAA_FROM">Boss&lt;boss@uni.edu&gt;</div><span title="boss@uni.edu">Boss</span>';
    const thread = read(pane('a', message({ date: 'Thu 9/17/2026 2:52 PM', body })));
    expect(thread?.messages).toMatchObject([{ from: null }]);
  });
});

describe('the time of a message', () => {
  it('is refused where its two dates differ, and that is counted', () => {
    const both = `<div><div data-testid="SentReceivedSavedTime">Thu 9/17/2026 2:52 PM</div>
      <div id="MSG_x_DATETIME">Thu 9/17/2026 3:52 PM</div></div>`;
    const document = page(pane('a', both), { lang: 'en' });
    expect(site.readThread(document, NEW_YORK)?.messages).toEqual([
      { id: 'x', from: null, to: [], cc: [], collapsed: false },
    ]);
    expect(site.inspect(document, NEW_YORK).disagreements).toEqual({ time: 1 });
  });

  it('is read from the title where the text is short', () => {
    const short = '<div data-testid="SentReceivedSavedTime" title="Thu 9/17/2026 2:52 PM">2:52 PM</div>';
    expect(read(pane('a', short))?.messages[0]?.sentAt).toBe('2026-09-17T18:52:00Z');
  });
});

describe('the place above the thread', () => {
  it('is inside the scrolling part, before what holds the first message, and stays when our line stands there', () => {
    const document = page(
      pane('a', `<div id="CONV_1_SUBJECT">Hi</div><div class="customScrollBar"><div id="top">${OPEN}</div></div>`),
    );
    const anchor = site.threadAnchor(document);
    expect(anchor?.id).toBe('top');
    anchor?.before(document.createElement('waymark-line'));
    expect(site.threadAnchor(document)).toBe(anchor);
  });

  it('is the first message’s own part where nothing scrolls', () => {
    const document = page(
      pane('a', `<section>${OPEN}${message({ id: 'b', date: 'Fri 9/18/2026 8:00 AM' })}</section>`),
    );
    expect(site.threadAnchor(document)?.querySelector('[id="MSG_QAEIJBK8QAA_DATETIME"]')).not.toBeNull();
    expect(site.threadAnchor(page('<p>nothing open</p>'))).toBeNull();
  });
});
