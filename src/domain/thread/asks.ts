// Whether a message asks for something, told from its writer's own words (quotes taken out). Only what is a closing word of
// thanks or assent from start to end is let through as asking nothing; everything else keeps the clock running, because a
// forgotten mentee is worse than a needless reminder.
import {
  askingStart,
  assentWords,
  doubtWords,
  farewellWords,
  inAdvance,
  machineLine,
  noNeedWords,
  requestWords,
  scriptAssent,
  scriptDoubts,
  scriptNoNeed,
  scriptRequests,
  scriptThanks,
  signOffLine,
  thanksWords,
  withoutAccents,
} from './asks-words.ts';

/** Why it was judged so, as a code that the surfaces turn into words. */
export type AsksReason = 'question' | 'request' | 'thanks' | 'assent' | 'no-need' | 'short' | 'unsure';

export interface AsksReading {
  /** False only where it asks for nothing; absent where that is not sure. */
  asks?: boolean;
  reason: AsksReason;
}

/** More words than these are more than a closing word. */
const LONGEST_CLOSING = 40;
/** A note of so few words that neither asks nor closes: not sure, and short. */
const LONGEST_NOTE = 12;
/** A closing word may say so much beside: "now it is clear to me". */
const MOST_BESIDE = 16;
/** More words than these are no greeting. */
const LONGEST_GREETING = 4;

const question = /[?？؟;՞⸮]\s*(?:$|[\s"'”’)\]】])|\?/u;
/** One or more signs that please, and nothing else. */
const pleased = /^(?:[👍👌🙏✅🎉😊🙂😀😃😄😁🥳💯🤝👏🙌💪😍🥰🤗❤♥☺✔☑⭐✨]|\p{Emoji_Modifier}|\ufe0f|\u200d|\s)+$/u;
const clauseEnd = /[.!…;:,、，。！؛،–—\n]+|\s-+\s/u;
/** Says nothing by itself. */
const interjection = /^(?:yes|yeah|yep|ah|oh|hi|hello|hey|hallo|hola|ja|oui|si|sim|tak|да|evet)$/u;
/** Below it stands a signature, or what a list adds. */
const lastLine = /^(?:-- ?|_{5,})$/;

const plain = (text: string) =>
  withoutAccents(text)
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase();

/** `text` is what the writer wrote themself, without quotes; `''` where the page shows none. */
export function judgeAsks(text: string): AsksReading {
  const lines = readLines(plain(text).replace(/https?:\/\/\S+/g, ' '));
  const words = lines.join('\n');
  if (words === '') return { reason: 'unsure' };
  if (pleased.test(words)) return { asks: false, reason: 'assent' };
  const said = words.replace(noNeedWords, ' ').replace(scriptNoNeed, ' ');
  if (question.test(said)) return { asks: true, reason: 'question' };
  if (requestWords.test(said) || scriptRequests.test(said) || inAdvance.test(said)) {
    return { asks: true, reason: 'request' };
  }
  const count = countWords(words);
  if (count > LONGEST_CLOSING) return { reason: 'unsure' };
  if (said !== words) return { asks: false, reason: 'no-need' };
  return readClosing(lines) ?? { reason: count <= LONGEST_NOTE ? 'short' : 'unsure' };
}

function readLines(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const end = lines.findIndex((line) => lastLine.test(line));
  return lines.slice(0, end < 0 ? undefined : end).filter((line) => line !== '' && !machineLine.test(line));
}

/** "Thanks," above a name only ends a letter, unless there is nothing else in it. */
function readBody(lines: readonly string[]): readonly string[] {
  const [first = ''] = lines;
  const isGreeting = /[,!:，]$/.test(first) && countWords(first) <= LONGEST_GREETING && !isClosing(first);
  const rest = lines.length > 1 && isGreeting ? lines.slice(1) : lines;
  const end = rest.findIndex((line) => signOffLine.test(line));
  return end > 0 ? rest.slice(0, end) : rest;
}

const isThanks = (clause: string) => thanksWords.test(clause) || scriptThanks.test(clause);
const isAssent = (clause: string) => assentWords.test(clause) || scriptAssent.test(clause);
const isClosing = (clause: string) => isThanks(clause) || isAssent(clause);

/** A closing word from its start to its end, save for a few words beside; null where it is none, or not sure. */
function readClosing(lines: readonly string[]): AsksReading | null {
  const clauses = readBody(lines)
    .join('\n')
    .split(clauseEnd)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '' && !interjection.test(clause));
  const beside = clauses.filter((clause) => !isThanks(clause) && !farewellWords.test(clause));
  if (clauses.some((clause) => /\b(?:but|however|mais|aber|pero|maar|ale|men|но)\b/u.test(clause))) return null;
  if (beside.some((clause) => doubtWords.test(clause) || scriptDoubts.test(clause) || askingStart.test(clause)))
    return null;
  const rest = beside.filter((clause) => !isAssent(clause));
  if (rest.reduce((sum, clause) => sum + countWords(clause), 0) > MOST_BESIDE) return null;
  if (clauses.some(isThanks)) return { asks: false, reason: 'thanks' };
  const ends = clauses.length > 0 && clauses.every((clause) => isAssent(clause) || farewellWords.test(clause));
  return ends || (beside.length > 0 && isAssent(beside[0]!)) ? { asks: false, reason: 'assent' } : null;
}

function countWords(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].filter((each) => each.isWordLike)
    .length;
}
