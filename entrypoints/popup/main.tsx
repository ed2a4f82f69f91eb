import { openPopup } from '../../src/app/popup/open.tsx';

openPopup();
