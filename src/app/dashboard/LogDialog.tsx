import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import type { EntrySetting } from '../../features/meeting-log/views/props.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EntryPanelContent } from '../EntryPanelContent.tsx';
import type { PageDeps } from '../page-deps.ts';
import { composeEntryTitle, type Entries } from '../use-entries.ts';

interface LogDialogProps {
  deps: PageDeps;
  entries: Entries;
  setting: EntrySetting;
  problem: string | null;
  /** Events by every id they are known by. */
  events: ReadonlyMap<string, CalendarEvent>;
  onClose: () => void;
}

/** An entry of the log, in front of the table. */
export function LogDialog({ deps, entries, setting, problem, events, onClose }: LogDialogProps) {
  const { panel } = entries;
  if (!panel) return null;
  const findEvent = (id: string) => {
    const event = setting.ledger.meetings.find((each) => each.id === id)?.event;
    return event === undefined ? undefined : events.get(event);
  };
  return (
    <Dialog
      key={panel.kind}
      title={composeEntryTitle(panel, setting)}
      problem={problem}
      wide={panel.kind !== 'refuse'}
      onClose={onClose}
    >
      <EntryPanelContent panel={panel} deps={deps} setting={setting} entries={entries} findEvent={findEvent} />
    </Dialog>
  );
}
