// Damage to an answer: a value somewhere in it becomes another, or goes.
import fc from 'fast-check';

type Mutate = (body: unknown) => unknown;

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, '', 0, -1, true, [], {}, '__proto__', '2026-13-45', '9999999-01-01T00:00:00Z', 'Z'),
  fc.string(),
  fc.json().map((text) => JSON.parse(text) as unknown),
);

/** Changes one to five places, chosen by how deep and how far along they stand. */
export function mutations(): fc.Arbitrary<Mutate> {
  const step = fc.record({
    path: fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }),
    value: junk,
    remove: fc.boolean(),
  });
  return fc.array(step, { minLength: 1, maxLength: 5 }).map((steps) => (body) => {
    const copy = { body: structuredClone(body) };
    for (const { path, value, remove } of steps) change(copy, path, value, remove);
    return copy.body;
  });
}

function change(root: object, path: number[], value: unknown, remove: boolean): void {
  let at: Record<string, unknown> = root as Record<string, unknown>;
  let key = 'body';
  for (const step of path) {
    const next = at[key];
    if (typeof next !== 'object' || next === null) break;
    const keys = Object.keys(next);
    if (keys.length === 0) break;
    at = next as Record<string, unknown>;
    key = keys[step % keys.length]!;
  }
  if (remove && Object.hasOwn(at, key) && key !== 'body') delete at[key];
  else at[key] = value;
}
