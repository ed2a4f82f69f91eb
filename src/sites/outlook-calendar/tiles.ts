// Tiles: what stands in the calendar for an event. The wrapper carries the id, the button within it the words (derived 1;
// eight public projects).
import { type EventLabel, parseEventLabel } from './event-label.ts';

export interface Tile {
  element: Element;
  id: string;
  label: EventLabel;
}

export interface FoundTiles {
  tiles: Tile[];
  disagreements: Record<string, number>;
}

const MAX_TILES = 1000;

export function findTiles(document: Document): FoundTiles {
  const wrappers = [...document.querySelectorAll('[data-calitemid]')].slice(0, MAX_TILES);
  const found: FoundTiles = { tiles: [], disagreements: {} };
  for (const element of wrappers) {
    const tile = readTile(element);
    if (typeof tile === 'string') found.disagreements[tile] = (found.disagreements[tile] ?? 0) + 1;
    else if (tile) found.tiles.push(tile);
  }
  return found;
}

function readTile(element: Element): Tile | null | 'title' | 'time' {
  const id = toApiId(element.getAttribute('data-calitemid'));
  const button = element.matches('[role=button][aria-label]')
    ? element
    : element.querySelector('[role=button][aria-label]');
  const label = parseEventLabel(button?.getAttribute('aria-label') ?? '');
  if (!id || !button || !label?.title) return null;
  const other = readTitle(button.getAttribute('title'), label);
  if (other === 'title' || other === 'time') return other;
  return isShownOtherwise(button, label) ? 'time' : { element, id, label: { ...label, ...other } };
}

/**
 * `title` says subject, place and times again, on lines of their own (derived 2): it tells a subject's commas from the
 * label's, and proves the times. Prefixes may stand in one and not in the other.
 */
function readTitle(
  title: string | null,
  { title: subject, written, location }: EventLabel,
): 'title' | 'time' | Partial<EventLabel> {
  const lines = (title ?? '').split('\n').map(plain).filter(Boolean);
  if (lines.length === 0) return {};
  const first = lines[0]!;
  if (first !== plain(subject) && !first.endsWith(`: ${plain(subject)}`)) return 'title';
  const times = lines.findLast((line) => CLOCKS.test(line));
  if (written.length > 0 && times !== undefined && !written.every((time) => times.includes(plain(time)))) return 'time';
  const place = lines.find((line, at) => at > 0 && isSamePlace(line, location));
  return place === undefined ? {} : { location: place };
}

/** A label's place may end too early, or have something else behind it: commas part it from what follows. */
const isSamePlace = (line: string, location = '') =>
  location !== '' && (line.startsWith(plain(location)) || plain(location).startsWith(line));

const CLOCKS = /^\D{0,12}\d\d?:\d\d.*\d\d?:\d\d\D{0,6}$/;
const plain = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();

/** A `time` element in the tile shows when it begins (derived 1). */
function isShownOtherwise(button: Element, { written }: EventLabel): boolean {
  const shown = plain(button.querySelector('time')?.textContent ?? '');
  return (
    written.length > 0 && /^\d\d?:\d\d/.test(shown) && !plain(written[0]!).startsWith(shown.replace(/ ?[ap]m$/i, ''))
  );
}

/** Exchange ids are base64; Graph writes the same bytes with `-` and `_` for `/` and `+` (PLATFORM-FACTS). */
function toApiId(value: string | null): string {
  return value && /^[\w+/=-]{1,500}$/.test(value) ? value.replaceAll('/', '-').replaceAll('+', '_') : '';
}
