// Whether a text names a date, in whatever language it is written (PROGRAMMES A2: an automatic message without its return
// date is not finished).

/** Languages whose months are known by name; more cost nothing but the time to look. */
const locales =
  'en fr de es it pt nl sv da nb fi pl cs sk hu ro bg ru uk el tr he ar fa hi zh ja ko vi id th lt lv et hr sr sl ca eu'.split(
    ' ',
  );

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .toLowerCase();

const names = new Map<number, string[]>();

function monthNames(month: number): string[] {
  const known = names.get(month);
  if (known) return known;
  const date = Date.UTC(2026, month - 1, 15);
  const found = new Set<string>();
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      for (const options of [{ month: style }, { month: style, day: 'numeric' }] as const) {
        const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatToParts(date);
        const name = plain(parts.find(({ type }) => type === 'month')?.value ?? '').replace(/\.$/, '');
        if (name.length > 1 && !/^\d+$/.test(name)) found.add(name);
      }
    }
  }
  const list = [...found];
  names.set(month, list);
  return list;
}

/** `date` is YYYY-MM-DD. True where day and month stand together in the text, by number or by name. */
export function namesDate(text: string, date: string): boolean {
  const { day, month, year } = Temporal.PlainDate.from(date);
  const words = plain(text);
  const [d, m] = [`0?${day}`, `0?${month}`];
  const numeric = `(?<!\\d)(?:${year}[-./\\s]{1,2}${m}[-./\\s]{1,2}${d}|${d}[-./]\\s?${m}(?:[-./]|(?!\\d))|${m}[-./]${d}(?:[-./]|(?!\\d)))(?!\\d{3,})`;
  const named = `(?:${monthNames(month)
    .map((name) => RegExp.escape(name))
    .join('|')})`;
  const spelt = `(?<!\\d)${d}(?!\\d)[^\\d\\n]{0,12}${named}|${named}[^\\d\\n]{0,8}(?<!\\d)${d}(?!\\d)`;
  const east = `(?<!\\d)${m}\\s?[月월]\\s?${d}\\s?[日일]`;
  return new RegExp(`${numeric}|${spelt}|${east}`, 'u').test(words);
}
