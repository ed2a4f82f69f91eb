import { openSheetPage } from '../../src/app/sheet/open.tsx';

openSheetPage();
