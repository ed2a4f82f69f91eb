import { useMemo, useState } from 'preact/hooks';
import { type Audience, composeColumns, type ExportFormat } from '../../features/log-page/export.ts';
import type { LogRow } from '../../features/log-page/rows.ts';
import { ExportPreview } from '../../features/log-page/views/ExportPreview.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { downloadBlob } from './download.ts';
import type { SmallDesk } from './log-desk.ts';
import { tableOf, writers } from './log-formats.ts';

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
  const file = { rows, people: small.people, audience };
  const columns = useMemo(() => {
    const table = tableOf(file);
    return composeColumns(table.columns, table.rows);
  }, [rows, audience]);
  const people = useMemo(() => new Set(rows.flatMap(({ meeting }) => meeting.attendees)).size, [rows]);
  const save = async () => {
    const blob = await writers[format.id]?.(file);
    if (!blob) return;
    downloadBlob(`waymark-log-${deps.now().slice(0, 10)}.${format.id}`, blob);
    asking.tell(`Saved ${rows.length} entries as ${format.name}`);
    onClose();
  };
  return (
    <Dialog title={`The log as ${format.name}`} wide problem={asking.problem} onClose={onClose}>
      <ExportPreview
        format={format}
        entries={rows.length}
        people={people}
        audience={audience}
        columns={columns}
        onAudience={setAudience}
        onSave={() => void save()}
      />
    </Dialog>
  );
}
