// Changes a site may make to its markup from one day to the next, made on purpose: other classes, other languages, other
// digits, boxes more or fewer. Whatever a reader still tells of such a page has to be what it told before.
import fc from 'fast-check';

interface Place {
  page: Document;
  elements: Element[];
  element: Element;
  /** An element nobody knows, empty. */
  box: HTMLElement;
  which: number;
}

const CHANGES = {
  'hash-classes': ({ elements }: Place) => {
    for (const each of elements) if (each.hasAttribute('class')) rehash(each, each.getAttribute('class')!);
  },
  'hash-one-class': ({ element, which }: Place) => rehash(element, `${which}`),
  'drop-labels': ({ elements }: Place) => {
    for (const each of elements) each.removeAttribute('aria-label');
  },
  'drop-one-label': ({ element, which }: Place) => element.removeAttribute(WORDY[which % 2]!),
  'drop-attribute': ({ element, which }: Place) => {
    const names = element.getAttributeNames();
    element.removeAttribute(names[which % Math.max(1, names.length)] ?? 'id');
  },
  'reorder-attributes': ({ elements }: Place) => reorder(elements),
  wrap: ({ element, box }: Place) => {
    element.replaceWith(box);
    box.append(element);
  },
  unwrap: ({ element }: Place) => element.replaceWith(...element.childNodes),
  'insert-before': ({ element, box, which }: Place) => element.before(fill(box, which)),
  // Within words it would be one of them.
  'insert-inside': ({ element, box, which }: Place) =>
    hasWords(element) ? element.before(fill(box, which)) : element.prepend(fill(box, which)),
  remove: ({ element }: Place) => element.remove(),
  swap: ({ element }: Place) => element.nextElementSibling?.after(element),
  twin: ({ element }: Place) => element.after(element.cloneNode(true)),
  digits: ({ elements, which }: Place) => rewrite(elements, inDigits(DIGITS[which % DIGITS.length]!)),
  words: ({ page, elements, which }: Place) =>
    translate(page, elements, LANGUAGES[which % LANGUAGES.length]!, which % 3 > 0),
  spaces: ({ elements, which }: Place) =>
    rewrite(elements, (text) => text.replace(/(?<=\S) (?=\S)/g, which % 2 ? '\u202f' : '\u00a0')),
  'right-to-left': ({ page, elements }: Place) => {
    page.documentElement.setAttribute('dir', 'rtl');
    rewrite(elements, (text) => (text.trim() ? `\u200f\u202b${text}\u202c` : text));
  },
};

export interface Mutation {
  kind: keyof typeof CHANGES;
  at: number;
  which: number;
}

/** One to `most` changes; `without` leaves out kinds that change what is true on this page. */
export function mutations(most: number, without: Mutation['kind'][] = []): fc.Arbitrary<Mutation[]> {
  const kinds = (Object.keys(CHANGES) as Mutation['kind'][]).filter((each) => !without.includes(each));
  const one = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(), which: fc.nat() });
  return fc.array(one, { minLength: 1, maxLength: most });
}

const LANGUAGES = 'de fr es it pt nl cs pl tr ru el ar fa he hi bn my th ja ko zh-CN zh-TW vi id sv fi'.split(' ');
const DIGITS = ['٠', '۰', '०', '০', '၀', '０'];
const NOISE = ['3', '12:30', '✨', 'Yesterday', '2027', 'Inbox', 'event_busy', '+2', 'new', 'Bo Lee', '(7)'];
/** What people see or hear; ids, styles and addresses stay what they are. */
const WORDY = ['aria-label', 'title'];

/** A copy of the page with these changes. `root` holds what is changed: all elements below it. */
export function mutate(page: Document, all: Mutation[], root = 'body'): Document {
  const copy = page.cloneNode(true) as Document;
  for (const one of all) apply(copy, copy.querySelector(root) ?? copy.body, one);
  return copy;
}

function apply(page: Document, root: Element, { kind, at, which }: Mutation): void {
  const elements = [...root.querySelectorAll('*')];
  const element = elements[at % Math.max(1, elements.length)];
  const box = page.createElement(which % 2 ? 'div' : 'span');
  if (element) CHANGES[kind]({ page, elements, element, box: rehash(box, `${which}`), which });
}

function fill<T extends Element>(box: T, which: number): T {
  box.textContent = NOISE[which % NOISE.length]!;
  return box;
}

const hasWords = (element: Element) =>
  [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());

/** A class as a new build would name it. */
function rehash<T extends Element>(element: T, seed: string): T {
  const number = [...seed].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 0xfffff, 7);
  element.setAttribute('class', `c${number.toString(36)}`);
  return element;
}

function reorder(elements: Element[]): void {
  for (const each of elements) {
    const all = each.getAttributeNames().map((name) => [name, each.getAttribute(name)!] as const);
    for (const [name] of all) each.removeAttribute(name);
    for (const [name, value] of all.toReversed()) each.setAttribute(name, value);
  }
}

/** Every text that is shown or read aloud. */
function rewrite(elements: Element[], change: (text: string) => string): void {
  for (const each of elements) {
    for (const name of WORDY) {
      const value = each.getAttribute(name);
      if (value) each.setAttribute(name, change(value));
    }
    for (const node of each.childNodes) if (node.nodeType === 3) node.nodeValue = change(node.nodeValue!);
  }
}

function inDigits(zero: string): (text: string) => string {
  return (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(zero.codePointAt(0)! + Number(digit)));
}

/** English months, weekdays and halves of the day in another language, as the browser's locale data have them. */
function translate(page: Document, elements: Element[], language: string, says: boolean): void {
  if (says) page.documentElement.setAttribute('lang', language);
  const words = wordsOf(language);
  rewrite(elements, (text) => text.replace(/\p{L}+/gu, (word) => words.get(word.toLowerCase()) ?? word));
}

function wordsOf(language: string): Map<string, string> {
  const words = new Map<string, string>();
  const add = (shape: Intl.DateTimeFormatOptions, type: string, at: number) => {
    const [from, to] = ['en', language].map((each) => {
      const format = new Intl.DateTimeFormat(each, { ...shape, timeZone: 'UTC', calendar: 'gregory' });
      return format.formatToParts(at).find((part) => part.type === type)?.value ?? '';
    });
    if (from && to) words.set(from.toLowerCase(), to);
  };
  for (const width of ['long', 'short'] as const) {
    for (let month = 0; month < 12; month++) add({ month: width, day: 'numeric' }, 'month', Date.UTC(2025, month, 10));
    for (let day = 1; day <= 7; day++) add({ weekday: width }, 'weekday', Date.UTC(2024, 0, day));
  }
  for (const hour of [9, 15]) add({ hour: 'numeric', hour12: true }, 'dayPeriod', Date.UTC(2024, 0, 1, hour));
  return words;
}
