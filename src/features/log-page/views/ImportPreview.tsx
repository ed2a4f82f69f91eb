import { useState } from 'preact/hooks';
import { dateOf } from '../../../domain/time/windows.ts';
import { Button } from '../../../ui/Button.tsx';
import { composeDate } from '../../../ui/dates.ts';
import { Check } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Table } from '../../../ui/Table.tsx';
import { type ImportLine, type ImportPlan, newMeetings } from '../import-lines.ts';
import { composeMinutes, makeWhen, outcomeWords } from '../words.ts';

interface ImportPreviewProps {
  plan: ImportPlan;
  zone: string;
  onKeep: () => void;
}

/** A long sheet is shown a page at a time. */
const PAGE = 100;

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`);

function Result({ line: { isKnown, notes } }: { line: ImportLine }) {
  const text = isKnown ? 'Is in the log already' : notes.join('. ');
  return (
    <span class={isKnown || notes.length > 0 ? 'roster-problem import-note' : 'roster-good'}>
      <Icon name={isKnown ? 'arrow' : notes.length > 0 ? 'question' : 'tick'} size={12} />
      <span>{text || 'Good'}</span>
    </span>
  );
}

/** Rows that are left out: never silently. */
function Left({ left }: Pick<ImportPlan, 'left'>) {
  if (left.length === 0) return null;
  return (
    <section class="import-left" aria-label="Rows left out">
      <h3 class="part-title">{left.length === 1 ? '1 row can’t be read' : `${left.length} rows can’t be read`}</h3>
      <ul class="plain-list">
        {left.slice(0, PAGE).map(({ place, text }) => (
          <li key={`${place} ${text}`}>
            {place ? <b>{place}: </b> : null}
            {text}
          </li>
        ))}
      </ul>
      {left.length > PAGE ? <p class="quiet">And {left.length - PAGE} more.</p> : null}
    </section>
  );
}

/** Every row of a sheet with what it becomes; the good ones are kept when that is said. */
export function ImportPreview({ plan, zone, onKeep }: ImportPreviewProps) {
  const [shown, setShown] = useState(PAGE);
  const [isAgreed, setAgreed] = useState(false);
  const { lines, left, notes } = plan;
  const when = makeWhen(zone);
  const fresh = newMeetings(plan).length;
  const more = lines.length - shown;
  return (
    <div class="form">
      <p aria-live="polite">
        <b>{fresh}</b> to keep
        {lines.length > fresh ? (
          <>
            , <b>{lines.length - fresh}</b> in the log already
          </>
        ) : null}
        {left.length > 0 ? (
          <>
            , <b>{left.length}</b> left out
          </>
        ) : null}
      </p>
      {notes.map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
      <Left left={left} />
      {lines.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: it scrolls, so keys need to reach it
        <div class="roster" tabIndex={0} role="region" aria-label="Preview">
          <Table
            caption="Entries found"
            rows={lines.slice(0, shown)}
            getKey={({ place, meeting }) => `${place} ${meeting.id}`}
            columns={[
              {
                head: 'Date',
                cell: ({ meeting }) => <span class="one-line">{composeDate(dateOf(meeting.start, zone))}</span>,
              },
              {
                head: 'Time',
                cell: ({ meeting }) => (meeting.countOnly ? '—' : <span class="one-line">{when(meeting).time}</span>),
              },
              {
                head: 'Length',
                cell: ({ meeting }) => <span class="one-line">{composeMinutes(meeting.minutes)}</span>,
                figure: true,
              },
              {
                head: 'Topics',
                cell: ({ meeting }) => <bdi class="import-topics any-break">{meeting.topics.join(', ') || '—'}</bdi>,
              },
              { head: 'Outcome', cell: ({ meeting }) => outcomeWords[meeting.outcome] },
              { head: 'Where', cell: ({ place }) => <span class="one-line">{place}</span> },
              { head: 'Result', cell: (line) => <Result line={line} /> },
            ]}
          />
        </div>
      ) : null}
      {more > 0 ? (
        <Button onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, more)} more of {more}
        </Button>
      ) : null}
      {left.length > 0 && fresh > 0 ? (
        <Check
          label={
            left.length === 1
              ? 'Leave out the row that can’t be read'
              : `Leave out the ${left.length} that can’t be read`
          }
          checked={isAgreed}
          onCheck={setAgreed}
        />
      ) : null}
      {fresh > 0 ? (
        <div class="form-actions">
          <Button kind="primary" disabled={left.length > 0 && !isAgreed} onClick={onKeep}>
            Keep {entries(fresh)}
          </Button>
          <span class="quiet small">Nobody has signed them: signatures are given here.</span>
        </div>
      ) : null}
    </div>
  );
}
