import type { Overview } from '../../features/deadlines/overview.ts';
import { IconButton } from '../../ui/Button.tsx';
import { composeDayAndTime, composeWeekday } from '../../ui/dates.ts';
import { Logo } from '../../ui/Logo.tsx';
import type { PageDeps } from '../page-deps.ts';

interface PopupHeaderProps {
  deps: PageDeps;
  overview: Overview | null;
  onSnooze: () => void;
}

export function PopupHeader({ deps, overview, onSnooze }: PopupHeaderProps) {
  const now = overview?.now ?? deps.now();
  const zone = overview?.zone ?? deps.zone;
  return (
    <header class="popup-head">
      <Logo />
      <h1 class="popup-day">{composeWeekday(now, zone)}</h1>
      <p class="quiet popup-time">{composeDayAndTime(now, zone)}</p>
      {overview?.started ? <IconButton icon="bell" label="Put off all reminders" onClick={onSnooze} /> : null}
      <IconButton icon="board" label="Dashboard" onClick={() => deps.openDashboard()} />
    </header>
  );
}
