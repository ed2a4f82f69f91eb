// Text and addresses as the page shows them, made safe to keep.
import type { Address } from '../../domain/record.ts';

const EMAIL = /[^\s<>()[\],;:"'@]{1,64}@[^\s<>()[\],;:"'@]{1,190}\.[^\s<>()[\],;:"'@.]{2,63}/;
const ONLY_EMAIL = new RegExp(`^<?(${EMAIL.source})>?$`);
const NAMED_EMAIL = new RegExp(`([^<>;@]{0,200})<\\s*(${EMAIL.source})\\s*>`, 'g');
const ANY_EMAIL = new RegExp(EMAIL.source, 'g');
/** "From: " before a name, in any language. */
const LABEL = /^[^:：<>@]{1,25}[:：]\s*/;
const MAX_SCANNED = 20_000;
const MAX_ADDRESSES = 500;

export const MAX_SUBJECT = 500;
export const MAX_NAME = 200;

/** One line of at most `max` characters, without marks of direction or halves of a character. */
export function tidy(text: string | null | undefined, max: number): string {
  return (text ?? '')
    .slice(0, MAX_SCANNED)
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** The address a text consists of, lower-cased, or null where it is anything else. */
export function parseEmail(text: string | null | undefined): string | null {
  if (!text || text.length > 320) return null;
  return ONLY_EMAIL.exec(text.trim())?.[1]?.toLowerCase() ?? null;
}

export function address(email: string, name: string | null | undefined): { name?: string; email: string } {
  const clean = tidy(name, MAX_NAME).replace(/^["']|["']$/g, '');
  return clean && !EMAIL.test(clean) ? { name: clean, email } : { email };
}

/** Addresses in one text. Where some stand in <>, only those count: what is before them is a name, whatever it says. */
export function parseAddresses(text: string | null | undefined): Address[] {
  const line = tidy(text, MAX_SCANNED);
  if (!line.includes('@')) return [];
  const named = [...line.matchAll(NAMED_EMAIL)].map((found) =>
    address(found[2]!.toLowerCase(), found[1]!.replace(LABEL, '').replace(/^[\s,]+/, '')),
  );
  return named.length > 0 ? named : [...line.matchAll(ANY_EMAIL)].map((found) => ({ email: found[0].toLowerCase() }));
}

/** Addresses an element shows, in its text or in the `title` and label of it and of its parts; each once. */
export function readAddresses(element: Element): Address[] {
  const found = new Map<string, Address>();
  const add = (one: Address) => {
    if (found.size < MAX_ADDRESSES && !found.get(one.email)?.name) found.set(one.email, one);
  };
  for (const part of [element, ...element.querySelectorAll('[title],[aria-label]')]) {
    for (const name of ['title', 'aria-label']) {
      const value = part.getAttribute(name);
      const email = parseEmail(value);
      if (email) add(address(email, part.textContent));
      else for (const one of parseAddresses(value)) add(one);
    }
  }
  for (const one of parseAddresses(element.textContent)) add(one);
  return [...found.values()];
}

/** An element's own words, without those of buttons, icons and pictures in it. */
export function readText(element: Element, max: number): string {
  return tidy(
    findLeaves(element)
      .map((leaf) => leaf.text)
      .join(' '),
    max,
  );
}

export interface Leaf {
  element: Element;
  text: string;
}

const NOT_WORDS = 'button,[role=button],[role=checkbox],[role=img],[role=menuitem],i,svg,style,script';

/** The elements that carry words of their own, in the page's order. */
export function findLeaves(root: Element): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (element: Element) => {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    if (own) leaves.push({ element, text: tidy(element.textContent, MAX_SUBJECT) });
    else for (const child of element.children) if (!child.matches(NOT_WORDS)) visit(child);
  };
  visit(root);
  return leaves;
}
