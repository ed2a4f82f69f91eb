import { useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { Check } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { type Column, Table } from '../../../ui/Table.tsx';
import { composeRosterProblem, type RosterLine } from './roster-line.ts';

/** A long roster is shown a page at a time, so that ten thousand rows stay quick. */
const PAGE = 100;

const phoneColumn: Column<RosterLine> = { head: 'Phone', cell: ({ phone }) => phone ?? '' };

function Result({ row }: { row: RosterLine }) {
  const problem = composeRosterProblem(row);
  return (
    <span class={problem ? 'roster-problem' : 'roster-good'}>
      <Icon name={problem ? 'triangle' : 'tick'} size={12} />
      {problem || 'Good'}
    </span>
  );
}

/** Every row with what is wrong with it. */
export function RosterPreview({ rows }: { rows: RosterLine[] }) {
  const [shown, setShown] = useState(PAGE);
  const [onlyProblems, setOnlyProblems] = useState(false);
  const wrong = rows.filter(({ problem }) => problem !== undefined);
  const listed = onlyProblems ? wrong : rows;
  const left = listed.length - shown;
  return (
    <div class="form">
      <div class="form-actions">
        <p aria-live="polite">
          <b>{rows.length - wrong.length}</b> good
          {wrong.length > 0 ? (
            <>
              , <b>{wrong.length}</b> to look at
            </>
          ) : null}
        </p>
        {wrong.length > 0 ? (
          <div class="push">
            <Check label="Only rows to look at" checked={onlyProblems} onCheck={setOnlyProblems} />
          </div>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: it scrolls, so keys need to reach it */}
      <div class="roster" tabIndex={0} role="region" aria-label="Preview">
        <Table
          caption="Rows found"
          rows={listed.slice(0, shown)}
          getKey={({ line, email, name }) => `${line} ${email} ${name}`}
          columns={[
            { head: 'Name', cell: ({ name }) => <bdi>{name || '—'}</bdi> },
            { head: 'Address', cell: ({ email }) => <bdi class="any-break">{email || '—'}</bdi> },
            ...(rows.some(({ phone }) => phone) ? [phoneColumn] : []),
            { head: 'Line', cell: ({ line }) => line, figure: true },
            { head: 'Result', cell: (row) => <Result row={row} /> },
          ]}
        />
      </div>
      {left > 0 ? (
        <Button onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, left)} more of {left}
        </Button>
      ) : null}
    </div>
  );
}
