import { useMemo } from 'preact/hooks';
import { dateOf } from '../../domain/time/windows.ts';
import { composeRelationshipName } from '../../features/log-page/choices.ts';
import { applyFilter, makeSearch } from '../../features/log-page/filter.ts';
import { monthsShown, sumByMonth } from '../../features/log-page/months.ts';
import { parsePeriod } from '../../features/log-page/periods.ts';
import type { LogRow } from '../../features/log-page/rows.ts';
import { composeTopicMap, topicColumns } from '../../features/log-page/topic-map.ts';
import { HoursChart } from '../../features/log-page/views/HoursChart.tsx';
import { TopicMapView } from '../../features/log-page/views/TopicMapView.tsx';
import { findProgramme } from '../../programmes/index.ts';
import { builtInTopics } from '../../programmes/lists/topics.ts';
import { Empty } from '../../ui/Empty.tsx';
import { LogFilterBar } from './LogFilterBar.tsx';
import { LogForecasts } from './LogForecasts.tsx';
import { LogTabs } from './LogTabs.tsx';
import type { LogDesk } from './log-desk.ts';
import { Page } from './Page.tsx';
import { useDiffering } from './use-log.ts';

/** The rules that ask for hours or meetings, in the order in which a chart is measured by them. */
const askingRules = ['hours-or-meetings', 'semester-meeting', 'yearly-meetings'] as const;

/** The relationship that is chosen, else the one with the most entries. */
function findRelationship(rows: readonly LogRow[], chosen: string): LogRow['relationship'] | undefined {
  const groups = [...Map.groupBy(rows, ({ relationship }) => relationship.id).values()];
  const most = groups.sort((a, b) => b.length - a.length)[0];
  return groups.find(([row]) => row?.relationship.id === chosen)?.[0]?.relationship ?? most?.[0]?.relationship;
}

function Charts({ log, relationship }: { log: LogDesk; relationship: LogRow['relationship'] }) {
  const { desk, rows, filter } = log;
  const { small, deps } = desk;
  const mentee = small.people.find(({ id }) => id === filter.mentee);
  const programme = findProgramme(small.programmes, relationship.programme);
  const today = dateOf(deps.now(), relationship.zone);
  const own = useMemo(
    () => applyFilter(rows, { ...filter, relationship: relationship.id }, makeSearch()),
    [rows, filter, relationship],
  );
  const rule = askingRules.flatMap((id) => programme?.rules.find((each) => each.rule === id) ?? [])[0];
  const isOne = relationship.mentees.length === 1 || mentee !== undefined;
  const hours = useMemo(() => {
    const months = monthsShown(relationship, parsePeriod(filter.period), today, own[0]?.meeting.start.slice(0, 10));
    return sumByMonth(own, months, isOne ? rule : undefined);
  }, [own, relationship, filter.period, today, rule, isOne]);
  const map = useMemo(
    () => composeTopicMap(own, programme?.topics ?? builtInTopics, topicColumns(own, relationship, today)),
    [own, programme, relationship, today],
  );
  const name = composeRelationshipName(small, relationship);
  const about = mentee && relationship.mentees.length > 1 ? `${name} · ${mentee.name}` : name;
  return (
    <>
      <HoursChart about={about} hours={hours} asks={rule?.clause.says} />
      <TopicMapView about={about} map={map} />
    </>
  );
}

/** Hours by month and topics by term, of one relationship or one mentee. */
export function LogCharts(log: LogDesk) {
  const relationship = findRelationship(log.rows, log.filter.relationship);
  const calendars = useDiffering(log.desk.deps, log.rows);
  return (
    <Page title="Meetings">
      <LogTabs at="charts" />
      {relationship ? (
        <>
          <LogFilterBar {...log} />
          <LogForecasts
            desk={log.desk}
            filter={{ relationship: relationship.id, mentee: log.filter.mentee }}
            events={calendars.events}
          />
          <Charts log={log} relationship={relationship} />
        </>
      ) : (
        <div class="card">
          <Empty title="Nothing to draw yet" text="Hours and topics show here after the first meeting is in the log." />
        </div>
      )}
    </Page>
  );
}
