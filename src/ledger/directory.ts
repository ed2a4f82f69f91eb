// Where the record of an event or a message stands, for writing thousands at once: looking each up in an index costs as
// much as writing it. Kept as long as a connection lives, and believed only while nobody else wrote such records: the
// store holds a token that every writing of them changes in its own transaction.
import type { Row } from './codec.ts';
import type { Desk } from './shelf.ts';

/** From so many keys on, reading all that is stored once is cheaper than looking each up. */
const manyKeys = 200;

/** Lists of records that several places tell of. */
export type JoinedList = 'events' | 'messages';

export class Directory {
  readonly #list: JoinedList;
  #ids = new Map<string, readonly string[]>();
  /** Null until it was read. */
  #token: string | null = null;

  constructor(list: JoinedList) {
    this.#list = list;
  }

  /** Rows of the records that have one of these keys. */
  async find(desk: Desk, keys: readonly string[]): Promise<unknown[]> {
    if (!(await this.#isReady(desk, keys.length))) {
      return (await Promise.all(keys.map((key) => desk.by(this.#list, 'same', key)))).flat();
    }
    const ids = new Set(keys.flatMap((key) => this.#ids.get(key) ?? []));
    return (await Promise.all([...ids].map((id) => desk.get(this.#list, id)))).filter((row) => row !== undefined);
  }

  /** Told of every row that is written, in its transaction; `after` is null when it goes. */
  note(id: string, before: readonly string[], after: readonly string[] | null): void {
    if (this.#token === null) return;
    for (const key of before) this.#forget(key, id);
    for (const key of after ?? []) this.#add(key, id);
  }

  /** Where the transaction fails, the token that is stored is another one, and what was noted is forgotten. */
  async sign(desk: Desk): Promise<void> {
    const token = crypto.randomUUID();
    if (this.#token !== null) this.#token = token;
    await desk.put('meta', { id: this.#list, value: token });
  }

  #add(key: string, id: string): void {
    const known = this.#ids.get(key);
    if (!known) this.#ids.set(key, [id]);
    else if (!known.includes(id)) this.#ids.set(key, [...known, id]);
  }

  #forget(key: string, id: string): void {
    const left = this.#ids.get(key)?.filter((each) => each !== id);
    if (left?.length) this.#ids.set(key, left);
    else this.#ids.delete(key);
  }

  async #isReady(desk: Desk, keys: number): Promise<boolean> {
    const stored = ((await desk.get('meta', this.#list)) as { value?: string } | undefined)?.value;
    if (this.#token !== null && stored === this.#token) return true;
    this.#token = null;
    this.#ids = new Map();
    if (keys < manyKeys) return false;
    for (const row of (await desk.all(this.#list)) as Row[]) for (const key of row.same ?? []) this.#add(key, row.id);
    this.#token = '';
    await this.sign(desk);
    return true;
  }
}

/** Such records were written past the directory. */
export async function forgetDirectory(desk: Desk, list: JoinedList): Promise<void> {
  await desk.remove('meta', list);
}
