// Which list is on screen, from the address (`#inbox/p2`, `#search/<words>/<thread>`) and what stands there.
import type { ReadView } from '../site.ts';
import { countRows } from './count.ts';
import { findEntries } from './entries.ts';
import { decodeWords } from './links.ts';
import { findRows } from './rows.ts';
import { findViews } from './visible.ts';

/** Gmail shows 10 to 100 threads a page, so a page of fewer is the last one. */
const SMALLEST_PAGE = 10;

type Kind = ReadView['list'];
const KINDS: Record<string, Kind> = { inbox: 'inbox', sent: 'sent', all: 'all', search: 'search' };

export function readView(document: Document): ReadView {
  const [name = '', ...rest] = readHash(document).split('/');
  const rows = findRows(document).length;
  const kind = Object.hasOwn(KINDS, name) ? (KINDS[name] ?? 'other') : 'other';
  if (rows === 0 && (kind === 'other' || findEntries(document).length > 0)) return { list: 'none', complete: false };
  const words = kind === 'search' ? decodeWords(rest.shift() ?? '') : '';
  return {
    list: kind,
    ...(words ? { search: words } : {}),
    complete: name !== '' && readPage(rest) === 1 && (rows === 0 ? saysEmpty(document) : rows < SMALLEST_PAGE),
  };
}

/** A document made from text has no location; its address is still known. */
function readHash(document: Document): string {
  const hash = document.location?.hash ?? /#.*/.exec(document.URL)?.[0] ?? '';
  return hash.replace(/^#/, '').replace(/\?.*/, '');
}

function readPage(rest: string[]): number {
  const page = rest.map((part) => /^p(\d{1,5})$/.exec(part)?.[1]).find((number) => number !== undefined);
  return page ? Number(page) : 1;
}

/**
 * A list that is loading has no rows either. Gmail's line for an empty list is `td.TC` (others' sources, no capture), so
 * it counts only where nothing else looks like a row.
 */
function saysEmpty(document: Document): boolean {
  return findViews(document).some((view) => view.querySelector('td.TC')) && countRows(document) === 0;
}
