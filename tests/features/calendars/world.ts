// A ledger, a provider, and an engine that can be stopped after any number of calls, as a worker is.
import type { AccountProvider, Tokens } from '../../../src/accounts/account.ts';
import { emptyLedger } from '../../../src/domain/ledger.ts';
import type { CalendarsDeps } from '../../../src/features/calendars/deps.ts';
import { syncSlice } from '../../../src/features/calendars/sync.ts';
import { calendarsHandlers } from '../../../src/features/calendars/worker.ts';
import type { LedgerWriter } from '../../../src/ledger/ledger.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import { person, relationship } from '../../ledger/facts.ts';
import { FakeProvider } from './fake-provider.ts';

export const account = 'google me@example.edu';
export const own = `${account} primary`;
export const everything = { from: '0000-01-01T00:00:00Z', to: '9999-12-31T00:00:00Z' };

class Stopped extends Error {}

export class World {
  readonly provider: FakeProvider = new FakeProvider();
  readonly tokens = new Map<string, Tokens>();
  readonly reported: unknown[] = [];
  readonly commits: string[][] = [];
  ledger: LedgerWriter = new MemoryLedger({ onCommit: (lists) => this.commits.push(lists) });
  time = Date.parse('2026-03-02T09:00:00Z');
  syncs = 0;
  /** Ends a request's patience. */
  patience = new AbortController();
  #callsLeft = Number.POSITIVE_INFINITY;

  get now(): string {
    return new Date(this.time).toISOString().replace('.000Z', 'Z');
  }

  pass(minutes: number): void {
    this.time += minutes * 60_000;
  }

  /** Each call from here on is one of an engine that is stopped after so many, before or after it took effect. */
  get deps(): CalendarsDeps {
    const step = <T>(work: () => Promise<T>) => this.step(work);
    const { ledger, provider } = this;
    const renew: AccountProvider['renew'] = provider.renew;
    const watched = new Proxy(ledger, {
      get: (target, name) => {
        const value = target[name as keyof LedgerWriter] as unknown;
        return typeof value === 'function' ? (...args: unknown[]) => step(() => value.apply(target, args)) : value;
      },
    });
    return {
      open: async () => watched,
      now: () => this.now,
      zone: 'Europe/Paris',
      providers: [
        {
          ...provider,
          renew: (...given) => step(() => renew(...given)),
          revoke: () => step(provider.revoke),
          open: (given) => {
            const session = provider.open(given);
            return {
              listCalendars: () => step(session.listCalendars),
              readPage: (wanted) => step(() => session.readPage(wanted)),
            };
          },
        },
      ],
      findClient: () => ({ id: 'client' }),
      tokens: {
        get: async (id) => this.tokens.get(id),
        put: async (id, tokens) => void this.tokens.set(id, tokens),
        remove: async (id) => void this.tokens.delete(id),
        clear: async () => this.tokens.clear(),
      },
      identity: { getRedirectURL: () => '', launchWebAuthFlow: async () => undefined },
      fetch: () => Promise.reject(new Error('no network here')),
      timeout: () => this.patience.signal,
      report: (error) => {
        if (!(error instanceof Stopped)) this.reported.push(error);
      },
    };
  }

  get handlers() {
    return calendarsHandlers<undefined>({ ...this.deps, requestSync: () => void this.syncs++ });
  }

  async connect(): Promise<void> {
    await this.ledger.replaceAll({
      ...emptyLedger(),
      people: ['me', 'ana'].map(person),
      relationships: [relationship('pair', ['ana'])],
    });
    await this.handlers['account.connect']({ provider: 'google' }, undefined);
  }

  sync(): Promise<string | undefined> {
    return syncSlice(this.deps);
  }

  /** A slice of an engine that lives for so many calls; resolves to whether it came to its end. */
  async live(calls: number): Promise<boolean> {
    this.#callsLeft = calls;
    const ended = await this.sync().then(
      () => true,
      (error) => {
        if (!(error instanceof Stopped)) throw error;
        return false;
      },
    );
    this.#callsLeft = Number.POSITIVE_INFINITY;
    return ended;
  }

  async events() {
    return this.ledger.readEvents(everything);
  }

  async calendar(id = own) {
    return (await this.ledger.get('calendars', id))!;
  }

  /** A call that the engine may be stopped before, or after it took effect. */
  protected async step<T>(work: () => Promise<T>): Promise<T> {
    this.#tick();
    const value = await work();
    this.#tick();
    return value;
  }

  #tick(): void {
    if (--this.#callsLeft < 0) throw new Stopped();
  }
}

export async function startWorld(fill: (provider: FakeProvider) => void): Promise<World> {
  const world = new World();
  fill(world.provider);
  await world.connect();
  return world;
}
