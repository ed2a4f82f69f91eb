// @vitest-environment jsdom
// What holds for every folder in src/sites, unasked: the interface, an empty page, and addresses that are safe to open.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MailSite } from '../../src/sites/site.ts';

const folder = join(import.meta.dirname, '..', '..', 'src', 'sites');
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.ts')))
  .map((entry) => entry.name);

interface AnySite {
  id: string;
  source: string;
  name: string;
  matches: string[];
}
interface CalendarSite extends AnySite {
  readOpenEvent(document: Document, options: { zone: string }): unknown;
  readEvents(document: Document, options: { zone: string }): unknown[];
}

const load = async (name: string) =>
  (await import(join(folder, name, 'index.ts'))) as { site: MailSite | CalendarSite };
const isMail = (site: MailSite | CalendarSite): site is MailSite => 'readRows' in site;
const emptyPage = () => new DOMParser().parseFromString('<!doctype html><title></title>', 'text/html');
const isHttps = (url: string) => new URL(url).protocol === 'https:';

it('there is a site to check', () => {
  expect(names).toContain('gmail');
});

describe.each(names)('%s', async (name) => {
  const { site } = await load(name);

  it('is called as its folder, and says whose pages it reads', () => {
    expect(site.id).toBe(name);
    expect(site.name).not.toBe('');
    expect(site.source).not.toBe('');
    expect(site.matches.length).toBeGreaterThan(0);
    for (const match of site.matches) expect(match).toMatch(/^https:\/\/[a-z0-9.*-]+\.[a-z]+\//);
  });

  if (isMail(site)) checkMail(site);
  else checkCalendar(site);
});

function checkMail(site: MailSite): void {
  const options = { zone: 'Europe/Prague' };

  it('reads nothing from an empty page', () => {
    const page = emptyPage();
    expect(site.readOwner(page)).toBeNull();
    expect(site.readThread(page, options)).toBeNull();
    expect(site.readRows(page, options)).toEqual([]);
    expect(site.rowAnchors(page)).toEqual([]);
    expect(site.threadAnchor(page)).toBeNull();
    expect(site.readView(page)).toMatchObject({ complete: false });
    expect(site.look(page)).toMatchObject({ dark: false, rtl: false });
  });

  it.runIf(site.readAll)('reads the same in one reading as in four', () => {
    const page = emptyPage();
    expect(site.readAll?.(page, options)).toEqual({ owner: null, view: site.readView(page), rows: [], thread: null });
  });

  it('finds no change in an empty page', () => {
    expect(site.inspect(emptyPage(), options)).toEqual({
      rowsFound: 0,
      rowsRead: 0,
      threadFound: false,
      threadRead: false,
      disagreements: {},
    });
  });

  it.each([[['bo@example.edu']], [['bo@example.edu', 'cy.lee+mentor@example.org']]])(
    'knows its own search for %j again',
    (emails) => {
      const { words, url } = site.searchFor(emails, 'ada@example.edu');
      expect(site.parseSearch(words)).toEqual(emails);
      expect(isHttps(url)).toBe(true);
    },
  );

  it.each(['', 'mentor', 'is:unread', 'from:'])("takes somebody's own search for %o as theirs", (words) => {
    expect(site.parseSearch(words)).toBeNull();
  });

  it.each(['ada@example.edu', undefined])('opens only https pages, for the owner %s', (owner) => {
    expect(isHttps(site.composeUrl(['bo@example.edu'], owner, 'Hi', 'Dear Bo,\n& all'))).toBe(true);
    for (const id of ['19a8309325dddc50', 'AAQkADAwATM0MDAAMS0=', 'javascript:alert(1)', '']) {
      const url = site.threadUrl(id, owner);
      if (url !== null) expect(isHttps(url)).toBe(true);
    }
  });
}

function checkCalendar(site: CalendarSite): void {
  it('reads nothing from an empty page', () => {
    const options = { zone: 'Europe/Prague' };
    expect(site.readEvents(emptyPage(), options)).toEqual([]);
    expect(site.readOpenEvent(emptyPage(), options)).toBeNull();
  });
}
