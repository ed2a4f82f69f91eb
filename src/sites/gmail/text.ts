// Words of the page as plain values: capped, on one line, without characters that re-order what stands beside them.
import type { Address } from '../../domain/record.ts';

const NAME_CAP = 200;
export const SUBJECT_CAP = 500;

/** Printable ASCII with single spaces is tidy already: most of what is read, and no Unicode tables are needed for it. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

export function tidy(text: string, cap: number): string {
  if (PLAIN.test(text)) return text.slice(0, cap);
  const line = text
    .slice(0, cap * 20)
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.slice(0, cap).toWellFormed();
}

/** Without invisible marks of format, such as those of direction. */
export const dropMarks = (text: string) => (PLAIN.test(text) ? text : text.replace(/\p{Cf}/gu, ''));

/** Text of an element in which emoji are images (`data-emoji`, otherwise `alt`). */
export function textOf(element: Element): string {
  if (!element.querySelector('img')) return element.textContent;
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.nodeValue;
    else if (node.nodeType === 1) text += emojiOf(node as Element) ?? textOf(node as Element);
  }
  return text;
}

function emojiOf(element: Element): string | undefined {
  if (element.localName !== 'img') return undefined;
  return element.getAttribute('data-emoji') || element.getAttribute('alt') || '';
}

const PLAIN_ADDRESS = /^[\w.+-]+@[\w.-]+$/;
/** One address and nothing else, invisible characters included. */
const ADDRESS = /^[^\s\p{C}<>()",;:@]+@[^\s\p{C}<>()"',;:@]+$/u;

export function parseEmail(text: string | null | undefined): string {
  const email = text?.trim().toLowerCase() ?? '';
  return email.length <= 320 && (PLAIN_ADDRESS.test(email) || ADDRESS.test(email)) ? email : '';
}

/** The address an element carries, or ''. Never taken from its visible text, which may be a name chosen by anybody. */
export function emailOf(element: Element): string {
  return parseEmail(element.getAttribute('email')) || parseEmail(element.getAttribute('data-hovercard-id'));
}

/** What the page calls this person; translated for oneself ("me"), so it is for showing and never for comparing. */
export function nameOf(element: Element): { name?: string } {
  const name = tidy(element.getAttribute('name') || textOf(element), NAME_CAP);
  return name ? { name } : {};
}

/** The people these elements name, each address once, in the page's order. */
export function readAddresses(elements: Iterable<Element>): Address[] {
  const people = new Map<string, Address>();
  for (const element of elements) {
    const email = emailOf(element);
    if (email && !people.has(email)) people.set(email, { ...nameOf(element), email });
  }
  return [...people.values()];
}
