import { useMemo, useState } from 'preact/hooks';
import { composeRelationshipName, menteeChoices } from '../../features/log-page/choices.ts';
import { newMeetings } from '../../features/log-page/import-lines.ts';
import { ImportColumns } from '../../features/log-page/views/ImportColumns.tsx';
import { ImportPreview } from '../../features/log-page/views/ImportPreview.tsx';
import { composeEntryFailure } from '../../features/meeting-log/views/failure-words.ts';
import type { DateOrder, Meaning, SheetInput } from '../../files/sheet-import.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ChoiceField } from '../../ui/Field.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { SmallDesk } from './log-desk.ts';
import { planImport } from './plan-import.ts';
import { type SheetSaid, useSheet } from './use-sheet.ts';

interface LogImportProps {
  desk: SmallDesk;
  onClose: () => void;
}

const dateOrders = [
  { value: '', text: 'As the sheet shows' },
  { value: 'day-first', text: 'Day first: 18/05/2016' },
  { value: 'month-first', text: 'Month first: 05/18/2016' },
];

/** A sheet that was kept elsewhere: whom it is for, what it holds, and what cannot be read, before any of it is kept. */
export function LogImport({ desk: { deps, small, asking }, onClose }: LogImportProps) {
  const [chosen, setChosen] = useState(small.relationships[0]?.id ?? '');
  const [mentee, setMentee] = useState('');
  const [input, setInput] = useState<SheetInput | null>(null);
  const [said, setSaid] = useState<SheetSaid>({});
  const [problem, setProblem] = useState<string | null>(null);
  const relationship = small.relationships.find(({ id }) => id === chosen);
  const read = useSheet(input, said, relationship, mentee, small.people);
  const sheet = read === 'reading' ? null : read;
  const plan = useMemo(() => sheet && planImport(sheet, small.meetings), [sheet, small.meetings]);
  const mentees = menteeChoices(small, chosen);
  const isDoubtful = said.dateOrder !== undefined || sheet?.problems.some(({ code }) => code === 'ambiguous-dates');
  const onMean = (at: number, meaning: Meaning | null) => {
    const columns = (sheet?.columns ?? []).map((column) => (column.at === at ? meaning : column.meaning));
    setSaid({ ...said, columns });
  };
  const keep = async () => {
    if (!plan) return;
    const meetings = newMeetings(plan);
    const answer = await deps.ask('meeting.saveAll', { meetings });
    if (!answer.ok) return setProblem(composeEntryFailure(answer));
    asking.tell(meetings.length === 1 ? 'One entry is in the log' : `${meetings.length} entries are in the log`);
    onClose();
  };
  return (
    <Dialog title="Import a sheet" wide problem={problem} onClose={onClose}>
      <div class="form">
        <div class="form-pair">
          {small.relationships.length > 1 ? (
            <ChoiceField
              label="For which relationship"
              value={chosen}
              choices={small.relationships.map((each) => ({
                value: each.id,
                text: composeRelationshipName(small, each),
              }))}
              onChoice={(id) => {
                setChosen(id);
                setMentee('');
              }}
            />
          ) : null}
          {mentees.length > 1 && relationship?.role === 'mentor' ? (
            <ChoiceField
              label="About whom"
              value={mentee}
              choices={[{ value: '', text: 'As the sheet says' }, ...mentees]}
              onChoice={setMentee}
            />
          ) : null}
          {isDoubtful ? (
            <ChoiceField
              label="Dates"
              value={said.dateOrder ?? ''}
              choices={dateOrders}
              onChoice={(order) => {
                const { dateOrder: _, ...rest } = said;
                setSaid(order === '' ? rest : { ...rest, dateOrder: order as DateOrder });
              }}
            />
          ) : null}
        </div>
        <label class="button file-button">
          {input ? 'Choose another file' : 'Choose a .csv or .xlsx file'}
          <input
            class="only-read"
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={async (event) => {
              const file = event.currentTarget.files?.[0];
              if (!file) return;
              setSaid({});
              setProblem(null);
              setInput({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
            }}
          />
        </label>
        {input ? null : (
          <p class="quiet">A tracking sheet, or any table with a column of dates. Nothing is kept before you say so.</p>
        )}
        {read === 'reading' ? <Skeleton rows={4} /> : null}
        {sheet && sheet.columns.length > 0 ? <ImportColumns columns={sheet.columns} onMean={onMean} /> : null}
        {plan && relationship ? (
          <ImportPreview plan={plan} zone={relationship.zone} onKeep={() => void keep()} />
        ) : null}
      </div>
    </Dialog>
  );
}
