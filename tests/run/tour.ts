// The tour: a picture of every surface, in both themes, wide and narrow, on the demonstration's Monday. To add one, add a
// line to `stops`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { allowSites, allSites, connectCalendars, restore, startWorld, type World } from '../e2e/world.ts';
import { ledgerBackup } from '../standin/semester.ts';

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 480, height: 800 } };
const popupSize = { popup: { width: 384, height: 600 } };
const mailSizes = { wide: sizes.wide, narrow: { width: 760, height: 800 } };

interface Stop {
  name: string;
  /** Where it is: an address of the web, or a page of the extension. */
  address: string;
  sizes: Record<string, { width: number; height: number }>;
  /** What is to be seen before the picture is taken. */
  ready: string;
  /** Goes on from there to what is to be seen. */
  next?: (page: Page) => Promise<unknown>;
}

const dashboard = (place: string): Stop => ({
  name: `dashboard-${place.replace('/', '-')}`,
  address: `dashboard.html#${place}`,
  sizes,
  ready: 'h1',
});

const firstRow = (page: Page) => page.getByText('Question about the OSCE schedule').first().click();

/** The dialog alone: what is planned would stand on the pictures after it. */
async function fillAbsence(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Plan an absence' }).click();
  const dates = [
    ['First day away', '2026-03-16'],
    ['Last day away', '2026-03-20'],
    ['Back on', '2026-03-21'],
  ] as const;
  for (const [name, date] of dates) await page.getByRole('textbox', { name }).fill(date);
}

export const stops: Stop[] = [
  { name: 'gmail-inbox', address: 'https://mail.google.com/mail/u/0/#inbox', sizes: mailSizes, ready: 'tr[role=row]' },
  {
    name: 'gmail-thread',
    address: 'https://mail.google.com/mail/u/0/#inbox',
    sizes: mailSizes,
    ready: 'tr[role=row]',
    next: firstRow,
  },
  { name: 'outlook-inbox', address: 'https://outlook.office.com/mail/', sizes: mailSizes, ready: '[role=option]' },
  {
    name: 'outlook-thread',
    address: 'https://outlook.office.com/mail/',
    sizes: mailSizes,
    ready: '[role=option]',
    next: (page) => page.getByText('Research supervisor').first().click(),
  },
  { name: 'popup', address: 'popup.html', sizes: popupSize, ready: 'body *' },
  {
    name: 'popup-log-meeting',
    address: 'popup.html',
    sizes: popupSize,
    ready: '.to-log [data-row]',
    next: (page) => page.locator('.to-log [data-row]').first().press('Enter'),
  },
  {
    name: 'google-calendar',
    address: 'https://calendar.google.com/calendar/u/0/r/week',
    sizes: mailSizes,
    ready: '[data-eventchip]',
  },
  {
    name: 'outlook-calendar',
    address: 'https://outlook.office.com/calendar/view/week',
    sizes: mailSizes,
    ready: '[data-calitemid]',
  },
  { name: 'sheet', address: 'sheet.html#r-cpd//2025-10-01/2026-03-09', sizes, ready: 'table' },
  ...[
    'today',
    'log',
    'log/charts',
    'log/cohort',
    'away',
    'people',
    'programmes',
    'sources',
    'settings',
    'data',
    'welcome',
  ].map(dashboard),
  { ...dashboard('away'), name: 'dashboard-away-plan', next: fillAbsence },
];

/** Long enough for the page script's scan, the worker's answer and the chips that follow. */
const SETTLE = 1500;

async function visit(world: World, stop: Stop, theme: Theme, folder: string): Promise<number> {
  const page = await world.waymark.context.newPage();
  const isWeb = stop.address.startsWith('https:');
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.goto(isWeb ? stop.address : world.waymark.url(stop.address));
  await page.locator(stop.ready).first().waitFor();
  await stop.next?.(page);
  for (const [size, viewport] of Object.entries(stop.sizes)) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(SETTLE);
    await page.screenshot({ path: join(folder, `${stop.name}-${theme}-${size}.png`) });
  }
  await page.close();
  return Object.keys(stop.sizes).length;
}

/** Takes the tour; resolves with the number of pictures in `folder`. */
export async function takeTour(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const world = await startWorld();
  let pictures = 0;
  try {
    await (await restore(world, ledgerBackup(world.semester))).close();
    await allowSites(world, allSites);
    await connectCalendars(world);
    for (const theme of themes) {
      world.standin.setLook({ theme });
      for (const stop of stops) {
        console.log(`  ${stop.name}, ${theme}`);
        pictures += await visit(world, stop, theme, folder);
      }
    }
  } finally {
    await world.close();
  }
  return pictures;
}
