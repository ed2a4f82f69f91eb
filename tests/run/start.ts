// `npm start`: the stand-in web with a semester of mentoring in it, and a browser with Waymark in it. Without a display, or
// with --tour, pictures of all surfaces instead; with --real, the real sites.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, type Waymark } from '../e2e/browser.ts';
import { buildIfOld, extensionDir } from '../e2e/setup.ts';
import { allowSites, allSites, calendarHosts, connectCalendars, mailHosts, restore, type World } from '../e2e/world.ts';
import { ledgerBackup, semester } from '../standin/semester.ts';
import { startStandin } from '../standin/server.ts';
import { takeTour } from './tour.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function tour(): Promise<void> {
  const folder = join(root, '.cache', 'tour');
  console.log('Taking the tour: every surface, light and dark, wide and narrow ...');
  const pictures = await takeTour(folder);
  console.log(`${pictures} pictures are in ${folder}`);
}

function untilClosed({ context }: Waymark): Promise<void> {
  return new Promise((resolve) => context.once('close', () => resolve()));
}

async function real(): Promise<void> {
  console.log('Opening the real sites, with nothing in Waymark yet ...');
  const waymark = await launch({ extensionDir, headless: false, viewport: null });
  await waymark.open(waymark.url('dashboard.html'));
  await waymark.open('https://mail.google.com/').catch(() => console.log('mail.google.com could not be reached.'));
  console.log('Waymark is in the toolbar. Close the browser to end.');
  await untilClosed(waymark);
}

async function demonstrate(): Promise<void> {
  const made = semester({ now: new Date().toISOString(), zone: Temporal.Now.timeZoneId() });
  console.log('Starting the stand-in web with a semester of mentoring in it ...');
  const standin = await startStandin({ semester: made, look: { autoConsent: true } });
  console.log('Opening the browser with Waymark in it ...');
  const grants = [...mailHosts, ...calendarHosts];
  const waymark = await launch({ extensionDir, standin, grants, headless: false, viewport: null });
  const world: World = { waymark, standin, semester: made, close: async () => {} };
  console.log('Putting the semester into Waymark, as a mentor restores a backup ...');
  const page = await restore(world, ledgerBackup(made));
  await allowSites(world, allSites);
  console.log('Connecting both calendar accounts ...');
  await connectCalendars(world);
  // From here on a person is asked, as anywhere.
  standin.setLook({ autoConsent: false });
  await page.goto(waymark.url('dashboard.html#today'));
  await waymark.open('https://mail.google.com/');
  console.log(
    'Ready: Gmail and the dashboard are open, Outlook and the calendars at their own addresses. Close the browser to end.',
  );
  await untilClosed(waymark);
  await standin.close();
}

async function main(wishes: string[]): Promise<void> {
  buildIfOld();
  if (wishes.includes('--tour')) return tour();
  if (!hasDisplay()) {
    console.log('There is no display here.');
    return tour();
  }
  return wishes.includes('--real') ? real() : demonstrate();
}

try {
  await main(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
