// Settings and the whole of the ledger, in the worker.
import { emptyLedger, type Ledger, listNames } from '../../domain/ledger.ts';
import type { LedgerWriter } from '../../ledger/ledger.ts';
import type { Handlers } from '../../messages/contract.ts';
import type { CallContext } from '../../messages/serve.ts';
import type { settings } from './contract.ts';

export interface SettingsDeps {
  /** The shared connection; it is not to be closed. */
  open(): Promise<LedgerWriter>;
  /** The ledger of a backup's text. Throws a CallFailure. */
  readBackup(text: string): Ledger;
  /** Registers page scripts for the sites that may be read; tells their ids. */
  refreshSites(): Promise<string[]>;
}

export function settingsHandlers(deps: SettingsDeps): Handlers<typeof settings, CallContext> {
  return {
    async 'settings.save'(input) {
      await (await deps.open()).apply([{ list: 'settings', put: input.settings }]);
      return null;
    },
    async 'ledger.restore'({ text }) {
      const ledger = deps.readBackup(text);
      await (await deps.open()).replaceAll(ledger);
      return { records: listNames.reduce((sum, list) => sum + ledger[list].length, 0) };
    },
    async 'ledger.erase'() {
      await (await deps.open()).replaceAll(emptyLedger());
      return null;
    },
    async 'sites.refresh'() {
      return { registered: await deps.refreshSites() };
    },
  };
}
