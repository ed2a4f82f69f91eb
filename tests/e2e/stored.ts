// What is stored, as a page of the extension may read it.
import type { ListName, RecordOf } from '../../src/domain/ledger.ts';
import type { Derived } from '../../src/domain/verdict/derive.ts';
import { markThreads } from '../../src/features/deadlines/marks.ts';
import { describeMark } from '../../src/features/deadlines/words.ts';
import { demonstration } from '../standin/semester.ts';
import type { World } from './world.ts';

/** All records of one store of the database. */
async function readStore<T>({ waymark }: World, store: string): Promise<T[]> {
  const page = await waymark.open(waymark.url('icons/waymark.svg'));
  const rows = await page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('waymark');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction(name).objectStore(name).getAll();
          asking.onerror = () => reject(asking.error);
          asking.onsuccess = () => resolve(asking.result);
          asking.transaction!.oncomplete = () => opening.result.close();
        };
      }),
    store,
  );
  await page.close();
  return rows as T[];
}

/** The records of one list of the ledger. */
export async function readRecords<L extends ListName>(world: World, list: L): Promise<RecordOf<L>[]> {
  return (await readStore<{ record: RecordOf<L> }>(world, list)).map(({ record }) => record);
}

export async function readDerived(world: World): Promise<Derived[]> {
  return readStore<Derived>(world, 'derived');
}

/** What the chip of each thread has to say now, by the verdicts that are stored. */
export async function planChips(world: World): Promise<Map<string, string>> {
  const marks = markThreads(await readDerived(world));
  return new Map(
    [...marks].map(([thread, { mark }]) => [thread, describeMark(mark, world.waymark.now(), demonstration.zone).text]),
  );
}
