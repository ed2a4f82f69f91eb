// A worker in a fake browser over a real IndexedDB, and the worker's clock in the test's hand.
import 'fake-indexeddb/auto';
import { onTestFinished, vi } from 'vitest';
import type { AccountProvider } from '../../../src/accounts/account.ts';
import { startWorker, type Worker } from '../../../src/app/worker/index.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { Derived } from '../../../src/domain/verdict/derive.ts';
import { openIdbLedger } from '../../../src/ledger/idb.ts';
import type { LedgerWriter } from '../../../src/ledger/ledger.ts';
import { putRawRow } from '../../ledger/raw.ts';
import { FakeBrowser } from '../fake-browser.ts';

let count = 0;

export class World {
  readonly browser = new FakeBrowser();
  readonly reported: unknown[] = [];
  providers: readonly AccountProvider[] = [];
  readonly #name = `world-${++count}`;
  #worker: Worker | undefined;
  #connections: LedgerWriter[] = [];

  /** Sets the clock; nothing happens by itself. */
  setClock(now: string): void {
    vi.setSystemTime(Temporal.Instant.from(now).epochMilliseconds);
  }

  async fill(facts: Ledger): Promise<void> {
    const ledger = await this.open();
    await ledger.replaceAll(facts);
  }

  open(): Promise<LedgerWriter> {
    return openIdbLedger({ name: this.#name });
  }

  /** Puts what a build of before derived. */
  putDerived(row: Derived): Promise<void> {
    return putRawRow(this.#name, 'derived', { ...row, rules: 'of before' });
  }

  /** Starts a worker, the one before being stopped wherever it was. */
  async start(): Promise<void> {
    this.stop();
    this.#worker = startWorker(this.browser.extension, {
      openLedger: async (options) => {
        const ledger = await openIdbLedger({ name: this.#name, ...options });
        this.#connections.push(ledger);
        return ledger;
      },
      report: (error) => this.reported.push(error),
      providers: this.providers,
      findClient: () => ({ id: 'client' }),
      findMailClient: () => ({ id: 'client' }),
    });
    await this.settle();
  }

  stop(): void {
    this.browser.stopWorker();
    for (const connection of this.#connections.splice(0)) connection.close();
  }

  settle(): Promise<void> {
    return this.#worker!.settled();
  }

  /** The clock moves to the exact alarm, and it rings. */
  async ring(): Promise<void> {
    const alarm = this.browser.alarms.get('next-change');
    if (!alarm || !('when' in alarm)) throw new Error('no alarm is set');
    vi.setSystemTime(alarm.when);
    this.browser.alarms.delete('next-change');
    this.browser.alarm.fire({ name: 'next-change' });
    await this.settle();
  }

  get nextAlarm(): string | undefined {
    const alarm = this.browser.alarms.get('next-change');
    return alarm && 'when' in alarm ? Temporal.Instant.fromEpochMilliseconds(alarm.when).toString() : undefined;
  }
}

/** A world at this instant, holding these facts, with a worker in it. */
export async function startWorld(now: string, facts?: Ledger): Promise<World> {
  vi.useFakeTimers({ toFake: ['Date'] });
  const world = new World();
  onTestFinished(() => {
    world.stop();
    vi.useRealTimers();
  });
  world.setClock(now);
  if (facts) await world.fill(facts);
  await world.start();
  return world;
}
