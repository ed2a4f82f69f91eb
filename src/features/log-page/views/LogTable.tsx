import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { stepFocus } from '../../../ui/roving.ts';
import type { LogRow } from '../rows.ts';
import { type Sort, type SortKey, turnSort } from '../sort.ts';
import { makeWhen, type When } from '../words.ts';
import { LogTableRow } from './LogTableRow.tsx';

interface LogTableProps {
  rows: readonly LogRow[];
  /** Names what is looked at: when it is another thing, the table begins at its top again. */
  of: string;
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** Ids of entries whose calendar event is no longer as it was. */
  differs: ReadonlySet<string>;
  onOpen: (row: LogRow) => void;
}

/** So many rows are drawn at once; the rest when asked for, and all for paper. */
const PAGE = 30;
const MORE = 200;

const heads: { key: SortKey | 'topics'; text: string; figure?: true }[] = [
  { key: 'date', text: 'Date' },
  { key: 'people', text: 'People' },
  { key: 'minutes', text: 'Time', figure: true },
  { key: 'topics', text: 'Topics and homework' },
  { key: 'outcome', text: 'Outcome' },
  { key: 'signed', text: 'Signatures' },
];

interface HeadProps {
  head: (typeof heads)[number];
  sort: Sort;
  onSort: (sort: Sort) => void;
}

function Head({ head: { key, text, figure }, sort, onSort }: HeadProps) {
  if (key === 'topics')
    return (
      <th scope="col" class="log-head">
        {text}
      </th>
    );
  const isSorted = sort.by === key;
  return (
    <th
      scope="col"
      class={figure ? 'log-head figure' : 'log-head'}
      aria-sort={isSorted ? (sort.up ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" class="log-sort" onClick={() => onSort(turnSort(sort, key))}>
        {text}
        <span
          class={isSorted ? (sort.up ? 'log-sort-mark log-sort-up' : 'log-sort-mark') : 'log-sort-mark log-sort-none'}
        >
          <Icon name="down" size={12} />
        </span>
      </button>
    </th>
  );
}

/** How many rows are drawn: the first page again when something else is looked at, all while it is printed. */
function useShown(of: string, all: number): [number, () => void] {
  const [shown, setShown] = useState({ of, count: PAGE });
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  const count = shown.of === of ? shown.count : PAGE;
  return [printing ? all : count, () => setShown({ of, count: count + MORE })];
}

/** Makes the words of dates, one maker for each zone. */
function useWhen(): (row: LogRow) => When {
  const makers = useRef(new Map<string, ReturnType<typeof makeWhen>>());
  return ({ meeting, relationship: { zone } }) => {
    const make = makers.current.get(zone) ?? makeWhen(zone);
    makers.current.set(zone, make);
    return make(meeting);
  };
}

/** The log. One entry takes the focus; arrows move it, Enter opens it. */
export function LogTable({ rows, of, sort, onSort, differs, onOpen }: LogTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState('');
  const [count, showMore] = useShown(of, rows.length);
  const when = useWhen();
  const shown = rows.slice(0, count);
  const focusable = shown.some(({ id }) => id === active) ? active : shown[0]?.id;
  const left = rows.length - shown.length;
  const onKeyDown = (event: KeyboardEvent) => {
    if (stepFocus(event, body.current, '[data-entry]')) event.preventDefault();
  };
  return (
    <>
      <table class="log-table">
        <caption class="only-read">Log entries</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <Head key={head.key} head={head} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {shown.map((row) => (
            <LogTableRow
              key={row.id}
              row={row}
              when={when(row)}
              differs={differs.has(row.id)}
              active={row.id === focusable}
              onFocus={setActive}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
      {left > 0 ? (
        <p class="log-more">
          <Button onClick={showMore}>
            Show {Math.min(MORE, left)} more of {left}
          </Button>
        </p>
      ) : null}
    </>
  );
}
