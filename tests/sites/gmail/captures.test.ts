// @vitest-environment jsdom
// Every capture of Gmail against the JSON beside this file: what the page tells, and nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { site } from '../../../src/sites/gmail/index.ts';
import { describeWithShared, sharedPath } from '../../shared.ts';
import { pageOf } from './page.ts';

const ZONE = { zone: 'America/Los_Angeles' };
const expectations = join(import.meta.dirname, 'expected');
const folder = sharedPath('captures', 'gmail') ?? '';
const nameOf = (file: string) => file.replace(/\.(html|json)$/, '');

function open(file: string): Document {
  return pageOf(readFileSync(join(folder, file), 'utf8'));
}

describeWithShared('captures of Gmail', () => {
  const captures = readdirSync(folder).filter((file) => file.endsWith('.html'));

  it('have each an expectation, and no expectation is without its capture', () => {
    expect(captures.length).toBeGreaterThan(0);
    expect(readdirSync(expectations).map(nameOf).sort()).toEqual(captures.map(nameOf).sort());
  });

  it.each(captures)('%s gives its expected JSON', (file) => {
    const page = open(file);
    const expected = JSON.parse(readFileSync(join(expectations, `${nameOf(file)}.json`), 'utf8'));
    const read = { owner: site.readOwner(page), thread: site.readThread(page, ZONE), rows: site.readRows(page, ZONE) };
    expect(JSON.parse(JSON.stringify(read))).toEqual(expected);
    expect(site.readAll?.(page, ZONE)).toEqual({ ...read, view: site.readView(page) });
  });

  it.each(captures)('%s looks by other means like what was read from it', (file) => {
    const page = open(file);
    const { rowsFound, rowsRead, threadFound, threadRead, disagreements } = site.inspect(page, ZONE);
    expect({ rowsFound, threadFound }).toEqual({ rowsFound: rowsRead, threadFound: threadRead });
    expect(disagreements).toEqual({});
  });

  it.each(captures)('%s has one anchor for each row it gives', (file) => {
    const page = open(file);
    const anchors = site.rowAnchors(page);
    expect(anchors).toHaveLength(site.readRows(page).length);
    for (const { anchor } of anchors) expect(anchor.className).toBe('y6');
  });

  it('of one message gives the place above it', () => {
    expect(site.threadAnchor(open('message-shell_2023-08.html'))?.getAttribute('role')).toBe('listitem');
  });
});
