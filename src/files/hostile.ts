// What no file of ours holds: keys that reach for an object's prototype.

const hostileKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The first such key anywhere in a parsed file; null when it is safe to keep. */
export function findHostileKey(file: unknown): string | null {
  const left: unknown[] = [file];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const key of Object.keys(value)) {
      if (hostileKeys.has(key)) return key;
      left.push((value as Record<string, unknown>)[key]);
    }
  }
  return null;
}
