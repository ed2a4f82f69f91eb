// Partial answers, as Google's `fields` parameter asks for them: `items(id,start),nextPageToken`.
type Wanted = Map<string, Wanted | null>;

export function pickFields(value: unknown, fields: string | null): unknown {
  return fields === null ? value : pick(value, parse(fields));
}

function pick(value: unknown, wanted: Wanted | null): unknown {
  if (wanted === null || wanted.has('*')) return value;
  if (Array.isArray(value)) return value.map((each) => pick(each, wanted));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => wanted.has(name));
  return Object.fromEntries(kept.map(([name, each]) => [name, pick(each, wanted.get(name) ?? null)]));
}

function parse(text: string): Wanted {
  const wanted: Wanted = new Map();
  for (const part of splitOutside(text)) {
    const [, name = '', within, below] = /^([^(/]+)(?:\((.*)\)|\/(.*))?$/s.exec(part.trim()) ?? [];
    wanted.set(name, within ? parse(within) : below ? parse(below) : null);
  }
  return wanted;
}

/** At commas that stand in no bracket. */
function splitOutside(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}
