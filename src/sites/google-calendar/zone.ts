// Whether the page shows its times in the zone we take it to. Google Calendar has a zone of its own in its settings.

import { fold } from '../dates/date-words.ts';
import { findMain } from './days.ts';
import type { TimedEvent } from './timed.ts';

/**
 * False when the page says otherwise: by the offset written above the hours ("GMT+01"), or by its recurring events, whose
 * ids hold the instant they were planned for. One that was moved differs by itself; two that differ by the same do not.
 * Of two zones side by side only such an event tells which the events are drawn in.
 */
export function isInZone(document: Document, events: TimedEvent[], zone: string): boolean {
  const shifts = events.flatMap(({ chip, start }) => {
    const planned = chip.originalStart;
    return planned?.endsWith('Z') ? [shiftOf(start, planned, zone)] : [];
  });
  const written = readOffsets(document);
  // In a week in which the clocks change one of two offsets is written.
  const days = events.flatMap(({ start }) => [-6, 0, 6].map((away) => start.add({ days: away })));
  const shown = new Set(days.map((day) => offsetOf(day, zone)));
  if (written.length > 0 && events.length > 0 && !written.some((offset) => shown.has(offset))) return false;
  if (shifts.includes(0)) return true;
  return written.every((offset) => shown.has(offset)) && new Set(shifts).size === shifts.length;
}

const shiftOf = (start: Temporal.PlainDateTime, planned: string, zone: string) =>
  start.toZonedDateTime(zone).epochMilliseconds - Temporal.Instant.from(planned).epochMilliseconds;

const offsetOf = (start: Temporal.PlainDateTime, zone: string) =>
  start.toZonedDateTime(zone).offsetNanoseconds / 60_000_000_000;

/** In minutes. A second zone may be shown beside the first. What stands in a chip is somebody's own words. */
function readOffsets(document: Document): number[] {
  const leaves = [...findMain(document).querySelectorAll('*')].filter((one) => one.childElementCount === 0);
  const language = document.documentElement?.lang ?? '';
  return leaves.flatMap((leaf) => {
    const text = fold(leaf.textContent ?? '').trim();
    const [, name = '', sign, hours = '0', minutes = '0'] = OFFSET.exec(text) ?? [];
    if (!isUniversal(name, language) || leaf.closest('[data-eventchip]')) return [];
    return [(sign === '+' || sign === undefined ? 1 : -1) * (Number(hours) * 60 + Number(minutes))];
  });
}

const OFFSET = /^([\p{L}\p{M}]{2,20})(?: ?([+\-\u2212]) ?(\d\d?)(?::?(\d\d))?)?$/u;

/** "GMT", "UTC", and what the page's language calls it: "Гринуич" in Bulgarian, "غرينتش" in Arabic. */
function isUniversal(name: string, language: string): boolean {
  if (name === 'gmt' || name === 'utc') return true;
  return name !== '' && name === getOwnName(language);
}

const known = new Map<string, string>();

function getOwnName(language: string): string {
  let name = known.get(language);
  if (name === undefined) {
    name = /^[\p{L}\p{M}]+/u.exec(fold(writeOffset(language)))?.[0] ?? '';
    known.set(language, name);
  }
  return name;
}

/** "GMT+5" as the language writes it. */
function writeOffset(language: string): string {
  const shape = { timeZone: 'Etc/GMT-5', timeZoneName: 'shortOffset' } as const;
  try {
    const parts = new Intl.DateTimeFormat(language || 'en', shape).formatToParts(0);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  } catch {
    return '';
  }
}
