// Gmail's general settings (`#settings/general`), as far as they are known: rows of a table, a signature, the vacation
// responder, and the button that saves. The form is loaded late, as the page's other parts are.
import { load, post } from '../dom.ts';
import { config, g, nextId } from './page.ts';

interface Vacation {
  enableAutoReply?: boolean;
  responseSubject?: string;
  responseBodyHtml?: string;
  startTime?: string;
  endTime?: string;
}

export const settingsView = g('div', { class: 'BltHke nH oy8Mbf', style: 'display: none' });

const inputOf = (attributes: Record<string, string>): HTMLInputElement => g('input', attributes) as HTMLInputElement;

const row = (title: string, ...content: (Node | string)[]) =>
  g('tr', { class: 'r7' }, g('td', { class: 'r8' }, title), g('td', { class: 'r9' }, ...content));

function choice(
  name: string,
  words: [string, string],
  on: boolean,
): { table: HTMLElement; radios: HTMLInputElement[] } {
  const radios = words.map((_, at) => inputOf({ type: 'radio', name, value: String(at), id: nextId() }));
  radios[on ? 1 : 0]!.checked = true;
  const labels = radios.map((radio, at) => g('label', { for: radio.id }, words[at]!));
  // After a redesign they stand beside each other.
  if (config.broken) return { table: g('div', {}, ...radios.flatMap((radio, at) => [radio, labels[at]!])), radios };
  const rows = radios.map((radio, at) => g('tr', {}, g('td', {}, radio), g('td', {}, labels[at]!)));
  return { table: g('table', { class: 'cf' }, g('tbody', {}, ...rows)), radios };
}

const editor = (label: string): HTMLElement =>
  g('div', { class: 'Am aQv editable', role: 'textbox', contenteditable: 'true', 'aria-label': label, id: nextId() });

const toDate = (text: string): number | null => (text.trim() === '' ? null : Date.parse(`${text} 00:00`));
const fromDate = (at: number): string =>
  new Date(at).toLocaleDateString('en-US', { year: 'numeric', month: 'long', day: 'numeric' });

/** Shows it as it is saved; what was typed and not saved is gone, as there. */
export async function showSettings(): Promise<void> {
  const saved = await load<Vacation>('vacation');
  settingsView.replaceChildren(g('h2', { class: 'dt' }, 'Settings'), drawForm(saved));
  document.title = 'Settings - Gmail';
}

function drawForm(saved: Vacation): HTMLElement {
  const { table, radios } = choice(
    'bx_ve',
    ['Vacation responder off', 'Vacation responder on'],
    saved.enableAutoReply ?? false,
  );
  const first = inputOf({ type: 'text', 'aria-label': 'First day' });
  first.value = fromDate(Number(saved.startTime ?? Date.now()));
  const hasLast = inputOf({ type: 'checkbox', 'aria-label': 'Last day' });
  const last = inputOf({ type: 'text', 'aria-label': 'Last day', placeholder: '(optional)' });
  if (saved.endTime) last.value = fromDate(Number(saved.endTime) - 1);
  hasLast.checked = saved.endTime !== undefined;
  const subject = inputOf({ type: 'text', 'aria-label': 'Subject' });
  subject.value = saved.responseSubject ?? '';
  const text = editor('Vacation responder');
  text.textContent = saved.responseBodyHtml ?? '';
  const contacts = inputOf({ type: 'checkbox' });
  const follow = () => {
    for (const field of [first, subject]) field.disabled = !radios[1]!.checked;
    last.disabled = !radios[1]!.checked || !hasLast.checked;
  };
  const save = g(
    'button',
    { guidedhelpid: 'save_changes_button', type: 'button', disabled: true },
    'Save Changes',
  ) as HTMLButtonElement;
  save.onclick = async () => {
    const [start, end] = [toDate(first.value), hasLast.checked ? toDate(last.value) : null];
    await post('vacation', {
      enableAutoReply: radios[1]!.checked,
      responseSubject: subject.value,
      responseBodyHtml: [...text.children].map((line) => line.textContent).join('<br>') || text.textContent,
      ...(start !== null && { startTime: String(start) }),
      // Through the end of the last day.
      ...(end !== null && { endTime: String(end + 86_400_000) }),
    } satisfies Vacation);
    location.hash = '#inbox';
  };
  const fields = g(
    'div',
    {},
    'First day: ',
    first,
    hasLast,
    ' Last day: ',
    last,
    g('div', {}, 'Subject: ', subject),
    'Message: ',
    text,
  );
  const whom = g('div', {}, contacts, ' Only send a response to people in my Contacts');
  const body = g(
    'tbody',
    {},
    row('Undo Send:', 'Send cancellation period: ', g('select', {}, g('option', {}, '5'))),
    row('Hover actions:', choice('bx_ha', ['Enable hover actions', 'Disable hover actions'], false).table),
    row('Signature:', editor('Signature')),
    row('Vacation responder:', table, fields, whom),
    g('tr', {}, g('td', { colspan: 2 }, save, g('button', { type: 'button' }, 'Cancel'))),
  );
  for (const event of ['click', 'input', 'change']) {
    body.addEventListener(event, ({ target }) => {
      follow();
      if ((target as Element).matches('input, select, [contenteditable]')) save.disabled = false;
    });
  }
  follow();
  return g('table', { class: 'cf' }, body);
}
