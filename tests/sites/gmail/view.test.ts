// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/gmail/index.ts';
import { pageAt, pageOf, rows } from './page.ts';

const list = (count: number) =>
  rows('<tr class="zA"><td><div class="y6"><span class="bog">Hello</span></div></td></tr>'.repeat(count));
const message =
  '<div role="listitem" aria-expanded="true"><div class="adn"><span class="gD" email="a@b.c">A</span></div></div>';

describe('the view', () => {
  it.each([
    ['#inbox', 3, { list: 'inbox', complete: true }],
    ['#inbox', 10, { list: 'inbox', complete: false }],
    ['#inbox/p2', 3, { list: 'inbox', complete: false }],
    ['#inbox?compose=new', 3, { list: 'inbox', complete: true }],
    ['#inbox/FMfcgzQgMCZXKzQzpdVlZBPgJlsjMpsw', 3, { list: 'inbox', complete: true }],
    ['#inbox', 0, { list: 'inbox', complete: false }],
    ['#sent', 3, { list: 'sent', complete: true }],
    ['#all', 50, { list: 'all', complete: false }],
    ['#search/from%3Aada%40example.edu', 3, { list: 'search', search: 'from:ada@example.edu', complete: true }],
    ['#search/two+words/p3', 3, { list: 'search', search: 'two words', complete: false }],
    ['#search/p3', 3, { list: 'search', search: 'p3', complete: true }],
    ['#search/50%+off', 3, { list: 'search', search: '50%+off', complete: true }],
    ['#search/a/FMfcgzQgMCZXKzQzpdVlZBPgJlsjMpsw', 3, { list: 'search', search: 'a', complete: true }],
    ['#label/Mentees', 3, { list: 'other', complete: true }],
    ['#constructor', 3, { list: 'other', complete: true }],
    ['#settings/general', 0, { list: 'none', complete: false }],
    ['', 3, { list: 'other', complete: false }],
    ['', 0, { list: 'none', complete: false }],
  ])('at %s with %i rows is %o', (hash, count, expected) => {
    expect(site.readView(pageAt(hash, list(count)))).toEqual(expected);
  });

  it('is no list while a thread fills the page', () => {
    expect(site.readView(pageAt('#inbox/FMfcgzQgMCZXKzQz', message))).toEqual({ list: 'none', complete: false });
  });

  it('of a search that found nothing is complete once Gmail says so, and nothing looks like a row', () => {
    const empty = '<table><tr><td class="TC">Rien</td></tr></table>';
    const row = '<table><tr role="row"><td role="gridcell"></td></tr></table>';
    expect(site.readView(pageAt('#search/a', empty))).toEqual({ list: 'search', search: 'a', complete: true });
    expect(site.readView(pageAt('#search/a', empty + row))).toMatchObject({ complete: false });
  });

  it('of a document without a location is read from its address', () => {
    const page = pageOf(list(2));
    Object.defineProperty(page, 'URL', { value: 'https://mail.google.com/mail/u/0/#sent' });
    expect(page.location).toBeNull();
    expect(site.readView(page)).toEqual({ list: 'sent', complete: true });
  });
});
