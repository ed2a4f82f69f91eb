// The database's shape, as numbered steps: step 1 makes schema 1 out of nothing. A step is never changed once shipped.
import type { IDBPDatabase, IDBPObjectStore, IDBPTransaction } from 'idb';

export type UpgradeTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;
export type Step = (database: IDBPDatabase, transaction: UpgradeTransaction) => void;

function stepOne(database: IDBPDatabase): void {
  const plain = ['people', 'relationships', 'programmes', 'away', 'notices', 'corrections'];
  const more = ['reminders', 'suspects', 'sources', 'settings', 'meta'];
  for (const name of [...plain, ...more]) database.createObjectStore(name, { keyPath: 'id' });
  const messages = database.createObjectStore('messages', { keyPath: 'id' });
  messages.createIndex('thread', 'thread');
  messages.createIndex('emails', 'emails', { multiEntry: true });
  database.createObjectStore('glimpses', { keyPath: 'id' }).createIndex('thread', 'thread');
  for (const name of ['contacts', 'meetings', 'programmeEvents', 'goals', 'homework']) {
    database.createObjectStore(name, { keyPath: 'id' }).createIndex('relationship', 'relationship');
  }
  database.createObjectStore('derived', { keyPath: 'relationship' });
}

/** The meeting log: calendars and what was read from them, amendments, scans. */
function stepTwo(database: IDBPDatabase): void {
  for (const name of ['refusals', 'accounts', 'calendars', 'mailboxes'])
    database.createObjectStore(name, { keyPath: 'id' });
  for (const name of ['amendments', 'attachments']) {
    database.createObjectStore(name, { keyPath: 'id' }).createIndex('relationship', 'relationship');
  }
  const events = database.createObjectStore('events', { keyPath: 'id' });
  events.createIndex('end', 'end');
  events.createIndex('same', 'same', { multiEntry: true });
  events.createIndex('seen', 'seen', { multiEntry: true });
}

/** Mail from accounts and files: a message is found by what tells it from every other. */
function stepThree(_database: IDBPDatabase, transaction: UpgradeTransaction): void {
  const messages = transaction.objectStore('messages');
  messages.createIndex('same', 'same', { multiEntry: true });
  // What fails here fails the transaction, and so the opening.
  fillSame(messages).catch(() => {});
}

/** Rows of before were told by pages alone, each under its own id. */
async function fillSame(messages: IDBPObjectStore<unknown, string[], 'messages', 'versionchange'>): Promise<void> {
  let cursor = await messages.openCursor();
  while (cursor) {
    const row = cursor.value as { id: string };
    void cursor.update({ ...row, same: [`id ${row.id}`] });
    cursor = await cursor.continue();
  }
}

/** The chain of seals: signatures that were taken back stay in it. */
function stepFour(database: IDBPDatabase): void {
  database.createObjectStore('withdrawals', { keyPath: 'id' }).createIndex('relationship', 'relationship');
}

/** `steps[n]` takes schema n to n + 1. */
export const steps: readonly Step[] = [stepOne, stepTwo, stepThree, stepFour];

export function migrate(
  database: IDBPDatabase,
  transaction: UpgradeTransaction,
  from: number,
  plan: readonly Step[],
): void {
  for (const step of plan.slice(from)) step(database, transaction);
}
