// A subject without what answering, passing on and lists put before it, in the languages mail programs write that in.

/** "Answer": English, German, Nordic, Dutch, Slavic, Romance, Hungarian, Turkish, Indonesian, Greek, Hebrew, Asian. */
const answers =
  're|aw|antwort|sv|svar|vs|antw|odp|odpoveď|rif|r|res|resp|vá|ynt|yan|bls|balas|απ|απάντηση|σχετ|תגובה|השב|رد|الرد|ответ|отв|на|відп|回复|回覆|答复|答覆|返信|답장|회신|trả lời|ตอบ';
/** "Passed on". */
const forwards =
  'ref|fwd?|wg|tr|trs?f|rv|vb|vl|vidare|videresendt|doorst|pd|enc|i|továbbítás|[iİ]lt|πρθ|προωθ|הועבר|إعادة توجيه|пересл|转发|轉寄|轉發|転送|전달|fs';

const before = String.raw`^\s*(?:\[[^\]]{1,60}\]\s*)*`;
const mark = (words: string) => String.raw`(?:${words})(?:\s?[[(]\d{1,3}[\])]|\^?\d{1,2})?\s*[:：]\s*`;
const prefix = new RegExp(`^\\s*(?:\\[[^\\]]{1,60}\\]\\s*|${mark(`${answers}|${forwards}`)})+`, 'iu');
const answer = new RegExp(`${before}${mark(answers)}`, 'iu');

/** The same for all spellings of one subject; '' where nothing but such marks is in it. */
export function baseSubject(subject: string): string {
  return subject.normalize('NFC').replace(prefix, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Whether a subject says that it answers. */
export const isAnswerSubject = (subject: string): boolean => answer.test(subject.normalize('NFC'));
