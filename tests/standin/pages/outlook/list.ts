// The message list: a dozen rows drawn at a time, their nodes used again as the list scrolls. Rows show names only.
import { h, load } from '../dom.ts';
import { avatar, config, conversationId, fullDate, nameOf, owner, type Person, shortDate, word } from './page.ts';

interface Row {
  threadId: string;
  lastId: string;
  lastAt: string;
  subject: string;
  people: Person[];
  unread: boolean;
  snippet: string;
}

interface Slot {
  element: HTMLElement;
  shown: string;
  open?: () => void;
}

const DRAWN = 12;
const HEIGHT = 76;

const spacer = h('div', { class: 'o-spacer' });
const slots: Slot[] = Array.from({ length: DRAWN }, makeSlot);
export const list = h('div', { id: 'MailList', role: 'listbox', class: 'o-scroll', tabindex: 0 }, spacer);
let rows: Row[] = [];
let selected = '';

/** Loads a folder, or what a search finds, and draws what is in view. */
export async function showList(view: string, words: string, openRow: (conversation: string) => void): Promise<number> {
  const found = await load<{ rows: Row[]; unread: number }>('list', {
    account: config.account.id,
    view,
    words,
    size: 1000,
  });
  rows = found.rows;
  spacer.style.height = `${rows.length * HEIGHT}px`;
  list.onscroll = () => draw(openRow);
  draw(openRow);
  return found.unread;
}

export function select(conversation: string): void {
  selected = conversation;
  for (const { element } of slots) {
    element.setAttribute('aria-selected', String(element.dataset.convid === conversation));
  }
}

function makeSlot(): Slot {
  const attributes = { role: 'option', tabindex: -1, 'data-focusable-row': 'true', class: 'jGG6V o-row' };
  const slot: Slot = { element: h('div', attributes), shown: '' };
  slot.element.addEventListener('click', () => slot.open?.());
  return slot;
}

function draw(openRow: (conversation: string) => void): void {
  const first = Math.max(0, Math.min(Math.floor(list.scrollTop / HEIGHT) - 1, rows.length - DRAWN));
  slots.forEach((slot, index) => {
    const row = rows[first + index];
    if (!row) {
      slot.element.remove();
      return;
    }
    fill(slot, row);
    slot.element.style.transform = `translateY(${(first + index) * HEIGHT}px)`;
    slot.open = () => openRow(conversationId(row.threadId));
    if (!slot.element.isConnected) spacer.append(slot.element);
  });
}

function fill(slot: Slot, row: Row): void {
  const key = JSON.stringify([row, shortDate(row.lastAt)]);
  if (slot.shown === key) return;
  slot.shown = key;
  const { element } = slot;
  const convid = conversationId(row.threadId);
  const others = row.people.filter(({ email }) => email !== owner.email);
  const names = (others.length > 0 ? others : row.people).map(nameOf).join('; ');
  const time = shortDate(row.lastAt);
  const label = `${row.unread ? `${word('unread')} ` : ''}${names} ${row.subject} ${time} ${row.snippet}`;
  element.id = `row-${convid}`;
  element.dataset.convid = convid;
  element.setAttribute('aria-label', label);
  element.setAttribute('aria-selected', String(convid === selected));
  element.classList.toggle('o-unread', row.unread);
  const lead = others[0] ?? row.people[0]!;
  element.replaceChildren(
    avatar(lead),
    h(
      'div',
      { class: 'o-text' },
      h('div', { class: 'o-names' }, h('span', {}, names)),
      h(
        'div',
        { class: 'o-line' },
        h('span', { class: 'TtcXM' }, row.subject),
        h('span', { class: 'qq2gS', title: fullDate(row.lastAt) }, time),
      ),
      h('span', { class: 'ASFJj' }, row.snippet),
    ),
  );
}
