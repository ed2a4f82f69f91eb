// The reading pane: expanded messages with their ids, earlier ones folded to cards without any.
import { h, load } from '../dom.ts';
import { replyBox } from './compose.ts';
import { avatar, config, conversationId, fullDate, itemId, type Mail, nameOf, type Person, word } from './page.ts';

const scroller = h('div', { class: 'customScrollBar o-scroll' });
const heading = h('div', { role: 'heading', 'aria-level': 2, class: 'o-subject' });
export const pane = h(
  'div',
  { id: 'ConversationReadingPaneContainer', class: 'o-pane', hidden: true },
  heading,
  scroller,
);

const drawn = new Map<string, HTMLElement>();
let current = '';

export async function showThread(threadId: string, onSent: () => void): Promise<void> {
  const query = { account: config.account.id, thread: threadId };
  const mails = await load<Mail[]>('thread', query);
  const last = mails.at(-1);
  if (!last) return;
  const convid = conversationId(threadId);
  if (current !== convid) {
    current = convid;
    drawn.clear();
    scroller.replaceChildren();
    pane.setAttribute('data-convid', convid);
    heading.id = `CONV_${itemId(last.id)}_SUBJECT`;
    heading.replaceChildren(h('span', { title: mails[0]!.subject }, mails[0]!.subject));
  }
  pane.hidden = false;
  const first = drawn.size === 0;
  for (const mail of mails) {
    if (drawn.has(mail.id)) continue;
    const item = h('div', { class: 'o-item' });
    drawn.set(mail.id, item);
    draw(item, mail, !first || mail === last || mail.unread);
    scroller.append(item);
  }
  scroller.querySelector('.o-actions')?.remove();
  if (!scroller.querySelector('[contenteditable]')) scroller.append(actions(mails, onSent));
  if (mails.some(({ unread }) => unread)) await load('read', query);
}

function draw(item: HTMLElement, mail: Mail, expanded: boolean): void {
  item.replaceChildren(expanded ? expandedNode(mail) : card(item, mail));
}

/** An earlier message: sender, date and a few words; no id and no address. */
function card(item: HTMLElement, mail: Mail): HTMLElement {
  const made = h(
    'div',
    { class: 'o-card', role: 'button', 'aria-expanded': 'false', tabindex: 0 },
    avatar({ email: '', name: nameOf(mail.from) }),
    h('span', { class: 'o-cardname' }, nameOf(mail.from)),
    h('span', { class: 'o-cardtext' }, mail.body.slice(0, 70)),
    h('span', { class: 'o-carddate' }, fullDate(mail.sentAt)),
  );
  made.addEventListener('click', () => draw(item, mail, true));
  return made;
}

function persona(person: Person): HTMLElement {
  return h('span', { class: 'OZZZK', title: person.email }, nameOf(person));
}

function well(id: string, label: string, people: Person[]): HTMLElement {
  const box = h('div', { id, 'data-testid': 'RecipientWell', class: 'o-well' }, h('span', {}, `${label}: `));
  people.forEach((person, index) => {
    box.append(index > 0 ? '; ' : '', persona(person));
  });
  return box;
}

function expandedNode(mail: Mail): HTMLElement {
  const id = itemId(mail.id);
  const body = h('div', {
    id: `UniqueMessageBody_${id}`,
    role: 'document',
    'aria-label': word('body'),
    class: 'o-body',
  });
  for (const line of mail.body.split('\n')) body.append(h('div', {}, line));
  const date = { id: `MSG_${id}_DATETIME`, 'data-testid': 'SentReceivedSavedTime', role: 'heading', 'aria-level': 3 };
  const sender = h('div', {
    id: `MSG_${id}_FROM`,
    class: 'o-from',
    'aria-label': `${word('from')}: ${nameOf(mail.from)}`,
  });
  sender.append(persona(mail.from));
  return h(
    'div',
    { 'aria-label': word('message'), tabindex: 0, class: 'o-message' },
    h(
      'div',
      { class: 'o-head' },
      avatar(mail.from),
      sender,
      h('div', { ...date, class: 'o-date' }, fullDate(mail.sentAt)),
    ),
    well(`MSG_${id}_TO`, word('to'), mail.to),
    mail.cc.length > 0 && well(`MSG_${id}_CC`, word('cc'), mail.cc),
    body,
  );
}

function actions(mails: Mail[], onSent: () => void): HTMLElement {
  const bar = h('div', { class: 'o-actions' });
  const button = h('button', { type: 'button', class: 'o-button' });
  button.append(h('i', { 'data-icon-name': 'ArrowReplyRegular' }, '↩ '), word('reply'));
  button.addEventListener('click', () => {
    bar.replaceWith(
      replyBox(mails, () => {
        scroller.querySelector('[data-app-section=MailReadCompose]')?.remove();
        onSent();
      }),
    );
    scroller.querySelector<HTMLElement>('[aria-multiline]')?.focus();
  });
  bar.append(button);
  return bar;
}
