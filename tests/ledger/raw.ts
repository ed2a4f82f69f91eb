// The database of a test, touched past the ledger.
import { openDB } from 'idb';

export async function putRawRow(name: string, store: string, row: object): Promise<void> {
  const database = await openDB(name);
  await database.put(store, row);
  database.close();
}
