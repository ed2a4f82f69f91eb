// The sample comes and goes as a whole ledger, in one transaction, so that nothing of it stays behind.
import { addSample, hasSample, removeSample } from '../../features/first-run/sample.ts';
import { writeBackup } from '../../files/backup.ts';
import type { Answer } from '../../messages/contract.ts';
import type { PageDeps } from '../page-deps.ts';

export async function withSample(deps: PageDeps): Promise<Answer<{ records: number }>> {
  const ledger = addSample(await deps.readLedger(), deps.now(), deps.zone);
  return deps.ask('ledger.restore', { text: writeBackup(ledger) });
}

/** Does nothing where there is no sample. */
export async function withoutSample(deps: PageDeps): Promise<Answer<{ records: number }>> {
  const ledger = await deps.readLedger();
  if (!hasSample(ledger)) return { ok: true, value: { records: 0 } };
  return deps.ask('ledger.restore', { text: writeBackup(removeSample(ledger)) });
}
