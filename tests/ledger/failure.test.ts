import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Ledger } from '../../src/domain/ledger.ts';
import { openIdbLedger } from '../../src/ledger/idb.ts';
import type { Change, LedgerWriter } from '../../src/ledger/ledger.ts';
import { MemoryLedger } from '../../src/ledger/memory.ts';
import { at, contact, derivedOf, message, person, smallLife } from './facts.ts';

/** A ledger whose transactions fail at the put of that number, counted from `failAt(n)` on; -1 never. */
interface Fragile {
  ledger: LedgerWriter;
  failAt(put: number): void;
}

const quota = () => new DOMException('no room', 'QuotaExceededError');

function fragileMemory(): Fragile {
  let left = -1;
  const failAt = (put: number) => {
    left = put;
  };
  const beforePut = () => {
    if (left === 0) throw quota();
    left -= left > 0 ? 1 : 0;
  };
  return { ledger: new MemoryLedger({ beforePut }), failAt };
}

let count = 0;
async function fragileIdb(): Promise<Fragile> {
  let left = -1;
  const failAt = (nth: number) => {
    left = nth;
  };
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value: unknown) {
    if (left === 0) throw quota();
    left -= left > 0 ? 1 : 0;
    return put.call(this, value);
  });
  return { ledger: await openIdbLedger({ name: `fragile-${++count}` }), failAt };
}

afterEach(() => vi.restoreAllMocks());

const people = ['ana', 'ben', 'cam'];
const changeOf = fc.oneof(
  fc
    .tuple(fc.constantFrom(...people), fc.string())
    .map(([id, name]): Change => ({ list: 'people', put: { ...person(id), name } })),
  fc
    .tuple(fc.nat(5), fc.constantFrom(...people))
    .map(([id, from]): Change => ({ list: 'messages', put: message(`m${id}`, from, ['me']) })),
  fc.nat(5).map((id): Change => ({ list: 'messages', remove: `m${id}` })),
  fc.nat(3).map((id): Change => ({ list: 'contacts', put: contact(`c${id}`, 'pair-ana') })),
);
const stepOf = fc.record({
  changes: fc.array(changeOf, { minLength: 1, maxLength: 6 }),
  failAt: fc.integer({ min: -1, max: 4 }),
});

const snapshot = async (ledger: LedgerWriter) => JSON.stringify([await ledger.readAll(), await ledger.readDerived()]);

function afterwards(before: Ledger, changes: Change[]): Map<string, unknown> {
  const model = new Map(
    Object.entries(before).flatMap(([list, records]) =>
      records.map((record) => [`${list}/${record.id}`, record] as const),
    ),
  );
  for (const change of changes) {
    if ('remove' in change) model.delete(`${change.list}/${change.remove}`);
    else model.set(`${change.list}/${change.put.id}`, change.put);
  }
  return new Map([...model].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.each([
  ['in memory', async () => fragileMemory()],
  ['in IndexedDB', fragileIdb],
] as const)('a ledger %s whose transactions may fail', (_name, open) => {
  it('holds all of a list of changes or nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepOf, { maxLength: 8 }), async (plan) => {
        const { ledger, failAt } = await open();
        await ledger.replaceAll(smallLife());
        await ledger.derive('pair-ana', at, () => derivedOf('pair-ana'));
        for (const step of plan) {
          const before = await ledger.readAll();
          const shot = await snapshot(ledger);
          failAt(step.failAt);
          const failed = await ledger.apply(step.changes).then(
            () => false,
            () => true,
          );
          failAt(-1);
          if (failed) expect(await snapshot(ledger)).toBe(shot);
          else expect(afterwards(await ledger.readAll(), [])).toEqual(afterwards(before, step.changes));
          if (!failed) expect(await ledger.apply(step.changes)).toEqual([]);
        }
        ledger.close();
        vi.restoreAllMocks();
      }),
      { numRuns: 40, verbose: 1 },
    );
  });
});

describe('a full disk', () => {
  it('is reported as `full`, with nothing half-written', async () => {
    const { ledger, failAt } = await fragileIdb();
    await ledger.replaceAll(smallLife());
    const before = await snapshot(ledger);
    failAt(1);
    const changes: Change[] = ['x', 'y', 'z'].map((id) => ({ list: 'people', put: person(id) }));
    await expect(ledger.apply(changes)).rejects.toMatchObject({ name: 'LedgerError', code: 'full' });
    failAt(3);
    await expect(ledger.replaceAll(smallLife())).rejects.toMatchObject({ code: 'full' });
    failAt(-1);
    expect(await snapshot(ledger)).toBe(before);
    expect(await ledger.apply(changes)).toEqual(['people']);
    ledger.close();
  });
});
