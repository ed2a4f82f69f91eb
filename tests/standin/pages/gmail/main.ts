// Gmail, as far as the extension can tell: a frame that never reloads, views that come and go with the address.
import { follow } from '../dom.ts';
import { composeWindow } from './compose.ts';
import { listView, showList, toolbar } from './list.ts';
import { config, g, owner, readPlace, split } from './page.ts';
import { settingsView, showSettings } from './settings.ts';
import { showThread, threadView } from './thread.ts';

/** Views that are kept in the document while another is on screen. */
const KEPT = 4;

const threads: HTMLElement[] = [];
const views = g('div', { class: 'AO s-views' }, listView, settingsView);

function navigation(): HTMLElement {
  const compose = g('div', { class: 'T-I T-I-KE L3', role: 'button', tabindex: 0, gh: 'cm' }, '✎  Compose');
  compose.onclick = () => document.body.append(composeWindow());
  const link = (href: string, words: string, count = false) =>
    g(
      'a',
      { class: 'J-Ke n0 s-nav', href, 'aria-label': words },
      words,
      count ? g('span', { id: 'standin-unread' }) : null,
    );
  const links = [
    link('#inbox', 'Inbox', true),
    link('#starred', 'Starred'),
    link('#sent', 'Sent'),
    link('#drafts', 'Drafts'),
  ];
  return g('div', { class: 'aeN s-side', role: 'navigation' }, compose, ...links, link('#all', 'All Mail'));
}

function banner(): HTMLElement {
  const box = g('input', {
    name: 'q',
    'aria-label': 'Search mail',
    placeholder: 'Search mail',
    class: 'gb_he',
  }) as HTMLInputElement;
  const form = g('form', { role: 'search', class: 's-search' }, box);
  form.onsubmit = (event) => {
    event.preventDefault();
    location.hash = `#search/${encodeURIComponent(box.value).replaceAll('%20', '+')}`;
  };
  const label = `Google Account: ${owner.name}  \n(${owner.email})`;
  const account = g('a', {
    class: 'gb_B',
    role: 'button',
    href: 'https://accounts.google.com/SignOutOptions',
    'aria-label': label,
  });
  account.append((owner.name ?? owner.email).slice(0, 1));
  return g('header', { class: 's-top', role: 'banner' }, g('div', { class: 's-logo' }, 'Gmail'), form, account);
}

/** The old view stays in the document, hidden; only what is on screen is the main part. */
function reveal(view: HTMLElement, beside?: HTMLElement): void {
  if (!view.isConnected) views.append(view);
  for (const each of [listView, settingsView, ...threads]) {
    const shown = each === view || each === beside;
    each.style.display = shown ? '' : 'none';
    if (shown) each.setAttribute('role', 'main');
    else each.removeAttribute('role');
  }
}

async function navigate(): Promise<void> {
  const place = readPlace();
  const box = document.querySelector<HTMLInputElement>('[role=search] input');
  if (box) box.value = place.list === 'search' ? place.words : '';
  if (place.list === 'settings') {
    toolbar.hidden = true;
    reveal(settingsView);
    return showSettings();
  }
  if (!place.thread) {
    toolbar.hidden = false;
    reveal(listView);
    return showList(place);
  }
  const view = threadView(place.thread);
  if (!threads.includes(view)) threads.push(view);
  if (threads.length > KEPT) threads.shift()?.remove();
  if (split) void showList(place);
  reveal(view, split ? listView : undefined);
  await showThread(place.thread);
}

function start(): void {
  const main = g('div', { class: 'nH bkK s-card' }, toolbar, views);
  document.body.append(g('div', { class: 's-app' }, banner(), g('div', { class: 's-below' }, navigation(), main)));
  if (split) document.body.classList.add('s-split');
  if (location.hash === '') history.replaceState(null, '', `${location.pathname}${location.search}#inbox`);
  window.addEventListener('hashchange', () => void navigate());
  // The frame first, the rows a while later, as over a network.
  setTimeout(() => void navigate(), 120);
  follow(() => void navigate());
}

if (config.compose) {
  document.title = `Compose Mail - ${owner.email} - Gmail`;
  document.body.append(composeWindow(config.compose, true));
} else start();
