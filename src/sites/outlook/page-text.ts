// Text and addresses as the page shows them, made safe to keep.
/** An `Address` of the domain. */
export type NamedAddress = { name?: string; email: string };

const EMAIL = `[^\\s<>()[\\],;:"'@]{1,64}@[^\\s<>()[\\],;:"'@]{1,190}\\.[^\\s<>()[\\],;:"'@.]{2,63}`;
const ONLY_EMAIL = new RegExp(`^${EMAIL}$`);
const NAMED_EMAIL = new RegExp(`([^<>]{0,200})<\\s*(${EMAIL})\\s*>`, 'g');
const ANY_EMAIL = new RegExp(`()(${EMAIL})`, 'g');
/** "From: " before a name, in any language. */
const LABEL = /^([^:：<>@]{1,25}[:：])?[\s,]*/;
const NOT_WORDS = 'button,[role=button],[role=checkbox],[role=img],[role=menuitem],i,svg,style,script';

/** One line of at most `max` characters, without marks of direction or halves of a character. */
export function tidy(text: string | null | undefined, max = 500): string {
  return (text ?? '')
    .slice(0, 20_000)
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** The address a text consists of, lower-cased, or '' where it is anything else. */
export function parseEmail(text: string | null | undefined): string {
  const email = tidy(text, 400);
  return email.length <= 320 && ONLY_EMAIL.test(email) ? email.toLowerCase() : '';
}

/** An address with what the page calls it, where that is a name and not an address again. */
export function nameAddress(email: string, text: string | null | undefined): NamedAddress {
  const name = tidy(text, 200);
  return name && !name.includes('@') ? { name, email } : { email };
}

/** Addresses in one text. Where one stands in <>, only that counts: what is before it is a name, whatever it says. */
export function parseAddresses(text: string | null | undefined): NamedAddress[] {
  return tidy(text, 20_000)
    .split(';')
    .flatMap((part) => {
      const named = [...part.matchAll(NAMED_EMAIL)];
      return (named.length > 0 ? named : [...part.matchAll(ANY_EMAIL)]).map(([, name, email]) =>
        nameAddress(email!.toLowerCase(), name!.replace(LABEL, '')),
      );
    });
}

/** Addresses an element shows, in its text or in the `title` and label of it and of its parts; each once. */
export function readAddresses(element: Element): NamedAddress[] {
  const found = new Map<string, NamedAddress>();
  const parts = [element, ...element.querySelectorAll('[title],[aria-label]')];
  const named = parts.flatMap((part) => readTitles(part).flatMap((title) => readTitle(part, title)));
  for (const one of [...named, ...parseAddresses(element.textContent)])
    if (!found.get(one.email)?.name) found.set(one.email, one);
  return [...found.values()].slice(0, 500);
}

function readTitles(part: Element): (string | null)[] {
  return [part.getAttribute('title'), part.getAttribute('aria-label')];
}

function readTitle(part: Element, title: string | null): NamedAddress[] {
  const email = parseEmail(title);
  return email ? [nameAddress(email, part.textContent)] : parseAddresses(title);
}

/** The first title or label of a part that is, or names, exactly one address. */
export function readTitleAddress(part: Element): NamedAddress | undefined {
  return readTitles(part)
    .map((title) => readTitle(part, title))
    .find((found) => found.length === 1)?.[0];
}

export interface Leaf {
  element: Element;
  text: string;
}

/** The elements that carry words of their own, in the page's order, without buttons, icons and pictures. */
export function findLeaves(root: Element): Leaf[] {
  if ([...root.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()))
    return [{ element: root, text: tidy(root.textContent) }];
  return [...root.children].filter((child) => !child.matches(NOT_WORDS)).flatMap(findLeaves);
}
