// What every part of the Outlook page shares: its account, its ids, and dates in the user's regional format.
import { h, readConfig } from '../dom.ts';

export interface Person {
  name?: string;
  email: string;
}

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

interface Config {
  account: { id: string; address: Person };
  look: { theme: string; locale: string };
  compose?: { to: string; bcc: string; subject: string; body: string };
}

export const config = readConfig<Config>();
export const owner = config.account.address;
const { locale } = config.look;

/** The same as `outlookConversationId` and `outlookItemId` of the semester. */
export function conversationId(threadId: string): string {
  return `AAQkADM1/+Y1${btoa(`conversation:${threadId}`)}`;
}

export function threadOf(conversation: string): string {
  try {
    return atob(conversation.slice('AAQkADM1/+Y1'.length)).replace('conversation:', '');
  } catch {
    return '';
  }
}

export function itemId(id: string): string {
  return `AAMkADM1/+Y1${btoa(`item:${id}`)}`.replaceAll('=', 'A');
}

export function nameOf(person: Person): string {
  return person.name ?? person.email;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** "Mon 3/9/2026 8:12 AM", "po 09.03.2026 8:12", "lun. 09/03/2026 08:12". No zone, and no hint of which number is the day. */
export function fullDate(iso: string): string {
  const date = new Date(iso);
  const weekday = date.toLocaleDateString(locale, { weekday: 'short' });
  const [day, month, year] = [date.getDate(), date.getMonth() + 1, date.getFullYear()];
  const minutes = two(date.getMinutes());
  if (locale === 'en-US') {
    const half = date.getHours() < 12 ? 'AM' : 'PM';
    return `${weekday} ${month}/${day}/${year} ${date.getHours() % 12 || 12}:${minutes} ${half}`;
  }
  const separator = /^(cs|sk|de|pl|fi|nb)/.test(locale) ? '.' : '/';
  const hour = locale.startsWith('cs') ? String(date.getHours()) : two(date.getHours());
  return `${weekday} ${two(day)}${separator}${two(month)}${separator}${year} ${hour}:${minutes}`;
}

export function shortDate(iso: string): string {
  const date = new Date(iso);
  const days = (Date.now() - date.getTime()) / 86_400_000;
  const time = date.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
  if (date.toDateString() === new Date().toDateString()) return time;
  if (days < 6) return `${date.toLocaleDateString(locale, { weekday: 'short' })} ${time}`;
  return fullDate(iso).split(' ')[1]!;
}

const words: Record<string, Record<string, string>> = {
  unread: { en: 'Unread', cs: 'Nepřečtené', fr: 'Non lu', de: 'Ungelesen', es: 'No leído' },
  inbox: { en: 'Inbox', cs: 'Doručená pošta', fr: 'Boîte de réception', de: 'Posteingang', es: 'Bandeja de entrada' },
  sent: { en: 'Sent Items', cs: 'Odeslaná pošta', fr: 'Éléments envoyés', de: 'Gesendet', es: 'Enviados' },
  compose: { en: 'New mail', cs: 'Nová zpráva', fr: 'Nouveau message', de: 'Neue E-Mail', es: 'Correo nuevo' },
  reply: { en: 'Reply', cs: 'Odpovědět', fr: 'Répondre', de: 'Antworten', es: 'Responder' },
  send: { en: 'Send', cs: 'Odeslat', fr: 'Envoyer', de: 'Senden', es: 'Enviar' },
  from: { en: 'From', cs: 'Od', fr: 'De', de: 'Von', es: 'De' },
  to: { en: 'To', cs: 'Komu', fr: 'À', de: 'An', es: 'Para' },
  cc: { en: 'Cc', cs: 'Kopie', fr: 'Cc', de: 'Cc', es: 'CC' },
  message: { en: 'Email message', cs: 'E-mailová zpráva', fr: 'Message électronique', de: 'E-Mail', es: 'Mensaje' },
  body: { en: 'Message body', cs: 'Text zprávy', fr: 'Corps du message', de: 'Nachrichtentext', es: 'Cuerpo' },
  subject: { en: 'Add a subject', cs: 'Přidat předmět', fr: 'Ajouter un objet', de: 'Betreff', es: 'Asunto' },
};

/** A word of the page in the user's language. */
export function word(key: keyof typeof words): string {
  return words[key]?.[locale.slice(0, 2)] ?? words[key]?.en ?? key;
}

export function avatar(person: Person): HTMLElement {
  const initials = nameOf(person)
    .split(/\s+/)
    .map((part) => [...part][0] ?? '')
    .slice(0, 2)
    .join('');
  return h('span', { role: 'img', 'aria-label': nameOf(person), class: 'fui-Avatar ohash1' }, initials);
}
