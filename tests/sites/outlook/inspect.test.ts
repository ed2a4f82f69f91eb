import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/outlook/index.ts';
import { list, message, NEW_YORK, page, pane, row } from './page.ts';

const OPEN = message({ from: 'Ada&lt;ada@x.org&gt;', date: 'Thu 9/17/2026 2:52 PM' });

function inspect(markup: string, options: { path?: string; lang?: string } = { lang: 'en' }) {
  return site.inspect(page(markup, options), NEW_YORK);
}

describe('how well the page was read', () => {
  it('counts rows and thread by two ways that agree', () => {
    const rows = list(
      row({ id: 'a', date: 'Wed 9/2/2026 12:28 AM' }),
      row({ id: 'b', date: 'Wed 9/2/2026 12:17 AM', shown: '12:17 AM' }),
    );
    expect(inspect(rows + pane('a', OPEN))).toEqual({
      rowsFound: 2,
      rowsRead: 2,
      threadFound: true,
      threadRead: true,
      disagreements: {},
    });
  });

  it('sees rows when every hook of the reader has gone', () => {
    const changed = list(row({}), row({}), row({}));
    expect(inspect(changed)).toMatchObject({ rowsFound: 3, rowsRead: 0 });
  });

  it('sees a thread when every hook of the reader has gone', () => {
    const changed = '<div role="main"><div role="document">Hi</div></div>';
    expect(inspect(changed)).toMatchObject({ threadFound: true, threadRead: false });
    const bodyOnly = '<div role="main"><div role="document" id="UniqueMessageBody_1">Hi</div></div>';
    expect(inspect(bodyOnly)).toMatchObject({ threadFound: true, threadRead: false });
  });

  it('takes no suggestions, folders or an empty page for mail', () => {
    const suggestions = `<input role="combobox" aria-controls="s"><div role="listbox" id="s">${row({})}</div>`;
    const dialog = `<div role="dialog"><div role="listbox">${row({})}</div></div>`;
    const folders = '<div role="listbox"><div role="option" aria-label="Folders">x</div></div>';
    expect(inspect(suggestions + dialog + folders)).toMatchObject({
      rowsFound: 0,
      threadFound: false,
      threadRead: false,
    });
    expect(inspect('')).toMatchObject({ rowsFound: 0, rowsRead: 0, threadFound: false, threadRead: false });
  });
});

describe('disagreements', () => {
  const selected = (id: string) => list(row({ id, attributes: 'aria-selected="true"' }));
  it.each([
    ['the pane and the selected row', selected('b') + pane('a', OPEN), {}, { 'thread-id': 1 }],
    ['the pane and the address', pane('AAQka', OPEN), { path: '/mail/inbox/id/AAQkb' }, { 'thread-id': 1 }],
    [
      'dates that contradict',
      list(row({ id: 'a', date: '17/3/2026 9:04' }), row({ id: 'b', date: '3/17/2026 9:04' })),
      {},
      { 'date-order': 1 },
    ],
    ['weekday and order', list(row({ id: 'a', date: 'Mon 17/03/2026 9:04' })), {}, { 'date-order': 1 }],
    [
      'label and letters',
      list(row({ id: 'a', label: 'Unread Ada Hello', weight: 400 }), row({ id: 'b', weight: 700 })),
      {},
      { unread: 2 },
    ],
    [
      'label and place of the subject',
      '<div role="option" data-convid="a" aria-label="Ada Visa 12:28 AM x"><p><b>Ada</b><u title="Wed 9/2/2026 12:28 AM">12:28 AM</u></p><p>Visa</p></div>',
      {},
      { subject: 1 },
    ],
  ])('%s are counted', (_, markup, options, expected) => {
    expect(inspect(markup, { lang: 'en', ...options }).disagreements).toEqual(expected);
  });

  it.each([
    ['the same id in the alphabet of addresses', pane('AAQk+a/=', OPEN), '/mail/inbox/id/AAQk_a-%3D'],
    ['the same id encoded', pane('AAQk+a/=', OPEN), '/mail/inbox/id/AAQk%2Ba%2F%3D'],
    ['the id of a message in the address', pane('AAQka', OPEN), '/mail/inbox/id/AAMkADxyz'],
    ['several ticked rows', selected('b') + selected('c') + pane('a', OPEN), '/mail/'],
  ])('%s is none', (_, markup, path) => {
    expect(inspect(markup, { path, lang: 'en' }).disagreements).toEqual({});
  });
});
