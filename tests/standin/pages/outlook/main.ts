// Outlook on the web, as far as the extension can tell: folders, a virtual list, a reading pane, one address bar.
import { follow, h } from '../dom.ts';
import { composeForm } from './compose.ts';
import { list, select, showList } from './list.ts';
import { config, conversationId, owner, threadOf, word } from './page.ts';
import { pane, showThread } from './reading.ts';

const search = h('input', {
  id: 'topSearchInput',
  class: 'o-search',
  'aria-label': 'Search',
  placeholder: 'Search',
}) as HTMLInputElement;

function folder(): 'inbox' | 'sent' {
  return location.pathname.includes('sentitems') ? 'sent' : 'inbox';
}

function openThread(): string {
  const [, encoded = ''] = /\/id\/([^/?#]+)/.exec(location.pathname) ?? [];
  return encoded ? threadOf(decodeURIComponent(encoded)) : '';
}

function go(path: string): void {
  history.pushState(null, '', `/mail/${path}${location.search}`);
  void navigate();
}

async function navigate(): Promise<void> {
  const place = folder();
  const words = search.dataset.run ?? '';
  const path = place === 'sent' ? 'sentitems' : 'inbox';
  const unread = await showList(words ? 'search' : place, words, (id) => go(`${path}/id/${encodeURIComponent(id)}`));
  document.title = `${unread > 0 ? `(${unread}) ` : ''}Mail - ${owner.name} - Outlook`;
  const thread = openThread();
  pane.hidden = !thread;
  select(thread ? conversationId(thread) : '');
  if (thread) await showThread(thread, () => void navigate());
}

function navigation(): HTMLElement {
  const root = h('div', {
    id: 'primaryMailboxRoot_1',
    'data-folder-name': owner.name,
    title: owner.email,
    class: 'o-root',
  });
  root.append(h('span', {}, owner.name ?? ''));
  const item = (path: string, words: string, current: boolean) => {
    const made = h(
      'div',
      { role: 'treeitem', 'aria-selected': String(current), class: 'o-folder', tabindex: 0 },
      words,
    );
    made.addEventListener('click', () => go(path));
    return made;
  };
  const folders = [
    item('inbox', word('inbox'), folder() === 'inbox'),
    item('sentitems', word('sent'), folder() === 'sent'),
  ];
  return h('div', { 'data-app-section': 'NavigationPane', role: 'tree', class: 'o-nav' }, root, ...folders);
}

function start(): void {
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    search.dataset.run = search.value;
    void navigate();
  });
  const compose = h('button', { type: 'button', class: 'o-button o-primary' }, word('compose'));
  compose.addEventListener('click', () =>
    pane.replaceChildren(composeForm({ to: '', bcc: '', subject: '', body: '' })),
  );
  document.body.append(
    h('header', { class: 'o-top', role: 'banner' }, h('span', { class: 'o-logo' }, 'Outlook'), search),
    h('div', { class: 'o-ribbon' }, compose),
    h(
      'div',
      { class: 'o-below' },
      navigation(),
      h(
        'div',
        { 'data-app-section': 'MessageList', class: 'o-list' },
        h('h2', { class: 'o-title' }, word('inbox')),
        list,
      ),
      h('div', { 'data-app-section': 'ConversationContainer', role: 'main', class: 'o-main' }, pane),
    ),
  );
  window.addEventListener('popstate', () => void navigate());
  setTimeout(() => void navigate(), 150);
  follow(() => void navigate());
}

if (config.compose) document.body.append(composeForm(config.compose));
else start();
