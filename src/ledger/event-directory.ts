// Where the record of an event stands, for writing thousands at once: looking each up in an index costs as much as
// writing it. Kept as long as a connection lives, and believed only while nobody else wrote events: the store holds a
// token that every writing of events changes in its own transaction.
import type { Row } from './codec.ts';
import type { Desk } from './shelf.ts';

/** From so many keys on, reading all that is stored once is cheaper than looking each up. */
const manyKeys = 200;
const note = 'events';

export class EventDirectory {
  #ids = new Map<string, string>();
  /** Null until it was read. */
  #token: string | null = null;

  /** Rows of the events that have one of these keys. */
  async find(desk: Desk, keys: readonly string[]): Promise<unknown[]> {
    if (!(await this.#isReady(desk, keys.length))) {
      return (await Promise.all(keys.map((key) => desk.by('events', 'same', key)))).flat();
    }
    const ids = new Set(keys.flatMap((key) => this.#ids.get(key) ?? []));
    return (await Promise.all([...ids].map((id) => desk.get('events', id)))).filter((row) => row !== undefined);
  }

  /** Told of every row that is written, in its transaction; `after` is null when it goes. */
  note(id: string, before: readonly string[], after: readonly string[] | null): void {
    if (this.#token === null) return;
    for (const key of before) if (this.#ids.get(key) === id) this.#ids.delete(key);
    for (const key of after ?? []) this.#ids.set(key, id);
  }

  /** Where the transaction fails, the token that is stored is another one, and what was noted is forgotten. */
  async sign(desk: Desk): Promise<void> {
    const token = crypto.randomUUID();
    if (this.#token !== null) this.#token = token;
    await desk.put('meta', { id: note, value: token });
  }

  async #isReady(desk: Desk, keys: number): Promise<boolean> {
    const stored = ((await desk.get('meta', note)) as { value?: string } | undefined)?.value;
    if (this.#token !== null && stored === this.#token) return true;
    this.#token = null;
    this.#ids = new Map();
    if (keys < manyKeys) return false;
    for (const row of (await desk.all('events')) as Row[]) for (const key of row.same ?? []) this.#ids.set(key, row.id);
    this.#token = '';
    await this.sign(desk);
    return true;
  }
}

/** Events were written past the directory. */
export async function forgetDirectory(desk: Desk): Promise<void> {
  await desk.remove('meta', note);
}
