import { composeFileProblem } from '../../features/settings/views/backup-words.ts';
import type { BackupPreview } from '../../features/settings/views/Restore.tsx';
import { StoredView } from '../../features/settings/views/StoredView.tsx';
import { BackupProblem, readBackup, writeBackup } from '../../files/backup.ts';
import { Problem } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useLive } from '../use-live.ts';
import type { Desk } from './dashboard-state.ts';
import { downloadText } from './download.ts';
import { Page } from './Page.tsx';

function preview(text: string): BackupPreview {
  try {
    return { ok: true, ledger: readBackup(text) };
  } catch (problem) {
    if (problem instanceof BackupProblem) {
      return { ok: false, sentence: composeFileProblem(problem.code, problem.detail) };
    }
    throw problem;
  }
}

/** Everything that is stored, out and in. */
export function DataPlace({ desk: { deps, asking } }: { desk: Desk }) {
  const [live, reload] = useLive(deps, deps.readLedger);
  const day = deps.now().slice(0, 10);
  return (
    <Page title="Data" about="Nothing leaves this computer unless you send it.">
      {live.state === 'loading' ? <Skeleton rows={4} /> : null}
      {live.state === 'failed' ? (
        <Problem text="Waymark’s data could not be opened." button="Try again" onPress={reload} />
      ) : null}
      {live.state === 'ready' ? (
        <StoredView
          ledger={live.value}
          onExport={() => downloadText(`waymark-${day}.json`, writeBackup(live.value))}
          preview={preview}
          onRestore={(text) => void asking.run(deps.ask('ledger.restore', { text }), 'The backup is restored')}
          onErase={() => void asking.run(deps.ask('ledger.erase', {}), 'Everything is erased')}
        />
      ) : null}
    </Page>
  );
}
