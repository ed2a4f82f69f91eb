// Listing in pages. What a run lists is fixed when it begins, so a page that is asked for twice is the same twice.
export interface Page<T> {
  items: T[];
  /** The token of the next page; absent on the last. */
  next?: string;
}

const kept = 200;

export class Runs<T, Extra = unknown> {
  readonly #runs = new Map<string, { items: T[]; extra: Extra }>();
  #count = 0;

  /** The token of the first page. */
  begin(items: T[], extra: Extra): string {
    const name = `run${++this.#count}`;
    this.#runs.set(name, { items, extra });
    for (const old of [...this.#runs.keys()].slice(0, -kept)) this.#runs.delete(old);
    return seal({ name, offset: 0 });
  }

  /** Null for a token that nobody gave out. */
  page(token: string, size: number): (Page<T> & { extra: Extra }) | null {
    const { name, offset } = unseal<{ name: string; offset: number }>(token) ?? {};
    const run = this.#runs.get(name ?? '');
    if (!run || offset === undefined) return null;
    const end = offset + size;
    const next = end < run.items.length ? { next: seal({ name, offset: end }) } : {};
    return { items: run.items.slice(offset, end), ...next, extra: run.extra };
  }
}

/** Opaque to whoever gets it. */
export function seal(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

export function unseal<T>(token: string): T | null {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as T;
  } catch {
    return null;
  }
}
