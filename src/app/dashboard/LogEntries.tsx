import { useEffect, useMemo, useState } from 'preact/hooks';
import { applyFilter, isFiltered, makeSearch } from '../../features/log-page/filter.ts';
import { newestFirst, sortRows } from '../../features/log-page/sort.ts';
import { sumRows } from '../../features/log-page/totals.ts';
import { ChainLine } from '../../features/log-page/views/ChainLine.tsx';
import { LogTable } from '../../features/log-page/views/LogTable.tsx';
import { Refused } from '../../features/log-page/views/Refused.tsx';
import { TotalsLine } from '../../features/log-page/views/TotalsLine.tsx';
import { ToLogList } from '../../features/meeting-log/views/ToLogList.tsx';
import { findSpeedRelationships } from '../../features/speed-session/find-partner.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useEntries } from '../use-entries.ts';
import { LogFilterBar } from './LogFilterBar.tsx';
import { LogTabs } from './LogTabs.tsx';
import { later } from './later.tsx';
import type { LogDesk } from './log-desk.ts';
import { Page } from './Page.tsx';
import { useChain, useDiffering, useToLog } from './use-log.ts';

const LogDialog = later(async () => (await import('./LogDialog.tsx')).LogDialog);
const LogGiveOut = later(async () => (await import('./LogGiveOut.tsx')).LogGiveOut);
const LogImport = later(async () => (await import('./LogImport.tsx')).LogImport);

interface LogEntriesProps extends LogDesk {
  /** The entry that is to be opened at once. */
  entry?: string | undefined;
}

/** So many meetings to log stand there before "more". */
const MOST_TO_LOG = 5;

/** The log as a table, with what it comes to, and above it what is still to be logged. */
export function LogEntries({ entry, ...log }: LogEntriesProps) {
  const { desk, rows, filter } = log;
  const { deps, small, asking } = desk;
  const [sort, setSort] = useState(newestFirst);
  const [task, setTask] = useState<'export' | 'import' | null>(null);
  const search = useMemo(makeSearch, [rows]);
  const shown = useMemo(() => sortRows(applyFilter(rows, filter, search), sort), [rows, filter, sort, search]);
  const totals = useMemo(() => sumRows(shown), [shown]);
  const findings = useChain(deps, small);
  const calendars = useDiffering(deps, rows);
  const toLog = useToLog(deps, small, calendars);
  const entries = useEntries(deps, asking);
  const setting = { ledger: small, now: deps.now(), zone: deps.zone };
  const open = ({ id }: { id: string }) => entries.open({ kind: 'entry', meeting: id });
  const close = () => {
    entries.open(null);
    if (entry !== undefined) location.hash = '#log';
  };
  useEffect(() => {
    if (entry !== undefined) open({ id: entry });
  }, [entry]);
  const add = small.relationships.length > 0 && (
    <Button kind="primary" onClick={() => entries.add(setting)}>
      Add a meeting
    </Button>
  );
  const [speed] = findSpeedRelationships(small);
  const speedSession = speed && (
    <a class="button" href={`#log/speed/${speed.id}`}>
      Speed session…
    </a>
  );
  const importSheet = small.relationships.length > 0 && (
    <Button onClick={() => setTask('import')}>Import a sheet…</Button>
  );
  return (
    <Page
      title="Meetings"
      actions={
        rows.length > 0 ? (
          <>
            {speedSession}
            {importSheet}
            <Button onClick={() => setTask('export')}>Export…</Button>
            {add}
          </>
        ) : null
      }
    >
      <LogTabs at="" />
      <ChainLine rows={rows} findings={findings} onOpen={open} />
      {toLog ? (
        <div class="log-to-log">
          <ToLogList
            toLog={toLog}
            zone={deps.zone}
            most={MOST_TO_LOG}
            onAct={(ghost, act) => entries.act(ghost, act, setting)}
          />
        </div>
      ) : null}
      {rows.length === 0 ? null : <LogFilterBar {...log} />}
      <section class="card log-card" aria-label="Entries">
        {rows.length === 0 ? (
          <Empty
            title="No meetings yet"
            text="Once a meeting is confirmed, added or imported, it stands here with its topics, time and signatures."
          >
            {add}
            {speedSession}
            {importSheet}
          </Empty>
        ) : (
          <TotalsLine totals={totals} />
        )}
        {shown.length > 0 ? (
          <LogTable
            rows={shown}
            of={JSON.stringify([filter, sort])}
            sort={sort}
            onSort={setSort}
            differs={calendars.differing}
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
      {task === 'export' ? <LogGiveOut desk={desk} rows={shown} filter={filter} onClose={() => setTask(null)} /> : null}
      {task === 'import' ? <LogImport desk={desk} onClose={() => setTask(null)} /> : null}
      {entries.panel ? (
        <LogDialog
          deps={deps}
          entries={entries}
          setting={setting}
          problem={asking.problem}
          events={calendars.byId}
          onClose={close}
        />
      ) : null}
    </Page>
  );
}
