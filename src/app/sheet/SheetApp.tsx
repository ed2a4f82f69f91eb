import { useEffect, useState } from 'preact/hooks';
import type { Ledger } from '../../domain/ledger.ts';
import { parseSheetHash } from '../../features/report/address.ts';
import { composeSheet, type Sheet } from '../../features/report/sheet.ts';
import { SheetView } from '../../features/report/views/SheetView.tsx';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

interface SheetAppProps {
  hash: string;
  readSmall(): Promise<Ledger>;
  onPrint(): void;
}

type Shown = Sheet | 'loading' | 'missing' | 'failed';

/** The sheet as it is printed, and above it the one thing to do with it. */
export function SheetApp({ hash, readSmall, onPrint }: SheetAppProps) {
  const [shown, setShown] = useState<Shown>('loading');
  useEffect(() => {
    const request = parseSheetHash(hash);
    if (!request) return setShown('missing');
    readSmall().then(
      (ledger) => setShown(composeSheet(ledger, request) ?? 'missing'),
      () => setShown('failed'),
    );
  }, [hash]);
  useEffect(() => {
    if (typeof shown === 'object')
      document.title = `Tracking sheet, ${shown.mentees.join(', ')}, ${shown.from} to ${shown.to}`;
  }, [shown]);
  if (shown === 'loading') return <Skeleton rows={6} />;
  if (shown === 'missing')
    return <Problem text="There is no such sheet. Open it again from the log in the dashboard." />;
  if (shown === 'failed') return <Problem text="The log could not be read. Close this page and open it again." />;
  return (
    <main>
      <div class="sheet-bar">
        <p class="quiet">For the programme to read. Private and shared notes are not on it.</p>
        <Button kind="primary" onClick={onPrint}>
          Print or save as PDF
        </Button>
      </div>
      <SheetView sheet={shown} />
    </main>
  );
}
