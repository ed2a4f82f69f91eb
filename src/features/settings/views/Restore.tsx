import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Ledger } from '../../../domain/ledger.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Problem } from '../../../ui/Notice.tsx';
import { CountTable } from './CountTable.tsx';

/** A backup as read, or the sentence that says why it can't be. */
export type BackupPreview = { ok: true; ledger: Ledger } | { ok: false; sentence: string };

interface RestoreProps {
  /** What stands before the button. */
  children: ComponentChildren;
  /** Reads a backup without storing anything. */
  preview: (text: string) => BackupPreview;
  onRestore: (text: string) => void;
}

/** A backup is read and shown before it takes the place of what is there. */
export function Restore({ children, preview, onRestore }: RestoreProps) {
  const [read, setRead] = useState<{ name: string; text: string; preview: BackupPreview } | null>(null);
  const onFile = async (event: { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    const text = await file.text();
    setRead({ name: file.name, text, preview: preview(text) });
    input.value = '';
  };
  return (
    <div class="form">
      <div class="form-actions">
        {children}
        <label class="button file-button">
          Restore from a file
          <input class="only-read" type="file" accept=".json,application/json" onChange={onFile} />
        </label>
      </div>
      {read && !read.preview.ok ? <Problem text={read.preview.sentence} /> : null}
      {read?.preview.ok ? (
        <div class="form restore" aria-live="polite">
          <p>
            <b>
              <bdi>{read.name}</bdi>
            </b>{' '}
            holds:
          </p>
          <CountTable ledger={read.preview.ledger} caption="What the backup holds" />
          <Confirm
            text="It takes the place of everything that is stored now."
            button="Restore this backup"
            onConfirm={() => {
              onRestore(read.text);
              setRead(null);
            }}
            onCancel={() => setRead(null)}
          />
        </div>
      ) : null}
    </div>
  );
}
