import { render } from 'preact';
import '../../ui/theme.css';
import '../../ui/parts.css';
import '../../ui/forms.css';
import '../../features/deadlines/views/deadlines.css';
import './dashboard.css';
import '../../features/log-page/views/log-page.css';
import { browserDeps } from '../browser-deps.ts';
import { openPage } from '../open-page.ts';
import { DashboardApp } from './DashboardApp.tsx';

/** Shows the dashboard in this page. */
export function openDashboardPage(): void {
  openPage((signal, root) => render(<DashboardApp deps={browserDeps(signal)} />, root));
}
