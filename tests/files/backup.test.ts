import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLedger, type Ledger, listNames } from '../../src/domain/ledger.ts';
import { BackupProblem, readBackup, writeBackup } from '../../src/files/backup.ts';
import { programmes } from '../../src/programmes/index.ts';
import { anyLedger } from './any-ledger.ts';

function problem(text: string): { code: string; detail: string } {
  try {
    readBackup(text);
  } catch (error) {
    if (!(error instanceof BackupProblem)) throw error;
    return { code: error.code, detail: error.detail };
  }
  throw new Error('it was read');
}

const message = {
  id: 'm1',
  threadId: 't1',
  sentAt: '2026-01-05T20:04:00Z',
  from: { name: 'Amina', email: 'amina@x.edu' },
  to: [{ email: 'maya@x.edu' }],
  cc: [],
  subject: 'A question about "quotes", brackets ]} and \\ strokes',
  kind: 'personal',
} as const;
const small: Ledger = {
  ...emptyLedger(),
  messages: [{ ...message, from: { ...message.from }, to: [...message.to], cc: [] }],
};

/** A backup document around any ledger, as it may come from outside. */
function backupOf(ledger: unknown, version: unknown = 1): string {
  return JSON.stringify({ waymark: 'backup', version, ledger });
}

describe('a backup', () => {
  it('gives back any ledger as it was', () => {
    fc.assert(
      fc.property(anyLedger(), (ledger) => {
        expect(readBackup(writeBackup(ledger))).toEqual(ledger);
      }),
      { numRuns: 50 },
    );
  });

  it('gives back an empty ledger and custom packs', () => {
    expect(readBackup(writeBackup(emptyLedger()))).toEqual(emptyLedger());
    const ledger = { ...emptyLedger(), programmes };
    expect(readBackup(writeBackup(ledger))).toEqual(ledger);
  });

  it('says what it is and of which version', () => {
    expect(JSON.parse(writeBackup(small))).toEqual({ waymark: 'backup', version: 1, ledger: small });
  });

  it('keeps fields that this version does not know, wherever they stand', () => {
    const more = {
      ...message,
      colour: 'blue',
      toString: 'mine',
      from: { ...message.from, pronouns: ['she'] },
      to: [{ email: 'maya@x.edu', seat: { row: 1 } }],
    };
    expect(readBackup(backupOf({ messages: [more] })).messages).toEqual([more]);
  });

  it('puts addresses in lower case, as every record has them', () => {
    const people = [{ id: 'p', name: 'Amina', emails: ['Amina@X.edu'] }];
    expect(readBackup(backupOf({ people })).people).toEqual([{ id: 'p', name: 'Amina', emails: ['amina@x.edu'] }]);
  });

  it('takes lists that an older one lacks for empty', () => {
    const read = readBackup(backupOf({ messages: [message] }));
    expect(Object.keys(read).sort()).toEqual([...listNames].sort());
    expect(read.reminders).toEqual([]);
    expect(readBackup(backupOf({}))).toEqual(emptyLedger());
  });

  it('is read after an editor has put spaces and a byte order mark into it', () => {
    const spaced = `\uFEFF${JSON.stringify(JSON.parse(writeBackup(small)), null, 2)}\n`;
    expect(readBackup(spaced)).toEqual(small);
  });
});

describe('a backup that is refused', () => {
  it('is cut, wherever it is cut', () => {
    const whole = writeBackup(small);
    for (let length = 1; length < whole.length; length += 1) {
      expect(problem(whole.slice(0, length)), `${length}`).toEqual({ code: 'cut', detail: '' });
    }
    const spaced = JSON.stringify(JSON.parse(whole), null, 2);
    for (let length = 1; length < spaced.length; length += 7) {
      expect(problem(spaced.slice(0, length)).code).toBe('cut');
    }
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \n'],
    ['words', 'Dear Maya, here is the file'],
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['other JSON that is cut', '{"name":"other","version":'],
    ['a backup with damage inside', writeBackup(small).replace('"personal"', 'personal')],
  ])('is not JSON: %s', (_title, text) => {
    expect(problem(text)).toEqual({ code: 'not-json', detail: '' });
  });

  it.each([
    ['a number', '1'],
    ['nothing', 'null'],
    ['a list', '[]'],
    ['an object of others', '{"name":"waymark","version":"1.0.0"}'],
    ['a programme', '{"waymark":"programme","version":1,"programme":{}}'],
    ['no ledger', '{"waymark":"backup","version":1}'],
    ['a ledger that is a list', backupOf([])],
    ['a version in words', backupOf({}, 'one')],
    ['version nought', backupOf({}, 0)],
  ])('is no backup: %s', (_title, text) => {
    expect(problem(text)).toEqual({ code: 'not-a-backup', detail: '' });
  });

  it('is from a newer version, by its number or by a list that is new', () => {
    expect(problem(backupOf({}, 2))).toEqual({ code: 'newer-version', detail: '2' });
    expect(problem('{"waymark":"backup","version":7,"sealed":"…"}')).toEqual({ code: 'newer-version', detail: '7' });
    expect(problem(backupOf({ badges: [] }))).toEqual({ code: 'newer-version', detail: 'badges' });
  });

  it.each([
    ['a list that is none', { messages: {} }, 'messages'],
    ['a list that is null', { people: null }, 'people'],
    ['a record that is none', { messages: [message, 'secret words'] }, 'messages 1'],
    ['a field that is missing', { people: [{ id: 'p', emails: [] }] }, 'people 0 name'],
    ['a field that is broken', { messages: [message, { ...message, sentAt: 'secret words' }] }, 'messages 1 sentAt'],
    ['a field within a field', { messages: [{ ...message, to: [{ email: 3 }] }] }, 'messages 0 to.0.email'],
  ])('has %s, named by list and index and never by content', (_title, ledger, detail) => {
    expect(problem(backupOf(ledger))).toEqual({ code: 'broken-record', detail });
  });

  it.each([
    ['at the top', '{"waymark":"backup","version":1,"__proto__":{"polluted":1},"ledger":{}}', '__proto__'],
    ['among the lists', '{"waymark":"backup","version":1,"ledger":{"__proto__":[]}}', '__proto__'],
    [
      'in a record',
      backupOf({ messages: [message] }).replace('"cc":[]', '"cc":[],"__proto__":{"polluted":1}'),
      '__proto__',
    ],
    [
      'deep in an unknown field',
      backupOf({ people: [{ id: 'p', name: '', emails: [], x: [{ constructor: 1 }] }] }),
      'constructor',
    ],
    ['as a prototype', backupOf({ people: [{ id: 'p', name: '', emails: [], prototype: {} }] }), 'prototype'],
  ])('reaches for a prototype %s', (_title, text, detail) => {
    expect(problem(text)).toEqual({ code: 'hostile', detail });
    expect('polluted' in {}).toBe(false);
  });

  it('nests without end', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = `{"waymark":"backup","version":1,"ledger":{"people":[{"id":"p","name":"","emails":[],"x":${deep}}]}}`;
    expect(problem(text)).toEqual({ code: 'hostile', detail: 'nesting' });
  });

  it.each([
    ['one letter', 'x'.repeat(50_000_000), 'not-json'],
    ['opened brackets', '['.repeat(50_000_000), 'hostile'],
    [
      'a backup that never ends',
      `{"waymark":"backup","version":1,"ledger":{"people":["${'x'.repeat(50_000_000)}`,
      'cut',
    ],
    ['a backup of one long string', backupOf('x'.repeat(50_000_000)), 'not-a-backup'],
  ])('is 50 MB of %s', (_title, text, code) => {
    expect(problem(text).code).toBe(code);
  });

  it('says no content in its message', () => {
    const text = backupOf({ messages: [{ ...message, kind: 'secret words' }] });
    expect(() => readBackup(text)).toThrow('broken-record: messages 0 kind');
  });

  it('fails in no other way, whatever the text', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\\',
      'waymark',
      'backup',
      'version',
      '1',
      'ledger',
      'people',
      '__proto__',
      'null',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(part).map((parts) => parts.join('')),
      fc.json(),
    );
    fc.assert(
      fc.property(text, (junk) => {
        expect(() => readBackup(junk)).toThrow(BackupProblem);
      }),
    );
  });

  it('fails in no other way, whatever the ledger holds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...listNames), fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()))),
        (ledger) => {
          try {
            readBackup(backupOf(ledger));
          } catch (error) {
            expect(error).toBeInstanceOf(BackupProblem);
          }
        },
      ),
    );
  });
});
