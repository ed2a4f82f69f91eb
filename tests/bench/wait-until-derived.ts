// After a ledger was restored the worker derives from it; what is measured begins when that is over.
import type { Page } from 'playwright-core';

/** Resolves when every relationship has its derived row. `page` is one of the extension's own. */
export async function waitUntilDerived(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const known = await indexedDB.databases();
      const request = indexedDB.open(known[0]!.name!);
      const database = await new Promise<IDBDatabase>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
      const read = (store: string) =>
        new Promise<{ stale?: true }[]>((resolve) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
        });
      const [derived, relationships] = [await read('derived'), await read('relationships')];
      database.close();
      return relationships.length > 0 && derived.filter(({ stale }) => !stale).length === relationships.length;
    },
    undefined,
    { timeout: 120_000, polling: 200 },
  );
}
