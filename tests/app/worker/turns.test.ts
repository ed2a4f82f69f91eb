import { describe, expect, it } from 'vitest';
import { keepOpen } from '../../../src/app/worker/connection.ts';
import { makeTurns } from '../../../src/app/worker/turns.ts';
import type { LedgerWriter } from '../../../src/ledger/ledger.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';

describe('taking turns', () => {
  function start() {
    const runs: string[][] = [];
    const reported: unknown[] = [];
    let running = 0;
    const gates: PromiseWithResolvers<void>[] = [];
    const turns = makeTurns<string>(
      async (reasons) => {
        expect(++running).toBe(1);
        runs.push([...reasons]);
        const gate = Promise.withResolvers<void>();
        gates.push(gate);
        await gate.promise.finally(() => running--);
      },
      (error) => reported.push(error),
    );
    const started = (number: number) => expect.poll(() => gates.length).toBe(number);
    return { turns, runs, reported, gates, started };
  }

  it('runs one job at a time, and one more for all who ask meanwhile', async () => {
    const { turns, runs, gates, started } = start();
    void turns.request('a');
    await started(1);
    const later = [turns.request('b'), turns.request('c', 'b')];
    gates[0]!.resolve();
    await started(2);
    gates[1]!.resolve();
    await Promise.all(later);
    expect(runs).toEqual([['a'], ['b', 'c']]);
  });

  it('goes on after a job that failed, and reports it', async () => {
    const { turns, runs, reported, gates, started } = start();
    const first = turns.request('a');
    await started(1);
    gates[0]!.reject(new Error('no'));
    await first;
    void turns.request('b');
    await started(2);
    gates[1]!.resolve();
    await turns.idle();
    expect([runs, reported.length]).toEqual([[['a'], ['b']], 1]);
  });
});

describe('keeping a connection', () => {
  function start() {
    const closers: (() => void)[] = [];
    let fails = 0;
    const open = keepOpen(async (onClosed): Promise<LedgerWriter> => {
      closers.push(onClosed);
      if (fails-- > 0) throw new Error('no');
      return new MemoryLedger();
    });
    return { open, closers, failNext: () => fails++ };
  }

  it('opens once for all who ask', async () => {
    const { open, closers } = start();
    expect(await open()).toBe(await open());
    expect(closers).toHaveLength(1);
  });

  it('opens again after it was lost', async () => {
    const { open, closers } = start();
    const first = await open();
    closers[0]!();
    expect(await open()).not.toBe(first);
  });

  it('tries again after it failed', async () => {
    const { open, failNext } = start();
    failNext();
    await expect(open()).rejects.toThrow();
    await expect(open()).resolves.toBeInstanceOf(MemoryLedger);
  });
});
