import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { listNames } from '../../src/domain/ledger.ts';
import { openIdbLedger } from '../../src/ledger/idb.ts';
import { migrate, type Step, steps } from '../../src/ledger/schema.ts';
import { schemaFour } from './schemas/four.ts';
import { schemaOne } from './schemas/one.ts';
import { schemaThree } from './schemas/three.ts';
import { schemaTwo } from './schemas/two.ts';

/** What each schema held when it was current, and how its rows read today. */
const fixtures: { version: number; rows: Record<string, object[]>; reads: object }[] = [
  schemaOne,
  schemaTwo,
  schemaThree,
  schemaFour,
];

let count = 0;
const newName = () => `schema-${++count}`;

/** A database as the first `version` steps leave it. */
async function buildOld(name: string, version: number, rows: Record<string, object[]>): Promise<void> {
  const database = await openDB(name, version, {
    upgrade: (db, from, _to, transaction) => migrate(db, transaction, from, steps.slice(0, version)),
  });
  for (const [store, list] of Object.entries(rows)) for (const row of list) await database.put(store, row);
  database.close();
}

describe('the schema', () => {
  it('has a fixture for every version', () => {
    expect(fixtures.map((fixture) => fixture.version)).toEqual(steps.map((_step, index) => index + 1));
  });

  it.each(fixtures)('opens a database of version $version with everything in it', async ({ version, rows, reads }) => {
    const name = newName();
    await buildOld(name, version, rows);
    const ledger = await openIdbLedger({ name });
    const all = await ledger.readAll();
    expect(all).toMatchObject(reads);
    expect(ledger.unreadable).toBe(0);
    ledger.close();
  });

  it('has one store for every list, and two of its own', async () => {
    const name = newName();
    (await openIdbLedger({ name })).close();
    const database = await openDB(name);
    expect([...database.objectStoreNames].sort()).toEqual([...listNames, 'derived', 'meta'].sort());
    database.close();
  });

  it('takes an older database through each later step once, in order', async () => {
    const name = newName();
    await buildOld(name, 1, schemaOne.rows);
    const taken: number[] = [];
    const later: Step[] = [...steps.slice(1), () => {}].map((step, index) => (database, transaction) => {
      taken.push(index + 2);
      step(database, transaction);
    });
    const ledger = await openIdbLedger({ name, steps: [...steps.slice(0, 1), ...later] });
    expect(taken).toEqual(later.map((_step, index) => index + 2));
    expect((await ledger.readAll()).people).toEqual(schemaOne.reads.people);
    ledger.close();
  });

  it('leaves an older database as it was when a step fails', async () => {
    const name = newName();
    await buildOld(name, 1, schemaOne.rows);
    const failing: Step = (database) => {
      database.deleteObjectStore('people');
      throw new Error('step 2 fails');
    };
    await expect(openIdbLedger({ name, steps: [...steps, failing] })).rejects.toThrow();
    const ledger = await openIdbLedger({ name });
    expect((await ledger.readAll()).people).toEqual(schemaOne.reads.people);
    ledger.close();
  });

  it('refuses a newer database with `newer-version`', async () => {
    const name = newName();
    (await openDB(name, steps.length + 1)).close();
    await expect(openIdbLedger({ name })).rejects.toMatchObject({ name: 'LedgerError', code: 'newer-version' });
  });

  it('reports `blocked` when an older version does not let go', async () => {
    const name = newName();
    const holder = await openDB(name, steps.length, {
      upgrade: (db, from, _to, transaction) => migrate(db, transaction, from, steps),
    });
    await expect(openIdbLedger({ name, steps: [...steps, () => {}] })).rejects.toMatchObject({ code: 'blocked' });
    holder.close();
  });

  it('lets go when a newer version wants the database, and says so', async () => {
    const name = newName();
    let closed = 0;
    const old = await openIdbLedger({ name, onClosed: () => void closed++ });
    const newer = await openIdbLedger({ name, steps: [...steps, () => {}] });
    expect(closed).toBe(1);
    await expect(old.readSmall()).rejects.toMatchObject({ code: 'closed' });
    newer.close();
  });
});
