// Weekdays and halves of the day as people write them, taken from the browser's own locale data instead of tables.

/** What a word of a date can mean. Weekdays are bits 1 (Monday) to 7 (Sunday), because "so" is Sunday or Saturday. */
export interface DateWords {
  /** Takes the page language's weekday out of a folded text: the text without it, and the weekday's bits. */
  takeWeekday(text: string): { rest: string; weekdays: number };
  /** Weekday bits of one folded word in any language known here, 0 where it is none. */
  weekdaysOf(word: string): number;
  halfOf(word: string): 'am' | 'pm' | undefined;
  /** True where the page's language writes year, day, month (Kyrgyz does), so that a leading year proves nothing. */
  yearDayMonth: boolean;
}

const ZONE = { timeZone: 'UTC' } as const;
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
const LANGUAGES =
  'en de fr es it pt nl sv da nb fi is pl cs sk sl hr sr bs hu ro bg mk ru uk be el tr az kk ky uz et lv lt ca gl eu sq ' +
  'cy ga ar fa he ur hi bn mr gu pa ta te kn ml th lo km my vi id ms fil sw af am hy ka mn ne si zh ja ko';
/** Written without a space before the time in Chinese, Japanese and Korean, and in Arabic as one letter. */
const AM = /^(am|上午|午前|오전|凌晨|清晨|早上|ص)$/;
const PM = /^(pm|下午|午後|오후|中午|晚上|م)$/;

const made = new Map<string, DateWords>();
let everywhere: Map<string, number> | undefined;

/** Lower case, plain digits and spaces, no marks of direction; "a. m." becomes "am". */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(/\s+/g, ' ')
    .trim()
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

function trimWord(word: string): string {
  return word.replace(/^[.\s]+|[.\s]+$/g, '');
}

function namesOf(language: string): [string, number][] {
  const names: [string, number][] = [];
  for (const weekday of ['short', 'long'] as const) {
    const format = new Intl.DateTimeFormat(language, { weekday, ...ZONE });
    for (let day = 1; day <= 7; day++) names.push([trimWord(fold(format.format(MONDAY + (day - 1) * DAY))), 1 << day]);
  }
  return names;
}

function weekdaysEverywhere(): Map<string, number> {
  if (everywhere) return everywhere;
  everywhere = new Map();
  for (const language of LANGUAGES.split(' '))
    for (const [name, bit] of namesOf(language)) everywhere.set(name, (everywhere.get(name) ?? 0) | bit);
  return everywhere;
}

function halvesOf(language: string): Map<string, 'am' | 'pm'> {
  const format = new Intl.DateTimeFormat(language, { hour: 'numeric', hour12: true, ...ZONE });
  const half = (hour: number) => {
    const parts = format.formatToParts(MONDAY + hour * 3_600_000);
    return trimWord(fold(parts.find((part) => part.type === 'dayPeriod')?.value ?? ''));
  };
  return new Map([
    [half(9), 'am'],
    [half(15), 'pm'],
  ]);
}

function isYearDayMonth(language: string): boolean {
  const parts = new Intl.DateTimeFormat(language, ZONE).formatToParts(MONDAY).map((part) => part.type);
  return parts.indexOf('year') < parts.indexOf('day') && parts.indexOf('day') < parts.indexOf('month');
}

function makeWords(language: string): DateWords {
  const names = new Map<string, number>();
  for (const [name, bit] of namesOf(language)) names.set(name, (names.get(name) ?? 0) | bit);
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(
    `(?<![\\p{L}\\p{M}])(${longestFirst.map((name) => RegExp.escape(name)).join('|')})(?![\\p{L}\\p{M}])`,
    'u',
  );
  const halves = halvesOf(language);
  return {
    takeWeekday(text) {
      const name = any.exec(text)?.[1];
      return name ? { rest: text.replace(any, ' '), weekdays: names.get(name)! } : { rest: text, weekdays: 0 };
    },
    weekdaysOf: (word) => weekdaysEverywhere().get(word) ?? 0,
    halfOf: (word) => (AM.test(word) ? 'am' : PM.test(word) ? 'pm' : halves.get(word)),
    yearDayMonth: isYearDayMonth(language),
  };
}

/** The words of a page in `language` (its `lang` attribute; English where it has none or an unknown one). */
export function dateWords(language: string): DateWords {
  const known = made.get(language);
  if (known) return known;
  let words: DateWords;
  try {
    words = makeWords(language || 'en');
  } catch {
    words = makeWords('en');
  }
  if (made.size < 8) made.set(language, words);
  return words;
}
