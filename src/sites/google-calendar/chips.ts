// Chips: what stands in the grid for an event, or for a part of one. Class names change from year to year, attributes have
// not (captures of 2019, 2025 and 2026).
import { type ChipId, NO_EVENT, parseChipId, parseJslogId } from './chip-id.ts';
import { findMain } from './days.ts';

export interface Chip extends ChipId {
  element: HTMLElement;
  title: string;
  /** What is read aloud, without the title: times, the calendar's owner, the place, the date, in any language. */
  label: string;
  /** Drawn through: declined, cancelled or done. */
  struck: boolean;
}

export interface FoundChips {
  chips: Chip[];
  /** How many were refused, by the fact of which two ways disagreed. */
  disagreements: Record<string, number>;
}

const MAX_CHIPS = 1000;

/** Inner parts (a handle to drag) repeat `data-eventid`, so chips are told by `data-eventchip`. */
export function findChips(document: Document): FoundChips {
  const elements = [...findMain(document).querySelectorAll<HTMLElement>('[data-eventchip]')].slice(0, MAX_CHIPS);
  const disagreements: Record<string, number> = {};
  const chips = elements.flatMap((element) => {
    const chip = readChip(element);
    if (typeof chip === 'object') return chip ? [chip] : [];
    disagreements[chip] = (disagreements[chip] ?? 0) + 1;
    return [];
  });
  return { chips, disagreements };
}

function readChip(element: HTMLElement): Chip | null | 'id' | 'title' {
  const value = element.getAttribute('data-eventid');
  const parsed = parseChipId(value);
  if (!parsed || value === NO_EVENT) return null;
  const other = parseJslogId(element.getAttribute('jslog'));
  if (other !== undefined && other !== parsed.id) return 'id';
  const shown = findShownTitle(element);
  const spoken = tidy(findSpoken(element));
  if (!shown || !spoken) return null;
  const title = tidy(shown.textContent ?? '');
  const at = spoken.indexOf(title);
  // Marks alone part a title from a time, and are none.
  if (at < 0 || !/[^\p{P}\s]/u.test(title)) return 'title';
  const label = `${spoken.slice(0, at)} | ${spoken.slice(at + title.length)}`;
  return { ...parsed, element, title: cut(title), label, struck: isStruck(shown, element) };
}

/**
 * The first words that are shown and not read aloud: the title, whatever comes after it. Icons have no words, or the name
 * by which a font draws them ("event_busy").
 */
function findShownTitle(element: Element): Element | null {
  const leaves = element.querySelectorAll('[aria-hidden=true], [aria-hidden=true] *');
  return (
    [...leaves].find(
      (leaf) => leaf.childElementCount === 0 && tidy(leaf.textContent ?? '') !== '' && !leaf.matches(ICON),
    ) ?? null
  );
}

/** Google's icon fonts (their own documentation); an `i` has no other use in its pages. */
const ICON = 'i, [class*=material-icons], [class*=material-symbols]';

/** What is read aloud: the longest text outside of what is hidden from readers, else the element's own label. */
function findSpoken(element: Element): string {
  const texts = [...element.querySelectorAll('*')]
    .filter((one) => one.childElementCount === 0 && !one.closest('[aria-hidden=true]'))
    .map((one) => one.textContent ?? '');
  return (
    texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '') || (element.ariaLabel ?? '')
  );
}

function isStruck(shown: Element, chip: Element): boolean {
  const view = shown.ownerDocument.defaultView;
  if (!view) return false;
  for (let at: Element | null = shown; at && at !== chip.parentElement; at = at.parentElement)
    if (view.getComputedStyle(at).textDecoration.includes('line-through')) return true;
  return false;
}

/** On one line, without the marks of direction that stand around words in pages from right to left. */
export const tidy = (text: string) =>
  text
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

const cut = (text: string) => text.slice(0, 500).replace(/[\uD800-\uDBFF]$/, '');
