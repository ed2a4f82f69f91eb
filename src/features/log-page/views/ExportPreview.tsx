import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/Field.tsx';
import { Table } from '../../../ui/Table.tsx';
import { type Audience, audienceWords, type ExportColumn, type ExportFormat, readerWords } from '../export.ts';

interface ExportPreviewProps {
  format: ExportFormat;
  entries: number;
  /** How many people the entries name. */
  people: number;
  audience: Audience;
  columns: ExportColumn[];
  onAudience: (audience: Audience) => void;
  onSave: () => void;
}

const audiences = Object.entries(audienceWords).map(([value, { name }]) => ({ value, text: name }));

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What the file will hold, column by column, and who is to read it. Nothing leaves before the button. */
export function ExportPreview({ format, entries, people, audience, columns, onAudience, onSave }: ExportPreviewProps) {
  return (
    <div class="form">
      {format.id === 'ics' ? (
        <p class="quiet">Only meetings that were held, without any note.</p>
      ) : (
        <ChoiceField
          label="Who will read it"
          value={audience}
          choices={audiences}
          onChoice={(value) => onAudience(value as Audience)}
          hint={
            audience === 'programme'
              ? 'Shared notes are left out. Your private notes are in no export.'
              : 'Your private notes are in no export.'
          }
        />
      )}
      <p>
        The file holds <b>{plural(entries, 'entry', 'entries')}</b> of those the table shows, and names{' '}
        <b>{plural(people, 'person', 'people')}</b>: only who stands in these entries.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: it scrolls, so keys need to reach it */}
      <div class="roster export-columns" tabIndex={0} role="region" aria-label="What it holds">
        <Table
          caption="What the file holds"
          rows={columns}
          getKey={({ head }) => head}
          columns={[
            { head: 'Column', cell: ({ head }) => head },
            { head: 'May be read by', cell: ({ reader }) => readerWords[reader] },
            { head: 'Such as', cell: ({ example }) => <bdi class="quiet">{example || 'empty'}</bdi> },
          ]}
        />
      </div>
      <div class="form-actions">
        <Button kind="primary" disabled={entries === 0} onClick={onSave}>
          Save as {format.name}
        </Button>
        <span class="quiet small">It is saved on this computer. Sending it is up to you.</span>
      </div>
    </div>
  );
}
