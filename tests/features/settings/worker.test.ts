import { describe, expect, it } from 'vitest';
import { emptyLedger } from '../../../src/domain/ledger.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { settingsHandlers } from '../../../src/features/settings/worker.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import { CallFailure } from '../../../src/messages/failure.ts';
import { person, smallLife } from '../../ledger/facts.ts';

const context = { caller: 'dashboard', request: 'r' } as const;

async function start() {
  const ledger = new MemoryLedger();
  await ledger.replaceAll(smallLife());
  const handlers = settingsHandlers({
    open: async () => ledger,
    readBackup(text) {
      if (text !== 'good') throw new CallFailure('unreadable', text);
      return { ...emptyLedger(), people: [person('zoe')] };
    },
    refreshSites: async () => ['gmail'],
  });
  return { ledger, handlers };
}

describe('settings in the worker', () => {
  it('are saved', async () => {
    const { ledger, handlers } = await start();
    const settings = { ...defaultSettings('Europe/Paris'), warnHoursBefore: 24 };
    await handlers['settings.save']({ settings }, context);
    expect(await ledger.getAll('settings')).toEqual([settings]);
  });

  it('tell which sites are read once access changed', async () => {
    const { handlers } = await start();
    expect(await handlers['sites.refresh']({}, context)).toEqual({ registered: ['gmail'] });
  });
});

describe('a backup', () => {
  it('takes the place of everything', async () => {
    const { ledger, handlers } = await start();
    expect(await handlers['ledger.restore']({ text: 'good' }, context)).toEqual({ records: 1 });
    expect(await ledger.readAll()).toEqual({ ...emptyLedger(), people: [person('zoe')] });
  });

  it('that cannot be read changes nothing', async () => {
    const { ledger, handlers } = await start();
    await expect(handlers['ledger.restore']({ text: 'cut' }, context)).rejects.toMatchObject({ code: 'unreadable' });
    expect(await ledger.readAll()).toEqual(smallLife());
  });
});

describe('erasing', () => {
  it('leaves nothing', async () => {
    const { ledger, handlers } = await start();
    await handlers['ledger.erase']({}, context);
    expect(await ledger.readAll()).toEqual(emptyLedger());
    expect(await ledger.readDerived({ withStale: true })).toEqual([]);
  });
});
