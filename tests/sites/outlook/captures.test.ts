import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { site } from '../../../src/sites/outlook/index.ts';
import { readUnread } from '../../../src/sites/outlook/unread.ts';
import { describeWithShared, sharedPath } from '../../shared.ts';
import { NEW_YORK, page } from './page.ts';

const expectedFolder = resolve(import.meta.dirname, 'expected');

function readAll(document: Document) {
  return {
    owner: site.readOwner(document),
    rows: site.readRows(document, NEW_YORK),
    thread: site.readThread(document, NEW_YORK),
  };
}

function readExpected(name: string): unknown {
  const path = resolve(expectedFolder, name.replace(/\.\w+$/, '.json'));
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

describeWithShared('captures of Outlook', () => {
  const folder = sharedPath('captures', 'outlook') ?? '';
  const names = readdirSync(folder);

  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(4);
  });

  it.each(names)('%s has an expectation', (name) => {
    expect(readExpected(name)).toBeDefined();
  });

  it.each(names.filter((name) => name.endsWith('.html')))('%s reads as expected', (name) => {
    const html = readFileSync(resolve(folder, name), 'utf8');
    const { document } = new JSDOM(`<!doctype html>${html}`).window;
    expect(readAll(document)).toEqual(readExpected(name));
    expect(site.readAll?.(document, NEW_YORK)).toEqual({ ...readAll(document), view: site.readView(document) });
    const found = site.inspect(document, NEW_YORK);
    expect(found.disagreements).toEqual({});
    expect(found.rowsRead).toBe(found.rowsFound);
  });

  it.each(names.filter((name) => name.endsWith('.json')))('%s: the first word tells which rows are unread', (name) => {
    const { labels } = JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as { labels: string[] };
    const document = page(labels.map(() => '<p></p>').join(''));
    const rows = [...document.querySelectorAll('p')].map((element, index) => {
      element.setAttribute('aria-label', labels[index]!);
      return { row: element, threadId: '', date: undefined, subject: undefined, doubtful: false, senders: [] };
    });
    const { unread } = readUnread({ language: '', rows, pane: undefined, messages: [] });
    expect(unread).toEqual((readExpected(name) as { unread: boolean[] }).unread);
  });
});
