// Chance that comes out the same every time.
export interface Random {
  /** From 0 to 1, 1 exclusive. */
  next(): number;
  /** Whole, both ends inclusive. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
}

/** mulberry32. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return { next, between, pick: (list) => list[between(0, list.length - 1)]! };
}
