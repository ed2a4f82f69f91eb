import { useMemo, useState } from 'preact/hooks';
import type { Audience, ExportFormat } from '../../features/log-page/export.ts';
import type { LogRow } from '../../features/log-page/rows.ts';
import { ExportPreview } from '../../features/log-page/views/ExportPreview.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { downloadBlob } from './download.ts';
import type { SmallDesk } from './log-desk.ts';
import { type LogFile, readHolding, writers } from './log-formats.ts';

interface LogExportProps {
  desk: SmallDesk;
  format: ExportFormat;
  /** Those the table shows, in its order. */
  rows: readonly LogRow[];
  onClose: () => void;
}

/** Shows what a file of the log would hold, then saves it. */
export function LogExport({ desk: { deps, small, asking }, format, rows, onClose }: LogExportProps) {
  const [audience, setAudience] = useState<Audience>('programme');
  const [problem, setProblem] = useState<string | null>(null);
  const compose = (): LogFile => ({
    rows,
    people: small.people,
    amendments: small.amendments,
    audience,
    now: deps.now(),
  });
  const holding = useMemo(() => readHolding(format.id, compose()), [format, rows, audience]);
  const save = async () => {
    downloadBlob(`waymark-log-${deps.now().slice(0, 10)}.${format.id}`, await writers[format.id](compose()));
    asking.tell(`Saved ${holding.entries} entries as ${format.name}`);
    onClose();
  };
  return (
    <Dialog title={`The log as ${format.name}`} wide problem={problem} onClose={onClose}>
      <ExportPreview
        format={format}
        {...holding}
        audience={audience}
        onAudience={setAudience}
        onSave={() => void save().catch(() => setProblem('The file could not be made. Nothing has left. Try again.'))}
      />
    </Dialog>
  );
}
