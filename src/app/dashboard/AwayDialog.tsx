import type { AwayPlanned } from '../../domain/away/away.ts';
import { planAway } from '../../domain/away/plan.ts';
import { AwayForm } from '../../features/away/views/AwayForm.tsx';
import { AwayReasons } from '../../features/away/views/AwayReasons.tsx';
import { BackForm } from '../../features/away/views/BackForm.tsx';
import type { AwaySetting } from '../../features/away/views/props.ts';
import { composeTitle } from '../../features/away/views/words.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { listBonds } from '../list-bonds.ts';
import type { AwayDesk, AwayPanel } from '../use-away.ts';

interface AwayDialogProps {
  panel: AwayPanel;
  desk: AwayDesk;
  setting: AwaySetting;
  problem: string | null;
}

function composeDialogTitle(panel: AwayPanel): string {
  if (panel.kind === 'form') return panel.stored ? `Change ${composeTitle(panel.stored)}` : 'Going away';
  return panel.kind === 'back' ? 'Back already?' : `Remove ${composeTitle(panel.away)}`;
}

/** The form of an absence with what it would set off, the return, and the question before one is removed. */
export function AwayDialog({ panel, desk, setting, problem }: AwayDialogProps) {
  const { small, events, overview, today } = setting;
  const close = () => desk.open(null);
  const preview = (planned: AwayPlanned) => (
    <AwayReasons plan={planAway(small, events, { ...panelAway(panel), ...planned }, overview.now)} />
  );
  return (
    <Dialog title={composeDialogTitle(panel)} problem={problem} onClose={close}>
      {panel.kind === 'form' ? (
        <AwayForm
          draft={panel.draft}
          id={panel.id}
          stored={panel.stored}
          bonds={listBonds(small)}
          today={today}
          working={small.settings[0]?.working?.days}
          preview={preview}
          button={panel.stored ? 'Save' : 'Plan it'}
          onSave={(planned) => void desk.save(planned)}
        />
      ) : panel.kind === 'back' ? (
        <BackForm away={panel.away} today={today} onBack={(on) => desk.back(panel.away, on)} />
      ) : (
        <Confirm
          text={
            panel.anyway
              ? 'The automatic reply could not be put back. Remove the absence all the same? The reply then stays as it is in the mailbox.'
              : 'The absence and who was told of it are forgotten. An automatic reply that was set from here is put back first.'
          }
          button={panel.anyway ? 'Remove anyway' : 'Remove'}
          onConfirm={() => desk.remove(panel.away, panel.anyway === true)}
          onCancel={close}
        />
      )}
    </Dialog>
  );
}

/** What is known of the absence already: when it was planned, how it was made longer. */
const panelAway = (panel: AwayPanel) => (panel.kind === 'form' ? panel.stored : undefined);
