import { CalendarFile } from '../../features/calendars/views/CalendarFile.tsx';
import type { ReadFile, StorePart } from '../../features/calendars/views/calendar-file.ts';
import { planWindow } from '../../features/calendars/window.ts';
import type { Desk } from './dashboard-state.ts';
import { findMe } from './find-me.ts';

/** Calendar files, read in this page: the reader is loaded once a file is there. */
export function FilePart({ desk: { deps, small, overview, reload } }: { desk: Desk }) {
  const window = planWindow(small.relationships, overview.now);
  const read: ReadFile = async (text, options) => {
    const { readCalendarSlices } = await import('../../files/icalendar.ts');
    return readCalendarSlices(text, { ...window, zone: overview.zone, me: findMe(small).emails, ...options });
  };
  const store: StorePart = async (name, events, last) => {
    const answer = await deps.ask('calendar.import', { name: name.slice(0, 300), events, last });
    if (last) reload();
    return answer.ok ? answer.value : null;
  };
  return <CalendarFile window={window} read={read} store={store} />;
}
