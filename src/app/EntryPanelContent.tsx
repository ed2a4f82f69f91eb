import { useEffect, useState } from 'preact/hooks';
import type { Attachment, CalendarEvent, Meeting } from '../domain/meeting/meeting.ts';
import { dateOf } from '../domain/time/windows.ts';
import { AmendForm } from '../features/meeting-log/views/AmendForm.tsx';
import { EntryForm } from '../features/meeting-log/views/EntryForm.tsx';
import { EntryView } from '../features/meeting-log/views/EntryView.tsx';
import type { EntrySetting } from '../features/meeting-log/views/props.ts';
import { RefusePick } from '../features/meeting-log/views/RefusePick.tsx';
import { ScanView } from '../features/meeting-log/views/ScanView.tsx';
import { SignEntry } from '../features/meeting-log/views/SignEntry.tsx';
import { composeSheetHash } from '../features/report/address.ts';
import { Empty } from '../ui/Empty.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { PageDeps } from './page-deps.ts';
import type { Entries, EntryPanel } from './use-entries.ts';

interface EntryPanelContentProps {
  panel: EntryPanel;
  deps: PageDeps;
  setting: EntrySetting;
  entries: Entries;
  /** The entry's calendar event as it is now, where that is known. */
  findEvent: (meeting: string) => CalendarEvent | undefined;
}

/** What stands in a panel about an entry, the same in the popup and the dashboard. */
export function EntryPanelContent({ panel, deps, setting, entries, findEvent }: EntryPanelContentProps) {
  const { ledger } = setting;
  if (panel.kind === 'refuse') {
    return <RefusePick suggestion={panel.suggestion} onPick={(reach) => entries.refuse(panel.suggestion, reach)} />;
  }
  if (panel.kind === 'scan') return <Scan deps={deps} attachment={panel.attachment} />;
  if (panel.kind === 'form') {
    const { draft, eventTitle, outcome } = panel;
    const key = `${draft.id} ${draft.outcome}`;
    return <EntryForm key={key} {...{ setting, draft, eventTitle, outcome }} onSave={entries.save} />;
  }
  const meeting = ledger.meetings.find(({ id }) => id === panel.meeting);
  if (!meeting) return <Missing />;
  const me = ledger.relationships.find(({ id }) => id === meeting.relationship)?.me ?? '';
  switch (panel.kind) {
    case 'sign':
      return (
        <SignEntry
          setting={setting}
          meeting={meeting}
          onSign={(signature, attachment) => entries.sign(meeting, signature, attachment)}
          onMail={deps.openMail}
          onPrint={() => deps.openUrl(composeSheetUrl(meeting, setting))}
        />
      );
    case 'amend':
      return (
        <AmendForm
          setting={setting}
          meeting={meeting}
          change={panel.change}
          reason={panel.print ? 'The calendar was changed' : undefined}
          onAmend={(reason, change) => entries.amend(panel, me, reason, change)}
        />
      );
    case 'entry':
      return (
        <EntryView
          setting={setting}
          meeting={meeting}
          event={findEvent(meeting.id)}
          onEdit={() => entries.open({ kind: 'form', draft: meeting })}
          onSign={() => entries.open({ kind: 'sign', meeting: meeting.id })}
          onAmend={() => entries.open({ kind: 'amend', meeting: meeting.id })}
          onRemove={() => entries.remove(meeting)}
          onKeep={(print) => entries.keep(meeting, print)}
          onFollow={(change, print) => entries.follow(meeting, change, print)}
          onUnconfirm={(message) => entries.unconfirm(meeting, message)}
          onAttachment={(attachment) => entries.open({ kind: 'scan', attachment })}
        />
      );
  }
}

/** The sheet of that one day. */
function composeSheetUrl({ relationship, start }: Meeting, { ledger, zone }: EntrySetting): string {
  const own = ledger.relationships.find(({ id }) => id === relationship)?.zone ?? zone;
  const date = dateOf(start, own);
  return new URL(`/sheet.html${composeSheetHash({ relationship, from: date, to: date })}`, location.href).href;
}

/** Just saved, it is here in a moment. */
function Missing() {
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setGone(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  if (!isGone) return <Skeleton rows={3} />;
  return <Empty title="This entry is gone" text="It was removed, or taken back." />;
}

function Scan({ deps, attachment }: { deps: PageDeps; attachment: string }) {
  const [scan, setScan] = useState<Attachment | null | undefined>(undefined);
  useEffect(() => {
    deps.readAttachment(attachment).then(
      (found) => setScan(found ?? null),
      () => setScan(null),
    );
  }, [deps, attachment]);
  if (scan === undefined) return <Skeleton rows={3} />;
  return scan ? <ScanView scan={scan} /> : <Empty title="No scan is kept here" text="It may stand in a backup." />;
}
