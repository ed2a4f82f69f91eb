import { useMemo, useState } from 'preact/hooks';
import { applyFilter, isFiltered, makeSearch } from '../../features/log-page/filter.ts';
import { newestFirst, sortRows } from '../../features/log-page/sort.ts';
import { sumRows } from '../../features/log-page/totals.ts';
import { ChainLine } from '../../features/log-page/views/ChainLine.tsx';
import { LogTable } from '../../features/log-page/views/LogTable.tsx';
import { Refused } from '../../features/log-page/views/Refused.tsx';
import { TotalsLine } from '../../features/log-page/views/TotalsLine.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LogFilterBar } from './LogFilterBar.tsx';
import { LogTabs } from './LogTabs.tsx';
import type { LogDesk } from './log-desk.ts';
import { Page } from './Page.tsx';
import { useChain, useDiffering } from './use-log.ts';

/** The log as a table, with what it comes to. */
export function LogEntries(log: LogDesk) {
  const { desk, rows, filter } = log;
  const { deps, small, asking } = desk;
  const [sort, setSort] = useState(newestFirst);
  const search = useMemo(makeSearch, [rows]);
  const shown = useMemo(() => sortRows(applyFilter(rows, filter, search), sort), [rows, filter, sort, search]);
  const totals = useMemo(() => sumRows(shown), [shown]);
  const findings = useChain(small);
  const { differing } = useDiffering(deps, rows);
  const open = ({ id }: { id: string }) => {
    location.hash = `#log/entry/${id}`;
  };
  return (
    <Page title="Meetings">
      <LogTabs at="" />
      <ChainLine rows={rows} findings={findings} onOpen={open} />
      {rows.length === 0 ? null : <LogFilterBar {...log} />}
      <section class="card log-card" aria-label="Entries">
        {rows.length === 0 ? (
          <Empty
            title="No meetings yet"
            text="Once a meeting is confirmed, added or imported, it stands here with its topics, time and signatures."
          />
        ) : (
          <TotalsLine totals={totals} />
        )}
        {shown.length > 0 ? (
          <LogTable
            rows={shown}
            of={JSON.stringify([filter, sort])}
            sort={sort}
            onSort={setSort}
            differs={differing}
            onOpen={open}
          />
        ) : null}
        {shown.length === 0 && isFiltered(filter) ? (
          <p class="log-none quiet">No entry is like this. Take a word or a choice away to see more.</p>
        ) : null}
      </section>
      <Refused
        refusals={small.refusals}
        zone={deps.zone}
        onUnrefuse={({ id }) =>
          void asking.run(deps.ask('suggestion.unrefuse', { refusal: id }), 'It is suggested again')
        }
      />
    </Page>
  );
}
