import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Check } from '../../../ui/Field.tsx';
import { composeSheetHash } from '../address.ts';
import { type BundleRequest, composeBundle } from '../bundle.tsx';
import type { BundleFile } from '../bundle-file.ts';
import { bundleParts } from '../parts.ts';
import { previewBundle } from '../preview.ts';
import { readScans } from '../scans.ts';
import { BundlePreview } from './BundlePreview.tsx';
import type { ReportActionsProps } from './ReportActions.tsx';

/** Shows what the bundle holds and who will read it, and only then packs it. */
export function BundleDialog({
  request,
  ledger,
  readAttachment,
  writeZip,
  now,
  download,
  onClose,
}: ReportActionsProps & { onClose: () => void }) {
  const [includeShared, setShared] = useState(false);
  const [guidelines, setGuidelines] = useState<BundleRequest['guidelines']>();
  const [files, setFiles] = useState<BundleFile[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let isLatest = true;
    const make = async () => {
      const attachments = await readScans(ledger, request, readAttachment);
      const wanted = { ...request, includeShared, ...(guidelines && { guidelines }) };
      return composeBundle({ ledger, attachments, now: now() }, wanted, bundleParts);
    };
    make().then(
      (made) => isLatest && setFiles(made),
      () => isLatest && setProblem('The bundle could not be made. Close this and try again; nothing has left.'),
    );
    return () => {
      isLatest = false;
    };
  }, [ledger, composeSheetHash(request), includeShared, guidelines]);

  const onPick = async ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const [file] = currentTarget.files ?? [];
    setGuidelines(file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  const save = async () => {
    if (!files) return;
    download(`mentoring-record-${request.from}-${request.to}.zip`, await writeZip(files, now()), 'application/zip');
    onClose();
  };
  return (
    <Dialog title="Audit bundle" wide problem={problem} onClose={onClose}>
      <div class="form">
        <label class="button file-button">
          {guidelines ? 'Attach another document' : 'Attach the programme’s guidelines'}
          <input class="only-read" type="file" onChange={onPick} />
        </label>
        <Check
          label="Include notes that mentor and mentee share. Without them, entries that hold one are listed by their fingerprint alone."
          checked={includeShared}
          onCheck={setShared}
        />
        {files ? <BundlePreview preview={previewBundle(files)} /> : null}
        <div class="form-actions">
          <Button
            kind="primary"
            disabled={!files}
            onClick={() => void save().catch(() => setProblem('The bundle could not be saved.'))}
          >
            Save the bundle
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  );
}
