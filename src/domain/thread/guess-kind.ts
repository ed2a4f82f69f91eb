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
  'auto reply:',
  'automatic response:',
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
const postmaster = /^(mailer-?daemon|mail-?daemon|post_?master)@/;

/** Space before a colon is French typography, and no-break spaces are what editors make of it. */
function plain(subject: string): string {
  return subject
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+:/, ':');
}

/** The same words in brackets, as web forms write them; but not in an answer, which quotes the subject it answers. */
function hasBracketedMark(subject: string): boolean {
  const text = plain(subject);
  if (/^(re|aw|sv|tr|wg|fwd?)\s*:/.test(text)) return false;
  const marks = text.match(/[（(【][^）)】]{2,60}[）)】]/g) ?? [];
  return marks.some((mark) => autoReply.includes(mark.slice(1, -1)) || autoReply.includes(`${mark.slice(1, -1)}:`));
}

const startsWithAny = (subject: string, words: readonly string[]) => {
  const start = plain(subject);
  return words.some((word) => start.startsWith(word));
};

/** Whether a mail system put its mark of an automatic reply before the subject. */
export const isAutoReplySubject = (subject: string): boolean =>
  startsWithAny(subject, autoReply) || hasBracketedMark(subject);
export const isBounceSubject = (subject: string): boolean => startsWithAny(subject, bounce);
/** Whether an address is one that nobody reads or writes from. */
export const isNoPerson = (email: string): boolean => noPerson.test(email);
export const isPostmaster = (email: string): boolean => postmaster.test(email);

export function guessKind(subject: string, from: string): MessageKind {
  if (isPostmaster(from) || isBounceSubject(subject)) return 'bounce';
  if (isAutoReplySubject(subject)) return 'auto-reply';
  if (startsWithAny(subject, calendar)) return 'calendar';
  return isNoPerson(from) ? 'bulk' : 'personal';
}
