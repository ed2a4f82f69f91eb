import { useState } from 'preact/hooks';
import { dateOf } from '../../domain/time/windows.ts';
import { composeRelationshipName } from '../../features/log-page/choices.ts';
import { type ExportFormat, exportFormats } from '../../features/log-page/export.ts';
import type { LogFilter } from '../../features/log-page/filter.ts';
import { parsePeriod } from '../../features/log-page/periods.ts';
import type { LogRow } from '../../features/log-page/rows.ts';
import type { SheetRequest } from '../../features/report/address.ts';
import { ReportActions } from '../../features/report/views/ReportActions.tsx';
import { writeZip } from '../../files/bundle/zip.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ChoiceField } from '../../ui/Field.tsx';
import { downloadBlob } from './download.ts';
import { LogExport } from './LogExport.tsx';
import type { SmallDesk } from './log-desk.ts';

interface LogGiveOutProps {
  desk: SmallDesk;
  /** Those the table shows, in its order. */
  rows: readonly LogRow[];
  filter: LogFilter;
  onClose: () => void;
}

/** Whose record, and of which days: what the filter says, else all of the relationship so far. */
function composeRequest({ deps }: SmallDesk, of: LogRow['relationship'], filter: LogFilter): SheetRequest {
  const today = dateOf(deps.now(), of.zone);
  const end = of.end !== undefined && !of.continues && of.end < today ? of.end : today;
  const [from = end] = [of.start, end].sort();
  const days = parsePeriod(filter.period) ?? { from, to: end };
  const isMentee = filter.mentee !== '' && of.mentees.includes(filter.mentee);
  return { relationship: of.id, ...days, ...(isMentee && { mentee: filter.mentee }) };
}

function Record({ desk, filter }: Pick<LogGiveOutProps, 'desk' | 'filter'>) {
  const { deps, small } = desk;
  const [chosen, setChosen] = useState(filter.relationship || (small.relationships[0]?.id ?? ''));
  const relationship = small.relationships.find(({ id }) => id === chosen);
  if (!relationship) return null;
  return (
    <section class="form give-out" aria-label="The record for the programme">
      <h3 class="card-title">The record for the programme</h3>
      {small.relationships.length > 1 ? (
        <ChoiceField
          label="Of which relationship"
          value={chosen}
          choices={small.relationships.map((each) => ({
            value: each.id,
            text: composeRelationshipName(small, each),
          }))}
          onChoice={setChosen}
        />
      ) : null}
      <ReportActions
        request={composeRequest(desk, relationship, filter)}
        ledger={small}
        readAttachment={deps.readAttachment}
        writeZip={writeZip}
        now={deps.now}
        openPage={(path) => deps.openUrl(new URL(path, location.href).href)}
        download={(name, bytes, type) => downloadBlob(name, new Blob([bytes], { type }))}
      />
    </section>
  );
}

/** What can leave the log, each with a look at what it holds first. */
export function LogGiveOut({ desk, rows, filter, onClose }: LogGiveOutProps) {
  const [format, setFormat] = useState<ExportFormat | null>(null);
  if (format) return <LogExport desk={desk} format={format} rows={rows} onClose={onClose} />;
  return (
    <Dialog title="Export" wide onClose={onClose}>
      <div class="form">
        <section class="form give-out" aria-label="What the table shows">
          <h3 class="card-title">
            What the table shows <span class="section-count">{rows.length}</span>
          </h3>
          <ul class="formats">
            {exportFormats.map((each) => (
              <li key={each.id}>
                <Button onClick={() => setFormat(each)}>{each.name}…</Button>
                <span class="quiet">{each.about}</span>
              </li>
            ))}
          </ul>
        </section>
        <Record desk={desk} filter={filter} />
      </div>
    </Dialog>
  );
}
