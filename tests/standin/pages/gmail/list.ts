// The list view: one for all lists, its rows used again for each.
import { load } from '../dom.ts';
import { config, g, listHash, owner, type Place, split, tokenOf } from './page.ts';
import { fillRows, type Row } from './rows.ts';

interface ListPage {
  rows: Row[];
  total: number;
  unread: number;
}

const SIZE = 50;
const names: Record<string, string> = { inbox: 'Inbox', sent: 'Sent Mail', all: 'All Mail', search: 'Search results' };

const body = g('tbody');
const table = g('table', { class: 'F cf zt', role: 'grid', cellpadding: 0 }, body);
const range = g('span', { class: 'Dj' });
const older = g('div', { class: 'T-I J-J5-Ji amD', role: 'button', tabindex: 0, 'aria-label': 'Older' }, '›');
const newer = g('div', { class: 'T-I J-J5-Ji amD', role: 'button', tabindex: 0, 'aria-label': 'Newer' }, '‹');

export const toolbar = g(
  'div',
  { gh: 'mtb', class: 'G-atb s-toolbar' },
  g('div', { class: 'T-Jo J-J5-Ji', role: 'checkbox', 'aria-label': 'Select' }),
  g('div', { class: 's-icon', role: 'button', 'aria-label': 'Refresh' }, '⟳'),
  g('div', { class: 's-fill' }),
  range,
  newer,
  older,
);

export const listView = g('div', { class: 'BltHke nH oy8Mbf aE3', style: 'display: none' });
listView.append(g('div', { gh: 'tl', class: split ? 'ae4 UI apv' : 'ae4 UI' }, g('div', { class: 'Cp' }, table)));

let wanted = '';

/** Shows a list: late, as the network gives it. */
export async function showList(place: Place): Promise<void> {
  const key = JSON.stringify(place);
  wanted = key;
  const { list, words, page } = place;
  const found = await load<ListPage>('list', { account: config.account.id, view: list, words, page, size: SIZE });
  if (wanted !== key) return;
  const open = (row: Row) => {
    location.hash = `${listHash(place)}/${tokenOf(row.threadId)}`;
  };
  fillRows(body, found.rows, open, list === 'sent');
  table.querySelector('[data-standin=empty]')?.remove();
  if (found.total === 0) {
    const words = 'No messages matched your search.';
    body.append(g('tr', { 'data-standin': 'empty' }, g('td', { class: 'TC' }, words)));
  }
  const first = (page - 1) * SIZE + 1;
  range.textContent = found.total === 0 ? '' : `${first}–${first + found.rows.length - 1} of ${found.total}`;
  newer.onclick = () => turn(place, -1);
  older.onclick = () => turn(place, found.total > page * SIZE ? 1 : 0);
  const inbox = list === 'inbox' ? found : await load<ListPage>('list', { account: config.account.id, size: 1 });
  showTitle(place, inbox.unread);
}

function turn(place: Place, by: number): void {
  const page = Math.max(1, place.page + by);
  location.hash = `${listHash(place)}${page > 1 ? `/p${page}` : ''}`;
}

function showTitle(place: Place, unread: number): void {
  if (place.thread) return;
  const count = place.list === 'inbox' && unread > 0 ? ` (${unread})` : '';
  document.title = `${names[place.list] ?? place.list}${count} - ${owner.email} - Gmail`;
  const link = document.querySelector('#standin-unread');
  if (link) link.textContent = unread > 0 ? String(unread) : '';
}
