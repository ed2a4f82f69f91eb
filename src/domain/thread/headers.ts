// A message's header fields as its source gives them, and the few questions that rules ask of them (RFC 5322).
import type { Address } from '../record.ts';

/** One field, the name in any case, the value unfolded and decoded. */
export interface HeaderField {
  name: string;
  value: string;
}

export class MailHeaders {
  readonly #values = new Map<string, string[]>();

  constructor(fields: Iterable<HeaderField>) {
    for (const { name, value } of fields) {
      const key = name.toLowerCase();
      const known = this.#values.get(key);
      if (known) known.push(value.trim());
      else this.#values.set(key, [value.trim()]);
    }
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The first value of a field, lower-cased; '' where there is none. `name` is in lower case. */
  low(name: string): string {
    return this.first(name).toLowerCase();
  }

  first(name: string): string {
    return this.#values.get(name)?.[0] ?? '';
  }

  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }
}

/** Header fields that hold addresses, already parsed by the source. */
export interface Parties {
  from: Address;
  sender?: Address;
  replyTo: readonly Address[];
  to: readonly Address[];
  cc: readonly Address[];
}
