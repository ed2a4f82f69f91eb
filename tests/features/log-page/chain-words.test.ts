import { describe, expect, it } from 'vitest';
import type { Finding, FindingCode } from '../../../src/domain/meeting/chain.ts';
import { composeRows } from '../../../src/features/log-page/rows.ts';
import { composeTouched } from '../../../src/features/log-page/views/chain-words.ts';
import { entry, sampleSheet } from './ledger.ts';

const given = { by: 'me', how: 'drawn' as const, at: '2026-01-06T21:00:00Z', digest: 'a' };
const meetings = [entry('m', '2026-01-05T20:00:00Z', { signatures: [given] })];
const rows = composeRows({ ...sampleSheet(), meetings });
const say = (...findings: Finding[]) => composeTouched(findings, rows);

describe('what was found of the chain', () => {
  it.each<[FindingCode, RegExp]>([
    ['signature-changed', /^The entry of Mon, .*Jan.* 2026.* with .+ has a signature that is not as it was given\.$/],
    ['seal-changed', /has an amendment whose seal was changed\.$/],
    ['seal-doubled', /has a seal in the place of another\.$/],
    ['not-sealed', /has a signature or amendment without a seal\.$/],
    ['scan-changed', /has a scan that is not the one that was kept\.$/],
    ['scan-missing', /has lost the scan of its signed page\.$/],
  ])('%s names the entry and the day of its last signature', (code, words) => {
    const [touched] = say({ code, meeting: 'm', by: 'me' });
    expect(touched?.text).toMatch(words);
    expect(touched).toMatchObject({ row: { id: 'm' }, signedOn: expect.stringContaining('2026') });
  });

  it('is one line for an entry, whatever was found of it', () => {
    const lines = say(
      { code: 'entry-changed', meeting: 'm', by: 'me' },
      { code: 'signature-changed', meeting: 'm', by: 'me' },
    );
    expect(lines.map(({ text }) => text)).toEqual([
      expect.stringMatching(/ is not what was signed; it has a signature that is not as it was given\.$/),
    ]);
  });

  it('does not blame the entry that follows a gap: what is gone has a line of its own, with the time', () => {
    const lines = say({ code: 'seal-missing', meeting: 'm', by: 'me', at: given.at });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ row: { id: 'm' }, signedOn: undefined });
    expect(lines[0]!.text).toMatch(
      /^A signature or amendment is gone\. It was stored just before that of Tue, .*6.* 2026 on the entry of Mon, .+\.$/,
    );
  });

  it('speaks of what was taken back without an entry to open', () => {
    const lines = say(
      { code: 'withdrawal-changed', meeting: 'gone', by: 'me' },
      { code: 'seal-missing', meeting: 'gone', by: 'me', at: given.at },
    );
    expect(lines.map(({ text }) => text)).toEqual([
      'An entry that is not here any more had a signature taken back, and what was kept of it was changed.',
      'A signature or amendment is gone. It was stored just before a signature that was taken back.',
    ]);
  });
});
