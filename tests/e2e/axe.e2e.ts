// axe on every surface, in both themes and in forced colours. Our parts in a mail page stand in closed shadow roots; here
// the roots are opened as they are made, in the world of the page script, so that axe sees them in the page they are in.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerBackup } from '../standin/semester.ts';
import { clickPart, expectParts } from './parts.ts';
import { allowSites, connectCalendars, has, restore, startWorld, type World } from './world.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  violations: string[];
  /** How many elements the contrast of colours was measured on. */
  measured: number;
}

/** The context is evaluated in the page: what to look at. */
async function runAxe(cdp: CDPSession, context: string, contextId?: number): Promise<Found> {
  const place = contextId === undefined ? {} : { contextId };
  await cdp.send('Runtime.evaluate', { expression: axe, ...place });
  const expression = `axe.run(${context}, { resultTypes: ['violations', 'passes'] }).then(({ violations, passes }) => ({
    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => id + ': ' + target + ' ' + any.map(({ message }) => message).join('; '))),
    measured: passes.find(({ id }) => id === 'color-contrast')?.nodes.length ?? 0,
  }))`;
  const answer = await cdp.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, ...place });
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'axe failed');
  return answer.result.value as Found;
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const looks = ['light', 'dark', 'forced'] as const;
type Looks = (typeof looks)[number];

/** Runs axe in each look; names what it found, and where. */
async function checkLooks(page: Page, name: string): Promise<void> {
  const cdp = await world.waymark.context.newCDPSession(page);
  const found: Record<string, string[]> = {};
  for (const look of looks) {
    await wear(page, look);
    const { violations, measured } = await runAxe(cdp, 'document');
    if (look !== 'forced') expect(measured, `${name}, ${look}: nothing was measured`).toBeGreaterThan(0);
    if (violations.length > 0) found[`${name}, ${look}`] = violations;
  }
  expect(found).toEqual({});
  await cdp.detach();
}

const media = (look: Looks) =>
  ({
    colorScheme: look === 'light' ? 'light' : 'dark',
    forcedColors: look === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
  }) as const;

/** Resolves when the page is drawn in its new look. */
async function wear(page: Page, look: Looks): Promise<void> {
  await page.emulateMedia(media(look));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

const open = async (place: string) => {
  const page = await world.waymark.open(world.waymark.url(place));
  await page.locator('main').first().waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  return page;
};

describe('before anything is set up, axe finds nothing', () => {
  it('in the popup and on the empty places', async () => {
    for (const place of ['popup.html', 'dashboard.html#today', 'dashboard.html#people', 'dashboard.html#sources']) {
      const page = await open(place);
      await checkLooks(page, `empty ${place}`);
      await page.close();
    }
  });

  it('in the steps of the first run', async () => {
    const page = await open('dashboard.html#welcome');
    await checkLooks(page, 'programme');
    await page.getByText('UMMS Peer Mentoring').click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await checkLooks(page, 'yourself');
    await page.getByLabel('Your name').fill('Robin Lavoie');
    await page.getByLabel('Your addresses').fill('robin.lavoie@example.com');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('Names and addresses').fill('Amina <amina@school.example.edu>\nHalf <half@>');
    await checkLooks(page, 'mentees with a broken row');
    await page.getByRole('button', { name: /^Skip(?! setup)/ }).click();
    await checkLooks(page, 'access');
    await page.close();
  });
});

describe('with a semester in it, axe finds nothing', () => {
  beforeAll(async () => {
    await (await restore(world, ledgerBackup(world.semester))).close();
    await allowSites(world);
    const inbox = await world.waymark.open('https://mail.google.com/mail/u/0/#inbox');
    await expectParts(inbox, has('5 h late'), 'the morning’s chips');
    await inbox.close();
  });

  const places = ['today', 'log', 'log/charts', 'log/cohort', 'people', 'programmes', 'sources', 'settings', 'data'];

  it.each(places)('on the dashboard’s %s', async (place) => {
    const page = await open(`dashboard.html#${place}`);
    await checkLooks(page, place);
    await page.close();
  });

  it('in the popup, its menu and its panels', async () => {
    const page = await world.waymark.openPopupTab();
    await page.locator('[data-row]').first().waitFor();
    await checkLooks(page, 'popup');
    await page.locator('[data-row]').first().focus();
    await page.keyboard.press('m');
    await page.getByRole('menu').waitFor();
    await checkLooks(page, 'menu');
    await page.keyboard.press('Escape');
    for (const key of ['a', 'r', 'w', 'l']) {
      await page.locator('[data-row]').first().focus();
      await page.keyboard.press(key);
      await page.getByRole('button', { name: 'Back' }).waitFor();
      await checkLooks(page, `panel behind ${key}`);
      await page.getByRole('button', { name: 'Back' }).click();
    }
    await page.close();
  });

  it('in what waits for the log, the form of an entry, the entry and the ways to sign it', async () => {
    await connectCalendars(world);
    const popup = await world.waymark.openPopupTab();
    const row = popup.getByRole('region', { name: 'Meetings to log' }).locator('[data-row]').first();
    await row.waitFor();
    await checkLooks(popup, 'meetings to log');
    await row.press('Enter');
    await popup.getByRole('combobox', { name: 'What you talked about' }).waitFor();
    await checkLooks(popup, 'the form');
    await popup.close();
    const page = await open('dashboard.html#log');
    await page.locator('tbody button, tbody a').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await checkLooks(page, 'an entry');
    const sign = dialog.getByRole('button', { name: 'Sign', exact: true });
    if ((await sign.count()) > 0) {
      await sign.click();
      await dialog.getByText('Type', { exact: true }).click();
      await checkLooks(page, 'signing');
    }
    await page.close();
  });

  it('on the sheet as it is printed', async () => {
    const page = await open('sheet.html#r-cpd//2025-10-01/2026-03-09');
    await checkLooks(page, 'sheet');
    await page.close();
  });
});

/** Opens a mail page whose shadow roots of ours are open; gives the world of the page script. */
async function openMail(address: string): Promise<{ page: Page; cdp: CDPSession; contextId: () => number }> {
  const page = await world.waymark.context.newPage();
  const cdp = await world.waymark.context.newCDPSession(page);
  let id = 0;
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (!context.origin.includes(world.waymark.extensionId)) return;
    id = context.id;
    const opened = `{ const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (init) { return attachShadow.call(this, { ...init, mode: 'open' }); }; }`;
    void cdp.send('Runtime.evaluate', { expression: opened, contextId: context.id });
  });
  await cdp.send('Runtime.enable');
  await page.goto(address);
  return { page, cdp, contextId: () => id };
}

async function checkParts({ page, cdp, contextId }: Awaited<ReturnType<typeof openMail>>, name: string): Promise<void> {
  const hosts = await page.locator('[data-wm]').evaluateAll((all) => all.map((host) => host.shadowRoot !== null));
  expect(hosts.length).toBeGreaterThan(0);
  expect(hosts).not.toContain(false);
  const found = await runAxe(cdp, "[...document.querySelectorAll('[data-wm]')]", contextId());
  expect({ name, violations: found.violations }).toEqual({ name, violations: [] });
  if (!name.includes('forced')) expect(found.measured, name).toBeGreaterThan(0);
}

describe.each(looks)('in a mail page, in %s, axe finds nothing', (look) => {
  const theme = look === 'light' ? 'light' : 'dark';

  it('in chips, line, clause, choices and the question about a sender', async () => {
    const mail = await openMail(`https://mail.google.com/mail/u/0/?theme=${theme}#inbox`);
    const { page } = mail;
    await wear(page, look);
    await expectParts(page, has('5 h late'), 'the chips');
    await checkParts(mail, `chips, ${look}`);
    await page.locator('.bog', { hasText: 'Question about the OSCE schedule' }).first().click();
    await expectParts(page, has(/5 h late Your turn/), 'the line');
    await clickPart(page, 'Why?');
    await expectParts(page, has('Seen in the Gmail page'), 'what decides it');
    await clickPart(page, 'Not right?');
    await checkParts(mail, `line with what decides it, ${look}`);
    await clickPart(page, 'Automatic reply');
    await expectParts(page, has(/1 more message, not counted for it .* You said on/), 'what was said');
    await checkParts(mail, `what was said, ${look}`);
    await clickPart(page, 'Take back');
    await expectParts(page, has(/5 h late Your turn.*Taken back/), 'the line as it was');
    for (const [button, words] of [
      ['Answered elsewhere', 'In person'],
      ['Remind me later', 'Tomorrow morning'],
    ] as const) {
      await clickPart(page, button);
      await expectParts(page, has(words), words);
      await checkParts(mail, `${button}, ${look}`);
    }
    await clickPart(page, 'No reply needed');
    await expectParts(page, has('Undo'), 'the outcome');
    await checkParts(mail, `outcome, ${look}`);
    await clickPart(page, 'Undo');
    await expectParts(page, has(/5 h late Your turn/), 'the line again');
    await page.close();
  });

  it('in Outlook’s line and note', async () => {
    const mail = await openMail(`https://outlook.office.com/mail/?theme=${theme}`);
    const { page } = mail;
    await wear(page, look);
    await expectParts(page, has('Outlook shows names here'), 'the note');
    await page.locator('[role=option]', { hasText: 'Research supervisor' }).click();
    await expectParts(page, has(/2[23] h left Your turn/), 'the line');
    await checkParts(mail, `line and note, ${look}`);
    await page.close();
  });
});

describe('the question about a sender', () => {
  it('has nothing for axe to find', async () => {
    const mail = await openMail('https://mail.google.com/mail/u/0/#inbox');
    await mail.page.locator('.bog', { hasText: 'Introducing Leila Farouk' }).first().click();
    await expectParts(mail.page, has('Is this a mentee?'), 'the question');
    await checkParts(mail, 'question');
    await mail.page.close();
  });
});
