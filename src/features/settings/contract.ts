// Calls about how this mentor wants Waymark to behave, and about everything it holds.
import * as z from 'zod/mini';
import { Settings } from '../../domain/settings.ts';
import { call } from '../../messages/contract.ts';

const pages = ['popup', 'dashboard'] as const;

export const settings = {
  'settings.save': call(pages, z.object({ settings: Settings })).returns<null>(),
  /** Puts the ledger of a backup in the place of what is there; `text` is the backup file's text. */
  'ledger.restore': call(['dashboard'], z.object({ text: z.string() })).returns<{ records: number }>(),
  /** Forgets everything. */
  'ledger.erase': call(['dashboard'], z.object({})).returns<null>(),
  /** Site access was granted or withdrawn: page scripts are registered to match. */
  'sites.refresh': call(pages, z.object({})).returns<{ registered: string[] }>(),
};
