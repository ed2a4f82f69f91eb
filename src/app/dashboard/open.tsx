import { render } from 'preact';
import '../../ui/theme.css';
import '../../ui/parts.css';
import '../../ui/forms.css';
import '../../features/deadlines/views/deadlines.css';
import '../../features/calendars/views/calendars.css';
import '../../features/mailboxes/views/mailboxes.css';
import '../../features/meeting-log/views/meeting-log.css';
import './dashboard.css';
import '../../features/away/views/away.css';
import '../../features/log-page/views/log-page.css';
import '../../features/speed-session/views/speed-session.css';
import { browserDeps } from '../browser-deps.ts';
import { openPage } from '../open-page.ts';
import { DashboardApp } from './DashboardApp.tsx';
import { readSmallAhead } from './read-small-ahead.ts';

/** Shows the dashboard in this page. */
export function openDashboardPage(): void {
  openPage((signal, root) => render(<DashboardApp deps={readSmallAhead(browserDeps(signal))} />, root));
}
