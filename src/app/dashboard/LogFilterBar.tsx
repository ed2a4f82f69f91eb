import { useMemo } from 'preact/hooks';
import { menteeChoices, relationshipChoices } from '../../features/log-page/choices.ts';
import { composePeriods } from '../../features/log-page/periods.ts';
import { sessionChoices } from '../../features/log-page/sessions.ts';
import { FilterBar } from '../../features/log-page/views/FilterBar.tsx';
import type { LogDesk } from './log-desk.ts';

/** The filter with what there is to choose from. */
export function LogFilterBar({ desk: { small }, rows, filter, onFilter }: LogDesk) {
  const { relationship } = filter;
  const relationships = useMemo(() => relationshipChoices(small), [small]);
  const mentees = useMemo(() => menteeChoices(small, relationship), [small, relationship]);
  const periods = useMemo(() => {
    const chosen = small.relationships.filter(({ id }) => relationship === '' || id === relationship);
    return composePeriods(rows, chosen).map(({ key, name }) => ({ value: key, text: name }));
  }, [small, rows, relationship]);
  const sessions = useMemo(() => sessionChoices(rows), [rows]);
  return (
    <FilterBar
      filter={filter}
      relationships={relationships}
      mentees={mentees}
      periods={periods}
      sessions={sessions}
      onFilter={onFilter}
    />
  );
}
