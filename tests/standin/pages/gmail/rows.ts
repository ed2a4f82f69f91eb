// Rows of the thread list. A row's nodes are used again for another thread when the list changes, as Gmail does.
import { config, decimal, fullDate, g, jslog, nameOf, nextId, shortDate, split } from './page.ts';

export interface Row {
  threadId: string;
  lastId: string;
  lastAt: string;
  subject: string;
  people: { name?: string; email: string; me: boolean; unread: boolean }[];
  count: number;
  unread: boolean;
  snippet: string;
}

/** The nodes of one row and what they show. */
interface Slot {
  parts: HTMLElement[];
  label: HTMLElement;
  names: HTMLElement;
  subjectBox: HTMLElement;
  snippet: HTMLElement;
  date: HTMLElement;
  star: HTMLElement;
  shown: string;
}

const slots: Slot[] = [];

/** Fills the table with these rows, from the top, with the nodes that are there. */
export function fillRows(body: HTMLElement, rows: Row[], open: (row: Row) => void, sent: boolean): void {
  while (slots.length < rows.length) slots.push(split ? makeSplitSlot() : makeSlot());
  slots.forEach((slot, index) => {
    const row = rows[index];
    if (!row) {
      for (const part of slot.parts) part.remove();
      slot.shown = '';
      return;
    }
    fill(slot, row, sent);
    for (const part of slot.parts) {
      if (part.parentElement !== body) body.append(part);
      part.onclick = (event) => {
        if (!(event.target as Element).closest('[role=checkbox]')) open(row);
      };
    }
  });
}

function checkbox(): HTMLElement {
  const box = g('div', { class: 'oZ-jc T-Jo J-J5-Ji', role: 'checkbox', 'aria-checked': 'false', tabindex: -1 });
  box.append(g('div', { class: 'T-Jo-auh' }));
  box.addEventListener('click', () => {
    const ticked = box.getAttribute('aria-checked') !== 'true';
    box.setAttribute('aria-checked', String(ticked));
    box.closest('tr')?.classList.toggle('x7', ticked);
  });
  return box;
}

function parts(): Omit<Slot, 'parts' | 'shown'> {
  const names = g('div', { id: nextId(), class: 'yW' });
  const label = g('div', { id: nextId(), class: 'afn' });
  const snippet = g('span', { id: nextId(), class: 'y2' });
  const star = g('span', { id: nextId(), class: 'aXw T-KT', role: 'button', 'aria-label': 'Not starred' }, '☆');
  return { names, label, subjectBox: g('div', { class: 'y6' }), snippet, date: g('span', { id: nextId() }), star };
}

function makeSlot(): Slot {
  const made = parts();
  const { names, label, subjectBox, snippet, date, star } = made;
  const cell = (kind: string, ...children: HTMLElement[]) =>
    g('td', { class: `${kind} xY`, role: 'gridcell', tabindex: -1 }, ...children);
  const attributes = { class: 'zA', jscontroller: 'ZdOxDb', id: nextId(), tabindex: -1, role: 'row' };
  const row = g('tr', { ...attributes, 'aria-labelledby': label.id, draggable: 'false' });
  const text = g('div', { class: 'xT' }, subjectBox, snippet);
  row.append(
    g('td', { class: 'PF xY' }),
    cell('oZ-x3', checkbox()),
    cell('apU', star),
    cell('WA', g('div', { class: 'pG', role: 'img', 'aria-label': 'Not important' })),
    cell('yX', label, names),
    cell('a4W', g('div', { class: 'xS', role: 'link' }, text)),
    g('td', { class: 'yf xY' }, '\u00a0'),
    cell('xW', date),
    g('td', { class: 'bq4 xY' }),
  );
  return { ...made, parts: [row], shown: '' };
}

/** In the vertical pane one thread is three table rows. */
function makeSplitSlot(): Slot {
  const made = parts();
  const { names, label, subjectBox, snippet, date, star } = made;
  const first = g('tr', { class: 'zA apv', id: nextId(), tabindex: -1, 'aria-labelledby': label.id, role: 'row' });
  first.append(
    g('td', { rowspan: 3, class: 'PF xY' }),
    g('td', { rowspan: 3, class: 'apo-x3 xY aid', role: 'gridcell' }, checkbox()),
    g('td', { class: 'yX xY apy', role: 'gridcell' }, label, names),
    g('td', { class: 'yf xY apt' }, g('div', { class: 'apm' }, date)),
    g('td', { rowspan: 3, class: 'apU apC' }, star),
  );
  const link = { colspan: 2, tabindex: 0, role: 'link', class: 'xY apD' };
  const second = g('tr', { class: 'zA apv' });
  second.append(g('td', link, g('div', { class: 'xS' }, g('div', { class: 'xT' }, subjectBox))));
  const third = g('tr', { class: 'zA apv apw' });
  third.append(g('td', { colspan: 2, class: 'xY apA' }, g('div', { class: 'apB' }, snippet)));
  return { ...made, parts: [first, second, third], shown: '' };
}

function fill(slot: Slot, row: Row, sent: boolean): void {
  const key = JSON.stringify([row, sent]);
  for (const part of slot.parts) {
    if (config.broken) continue;
    part.classList.toggle('zE', row.unread);
    part.classList.toggle('yO', !row.unread);
  }
  slot.date.firstChild?.remove();
  slot.date.append(g('span', {}, shortDate(row.lastAt)));
  if (slot.shown === key) return;
  slot.shown = key;
  slot.label.textContent = [...row.people.map(nameOf), row.subject, shortDate(row.lastAt), row.snippet].join(', ');
  slot.names.replaceChildren(...nameNodes(row, sent));
  slot.subjectBox.replaceChildren(subjectNode(row));
  slot.snippet.replaceChildren(g('span', { class: 'Zt' }, '\u00a0-\u00a0'), row.snippet);
  for (const name of ['title', 'aria-label']) slot.date.setAttribute(name, fullDate(row.lastAt));
  if (!config.broken) slot.star.setAttribute('jslog', jslog('20113', row.threadId, row.lastId));
}

function nameNodes(row: Row, sent: boolean): (Node | string)[] {
  const shown = row.people.length > 3 ? [row.people[0]!, ...row.people.slice(-2)] : row.people;
  const nodes: (Node | string)[] = sent ? ['To: '] : [];
  shown.forEach((person, index) => {
    if (index > 0) nodes.push(row.people.length > 3 && index === 1 ? ' .. ' : ', ');
    const name = nameOf(person);
    const attributes = { email: person.email, name, 'data-hovercard-id': person.email, translate: 'no' };
    const alone = shown.length > 1 ? (name.split(' ')[0] ?? name) : name;
    nodes.push(g('span', { class: 'bA4' }, g('span', { class: person.unread ? 'zF' : 'yP', ...attributes }, alone)));
  });
  if (row.count > 1) nodes.push(g('span', { class: 'bx0' }, String(row.count)));
  return nodes;
}

function subjectNode(row: Row): HTMLElement {
  const ids = {
    'data-thread-id': `#thread-f:${decimal(row.threadId)}`,
    'data-legacy-thread-id': row.threadId,
    'data-legacy-last-message-id': row.lastId,
    'data-legacy-last-non-draft-message-id': row.lastId,
  };
  return g('span', { id: nextId(), class: 'bog' }, g('span', { class: 'bqe', ...ids }, row.subject));
}
