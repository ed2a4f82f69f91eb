// Gmail's identifiers. The legacy hex id is the one its API knows; `thread-f:N` and `msg-f:N` are the same number in
// decimal (captures list-row_2025-11, message-shell_2023-08). Ids made in this browser (`thread-a:r…`, `msg-a:r…`) and
// the text "undefined" (gmail.js #814, Nov 2025) are no ids.

export type IdKind = 'thread' | 'msg';

const LEGACY = /^[1-9a-f][0-9a-f]{7,15}$/;

/** A legacy hex id from any of the forms an attribute may hold, or undefined. */
export function parseId(value: string | null | undefined, kind: IdKind): string | undefined {
  if (!value || LEGACY.test(value)) return value || undefined;
  const spelled = value.trim().toLowerCase();
  const text = spelled.startsWith('#') ? spelled.slice(1) : spelled;
  const decimal = text.startsWith(`${kind}-f:`) && text.slice(kind.length + 3);
  if (decimal) return /^\d{8,19}$/.test(decimal) ? BigInt(decimal).toString(16) : undefined;
  return /^[0-9a-f]{8,16}$/.test(text) ? text.replace(/^0+/, '') || undefined : undefined;
}

/**
 * Arrival time of the message with this id, to the second, UTC. The bits above the twentieth, all but the last five
 * digits, are milliseconds since 1970 (PAGE-FACTS section 1: equal to Gmail's own internal date in 5 of 5). Undefined
 * outside 2004 to 2100: then the number is not a time.
 */
export function parseIdTime(id: string | undefined): string | undefined {
  const ms = Number.parseInt(id?.slice(0, -5) ?? '', 16);
  return ms >= EARLIEST && ms < LATEST ? `${new Date(ms).toISOString().slice(0, 19)}Z` : undefined;
}

const EARLIEST = Date.UTC(2004);
const LATEST = Date.UTC(2100);

/**
 * The second way to an id: the base64 JSON lists that Gmail keeps in `jslog`, which start with the id. Part `1:` names
 * the thread and part `4:` the message (captures of 2023 and 2025).
 */
export function parseJslog(jslog: string | null, kind: IdKind): string | undefined {
  for (const part of jslog?.split(';') ?? []) {
    const text = part.trim();
    if (!text.startsWith(kind === 'thread' ? '1:' : '4:')) continue;
    const id = /^\["(#?(?:thread|msg)-f:\d+)"/.exec(decodeStart(text.slice(2)))?.[1];
    if (id) return parseId(id, kind);
  }
  return undefined;
}

/** The id stands within the first 48 bytes, so a list that is cut or ends in dots does no harm. */
function decodeStart(base64: string): string {
  try {
    return atob(base64.slice(0, 64).replace(/\.+$/, '').replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** The ids these elements carry in the named attributes, attribute by attribute. */
export function* readIds(elements: Element[], kind: IdKind, attributes: string[]): Generator<string, undefined> {
  for (const attribute of attributes) {
    for (const element of elements) {
      const id = parseId(element.getAttribute(attribute), kind);
      if (id) yield id;
    }
  }
  return undefined;
}

/**
 * The id that the named attributes agree on; where none of them holds one, the one that `jslog` does. Of two that differ
 * nobody can say which is meant, so neither is.
 */
export function readOneId(
  elements: Element[],
  kind: IdKind,
  attributes: string[],
  findLogging = () => elements,
): string | undefined {
  const told = agree(elements, attributes, (value) => parseId(value, kind));
  return (told ?? agree(findLogging(), ['jslog'], (value) => parseJslog(value, kind))) || undefined;
}

/** '' where two ids differ, undefined where there is none. Every row is read by it at every scan, so it makes nothing. */
function agree(
  elements: Element[],
  attributes: string[],
  parse: (value: string | null) => string | undefined,
): string | undefined {
  let told: string | undefined;
  for (const element of elements) {
    for (const attribute of attributes) {
      const id = parse(element.getAttribute(attribute)) || told;
      if (told !== undefined && id !== told) return '';
      told = id;
    }
  }
  return told;
}

/** Every way these elements tell an id, the most trusted first: the attributes as named, then `jslog`. */
export function* readAllIds(elements: Element[], kind: IdKind, attributes: string[]): Generator<string, undefined> {
  yield* readIds(elements, kind, attributes);
  yield* readJslogIds(elements, kind);
  return undefined;
}

export function* readJslogIds(elements: Iterable<Element>, kind: IdKind): Generator<string, undefined> {
  for (const element of elements) {
    const id = parseJslog(element.getAttribute('jslog'), kind);
    if (id) yield id;
  }
  return undefined;
}
