import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HandoverSheet, MOST_BYTES, readHandover, writeHandover } from '../../src/files/handover.ts';

const sheet: HandoverSheet = {
  writtenAt: '2026-03-09T12:40:00Z',
  away: { from: '2026-03-16', to: '2026-03-20', returns: '2026-03-21' },
  mentor: { name: 'Robin Lavoie', emails: ['robin@example.com'] },
  programme: { id: 'umms-peer-mentoring', name: 'UMMS' },
  mentees: [
    {
      name: 'Ana <script>alert(1)</script>',
      emails: ['ana@uni.example', 'ana@example.net'],
      threads: [{ since: '2026-03-07T10:00:00Z', due: '2026-03-09T10:00:00Z' }, { since: '2026-03-08T10:00:00Z' }],
      meetings: [{ start: '2026-03-17T15:00:00Z', minutes: 60 }],
    },
    { name: 'يوسف', emails: ['yousef@uni.example'], threads: [], meetings: [] },
  ],
};

const changed = (change: (file: Record<string, unknown>) => void): string => {
  const file = JSON.parse(writeHandover(sheet)) as Record<string, unknown>;
  change(file);
  return JSON.stringify(file);
};

describe('a handover sheet', () => {
  it('comes back as it was written', () => {
    expect(readHandover(writeHandover(sheet))).toEqual({ ok: true, sheet });
    expect(readHandover(`\uFEFF${writeHandover(sheet)}`)).toEqual({ ok: true, sheet });
  });

  it('holds nothing of what was written, whatever it was made from', () => {
    const made = { ...sheet, note: 'secret', mentees: sheet.mentees.map((each) => ({ ...each, subject: 'secret' })) };
    expect(writeHandover(made)).not.toContain('secret');
  });

  it.each([
    ['', 'not-json'],
    ['{', 'not-json'],
    ['[]', 'not-a-handover'],
    ['{"waymark":"programme","version":1}', 'not-a-handover'],
    [
      changed((file) => {
        file.version = 2;
      }),
      'newer-version',
    ],
    [
      changed((file) => {
        delete file.mentor;
      }),
      'broken-field',
    ],
    [
      changed((file) => {
        file.away = { from: '2026-02-31', to: '2026-03-20', returns: '2026-03-21' };
      }),
      'broken-field',
    ],
    [
      changed((file) => {
        file.away = { from: '2026-03-16', to: '2026-03-12', returns: '2026-03-21' };
      }),
      'broken-field',
    ],
    [
      changed((file) => {
        file.writtenAt = '2026-13-09T12:40:00Z';
      }),
      'broken-field',
    ],
    [
      changed((file) => {
        file.mentees = Array(501).fill(sheet.mentees[1]);
      }),
      'broken-field',
    ],
    [
      changed((file) => {
        file.mentees = [{ ...sheet.mentees[0], meetings: [{ start: '2026-03-17T15:00:00Z', minutes: -5 }] }];
      }),
      'broken-field',
    ],
    [writeHandover(sheet).replace('"waymark"', '"__proto__": {"x": 1}, "waymark"'), 'hostile'],
    ['['.repeat(100_000), 'hostile'],
    [' '.repeat(MOST_BYTES + 1), 'too-large'],
  ])('is refused with a code: %.40s → %s', (text, code) => {
    expect(readHandover(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('never throws, whatever bytes it is cut or filled with', () => {
    const whole = writeHandover(sheet);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(200), fc.string(), (at, length, junk) => {
        const read = readHandover(whole.slice(0, at) + junk + whole.slice(at + length));
        expect(read.ok || read.problem.code.length > 0).toBe(true);
      }),
      { seed: 20260309, numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.json(), (text) => readHandover(text).ok === false),
      { seed: 20260309 },
    );
  });
});
