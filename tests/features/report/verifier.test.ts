// @vitest-environment node
// The page that checks a chain offline, against the chain as the product checks it: what one finds, so does the other.
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { readChain, verifyChain } from '../../../src/domain/meeting/chain.ts';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import { type ChainFile, composeChain } from '../../../src/features/report/chain-file.ts';
import { chooseEntries } from '../../../src/features/report/choose-entries.ts';
import { composeVerifier } from '../../../src/features/report/verifier-file.ts';
import { request, sampleLedger } from './facts.ts';

const script = readFileSync('src/features/report/verifier.js', 'utf8');
interface Line {
  text: string;
  touched: boolean;
}
const context = vm.createContext({ crypto: webcrypto, TextEncoder });
vm.runInContext(`${script}\nglobalThis.verifyChainFile = verifyChainFile;`, context);
const verify = (chain: unknown): Promise<Line[]> =>
  (context as unknown as { verifyChainFile(chain: unknown): Promise<Line[]> }).verifyChainFile(
    JSON.parse(JSON.stringify(chain)),
  );

async function chainOf(ledger: Ledger, includeShared = true): Promise<ChainFile> {
  const people = new Map(ledger.people.map((person) => [person.id, person]));
  return composeChain(chooseEntries(ledger, ledger.relationships[0]!, request), readChain(ledger, 'r1'), people, {
    includeShared,
    named: new Set(people.keys()),
  });
}

const touched = (lines: Line[]) => lines.filter((line) => line.touched).map(({ text }) => text);

describe('a chain that nobody touched', () => {
  it('holds, by the product and by the page', async () => {
    const ledger = await sampleLedger();
    expect(await verifyChain(ledger)).toEqual([]);
    const lines = await verify(await chainOf(ledger));
    expect(touched(lines)).toEqual([]);
    expect(lines[0]?.text).toMatch(
      /2016-05-18 \(e1\): as signed by Łukasz Żółć, آنا الفارسي\. Fingerprint [0-9A-F]{4}-/,
    );
  });

  it('without a shared note says that this entry can’t be checked, and which fingerprint it has', async () => {
    const lines = await verify(await chainOf(await sampleLedger(), false));
    expect(touched(lines)).toEqual([]);
    expect(lines.map(({ text }) => text).join('\n')).toMatch(/\(e2\): it can’t be checked/);
  });
});

const changes: [field: keyof Meeting, value: unknown][] = [
  ['start', '2016-05-19T22:00:00Z'],
  ['minutes', 600],
  ['preparationMinutes', 0],
  ['outcome', 'no-show'],
  ['attendees', ['me', 'ana', 'ben']],
  ['topics', ['Other']],
  ['topicLevels', [0, 0, 0, 0]],
  ['homework', []],
  ['modality', 'video'],
  ['sessionType', 'drop-in'],
  ['cancelledBy', 'ana'],
  ['noticeHours', 3],
  ['sharedNote', 'other'],
  ['countOnly', true],
  ['goals', ['g1']],
  ['reviewed', [{ homework: 'h1', text: 'x', outcome: 'done' }]],
];

describe('a signed entry that was changed in the log', () => {
  it.each(changes)('in its %s is found by the product and by the page', async (field, value) => {
    const ledger = await sampleLedger();
    const changed = {
      ...ledger,
      meetings: ledger.meetings.map((each) => (each.id === 'e1' ? { ...each, [field]: value } : each)),
    };
    expect((await verifyChain(changed)).map(({ meeting }) => meeting)).toContain('e1');
    const lines = touched(await verify(await chainOf(changed)));
    if (field === 'outcome') expect(lines.length).toBeGreaterThan(0);
    else expect(lines.join('\n')).toContain('(e1)');
  });
});

describe('a chain file that was touched', () => {
  const tamper = async (change: (chain: ChainFile) => void) => {
    const chain = await chainOf(await sampleLedger());
    change(chain);
    return touched(await verify(chain)).join('\n');
  };
  const replace = (text: string | undefined, from: string, to: string) => (text ?? '').replace(from, to);

  it.each([
    [
      'an entry’s minutes',
      (chain: ChainFile) =>
        Object.assign(chain.entries[0]!, {
          canonical: replace(chain.entries[0]!.canonical, '"minutes":60', '"minutes":90'),
        }),
      '(e1)',
    ],
    ['an entry’s digest', (chain: ChainFile) => Object.assign(chain.entries[0]!, { digest: '0'.repeat(64) }), '(e1)'],
    ['an entry’s id', (chain: ChainFile) => Object.assign(chain.entries[0]!, { id: 'e9' }), '(e9)'],
    [
      'an entry’s start',
      (chain: ChainFile) => Object.assign(chain.entries[0]!, { start: '2016-01-01T00:00:00Z' }),
      '(e1)',
    ],
    [
      'a signature’s digest',
      (chain: ChainFile) => Object.assign(chain.entries[0]!.signatures[0]!, { digest: '0'.repeat(64) }),
      '(e1)',
    ],
    ['all signatures taken away', (chain: ChainFile) => Object.assign(chain.entries[0]!, { signatures: [] }), '(e1)'],
    [
      'an amendment’s reason',
      (chain: ChainFile) =>
        Object.assign(chain.amendments[0]!, {
          canonical: replace(chain.amendments[0]!.canonical, 'wrongly', 'rightly'),
        }),
      'amendment a1',
    ],
    [
      'an amendment’s digest',
      (chain: ChainFile) => Object.assign(chain.amendments[0]!, { digest: '0'.repeat(64) }),
      'amendment a1',
    ],
    [
      'an amendment’s link',
      (chain: ChainFile) => Object.assign(chain.amendments[0]!, { previous: '0'.repeat(64) }),
      'amendment a1',
    ],
    [
      'an amendment doubled',
      (chain: ChainFile) => chain.amendments.push({ ...chain.amendments[0]!, id: 'a2' }),
      'amendment a2',
    ],
    ['an entry taken away', (chain: ChainFile) => chain.entries.shift(), 'Amendment a1'],
  ])('names %s', async (_what, change, name) => {
    expect(await tamper(change)).toContain(name);
  });

  it.each([null, [], {}, { form: 'other' }, 'text', { form: 'waymark-chain-1', entries: 3 }])(
    'says so of %j',
    async (chain) => {
      expect(touched(await verify(chain))).toEqual(['This is no chain.json of a meeting log.']);
    },
  );
});

describe('the page', () => {
  const open = async (html: string, subtle = true) => {
    const { window } = new JSDOM(html, {
      runScripts: 'dangerously',
      beforeParse(view) {
        Object.assign(view, { TextEncoder });
        Object.defineProperty(view, 'crypto', { value: subtle ? webcrypto : {} });
      },
    });
    const result = window.document.getElementById('result')!;
    while (!result.querySelector('h2')) await new Promise((resolve) => setImmediate(resolve));
    return { window, result };
  };

  it('checks its own copy as it opens', async () => {
    const { result } = await open(composeVerifier(JSON.stringify(await chainOf(await sampleLedger())), script));
    expect(result.querySelector('h2')?.textContent).toBe('The copy in this page: nothing was touched.');
    expect(result.querySelectorAll('li.touched')).toHaveLength(0);
  });

  it('marks what was touched, and takes a file', async () => {
    const chain = await chainOf(await sampleLedger());
    const { window, result } = await open(composeVerifier(JSON.stringify(chain), script));
    chain.entries[0]!.digest = '0'.repeat(64);
    const input = window.document.querySelector('input')!;
    const file = { name: 'chain.json', text: async () => JSON.stringify(chain) };
    Object.defineProperty(input, 'files', { value: [file] });
    input.dispatchEvent(new window.Event('change'));
    while (result.querySelectorAll('li.touched').length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(result.querySelector('h2')?.textContent).toMatch(/^chain\.json: \d things? do(es)? not hold\.$/);
  });

  it('says so where the browser offers no SHA-256', async () => {
    const { result } = await open(composeVerifier('{}', script), false);
    expect(result.textContent).toContain('offers no SHA-256');
  });

  it('loads nothing, and lets no text of the log out of its place', async () => {
    const html = composeVerifier(JSON.stringify({ people: { a: '</script><script>alert(1)</script>' } }), script);
    const { window } = new JSDOM(html);
    expect(window.document.scripts).toHaveLength(2);
    expect(html).not.toMatch(/https?:\/\/|src=|@import/);
    expect(html).toContain('default-src &#39;none&#39;');
  });
});
