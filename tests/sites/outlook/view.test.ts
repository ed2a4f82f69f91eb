import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/outlook/index.ts';
import { list, page, row } from './page.ts';

describe('the owner', () => {
  const root = (attributes: string, inner = 'Ada') =>
    `<div role="treeitem" id="primaryMailboxRoot_1" ${attributes}>${inner}</div>`;
  it.each([
    ['by the title', root('title="Ada@Uni.edu" data-folder-name="ada@uni.edu"'), 'ada@uni.edu'],
    ['by the folder’s name', root('data-folder-name="ada@uni.edu"'), 'ada@uni.edu'],
    ['by the words', root('', '<span>ada@uni.edu</span><button>x</button>'), 'ada@uni.edu'],
    ['by a folder’s title', '<div data-folder-name="ada@uni.edu" title="ada@uni.edu">x</div>', 'ada@uni.edu'],
    ['not by a name', root('title="Ada Ng"'), null],
    ['not where title and name differ', root('title="ada@uni.edu" data-folder-name="bob@uni.edu"'), null],
    [
      'not from folders that tell several',
      '<p data-folder-name="a" title="a@x.org"></p><p data-folder-name="b" title="b@x.org"></p>',
      null,
    ],
    ['nobody', '<p>Sign in</p>', null],
  ])('%s', (_, markup, owner) => {
    expect(site.readOwner(page(markup))).toBe(owner);
  });

  it('of several accounts is the one whose folder is selected', () => {
    const tree = (selected: number) =>
      [1, 2]
        .map(
          (n) => `<div role="treeitem" id="primaryMailboxRoot_${n}" title="a${n}@x.org">a</div>
            <div role="treeitem" ${n === selected ? 'aria-selected="true"' : ''}>Inbox</div>`,
        )
        .join('');
    expect(site.readOwner(page(tree(1)))).toBe('a1@x.org');
    expect(site.readOwner(page(tree(2)))).toBe('a2@x.org');
    expect(site.readOwner(page(tree(0)))).toBeNull();
  });
});

describe('the view', () => {
  const rows = list(row({ id: 'a' }));
  it.each([
    ['/mail/', 'inbox'],
    ['/mail', 'inbox'],
    ['/mail/0/', 'inbox'],
    ['/mail/inbox', 'inbox'],
    ['/mail/0/inbox/id/AAQk%3D', 'inbox'],
    ['/mail/ada@uni.edu/inbox', 'inbox'],
    ['/mail/ada%40uni.edu/sentitems', 'sent'],
    ['/mail/sentitems/id/AAQk', 'sent'],
    ['/mail/archive', 'other'],
    ['/mail/AQMkADAwATM0', 'other'],
    ['/mailbox/inbox', 'other'],
    ['/calendar/view/week', 'other'],
  ])('%s shows %s', (path, expected) => {
    expect(site.readView(page(rows, { path }))).toEqual({ list: expected, complete: false });
  });

  it('is none where no list is shown', () => {
    expect(
      site.readView(page('<div id="ItemReadingPaneContainer"></div>', { path: '/mail/deeplink/read/x' })).list,
    ).toBe('none');
  });

  it('is a search where the search box holds words', () => {
    const box = '<input id="topSearchInput" value=" from:ada@x.org ">';
    expect(site.readView(page(box + rows))).toEqual({ list: 'search', search: 'from:ada@x.org', complete: false });
    expect(site.readView(page(`<input id="topSearchInput">${rows}`)).list).toBe('inbox');
  });
});

describe('the look', () => {
  it('follows background, direction and font', () => {
    const document = page('<main role="main" style="font-family: Aptos"><p></p></main>');
    expect(site.look(document)).toEqual({ dark: false, font: 'Aptos', rtl: false });
    document.body.style.backgroundColor = 'rgb(31, 31, 31)';
    document.documentElement.dir = 'rtl';
    expect(site.look(document)).toEqual({ dark: true, font: 'Aptos', rtl: true });
  });

  it('is told by the words where no background is set', () => {
    expect(site.look(page('<main role="main" style="color: rgb(250, 250, 250)"></main>')).dark).toBe(true);
  });
});
