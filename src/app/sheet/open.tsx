import { render } from 'preact';
import '../../ui/theme.css';
import '../../ui/parts.css';
import '../../features/report/views/sheet.css';
import './sheet-page.css';
import { openPage } from '../open-page.ts';
import { openReader } from '../reader.ts';
import { SheetApp } from './SheetApp.tsx';

/** Shows the tracking sheet that the page's address names. */
export function openSheetPage(): void {
  openPage((_signal, root) => {
    const readSmall = async () => (await openReader()).readSmall();
    render(<SheetApp hash={location.hash} readSmall={readSmall} onPrint={() => print()} />, root);
    addEventListener('hashchange', () => location.reload());
  });
}
