import { findEvent } from '../../features/meeting-log/differs.ts';
import type { ToLog } from '../../features/meeting-log/read-to-log.ts';
import type { EntrySetting } from '../../features/meeting-log/views/props.ts';
import { Problem } from '../../ui/Notice.tsx';
import { EntryPanelContent } from '../EntryPanelContent.tsx';
import type { PageDeps } from '../page-deps.ts';
import { composeEntryTitle, type Entries, type EntryPanel } from '../use-entries.ts';
import { Panel } from './Panel.tsx';

interface EntryPlaceProps {
  deps: PageDeps;
  entries: Entries;
  setting: EntrySetting;
  toLog: ToLog | null;
  problem: string | null;
}

/** Where Escape leads: from what is done to an entry back to the entry, from there to the list. */
function findBack(panel: EntryPanel, { ledger }: EntrySetting): EntryPanel | null {
  if (panel.kind === 'sign' || panel.kind === 'amend') return { kind: 'entry', meeting: panel.meeting };
  if (panel.kind !== 'form') return null;
  const stored = ledger.meetings.find(({ id }) => id === panel.draft.id);
  return stored && stored.outcome !== 'planned' ? { kind: 'entry', meeting: stored.id } : null;
}

/** An entry of the meeting log, in the popup's whole place. */
export function EntryPlace({ deps, entries, setting, toLog, problem }: EntryPlaceProps) {
  const { panel } = entries;
  if (!panel) return null;
  const events = toLog?.differing.map(({ event }) => event) ?? [];
  const eventOf = (id: string) => {
    const meeting = setting.ledger.meetings.find((each) => each.id === id);
    return meeting && findEvent(meeting, events);
  };
  return (
    <Panel
      key={panel.kind}
      title={composeEntryTitle(panel, setting)}
      onBack={() => entries.open(findBack(panel, setting))}
    >
      {problem ? <Problem text={problem} /> : null}
      <EntryPanelContent panel={panel} deps={deps} setting={setting} entries={entries} findEvent={eventOf} />
    </Panel>
  );
}
