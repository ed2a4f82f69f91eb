import { describe, expect, it } from 'vitest';
import { parseId, parseIdTime, parseJslog } from '../../../src/sites/gmail/ids.ts';
import { IDS, jslog } from './page.ts';

describe('an id', () => {
  it.each([
    ['a legacy id', IDS.row.hex, 'thread', IDS.row.hex],
    ['a legacy id in capitals', IDS.row.hex.toUpperCase(), 'thread', IDS.row.hex],
    ['a decimal thread id', `thread-f:${IDS.row.decimal}`, 'thread', IDS.row.hex],
    ['a decimal thread id with its #', `#thread-f:${IDS.row.decimal}`, 'thread', IDS.row.hex],
    ['a decimal message id', `#msg-f:${IDS.shell.decimal}`, 'msg', IDS.shell.hex],
    ['an id of 2004, of fifteen digits', 'fbc1a2b3c4d5e6f', 'thread', 'fbc1a2b3c4d5e6f'],
  ] as const)('is read from %s', (_, value, kind, hex) => {
    expect(parseId(value, kind)).toBe(hex);
  });

  it.each([
    ['nothing', null, 'msg'],
    ['an empty attribute', '', 'msg'],
    ['the text "undefined"', 'undefined', 'thread'],
    ['"#undefined"', '#undefined', 'thread'],
    ['a thread made in this browser', '#thread-a:r-7681922771531347793', 'thread'],
    ['a message made in this browser', 'msg-a:r5083', 'msg'],
    ['a message id where a thread is named', `#msg-f:${IDS.shell.decimal}`, 'thread'],
    ['a thread id where a message is named', `#thread-f:${IDS.row.decimal}`, 'msg'],
    ['letters', 'zzz', 'msg'],
    ['a number that does not fit', '#msg-f:99999999999999999999', 'msg'],
    ['too many digits', `${IDS.row.hex}0`, 'msg'],
    ['zeros', '0000000000000000', 'msg'],
  ] as const)('is not read from %s', (_, value, kind) => {
    expect(parseId(value, kind)).toBeUndefined();
  });
});

describe('the time in an id', () => {
  it.each([
    [IDS.row.hex, IDS.row.at],
    [IDS.shell.hex, IDS.shell.at],
  ])('of %s is %s', (id, at) => {
    expect(parseIdTime(id)).toBe(at);
  });

  it.each(['1', '00ff00ff00', 'ffffffffffffffff'])('is not told by %s, which would lie outside 2004 to 2100', (id) => {
    expect(parseIdTime(id)).toBeUndefined();
  });

  it('is not told without an id', () => {
    expect(parseIdTime(undefined)).toBeUndefined();
  });
});

describe('jslog', () => {
  const both = jslog(`#thread-f:${IDS.row.decimal}`, `#msg-f:${IDS.shell.decimal}`);

  it('names the thread in part 1 and the message in part 4', () => {
    expect([parseJslog(both, 'thread'), parseJslog(both, 'msg')]).toEqual([IDS.row.hex, IDS.shell.hex]);
  });

  it.each([
    ['absent', null],
    ['empty', ''],
    ['without parts', '21576; u014N:cOuCgd'],
    ['not base64', '1:%%%%; 4:€€€€'],
    ['not a list', `4:${btoa('{"a":1}')}`],
    ['an id of this browser', jslog('#thread-a:r123', '#msg-a:r123')],
    ['the text "undefined"', jslog('undefined', 'undefined')],
  ])('names nothing when it is %s', (_, value) => {
    expect([parseJslog(value, 'thread'), parseJslog(value, 'msg')]).toEqual([undefined, undefined]);
  });
});
