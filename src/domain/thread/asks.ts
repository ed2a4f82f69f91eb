// Whether a message asks for something, told from its writer's own words (quotes taken out). Only a short closing word of
// thanks or assent is let through as asking nothing; everything else keeps the clock running, because a forgotten mentee
// is worse than a needless reminder.

/** Why it was judged so, as a code that the surfaces turn into words. */
export type AsksReason = 'question' | 'request' | 'thanks' | 'assent' | 'short' | 'unsure';

export interface AsksReading {
  /** False only where it asks for nothing; absent where that is not sure. */
  asks?: boolean;
  reason: AsksReason;
}

/** More words than these are more than a closing word. */
const LONGEST_CLOSING = 40;
/** A note of so few words that neither asks nor closes: not sure, and short. */
const LONGEST_NOTE = 12;

const question = /[?？؟;՞⸮]\s*(?:$|[\s"'”’)\]】])|\?/u;

/** Words that ask without a question mark. Each is looked for as whole words, in text without diacritics. */
const requests = [
  'please|pls|kindly|could you|can you|would you|will you|let me know|do you|are you able|i need|i would like|i wonder|help (?:me|us)|need (?:some |your |a )?help',
  'waiting for your|looking forward to (?:your|hearing|a reply)|any (?:news|update|thoughts|idea|advice|feedback)|should i|what about',
  's\\W?il (?:vous|te) plait|svp|stp|pourriez|pouvez|pourrais|peux-tu|dites-moi|dis-moi|j\\W?ai besoin|je voudrais|j\\W?aimerais',
  'bitte um|konnten sie|konntest|konnen sie|kannst du|sag mir|sagen sie|ich brauche|ich mochte',
  'por favor|podria|puedes|podrias|me gustaria|necesito|avisame|digame|poderia|preciso|gostaria|me avise',
  'per favore|per piacere|potresti|potrebbe|puoi|vorrei|fammi sapere|ho bisogno',
  'alstublieft|alsjeblieft|kun je|kunt u|zou je|laat me weten|ik heb .{0,20} nodig',
  'prosze o|czy moz|moglby|moglaby|daj znac|potrzebuje|prosim o|muzete|muzes|dejte vedet',
  'lutfen|yapabilir misin|haber ver|ihtiyacim|yardim eder|vanligen|kan du|behover|kunne du',
  'пожалуйста|можете|могли бы|подскажите|сообщите|нужн|помогите',
];
const scriptRequests =
  /请|請|麻烦|能否|可以.{0,10}吗|帮|教えて|お願い|いただけ|でしょうか|ください|알려|부탁|주세요|من فضلك|هل |أحتاج|ممكن/u;

const thanks = [
  'thanks|thank you|thank u|thx|many thanks|much appreciated|appreciate it|cheers',
  'merci|danke|vielen dank|gracias|obrigad[oa]|grazie|dank je|dank u|bedankt|tack|takk|tak|kiitos|dziekuje|dzieki|dekuji|diky',
  'tesekkur|sagol|hvala|koszonom|multumesc|спасибо|благодарю|дякую',
];
const scriptThanks = /谢谢|謝謝|感谢|ありがとう|感謝|감사|고마워|شكرا|شكراً|תודה|धन्यवाद|ευχαριστ/u;

const assent = [
  'ok|okay|great|perfect|sounds good|works for me|got it|noted|will do|see you|see ya|talk (?:to you )?(?:soon|then)|understood',
  'd\\W?accord|parfait|entendu|a bientot|a jeudi|alles klar|bis (?:dann|bald|morgen)|passt|perfecto|de acuerdo|hasta',
  'va bene|perfetto|a presto|prima|tot (?:dan|morgen)|combinado|ate (?:logo|amanha)|jasne|do zobaczenia|хорошо|до встречи|tamam',
];

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
const wordsIn = (list: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.join('|')})(?![\\p{L}\\p{N}])`, 'u');
const requestWords = wordsIn(requests);
const thanksWords = wordsIn(thanks);
const assentWords = wordsIn(assent);
/** "Thanks in advance" thanks for what is still to come. */
const inAdvance = wordsIn([
  'in advance|d\\W?avance|im voraus|por adelantado|de antemano|in anticipo|bij voorbaat|z gory|заранее',
]);

/** `text` is what the writer wrote themself, without quotes; `''` where the page shows none. */
export function judgeAsks(text: string): AsksReading {
  const words = plain(text)
    .replace(/https?:\/\/\S+/g, ' ')
    .trim();
  if (words === '') return { reason: 'unsure' };
  if (question.test(words)) return { asks: true, reason: 'question' };
  if (requestWords.test(words) || scriptRequests.test(words) || inAdvance.test(words)) {
    return { asks: true, reason: 'request' };
  }
  const count = countWords(words);
  if (count > LONGEST_CLOSING) return { reason: 'unsure' };
  if (thanksWords.test(words) || scriptThanks.test(text)) return { asks: false, reason: 'thanks' };
  if (assentWords.test(words)) return { asks: false, reason: 'assent' };
  return { reason: count <= LONGEST_NOTE ? 'short' : 'unsure' };
}

function countWords(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].filter((each) => each.isWordLike)
    .length;
}
