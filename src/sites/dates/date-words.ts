// Weekdays and halves of the day as people write them, from the browser's own locale data instead of tables.

/** What the words beside a date mean. Weekdays are bits 1 (Monday) to 7 (Sunday): "so" is Sunday or Saturday. */
export interface DateWords {
  /** 0 where no word is a known weekday. */
  weekdays: number;
  half: 'am' | 'pm' | undefined;
  /** True where a word is left that may be a half of the day in a language not known here. */
  unknown: boolean;
}

export type Half = DateWords['half'];
interface Language {
  weekdays: Map<string, number>;
  halves: Map<string, Half>;
}

const ZONE = { timeZone: 'UTC' } as const;
const MONDAY = Date.UTC(2024, 0, 1);
const HOUR = 3_600_000;
const LANGUAGES =
  'en de fr es it pt nl sv da nb fi is pl cs sk sl hr sr hu ro bg mk ru uk el tr az kk uz et lv lt ca eu sq cy ar fa he ur ' +
  'hi bn ta th vi id sw ka mn zh ja ko';
const AM = /^(am|上午|午前|오전|凌晨|清晨|早上|ص)$/;
const PM = /^(pm|下午|午後|오후|中午|晚上|م)$/;
/** "klo" (Finnish), "kl" (Danish), "u" (Bosnian), "г", "ч" (Bulgarian), "Uhr" (German), "at": they mean nothing here. */
const FILLER = /^(klo|kl|u|г|ч|uhr|at)$/;

const known = new Map<string, Language>();

/** Lower case, plain digits and spaces, no marks of direction; "a. m." becomes "am". */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/(?<!\p{L})(\p{L})\. ?(\p{L})(?:\.|(?!\p{L}))/gu, '$1$2');
}

// Decimal digits stand in runs of ten, so a digit's value is its distance from the start of its run.
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** Names of more than one word give each word the weekdays it stands for: Hebrew "יום ד׳" is any day, and Wednesday. */
function addWeekdays(weekdays: Map<string, number>, language: string): void {
  for (const weekday of ['short', 'long'] as const) {
    const format = new Intl.DateTimeFormat(language, { weekday, ...ZONE });
    for (let day = 1; day <= 7; day++)
      for (const word of wordsOf(format.format(MONDAY + (day - 1) * 24 * HOUR)))
        weekdays.set(word, (weekdays.get(word) ?? 0) | (1 << day));
  }
}

function readLanguage(language: string): Language {
  const weekdays = new Map<string, number>();
  for (const one of language.split(' ')) addWeekdays(weekdays, one);
  const format = new Intl.DateTimeFormat(language.split(' '), { hour: 'numeric', hour12: true, ...ZONE });
  const half = (hour: number) => {
    const parts = format.formatToParts(MONDAY + hour * HOUR);
    return wordsOf(parts.find((part) => part.type === 'dayPeriod')?.value ?? '').join(' ');
  };
  const halves = new Map<string, Half>([
    [half(9), 'am'],
    [half(15), 'pm'],
  ]);
  return { weekdays, halves };
}

/** Which half of the day this one word means in the page's language, or in any whose words are known here. */
export function findHalf(word: string, language: string): Half {
  if (AM.test(word)) return 'am';
  return PM.test(word) ? 'pm' : getLanguage(language).halves.get(word);
}

function getLanguage(language: string): Language {
  let found = known.get(language);
  if (!found) {
    try {
      found = readLanguage(language || 'en');
    } catch {
      found = readLanguage('en');
    }
    known.set(language, found);
  }
  return found;
}

/** Reads the words of a folded date: in the page's language (its `lang`), a weekday otherwise in any known here. */
export function readDateWords(text: string, language: string): DateWords {
  const { weekdays } = getLanguage(language);
  let half: Half;
  const others = wordsOf(text).filter((word) => {
    const one = findHalf(word, language);
    if (!one || half) return !FILLER.test(word);
    half = one;
    return false;
  });
  const own = takeWeekdays(others, weekdays);
  if (own.weekdays || others.length === 0) return { half, ...own };
  const any = takeWeekdays(others, getLanguage(LANGUAGES).weekdays);
  // Of two words that are weekdays somewhere, one may be a half of the day: "Pay, 12:52 TO" is Thursday morning in Uzbek.
  return { half, weekdays: any.weekdays, unknown: any.unknown || others.length > 1 };
}

function takeWeekdays(words: string[], names: Map<string, number>): { weekdays: number; unknown: boolean } {
  const bits = words.map((word) => names.get(word) ?? 0);
  const found = bits.filter(Boolean);
  const weekdays = found.length > 0 ? found.reduce((all, bit) => all & bit) || 1 : 0;
  return { weekdays, unknown: found.length < words.length };
}
