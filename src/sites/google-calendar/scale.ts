// How many pixels an hour is high. It depends on density and zoom, so the page itself has to tell: its chips together,
// or the height of a day.
import { type ClockTime, minutesOf } from '../dates/clock-times.ts';

/** Where a chip stands in its column, in pixels. */
export interface Box {
  top: number;
  height: number;
}

/** A chip begins one pixel above its hour's line and ends two above the next: 17 of 17 in 2025, 1 in 2019, 3 in 2026. */
const ABOVE = 1;
const GAP = 2;

export function readBox(element: HTMLElement): Box | null {
  const { top, height } = element.style;
  const [from, size] = [pixels(top), pixels(height)];
  return from === null || size === null || from < -ABOVE || size <= 0 ? null : { top: from, height: size };
}

const pixels = (text: string) => (/^-?\d+(\.\d+)?px$/.test(text) ? Number.parseFloat(text) : null);

export const startOf = (box: Box, scale: number) => Math.round(((box.top + ABOVE) / scale) * 60);
export const endOf = (box: Box, scale: number) => startOf(box, scale) + Math.round(((box.height + GAP) / scale) * 60);

/** Scales at which a chip's place and size, both, are what its words say. */
function scalesOf(box: Box, times: ClockTime[]): Map<number, number> {
  const said = new Map<number, number>();
  const vote = (scale: number, weight: number) => {
    if (scale >= MIN && scale <= MAX) said.set(round(scale), Math.max(weight, said.get(round(scale)) ?? 0));
  };
  for (const [index, time] of times.entries())
    for (const start of minutesOf(time)) {
      if (start > 0) vote(((box.top + ABOVE) * 60) / start, 1);
      for (const later of times.slice(index + 1))
        for (const end of minutesOf(later)) {
          const scale = round(((box.height + GAP) * 60) / (end - start));
          if (end > start && startOf(box, scale) === start) vote(scale, 2);
        }
    }
  return said;
}

const MIN = 8;
const MAX = 500;
const round = (scale: number) => Math.round(scale * 100) / 100;

export interface Marked {
  box: Box;
  times: ClockTime[];
}

/**
 * The scale that most chips agree on. One chip is enough only where its place and its size give the same; where two
 * scales are said by as many chips, neither is certain. `dayHeight`, where the page is laid out, is a day's in pixels.
 */
export function findScale(chips: Marked[], dayHeight: number): number | null {
  const votes = new Map<number, number>();
  for (const { box, times } of chips)
    for (const [scale, weight] of scalesOf(box, times)) votes.set(scale, (votes.get(scale) ?? 0) + weight);
  const laidOut = round(dayHeight / 24);
  if (votes.has(laidOut)) votes.set(laidOut, votes.get(laidOut)! + 2);
  const [first, second] = [...votes].toSorted(([, one], [, other]) => other - one);
  if (!first || first[1] < 2 || first[1] === second?.[1]) return null;
  return first[0];
}
