import { openDashboardPage } from '../../src/app/dashboard/open.tsx';

openDashboardPage();
