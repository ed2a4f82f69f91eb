// How a bench says a figure: what, how much, and its ratio to a limit or to a peer measured in the same run.
export function line(what: string, value: number, unit: string, limit: number, of = 'limit'): void {
  const ratio = value / limit;
  const figure = value >= 100 ? value.toFixed(0) : value.toPrecision(3);
  console.log(`${what}: ${figure} ${unit}, ${ratio.toFixed(2)} of the ${of} (${Number(limit.toPrecision(3))} ${unit})`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
