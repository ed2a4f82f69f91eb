import { render } from 'preact';
import '../../ui/theme.css';
import '../../ui/parts.css';
import '../../ui/forms.css';
import '../../features/deadlines/views/deadlines.css';
import '../../features/meeting-log/views/meeting-log.css';
import '../../features/away/views/away.css';
import './popup.css';
import { browserDeps } from '../browser-deps.ts';
import { openPage } from '../open-page.ts';
import { PopupApp } from './PopupApp.tsx';
import { readAhead } from './read-ahead.ts';

/** Shows the popup in this page. */
export function openPopup(): void {
  openPage((signal, root) => render(<PopupApp deps={readAhead(browserDeps(signal))} />, root));
}
