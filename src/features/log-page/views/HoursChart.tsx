import { useMemo } from 'preact/hooks';
import { ChartBars } from '../../../ui/ChartBars.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { HoursByMonth, MonthHours } from '../months.ts';
import { composeHours } from '../words.ts';

interface HoursChartProps {
  /** Whose hours: "CPD mentoring · Jun Li". */
  about: string;
  hours: HoursByMonth;
  /** What the programme asks for, in its own clause; absent where it asks for no meetings. */
  asks?: string | undefined;
}

const month = (date: string, style: 'short' | 'long', withYear: boolean) =>
  new Intl.DateTimeFormat(undefined, { month: style, ...(withYear && { year: 'numeric' }), timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00Z`),
  );

const trim = (hours: number) => String(Math.round(hours * 100) / 100);

function composeBars({ months, target }: HoursByMonth) {
  return {
    labels: months.map(({ from }) => month(from, 'short', false)),
    values: months.map(({ minutes }) => minutes / 60),
    words: months.map(({ minutes }) => (minutes > 0 ? trim(minutes / 60) : '')),
    ...(target && { target: { value: target.aMonth, words: `${trim(target.aMonth)} h a month` } }),
  };
}

function composeLabel({ months, target }: HoursByMonth): string {
  const total = months.reduce((sum, { minutes }) => sum + minutes, 0);
  const line = target ? ` A line marks ${trim(target.aMonth)} hours a month.` : '';
  return `Hours of meetings held in each of ${months.length} months, ${composeHours(total)} in all.${line}`;
}

const columns = [
  { head: 'Month', cell: ({ from }: MonthHours) => month(from, 'long', true) },
  { head: 'Meetings', cell: ({ meetings }: MonthHours) => meetings, figure: true },
  { head: 'Hours', cell: ({ minutes }: MonthHours) => composeHours(minutes), figure: true },
  { head: 'Preparation, apart', cell: ({ preparation }: MonthHours) => composeHours(preparation), figure: true },
];

/** Hours by month, beside what the programme asks for. */
export function HoursChart({ about, hours, asks }: HoursChartProps) {
  const bars = useMemo(() => composeBars(hours), [hours]);
  const { target, months } = hours;
  return (
    <section class="card chart-card" aria-label="Hours by month">
      <header class="card-head">
        <div class="card-words">
          <h2 class="card-title">Hours by month</h2>
          <p class="quiet">
            <bdi>{about}</bdi>
          </p>
        </div>
      </header>
      <ChartBars label={composeLabel(hours)} bars={bars} />
      {target ? (
        <p class="small quiet">
          The line is {trim(target.hours)} h over {target.months} months, evenly spread. Preparation is not in the bars.
        </p>
      ) : null}
      {asks ? <p class="small quiet">The programme: {asks}</p> : null}
      <details class="chart-table">
        <summary>Show as table</summary>
        <Table caption="Hours by month" rows={months} getKey={({ from }) => from} columns={columns} />
      </details>
    </section>
  );
}
