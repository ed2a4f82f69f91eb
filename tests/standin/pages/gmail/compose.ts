// Writing mail: a reply below a thread, the new-message window, and that window alone (`view=cm`). Sending really sends.
import { parseTyped, post } from '../dom.ts';
import { config, decimal, g, nextId, owner, type Person } from './page.ts';
import type { Mail } from './thread.ts';

function textbox(): HTMLElement {
  const label = { 'aria-label': 'Message Body', role: 'textbox', 'aria-multiline': 'true', contenteditable: 'true' };
  return g('div', { id: nextId(), class: 'Am Al editable LW-avf tS-tW', g_editable: 'true', tabindex: 1, ...label });
}

function sendButton(onSend: () => Promise<void>): HTMLElement {
  const label = { role: 'button', tabindex: 1, 'data-tooltip': 'Send', 'aria-label': 'Send \u202A(Ctrl-Enter)\u202C' };
  const button = g('div', { id: nextId(), class: 'T-I J-J5-Ji aoO v7 T-I-atl L3', ...label }, 'Send');
  button.onclick = () => {
    button.setAttribute('aria-disabled', 'true');
    void onSend();
  };
  return button;
}

async function send(mail: {
  to: Person[];
  cc: Person[];
  bcc?: Person[];
  subject: string;
  body: string;
  threadId?: string;
}): Promise<void> {
  await post<Mail>('send', { account: config.account.id, at: Date.now(), ...mail });
  say('Message sent');
}

function say(text: string): void {
  const box = g('div', { class: 'vh s-said', role: 'alert' }, text);
  document.body.append(box);
  setTimeout(() => box.remove(), 4000);
}

/** The reply box. */
export function replyBox(mails: Mail[], all: boolean, onSent: () => void, onCancel: () => void): HTMLElement {
  const last = mails.at(-1)!;
  const mine = ({ email }: Person) => email === owner.email;
  const partner = mails.findLast(({ from }) => !mine(from));
  const to = partner ? [partner.from] : last.to;
  const others = [...last.to, ...last.cc].filter((one) => !mine(one) && !to.some(({ email }) => email === one.email));
  const cc = all ? others : [];
  const body = textbox();
  const { threadId } = last;
  const subject = /^re:/i.test(last.subject) ? last.subject : `Re: ${last.subject}`;
  const button = sendButton(async () => {
    await send({ to, cc, subject, body: body.textContent.trim(), threadId });
    onSent();
  });
  const discard = g('div', { class: 'og T-I-J3', role: 'button', 'aria-label': 'Discard draft' }, '🗑');
  discard.onclick = onCancel;
  const people = g('div', { class: 'oL aDm az9' });
  for (const { name, email } of [...to, ...cc]) {
    people.append(g('div', { role: 'option', 'data-hovercard-id': email, 'data-name': name ?? email }, name ?? email));
  }
  const hidden = [
    g('input', { type: 'hidden', name: 'rt', value: `#thread-f:${decimal(threadId)}` }),
    g('input', { type: 'hidden', name: 'draft', value: '#msg-a:r-4711' }),
  ];
  const bar = g('div', { class: 's-bar' }, button, discard);
  const region = g('div', { class: 'aoI', role: 'region', 'aria-label': 'Reply' }, people, ...hidden, body, bar);
  return g('div', { class: 'M9 s-reply' }, region);
}

interface Prefill {
  to: string;
  bcc: string;
  subject: string;
  body: string;
}

function field(tag: 'textarea' | 'input', name: string, label: string, value: string): HTMLInputElement {
  const attributes = { name, 'aria-label': label, placeholder: label, rows: 1, spellcheck: 'false', value };
  const made = g(tag, tag === 'input' ? attributes : { ...attributes, value: null }) as HTMLInputElement;
  made.value = value;
  return made;
}

/** The new-message window: a dialog over the page, or the whole page. */
export function composeWindow(
  prefill: Prefill = { to: '', bcc: '', subject: '', body: '' },
  alone = false,
): HTMLElement {
  const [to, cc] = [field('textarea', 'to', 'To', prefill.to), field('textarea', 'cc', 'Cc', '')];
  const bcc = field('textarea', 'bcc', 'Bcc', prefill.bcc);
  const subject = field('input', 'subjectbox', 'Subject', prefill.subject);
  const body = textbox();
  body.textContent = prefill.body;
  const title = g('h2', { id: nextId(), class: 'a3E' }, g('div', { class: 'aYF' }, 'New Message'));
  const dialog = g('div', {
    class: `nH Hd ${alone ? 's-alone' : 's-mole'}`,
    role: 'dialog',
    'aria-labelledby': title.id,
  });
  const close = g('img', { class: 'Ha', alt: 'Close', 'aria-label': 'Save & close', role: 'button' });
  close.onclick = () => dialog.remove();
  const button = sendButton(async () => {
    const people = { to: parseTyped(to.value), cc: parseTyped(cc.value), bcc: parseTyped(bcc.value) };
    await send({ ...people, subject: subject.value, body: body.textContent.trim() });
    dialog.remove();
    if (alone) document.body.append(g('p', { class: 's-done' }, 'Your message has been sent.'));
  });
  const draft = g('input', { type: 'hidden', name: 'draft', value: '#msg-a:r-4712' });
  const region = g('div', { class: 'aoI', role: 'region', 'aria-label': 'New Message' });
  region.append(to, cc, bcc, subject, draft, body, g('div', { class: 's-bar' }, button));
  dialog.append(g('div', { class: 'nH Hy aXJ s-title' }, title, close), g('div', { class: 'M9' }, region));
  return dialog;
}
