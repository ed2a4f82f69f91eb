import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { countStates, type Grid, type GridCell, type GridColumn, type GridLine } from '../grid.ts';
import { describeCell, describeColumn } from './cell-words.ts';
import { stepCell } from './step-cell.ts';

export interface ChosenCell {
  line: GridLine;
  column: GridColumn;
  cell: GridCell;
}

interface CoverageGridProps {
  /** The programme's name. */
  title: string;
  grid: Grid;
  now: string;
  zone: string;
  onChoose: (chosen: ChosenCell) => void;
}

/** So many mentees are drawn at once. */
const PAGE = 50;

function composeAbout(columns: readonly GridColumn[]): string {
  const [months, windows] = [
    columns.some(({ kind }) => kind === 'month'),
    columns.some(({ kind }) => kind === 'window'),
  ];
  if (months && windows) return 'Contact each month, and meetings.';
  return months ? 'Contact each month.' : 'Meetings by the windows of the programme.';
}

interface CellProps {
  line: GridLine;
  column: GridColumn;
  cell: GridCell | null;
  now: string;
  zone: string;
  active: boolean;
  onChoose: (chosen: ChosenCell) => void;
}

function Cell({ line, column, cell, now, zone, active, onChoose }: CellProps) {
  if (!cell) {
    return (
      <td class="grid-none">
        <span class="only-read">nothing asked</span>
      </td>
    );
  }
  const words = describeCell(cell, column, now, zone);
  return (
    <td>
      <button
        type="button"
        class={`grid-cell chip-${words.tone}`}
        data-cell={`${line.key} ${column.key}`}
        tabIndex={active ? 0 : -1}
        aria-label={words.said}
        onClick={() => onChoose({ line, column, cell })}
      >
        {words.shape === 'none' ? null : <Icon name={words.shape} size={12} />}
        {words.text}
      </button>
    </td>
  );
}

/** Each mentee by month and by window. One cell takes the focus; arrows move it, Enter opens it. */
export function CoverageGrid({ title, grid, now, zone, onChoose }: CoverageGridProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(PAGE);
  const [active, setActive] = useState('');
  const { columns } = grid;
  const lines = grid.lines.slice(0, count);
  const left = grid.lines.length - lines.length;
  const heads = useMemo(() => columns.map((column, at) => describeColumn(column, at === 0)), [columns]);
  const sums = useMemo(() => columns.map((_, at) => countStates(grid, at)), [grid, columns]);
  const first = lines.flatMap((line) =>
    columns.filter((_, at) => line.cells[at]).map(({ key }) => `${line.key} ${key}`),
  )[0];
  const focusable = active || first;
  // Where not all fits, the present month and the meetings are seen first.
  useLayoutEffect(() => {
    const { current } = frame;
    if (!current) return;
    const far = current.scrollWidth - current.clientWidth;
    current.scrollLeft = getComputedStyle(current).direction === 'rtl' ? -far : far;
  }, [columns.length]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (stepCell(event, body.current)) event.preventDefault();
  };
  const onFocus = (event: FocusEvent) => {
    const key = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined;
    if (key) setActive(key);
  };
  return (
    <section class="card grid-card" aria-label={`Coverage, ${title}`}>
      <header class="card-head">
        <div class="card-words">
          <h2 class="card-title">
            <bdi>{title}</bdi> <span class="section-count">{grid.lines.length}</span>
          </h2>
          <p class="quiet">{composeAbout(columns)} A cell opens what is behind it.</p>
        </div>
      </header>
      <div class="grid-frame" ref={frame}>
        <table class="grid">
          <caption class="only-read">Contact by month and meetings, for each mentee</caption>
          <thead>
            <tr>
              <th scope="col" class="grid-name">
                Mentee
              </th>
              {columns.map(({ key, kind }, at) => (
                <th key={key} scope="col" class={`grid-${kind}`}>
                  <span aria-hidden="true">
                    {heads[at]?.head}
                    <span class="grid-under">{heads[at]?.under}</span>
                  </span>
                  <span class="only-read">{heads[at]?.said}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown} onFocusCapture={onFocus}>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row" class="grid-name cut">
                  <bdi>{line.name}</bdi>
                </th>
                {columns.map((column, at) => (
                  <Cell
                    key={column.key}
                    line={line}
                    column={column}
                    cell={line.cells[at] ?? null}
                    now={now}
                    zone={zone}
                    active={focusable === `${line.key} ${column.key}`}
                    onChoose={onChoose}
                  />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" class="grid-name">
                Settled
              </th>
              {sums.map(({ settled, of }, at) => (
                <td key={columns[at]?.key}>{of > 0 ? `${settled} of ${of}` : ''}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {left > 0 ? (
        <p class="log-more">
          <Button onClick={() => setCount(count + PAGE * 2)}>
            Show {Math.min(PAGE * 2, left)} more of {left}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
