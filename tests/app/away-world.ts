// A page whose calls about going away are answered by the worker's own handlers, over a ledger in memory.
import type { PageContract, PageDeps } from '../../src/app/page-deps.ts';
import { emptyLedger, type Ledger } from '../../src/domain/ledger.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { derive } from '../../src/domain/verdict/derive.ts';
import type { SetOutcome } from '../../src/features/away/contract.ts';
import { awayHandlers } from '../../src/features/away/worker.ts';
import { composeOverview } from '../../src/features/deadlines/compose-overview.ts';
import type { Links } from '../../src/features/deadlines/links.ts';
import { composeToLog } from '../../src/features/meeting-log/read-to-log.ts';
import { MemoryLedger } from '../../src/ledger/memory.ts';
import { toFailure } from '../../src/messages/failure.ts';
import { people, relationship } from '../domain/build.ts';
import { fakeDeps } from './fake-deps.ts';

const links: Links = {
  usual: { source: 'gmail-page' },
  thread: (_mailbox, id) => `https://mail.example/${id}`,
  search: () => 'search',
  compose: () => 'compose',
  name: () => 'Gmail',
};

export const account = {
  id: 'microsoft me@uni.example',
  provider: 'microsoft' as const,
  address: 'me@uni.example',
  connectedAt: '2026-01-02T12:00:00Z',
};
export const temerty = relationship({
  id: 'r2',
  programme: 'temerty-peer-mentorship',
  mentors: ['me'],
  mentees: ['ben'],
});

export interface AwayWorld {
  deps: PageDeps;
  store: MemoryLedger;
  opened: string[];
  calls: string[];
  /** What accounts answer to being set and restored. */
  outcome: SetOutcome;
}

export async function makeAwayWorld(now: string, more: Partial<Ledger> = {}): Promise<AwayWorld> {
  const listeners = new Set<() => void>();
  const store = new MemoryLedger({
    onCommit: () => {
      for (const listener of listeners) listener();
    },
  });
  const settings = [{ ...defaultSettings('America/Toronto'), welcomed: true }];
  await store.replaceAll({ ...emptyLedger(), people, relationships: [relationship(), temerty], settings, ...more });
  const readOverview = async () => {
    const all = await store.readAll();
    return composeOverview(
      all,
      all.relationships.map(({ id }) => derive(all, id, now)),
      now,
      links,
    );
  };
  const fake = fakeDeps({ overview: await readOverview() });
  const world: AwayWorld = { store, opened: fake.opened, calls: [], outcome: { done: true }, deps: fake.deps };
  const handlers = awayHandlers<null>({
    open: async () => store,
    now: () => now,
    zone: 'America/Toronto',
    replies: {
      readReply: async (id) => ({
        outcome: { done: true },
        state: { account: id, on: true, ours: false, text: 'I am at a workshop.' },
      }),
      setReply: async ({ away, over }) => ({
        outcome: over ? { done: true } : world.outcome,
        replies: away.replies ?? [],
      }),
      restore: async ({ replies = [] }) => ({ outcome: world.outcome, replies }),
    },
  });
  const ask = async (call: keyof PageContract, input: unknown) => {
    world.calls.push(call);
    try {
      const handle = handlers[call as keyof typeof handlers] as unknown as (input: unknown, context: null) => unknown;
      return { ok: true, value: await handle(input, null) };
    } catch (error) {
      return toFailure(error) ?? Promise.reject(error);
    }
  };
  Object.assign(world.deps, {
    now: () => now,
    readOverview,
    readLedger: () => store.readAll(),
    readSmall: () => store.readSmall(),
    readEvents: async () => (await store.readAll()).events,
    readSuggestions: async () => composeToLog(await store.readAll(), (await store.readAll()).events, now),
    ask,
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } satisfies Partial<Record<keyof PageDeps, unknown>>);
  return world;
}
