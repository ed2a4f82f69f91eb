// An open thread: its messages as list items, collapsed ones without ids, and a reply box below.
import { load } from '../dom.ts';
import { replyBox } from './compose.ts';
import { config, decimal, fullDate, g, jslog, nameOf, nextId, owner, type Person } from './page.ts';

export interface Mail {
  threadId: string;
  id: string;
  sentAt: string;
  from: Person;
  to: Person[];
  cc: Person[];
  subject: string;
  body: string;
  unread: boolean;
}

/** Milliseconds for which a message just sent has no id yet. */
const WITHOUT_ID = 900;

interface Open {
  element: HTMLElement;
  list: HTMLElement;
  foot: HTMLElement;
  items: Map<string, HTMLElement>;
}

const opened = new Map<string, Open>();

/** The view of a thread: a new one, or the one that was kept hidden. */
export function threadView(threadId: string): HTMLElement {
  const known = opened.get(threadId);
  if (known) return known.element;
  const list = g('div', { class: 'nH', role: 'list' });
  const foot = g('div', { class: 'nH s-foot' });
  const element = g('div', { class: 'BltHke nH oy8Mbf', style: 'display: none' });
  element.append(g('div', { class: 'nH if s-thread' }));
  opened.set(threadId, { element, list, foot, items: new Map() });
  return element;
}

export async function showThread(threadId: string): Promise<void> {
  const query = { account: config.account.id, thread: threadId };
  const mails = await load<Mail[]>('thread', query);
  const open = opened.get(threadId);
  if (!open || mails.length === 0) return;
  const frame = open.element.firstElementChild!;
  if (frame.childElementCount === 0) frame.append(...frameNodes(mails[0]!, open));
  const last = mails.at(-1)!;
  const first = open.items.size === 0;
  for (const mail of mails) {
    if (open.items.has(mail.id)) continue;
    const item = itemFor(mail, !first || mail === last || mail.unread);
    open.items.set(mail.id, item);
    open.list.append(item);
  }
  open.foot.replaceChildren(
    ...(open.foot.querySelector('[role=textbox]') ? [...open.foot.children] : [actions(open, mails)]),
  );
  document.title = `${mails[0]!.subject} - ${owner.email} - Gmail`;
  if (mails.some(({ unread }) => unread)) await load('read', query);
}

function frameNodes(mail: Mail, open: Open): HTMLElement[] {
  const ids = {
    'data-thread-perm-id': `thread-f:${decimal(mail.threadId)}`,
    'data-legacy-thread-id': mail.threadId,
  };
  const heading = g('h2', { class: 'hP', tabindex: -1, ...ids }, mail.subject);
  const head = g('div', { class: 'nH V8djrc byY' }, g('div', { class: 'nH' }, g('div', { class: 'ha' }, heading)));
  const messages = g('div', { class: 'nH aHU' }, g('div', { class: 'nH hx' }, open.list));
  return [head, messages, open.foot];
}

function itemFor(mail: Mail, expanded: boolean): HTMLElement {
  const item = g('div', {});
  draw(item, mail, expanded);
  return item;
}

function draw(item: HTMLElement, mail: Mail, expanded: boolean): void {
  const name = expanded ? 'h7 ie nH oy8Mbf' : 'kv';
  const made = g('div', { class: name, role: 'listitem', 'aria-expanded': String(expanded), tabindex: -1 });
  for (const { name: key } of [...item.attributes]) item.removeAttribute(key);
  for (const { name: key, value } of [...made.attributes]) item.setAttribute(key, value);
  const hasId = expanded && !isFresh(mail, item);
  const ids = { 'data-message-id': `#msg-f:${decimal(mail.id)}`, 'data-legacy-message-id': mail.id };
  const box = g('div', { class: 'adn ads', ...(hasId ? ids : {}) }, head(mail, expanded, hasId));
  if (expanded) box.append(bodyOf(mail));
  const inside = expanded
    ? g('div', { class: 'G3 G2' }, g('div', {}, g('div', { id: nextId() }, box)))
    : collapsed(mail);
  item.replaceChildren(g('div', { class: 'Bk' }, inside));
  const header = item.querySelector<HTMLElement>('[data-standin=head]')!;
  header.onclick = (event) => {
    if (!(event.target as Element).closest('[role=button]')) draw(item, mail, !expanded);
  };
}

function collapsed(mail: Mail): HTMLElement {
  const line = head(mail, false, false);
  line.append(g('div', { class: 'iA g6 s-snippet' }, mail.body.slice(0, 120)));
  return g('div', { class: 'G2' }, g('div', { class: 'adf ads' }, line));
}

/** Just sent: its id comes a moment later. */
function isFresh(mail: Mail, item: HTMLElement): boolean {
  const left = WITHOUT_ID - Math.abs(Date.now() - Date.parse(mail.sentAt));
  if (mail.from.email !== owner.email || left <= 0) return false;
  setTimeout(() => draw(item, mail, true), left + 10);
  return true;
}

function head(mail: Mail, expanded: boolean, hasId: boolean): HTMLElement {
  const { from } = mail;
  const name = nameOf(from);
  const sender = g(
    'span',
    { class: 'gD', email: from.email, name, 'data-hovercard-id': from.email },
    from.name ?? name,
  );
  const address = expanded ? g('span', { class: 'go' }, `<${from.email}>`) : null;
  const date = g(
    'span',
    { id: nextId(), class: 'g3', title: fullDate(mail.sentAt), role: 'gridcell' },
    fullDate(mail.sentAt),
  );
  const reply = g('div', {
    class: 'T-I J-J5-Ji T-I-Js-IF aaq T-I-ax7 L3',
    role: 'button',
    tabindex: 0,
    'data-tooltip': 'Reply',
    'aria-label': 'Reply',
    ...(hasId ? { jslog: jslog('21576', mail.threadId, mail.id) } : {}),
  });
  reply.append('↩');
  const left = g(
    'td',
    { class: 'gF gK' },
    g('h3', { class: 'iw' }, g('span', { class: 'qu', role: 'gridcell' }, sender, ' ', address)),
  );
  const right = g('td', { class: 'gH bAk' }, g('div', { class: 'gK' }, date));
  const rows = [g('tr', { class: 'acZ' }, left, right, expanded ? g('td', { class: 'gH acX bAm' }, reply) : null)];
  if (expanded) rows.push(g('tr', { class: 'acZ xD' }, g('td', { colspan: 3 }, recipients(mail))));
  const table = g('table', { class: 'cf gJ', cellpadding: 0 }, g('tbody', {}, ...rows));
  const line = g('div', { class: 'gE iv gt' }, table);
  const box = g('div', { class: 'gs' }, line);
  box.setAttribute('data-standin', 'head');
  return box;
}

function recipients(mail: Mail): HTMLElement {
  const line = g('span', { class: 'hb' }, 'to ');
  const people = (list: Person[]) =>
    list.flatMap((person, index) => [
      index > 0 ? ', ' : '',
      g(
        'span',
        { class: 'g2', email: person.email, name: nameOf(person), 'data-hovercard-id': person.email },
        nameOf(person),
      ),
    ]);
  line.append(...people(mail.to));
  if (mail.cc.length > 0) line.append(', cc: ', ...people(mail.cc));
  return g('div', { class: 'iw ajw' }, line);
}

function bodyOf(mail: Mail): HTMLElement {
  const text = g('div', { class: 'a3s aiL' });
  for (const line of mail.body.split('\n')) text.append(g('div', { dir: 'auto' }, line));
  return g('div', { class: '' }, g('div', { class: 'ii gt', id: nextId() }, text));
}

function actions(open: Open, mails: Mail[]): HTMLElement {
  const bar = g('div', { class: 'amn' });
  const start = (all: boolean) => {
    const sent = () => {
      open.foot.replaceChildren();
      void showThread(mails[0]!.threadId);
    };
    const cancel = () => open.foot.replaceChildren(actions(open, mails));
    open.foot.replaceChildren(replyBox(mails, all, sent, cancel));
    open.foot.querySelector<HTMLElement>('[role=textbox]')?.focus();
  };
  for (const [words, all] of [
    ['Reply', false],
    ['Reply all', true],
  ] as const) {
    const button = g('span', { class: 'ams bkH', role: 'link', tabindex: 0 }, words);
    button.onclick = () => start(all);
    bar.append(button);
  }
  return bar;
}
