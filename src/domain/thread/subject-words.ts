// The words that mail systems put before a subject, in the languages they ship with. Each counts only where it begins the
// subject and something closes it, never as a word in it.

/** Exchange and Outlook, Lotus Notes, GroupWise and web mail, for an automatic reply. */
const autoReply = [
  ['automatic reply', 'automatic response', 'autoreply', 'auto-reply', 'auto reply', 'auto response', 'auto-response'],
  ['out of office autoreply', 'out of office auto-reply', 'out-of-office autoreply', 'vacation autoreply'],
  ['automatische antwort', 'automatische beantwortung', 'abwesenheitsnotiz', 'abwesenheitsmeldung'],
  ['automatisch antwoord', 'afwezig', 'afwezigheidsbericht'],
  ['réponse automatique', "réponse automatique d'absence", 'absence du bureau'],
  ['risposta automatica', 'respuesta automática', 'resposta automática', 'resposta automàtica', 'erantzun automatikoa'],
  ['automatiskt svar', 'automatisk svar', 'autosvar', 'automaattinen vastaus', 'automaatvastus', 'automaatne vastus'],
  ['automātiskā atbilde', 'ārpus biroja atrašanās automātiska atbilde', 'automatinis atsakymas'],
  ['automatyczna odpowiedź', 'odpowiedź automatyczna', 'automatická odpověď', 'automatická odpoveď'],
  ['samodejni odgovor', 'automatski odgovor', 'аутоматски одговор', 'автоматичен отговор', 'автоматски одговор'],
  ['автоответ', 'автоматический ответ', 'автоматична відповідь', 'автовідповідь'],
  ['automatikus válasz', 'răspuns automat', 'αυτόματη απάντηση', 'otomatik yanıt', 'otomatik cevap'],
  ['رد تلقائي', 'الرد التلقائي', 'پاسخ خودکار', 'תשובה אוטומטית', 'מענה אוטומטי', 'स्वचालित उत्तर'],
  ['ตอบกลับอัตโนมัติ', 'การตอบกลับอัตโนมัติ', 'trả lời tự động', 'balasan otomatis', 'balasan automatik'],
  ['自动答复', '自动回复', '自動回覆', '自動答覆', '自動回復', '自動応答', '自動返信', '자동 회신', '자동 응답'],
].flat();

/** What calendars put before the title of an event they send word of. */
const calendar = [
  ['invitation', 'updated invitation', 'synced invitation', 'invitation updated', 'invitation from google calendar'],
  ['accepted', 'declined', 'tentative', 'tentatively accepted', 'canceled', 'cancelled'],
  ['canceled event', 'cancelled event', 'canceled event with note', 'event accepted', 'event declined'],
].flat();

/** The same in other languages, where people begin a subject so too: taken only with an event's time behind an at-sign. */
const calendarWithTime = [
  ['einladung', 'aktualisierte einladung', 'abgesagter termin', 'zugesagt', 'abgelehnt', 'vielleicht'],
  ['invitation mise à jour', 'événement annulé', 'accepté', 'refusé', 'peut-être'],
  ['invitación', 'invitación actualizada', 'evento cancelado', 'aceptado', 'aceptada', 'rechazado', 'rechazada'],
  [
    'convite',
    'convite atualizado',
    'aceito',
    'recusado',
    'invito',
    'invito aggiornato',
    'evento annullato',
    'accettato',
  ],
  [
    'uitnodiging',
    'bijgewerkte uitnodiging',
    'geaccepteerd',
    'geweigerd',
    'zaproszenie',
    'zaakceptowano',
    'notification',
  ],
].flat();

/** Delivery failures of Exchange in its languages, sendmail, Postfix, Exim, qmail and what came before them. */
const bounce = [
  ['undeliverable', 'undeliverable mail', 'undeliverable message', 'undelivered mail returned to sender'],
  ['unzustellbar', 'onbestelbaar', 'non remis', 'no se puede entregar', 'não entregue', 'não_entregue'],
  ['non recapitabile', 'nedoručitelné', 'niedostarczalne', 'не удается доставить', '配信不能', '无法传递', '無法傳遞'],
  ['returned mail', 'returned to sender', 'failure notice', 'failure delivery', 'failed mail', 'nondeliverable mail'],
  ['mail system error - returned mail', 'mail could not be delivered', 'message undeliverable', 'delivery failure'],
].flat();
/** These need nothing to close them: nobody else writes so. */
const bounceOpen = [
  'delivery status notification',
  'undelivered mail returned to sender',
  'mail delivery failed',
  'mail delivery failure',
  'warning: could not send message for past',
  'warning: message still undelivered',
  'delivery notification: delivery has',
  'postmaster notify:',
];

/** No subject that people read is longer. */
const LONGEST = 1000;

/** Letters as readers take them: whatever the case and the accents, and however a colon is set. */
const fold = (text: string): string =>
  text
    .slice(0, LONGEST)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('ı', 'i')
    .trim();

const escapeText = (text: string) => fold(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const oneOf = (words: readonly string[]) => words.map(escapeText).join('|');
/** French puts a space before the colon, Asian languages a colon of their own width. */
const closed = (words: readonly string[]) => new RegExp(`^(?:${oneOf(words)})(?:\\s*[:：]|$)`, 'u');

/** Japanese web forms call what they send "automatic reply mail", and open a bracket after it. */
const autoReplyStart = new RegExp(`${closed(autoReply).source}|^自動返信(?:メール)?\\s*(?:[:：(（【]|$)`, 'u');
const autoReplyMark = new RegExp(`^[[(（【](?:${oneOf(autoReply)})[:：]?[\\])）】]`, 'u');
const autoReplyEnd = new RegExp(`[[(（【](?:${oneOf(autoReply)})[:：]?[\\])）】](?:\\s*<[^<>]*>?)?$`, 'u');
const calendarStart = closed(calendar);
const calendarTime = new RegExp(`^(?:${oneOf(calendarWithTime)})\\s*[:：].* @ .*\\d`, 'u');
const bounceStart = new RegExp(`${closed(bounce).source}|^(?:${oneOf(bounceOpen)})`, 'u');

/** An answer quotes the subject it answers, marks and all. */
const answer = /^(re|aw|sv|tr|wg|fwd?|rv|vs|antw|odp)\s*:/;

/** Whether a mail system put its mark of an automatic reply before the subject, or in brackets at either end of it. */
export function isAutoReplySubject(subject: string): boolean {
  const text = fold(subject);
  if (autoReplyStart.test(text) || autoReplyMark.test(text)) return true;
  return !answer.test(text) && autoReplyEnd.test(text);
}

/**
 * "Auto:" is what a responder puts first that is told nothing else (RFC 5230, section 4.6), and what people write of
 * cars; Notes writes it in capitals.
 */
export const isAutoSubject = (subject: string): boolean => /^auto\s*[:：]/i.test(subject.trim());
export const isBounceSubject = (subject: string): boolean => bounceStart.test(fold(subject));

export function isCalendarSubject(subject: string): boolean {
  const text = fold(subject);
  return calendarStart.test(text) || calendarTime.test(text);
}
