import { useState } from 'preact/hooks';
import type { Ledger } from '../../../domain/ledger.ts';
import { Button } from '../../../ui/Button.tsx';
import { Confirm } from '../../../ui/Confirm.tsx';
import { CountTable } from './CountTable.tsx';
import { type BackupPreview, Restore } from './Restore.tsx';

interface StoredViewProps {
  ledger: Ledger;
  onExport: () => void;
  preview: (text: string) => BackupPreview;
  onRestore: (text: string) => void;
  onErase: () => void;
}

/** What is stored on this computer, out and in, and gone. */
export function StoredView({ ledger, onExport, preview, onRestore, onErase }: StoredViewProps) {
  const [erasing, setErasing] = useState(false);
  return (
    <>
      <section class="card form" aria-label="Stored here">
        <h2 class="card-title">Stored on this computer, and nowhere else</h2>
        <CountTable ledger={ledger} caption="What is stored" />
      </section>
      <section class="card form" aria-label="Backup">
        <h2 class="card-title">Backup</h2>
        <p class="quiet">One file with everything above. Keep it where only you can read it.</p>
        <Restore preview={preview} onRestore={onRestore}>
          <Button kind="primary" onClick={onExport}>
            Save a backup
          </Button>
        </Restore>
      </section>
      <section class="card form" aria-label="Erase">
        <h2 class="card-title">Erase</h2>
        <p class="quiet">Forgets everything above. Mail in your mailbox stays as it is.</p>
        {erasing ? (
          <Confirm
            text="Nothing can bring it back but a backup you have saved."
            button="Erase everything"
            word="erase"
            onConfirm={() => {
              setErasing(false);
              onErase();
            }}
            onCancel={() => setErasing(false)}
          />
        ) : (
          <div class="form-actions">
            <Button kind="grave" onClick={() => setErasing(true)}>
              Erase everything…
            </Button>
          </div>
        )}
      </section>
    </>
  );
}
