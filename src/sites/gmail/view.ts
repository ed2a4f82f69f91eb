// Which list is on screen, from the address (`#inbox/p2`, `#search/<words>/<thread>`) and what stands there.
import type { ReadView } from '../site.ts';
import { countRows } from './count.ts';
import { decodeWords } from './links.ts';
import type { FoundPage } from './page.ts';

/** Gmail shows 10 to 100 threads a page, so a page of fewer is the last one. */
const SMALLEST_PAGE = 10;

const LISTS = ['inbox', 'sent', 'all', 'search'] as const;

export function readView(page: FoundPage): ReadView {
  const [name = '', ...rest] = (/#([^?]*)/.exec(page.document.URL)?.[1] ?? '').split('/');
  const rows = page.rows.length;
  const list = LISTS.find((known) => known === name) ?? 'other';
  if (rows === 0 && (list === 'other' || page.entries.length > 0)) return { list: 'none', complete: false };
  const words = list === 'search' ? decodeWords(rest.shift() ?? '') : '';
  return {
    list,
    ...(words ? { search: words } : {}),
    complete: name !== '' && !isLaterPage(rest) && (rows === 0 ? saysEmpty(page) : rows < SMALLEST_PAGE),
  };
}

function isLaterPage(rest: string[]): boolean {
  return rest.some((part) => /^p\d+$/.test(part) && part !== 'p1');
}

/**
 * A list that is loading has no rows either. Gmail's line for an empty list is `td.TC` (others' sources, no capture), so
 * it counts only where nothing else looks like a row.
 */
function saysEmpty({ document, views }: FoundPage): boolean {
  return views.some((view) => view.querySelector('td.TC')) && countRows(document) === 0;
}
