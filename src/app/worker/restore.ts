// Why a backup is refused, as a code on the wire.
import type { Ledger } from '../../domain/ledger.ts';
import { BackupProblem, readBackup } from '../../files/backup.ts';
import { CallFailure } from '../../messages/failure.ts';

export function readBackupOrFail(text: string): Ledger {
  try {
    return readBackup(text);
  } catch (error) {
    if (!(error instanceof BackupProblem)) throw error;
    const code = error.code === 'newer-version' ? 'newer-version' : 'unreadable';
    throw new CallFailure(code, `${error.code} ${error.detail}`.trim());
  }
}
