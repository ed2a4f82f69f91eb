// The kind of a message where a source shows no headers: from the start of its subject and its sender, never from words
// anywhere in it. A guess is marked as one.
import type { MessageKind } from './message.ts';

/** Subjects that mail systems put before an automatic reply, in the languages they ship with. Each stands at the start. */
const autoReply = [
  'automatic reply:',
  'out of office autoreply:',
  'auto:',
  'autoreply:',
  'auto-reply:',
  'automatische antwort:',
  'abwesenheitsnotiz:',
  'automatisch antwoord:',
  'afwezig:',
  'réponse automatique:',
  'absence du bureau:',
  'risposta automatica:',
  'resposta automática:',
  'respuesta automática:',
  'samodejni odgovor:',
  'automaattinen vastaus:',
  'автоответ:',
  '自动答复:',
  '自动回复:',
  '自動応答:',
  '自動返信',
  '자동 회신:',
  'automatiskt svar:',
  'automatisk svar:',
  'automatyczna odpowiedź',
  '[automatyczna odpowiedź]',
  'automatická odpověď:',
  'automatikus válasz:',
  'otomatik yanıt:',
  'رد تلقائي:',
  'ārpus biroja atrašanās automātiska atbilde:',
];

/** What calendars put before the title of an event they send word of. */
const calendar = [
  'invitation:',
  'updated invitation:',
  'synced invitation:',
  'invitation updated:',
  'accepted:',
  'declined:',
  'tentative:',
  'tentatively accepted:',
  'canceled:',
  'cancelled:',
  'canceled event:',
  'canceled event with note:',
];

const bounce = [
  'delivery status notification',
  'undeliverable:',
  'undelivered mail returned to sender',
  'mail delivery failed',
];

const noPerson = /^(no-?reply|do-?not-?reply|donotreply|notifications?|newsletter|bounces?|mailer)([+._-].*)?@/;
const postmaster = /^(mailer-daemon|postmaster)@/;

/** Space before a colon is French typography, and no-break spaces are what editors make of it. */
function plain(subject: string): string {
  return subject
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+:/, ':');
}

export function guessKind(subject: string, from: string): MessageKind {
  const start = plain(subject);
  const starts = (words: readonly string[]) => words.some((word) => start.startsWith(word));
  if (postmaster.test(from) || starts(bounce)) return 'bounce';
  if (starts(autoReply)) return 'auto-reply';
  if (starts(calendar)) return 'calendar';
  return noPerson.test(from) ? 'bulk' : 'personal';
}
