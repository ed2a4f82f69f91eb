// The details of one event. The node stays in the page, hidden, once closed, and is used again.
import type { PageEvent } from '../calendar.ts';
import { h } from '../dom.ts';
import { sayWhen } from './words.ts';

const details = h('div', { id: 'xDetDlg' });
const bubble = h('div', { role: 'dialog', 'data-chips-dialog': 'true', class: 'bubble', hidden: true }, details);

const close = h('button', { id: 'xDetDlgCloseBu', type: 'button', 'aria-label': 'Close' }, '×');
close.addEventListener('click', () => {
  bubble.hidden = true;
});

const responses = { accepted: 'Yes', declined: 'No', tentative: 'Maybe', none: 'Awaiting' };

export function showDetails(event: PageEvent, near: Element): void {
  details.dataset.eventid = event.pageId;
  const guests = event.guests.map(({ name, email, response }) =>
    h(
      'div',
      { role: 'treeitem', 'data-email': email, 'aria-label': `${name ?? email}, ${responses[response]}` },
      h('span', {}, name ?? email),
    ),
  );
  details.replaceChildren(
    close,
    h('span', { id: 'rAECCd', role: 'heading', 'aria-level': 1 }, event.title),
    h('div', { id: 'xDetDlgWhen' }, sayWhen(event)),
    h('div', { id: 'xDetDlgLoc' }, event.location),
    h('div', { id: 'xDetDlgAtt', role: 'tree' }, ...guests),
    h('div', { id: 'xDetDlgCal' }, event.calendar.name),
  );
  const box = near.getBoundingClientRect();
  bubble.style.left = `${Math.max(8, Math.min(box.right + 8, innerWidth - 460))}px`;
  bubble.style.top = `${Math.max(72, Math.min(box.top, innerHeight - 360))}px`;
  bubble.hidden = false;
  document.body.append(bubble);
}
