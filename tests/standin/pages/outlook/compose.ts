// Writing mail in Outlook: below a thread, or a form of its own (`/mail/deeplink/compose`). Sending really sends.
import { h, parseTyped, post } from '../dom.ts';
import { config, type Mail, nameOf, owner, type Person, word } from './page.ts';

function editor(): HTMLElement {
  const label = `${word('body')}, press Alt+F10 to exit`;
  return h('div', {
    tabindex: 0,
    dir: 'ltr',
    class: 'dbf5I Umiif o-editor',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    contenteditable: 'true',
  });
}

function line(label: string): HTMLElement {
  return h('div', { class: 'o-field', role: 'textbox', 'aria-label': label, contenteditable: 'true' });
}

function sendButton(onSend: () => Promise<void>): HTMLElement {
  const button = h(
    'button',
    { type: 'button', class: 'o-button o-primary', 'data-testid': 'ComposeSendButton' },
    word('send'),
  );
  button.addEventListener('click', () => {
    button.setAttribute('disabled', '');
    void onSend();
  });
  return button;
}

type Sending = { to: Person[]; cc: Person[]; bcc?: Person[]; subject: string; body: string; threadId?: string };

function send(mail: Sending): Promise<Mail> {
  return post<Mail>('send', { account: config.account.id, at: Date.now(), ...mail });
}

export function replyBox(mails: Mail[], onSent: () => void): HTMLElement {
  const last = mails.at(-1)!;
  const partner = mails.findLast(({ from }) => from.email !== owner.email);
  const to = partner ? [partner.from] : last.to;
  const body = editor();
  const subject = /^re:/i.test(last.subject) ? last.subject : `Re: ${last.subject}`;
  const button = sendButton(async () => {
    await send({ to, cc: [], subject, body: body.textContent.trim(), threadId: last.threadId });
    onSent();
  });
  const pills = h('div', { class: 'o-field', contenteditable: 'true', 'aria-label': word('to') });
  for (const person of to) pills.append(h('span', { class: 'o-pill', contenteditable: 'false' }, nameOf(person)));
  return h('div', { 'data-app-section': 'MailReadCompose', class: 'o-compose' }, pills, body, button);
}

export function composeForm(prefill: { to: string; bcc: string; subject: string; body: string }): HTMLElement {
  const [to, cc, bcc, body] = [line(word('to')), line(word('cc')), line('Bcc'), editor()];
  const subject = h('input', {
    'aria-label': word('subject'),
    placeholder: word('subject'),
    class: 'o-field',
  }) as HTMLInputElement;
  to.textContent = prefill.to;
  bcc.textContent = prefill.bcc;
  subject.value = prefill.subject;
  body.textContent = prefill.body;
  const form = h('div', { 'data-app-section': 'Form_Content', class: 'o-compose o-alone' });
  const button = sendButton(async () => {
    const [tos, ccs, bccs] = [to, cc, bcc].map(({ textContent }) => parseTyped(textContent)) as [
      Person[],
      Person[],
      Person[],
    ];
    const people = { to: tos, cc: ccs, ...(bccs.length > 0 && { bcc: bccs }) };
    await send({ ...people, subject: subject.value, body: body.textContent.trim() });
    form.replaceChildren(h('p', { role: 'status' }, 'Sent.'));
  });
  form.append(button, to, cc, bcc, subject, body);
  return form;
}
