import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { composeAmendment } from '../../../src/domain/meeting/chain.ts';
import { composeBundle } from '../../../src/features/report/bundle.tsx';
import { previewBundle } from '../../../src/features/report/preview.ts';
import { writeZip } from '../../../src/files/bundle/zip.ts';
import { meeting, NOW, PRIVATE, request, SHARED, sampleLedger, sign } from './facts.ts';

const parts = {
  sheetCss: readFileSync('src/features/report/views/sheet.css', 'utf8'),
  verifierScript: readFileSync('src/features/report/verifier.js', 'utf8'),
};
const scan = {
  id: 's1',
  relationship: 'r1',
  meeting: 'e1',
  name: 'page.png',
  type: 'image/png' as const,
  data: btoa('\x89PNG scan'),
  at: NOW,
};

const compose = async (more = {}, ledger = sampleLedger()) =>
  (await composeBundle(
    { ledger: await ledger, attachments: [scan], now: NOW },
    { ...request, includeShared: false, ...more },
    parts,
  ))!;
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const allText = (files: { path: string; bytes: Uint8Array }[]) =>
  files.map(({ path, bytes }) => path + textOf(bytes)).join('\n');

describe('the audit bundle', () => {
  it('holds sheet, evidence, contacts, rules, letter, chain, the page that checks it, and scans', async () => {
    const files = await compose();
    expect(files.map(({ path }) => path)).toEqual([
      'tracking-sheet.html',
      'evidence.csv',
      'contacts.txt',
      'programme-rules.txt',
      'hours-letter-draft.txt',
      'chain.json',
      'verify.html',
      'signed-on-paper/1.png',
    ]);
  });

  it('is packed and unpacked byte for byte, and its preview lists exactly what it holds', async () => {
    const files = await compose({ guidelines: { name: '../../Guide lines.pdf', bytes: new Uint8Array([1, 2, 3]) } });
    const unpacked = unzipSync(await writeZip(files, NOW));
    const listed = previewBundle(files).files;
    expect(listed.map(({ path, bytes }) => [path, bytes])).toEqual(
      Object.entries(unpacked).map(([path, bytes]) => [path, bytes.length]),
    );
    for (const { path, bytes } of files) expect(unpacked[path]).toEqual(bytes);
    expect(listed.map(({ path }) => path)).toContain('guidelines/Guide lines.pdf');
  });

  it('names each verdict with the entries behind it', async () => {
    const evidence = textOf((await compose({ mentee: 'ana' })).find(({ path }) => path === 'evidence.csv')!.bytes);
    expect(evidence.split('\r\n')[0]).toBe(
      '\uFEFFRule,State,Mentee,From,To,Missing,Clause,Entry,Date,Minutes'.slice(1),
    );
    expect(evidence).toMatch(/hours-or-meetings,\w+,آنا الفارسي,/);
    expect(evidence).toMatch(/log-complete,[^\r]*,e1,2016-05-18,60/);
    expect(evidence).not.toMatch(/,e3,/);
  });

  it('tells how to reach both', async () => {
    const contacts = textOf((await compose()).find(({ path }) => path === 'contacts.txt')!.bytes);
    expect(contacts).toContain('Mentor: Łukasz Żółć\nme@uni.example');
    expect(contacts).toContain('Mentee: آنا الفارسي\nana@uni.example\n+1 555 0100');
  });

  it('leaves out a shared note unless it is asked for, and never holds a private one', async () => {
    const [without, withNotes] = [allText(await compose()), allText(await compose({ includeShared: true }))];
    expect([without.includes(SHARED), withNotes.includes(SHARED)]).toEqual([false, true]);
    expect([without.includes(PRIVATE), withNotes.includes(PRIVATE)]).toEqual([false, false]);
  });

  it('of one mentee names nobody else of a group', async () => {
    const group = await sign(
      meeting({ id: 'g1', attendees: ['me', 'ana', 'ben'] }),
      { by: 'me', how: 'typed', name: 'M' },
      { by: 'ben', how: 'typed', name: '李' },
    );
    const amendment = await composeAmendment(group, [], {
      id: 'a1',
      at: NOW,
      by: 'me',
      reason: 'x',
      change: { attendees: ['me', 'ben'] },
    });
    const text = allText(
      await compose({ mentee: 'ana' }, sampleLedger({ meetings: [group], amendments: [amendment] })),
    );
    expect(text).toContain('another mentee');
    expect(text).not.toMatch(/李/);
  });

  it('holds nothing of other relationships', async () => {
    const facts = await sampleLedger();
    const other = meeting({ id: 'foreign-entry', relationship: 'r2', topics: ['FOREIGN'] });
    expect(allText(await compose({}, Promise.resolve({ ...facts, meetings: [...facts.meetings, other] })))).not.toMatch(
      /FOREIGN|foreign-entry/,
    );
  });

  it('is the same, byte for byte, when made again', async () => {
    const [one, other] = [await writeZip(await compose(), NOW), await writeZip(await compose(), NOW)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('keeps private notes out, whatever they hold and wherever they stand', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[A-Za-z0-9<>"&é漢]{12,40}$/), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (notes, includeShared) => {
          const marked = notes.map((note, index) => `zq${index}${note}`);
          const entries = await Promise.all(
            marked.map((privateNote, index) =>
              sign(meeting({ id: `n${index}`, privateNote }), { by: 'me', how: 'typed', name: 'M' }),
            ),
          );
          const text = allText(await compose({ includeShared }, sampleLedger({ meetings: entries, amendments: [] })));
          for (const note of marked) {
            expect(text).not.toContain(note);
            expect(text).not.toContain(note.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`));
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
