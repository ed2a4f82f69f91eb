// What can be made of a relationship's log: the sheet to print, the letter's draft, the bundle for an audit.
import { useState } from 'preact/hooks';
import type { Ledger } from '../../../domain/ledger.ts';
import type { Attachment } from '../../../domain/meeting/meeting.ts';
import { Button } from '../../../ui/Button.tsx';
import { composeSheetHash, type SheetRequest } from '../address.ts';
import { composeLetter } from '../letter.ts';
import { composeSheet } from '../sheet.ts';
import { BundleDialog } from './BundleDialog.tsx';

export interface ReportActionsProps {
  /** Whose log, and which days of it. */
  request: SheetRequest;
  /** All but messages, events and attachments: `readSmall()`. */
  ledger: Ledger;
  readAttachment(id: string): Promise<Attachment | undefined>;
  /** `src/files/bundle/zip.ts`; `at` is the instant that the files carry as their date. */
  writeZip(files: readonly { path: string; bytes: Uint8Array }[], at: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The instant it is. */
  now(): string;
  /** Opens one of our own pages in a tab: `/sheet.html#…`. */
  openPage(path: string): void;
  /** Hands the person a file to keep. */
  download(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void;
}

export function ReportActions(props: ReportActionsProps) {
  const { request, ledger, openPage, download, now } = props;
  const [isPacking, setPacking] = useState(false);
  const saveLetter = () => {
    const sheet = composeSheet(ledger, request);
    if (!sheet) return;
    const today = Temporal.Instant.from(now()).toZonedDateTimeISO(sheet.zone).toPlainDate().toString();
    const bytes = new TextEncoder().encode(composeLetter(sheet, today));
    download(`hours-letter-draft-${request.from}-${request.to}.txt`, bytes, 'text/plain');
  };
  return (
    <div class="form-actions">
      <Button onClick={() => openPage(`/sheet.html${composeSheetHash(request)}`)}>Tracking sheet</Button>
      <Button onClick={saveLetter}>Hours letter draft</Button>
      <Button onClick={() => setPacking(true)}>Audit bundle</Button>
      {isPacking ? <BundleDialog {...props} onClose={() => setPacking(false)} /> : null}
    </div>
  );
}
