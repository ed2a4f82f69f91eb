import { useMemo } from 'preact/hooks';
import { forecast } from '../../domain/meeting/forecast.ts';
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import type { LogFilter } from '../../features/log-page/filter.ts';
import { composeForecastLines } from '../../features/log-page/forecasts.ts';
import { Forecasts } from '../../features/log-page/views/Forecasts.tsx';
import type { SmallDesk } from './log-desk.ts';

interface LogForecastsProps {
  desk: SmallDesk;
  filter: Pick<LogFilter, 'relationship' | 'mentee'>;
  /** Those ahead among them. */
  events: readonly CalendarEvent[];
}

/** Forecasts of the relationships and the mentee that are looked at. */
export function LogForecasts({ desk: { deps, small }, filter: { relationship, mentee }, events }: LogForecastsProps) {
  const lines = useMemo(() => {
    const now = deps.now();
    const ahead = events.filter(({ end }) => end > now);
    const found = small.relationships
      .filter(({ id }) => relationship === '' || id === relationship)
      .flatMap(({ id }) => forecast(small, ahead, id, now))
      .filter((each) => mentee === '' || each.mentee === mentee);
    return composeForecastLines(
      found,
      new Map(small.people.map(({ id, name, emails }) => [id, name || emails[0] || 'Someone'])),
    );
  }, [small, events, relationship, mentee]);
  return <Forecasts lines={lines} one={new Set(lines.map((line) => line.mentee)).size === 1} />;
}
