// @vitest-environment node
// The page that checks a chain offline, against the chain as the product checks it: what one finds, so does the other.
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { digestMeeting, readChain, sealSignature, verifyChain } from '../../../src/domain/meeting/chain.ts';
import { digestBytes } from '../../../src/domain/meeting/digest.ts';
import type { Meeting, Signature } from '../../../src/domain/meeting/meeting.ts';
import { type ChainFile, composeChain } from '../../../src/features/report/chain-file.ts';
import { chooseEntries } from '../../../src/features/report/choose-entries.ts';
import { composeSheet } from '../../../src/features/report/sheet.ts';
import { composeVerifier } from '../../../src/features/report/verifier-file.ts';
import { meeting, request, sampleLedger, sign } from './facts.ts';

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

describe('a chain of which the file holds a stretch', () => {
  const stretch = async (from: string, to: string, more: Partial<Ledger> = {}) => {
    const ledger = await sampleLedger(more);
    const entries = chooseEntries(ledger, ledger.relationships[0]!, { ...request, from, to });
    const named = new Set(['me', 'ana']);
    return composeChain(entries, readChain(ledger, 'r1'), new Map(), { includeShared: true, named });
  };

  it('is not called touched: it says how many seals are left out, and which is the last of all', async () => {
    const chain = await stretch('2016-06-01', '2016-06-30');
    const lines = await verify(chain);
    expect(touched(lines)).toEqual([]);
    expect(lines.at(-1)!.text).toMatch(
      /^The last of 4 seals is ([0-9A-F]{4}-){3}[0-9A-F]{4}\. 3 of them are of another time .* left out/,
    );
    expect(chain.seals.map(({ leftOut }) => leftOut)).toEqual([undefined, true, true, true]);
  });

  it('holds nothing of what it leaves out but the bare seals', async () => {
    const text = JSON.stringify(await stretch('2016-06-01', '2016-06-30'));
    expect(text).not.toMatch(/"e1"|"a1"|Self-evaluation|wrongly|2016-05-18/);
  });

  it('is told of where a link is missing among those that are left out', async () => {
    const whole = await sampleLedger();
    const chain = await stretch('2016-06-01', '2016-06-30', {
      meetings: whole.meetings.map((each) => ({
        ...each,
        signatures: each.signatures.slice(each.id === 'e1' ? 1 : 0),
      })),
    });
    const all = await stretch('2016-06-01', '2016-06-30');
    all.seals.splice(2, 1);
    expect(touched(await verify(chain))).toEqual([]);
    expect(touched(await verify(all))).toEqual([expect.stringContaining('what was sealed just before it is missing')]);
  });

  it('holds no more of strokes, messages and those who are not named than a digest', async () => {
    const text = JSON.stringify(await stretch('2016-01-01', '2016-12-31'));
    expect(text).not.toMatch(/M 1 1|paths|"message"|\\"message/);
    const ledger = await sampleLedger();
    const entries = chooseEntries(ledger, ledger.relationships[0]!, request);
    const options = { includeShared: true, named: new Set(['me']) };
    const chain = await composeChain(entries, readChain(ledger, 'r1'), new Map(), options);
    expect(JSON.stringify(chain)).not.toContain('آنا');
    expect(touched(await verify(chain))).toEqual([]);
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

describe('a signature that was changed in the log', () => {
  it.each<[string, Partial<Signature>]>([
    ['by', { by: 'ana' }],
    ['how', { how: 'paper' }],
    ['at', { at: '2016-05-20T12:00:00Z' }],
    ['name', { name: 'Somebody' }],
    ['drawing', { drawing: { paths: ['M 0 0'], width: 1, height: 1 } }],
    ['message', { message: 'm9' }],
    ['attachment', { attachment: 's9' }],
    ['scan', { scan: 'ab' }],
  ])('in its %s is found by the product and by the page', async (_, more) => {
    const ledger = await sampleLedger();
    const touch = (signatures: Signature[]) => [{ ...signatures[0]!, ...more }, ...signatures.slice(1)];
    const meetings = ledger.meetings.map((each) =>
      each.id === 'e1' ? { ...each, signatures: touch(each.signatures) } : each,
    );
    expect((await verifyChain({ ...ledger, meetings })).map(({ code }) => code)).toContain('signature-changed');
    expect(touched(await verify(await chainOf({ ...ledger, meetings }))).join('\n')).toContain('(e1), signature of');
  });

  it('or went with its whole entry is found by both', async () => {
    const ledger = await sampleLedger();
    const left = {
      ...ledger,
      meetings: [...ledger.meetings.filter(({ id }) => id !== 'e1')],
      amendments: [],
    };
    const later = await sealAfter(left, readChain(ledger, 'r1').at(-1)!.seal.digest);
    expect((await verifyChain(later)).map(({ code }) => code)).toContain('seal-missing');
    expect(touched(await verify(await chainOf(later)))).toEqual([
      expect.stringContaining(
        '(e3), signature of Łukasz Żółć (2016-06-16): what was sealed just before it is missing.',
      ),
    ]);
  });

  /** Entry e3 signed after that seal. */
  async function sealAfter(ledger: Ledger, previous: string): Promise<Ledger> {
    const e3 = ledger.meetings.find(({ id }) => id === 'e3')!;
    const digest = await digestMeeting(e3);
    const given = { by: 'me', how: 'typed' as const, name: 'Ł', at: '2016-06-16T12:00:00Z', digest };
    const signed = { ...e3, signatures: [await sealSignature(e3, given, previous)] };
    return { ...ledger, meetings: ledger.meetings.map((each) => (each.id === 'e3' ? signed : each)) };
  }
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
    [
      'an entry taken away with its amendments',
      (chain: ChainFile) => Object.assign(chain, { entries: chain.entries.slice(1), amendments: [] }),
      'what it seals is missing',
    ],
    [
      'a seal taken out',
      (chain: ChainFile) => chain.seals.splice(1, 1),
      '(e1), signature of Łukasz Żółć (2016-05-19): its seal is none of the log’s.',
    ],
    [
      'seals in another order',
      (chain: ChainFile) => chain.seals.reverse(),
      'what was sealed just before it is missing.',
    ],
    ['a seal doubled', (chain: ChainFile) => chain.seals.push(chain.seals[0]!), 'its seal stands here twice'],
    ['a signature taken away', (chain: ChainFile) => chain.entries[0]!.signatures.shift(), 'what it seals is missing'],
    [
      'a signature copied',
      (chain: ChainFile) => chain.entries[0]!.signatures.push(chain.entries[0]!.signatures[0]!),
      'Two have the same seal.',
    ],
    [
      'a signature without its seal',
      (chain: ChainFile) => delete chain.entries[0]!.signatures[0]!.seal,
      '(e1), signature of Łukasz Żółć (2016-05-19): it has no seal.',
    ],
    [
      'an amendment’s seal',
      (chain: ChainFile) => Object.assign(chain.amendments[0]!.seal!, { digest: '0'.repeat(64) }),
      'amendment a1: its seal was changed.',
    ],
  ])('names %s', async (_what, change, name) => {
    expect(await tamper(change)).toContain(name);
  });

  it.each(['by', 'how', 'at', 'digest'] as const)('names a signature whose %s was changed', async (field) => {
    const text = await tamper((chain) => Object.assign(chain.entries[0]!.signatures[0]!, { [field]: '2016-01-01' }));
    expect(text).toMatch(/\(e1\), signature of .+: what stands beside it is of another signature\./);
  });

  it('names a signature whose own text was changed', async () => {
    const text = await tamper((chain) => {
      const signature = chain.entries[0]!.signatures[1]!;
      signature.canonical = replace(signature.canonical, '"name":"آنا"', '"name":"Anna"');
    });
    expect(text).toContain('(e1), signature of آنا الفارسي (2016-05-19): it is not as it was given.');
  });

  const bad = { form: 'waymark-chain-1', entries: [null], amendments: [], seals: [] };
  it.each([null, [], {}, { form: 'other' }, 'text', { form: 'waymark-chain-1', entries: 3 }, bad])(
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

  const answer = async (html: string, id: string, fill: (input: HTMLInputElement) => void) => {
    const { window } = await open(html);
    const input = window.document.getElementById(id) as HTMLInputElement;
    fill(input);
    input.dispatchEvent(new window.Event('change'));
    const result = window.document.getElementById(`${id}-result`)!;
    while (!result.textContent) await new Promise((resolve) => setImmediate(resolve));
    return result.textContent;
  };

  it('finds the seal of an earlier sheet, and says so where the log has lost it', async () => {
    const ledger = await sampleLedger();
    const html = composeVerifier(JSON.stringify(await chainOf(ledger)), script);
    const ask = (typed: string) => answer(html, 'seal', (input) => Object.assign(input, { value: typed }));
    const { seal } = composeSheet(ledger, request)!;
    expect(await ask(` ${seal} `)).toMatch(/^This log has that seal, as number 4 of 4/);
    expect(await ask('0000-0000-0000-0000')).toMatch(/^This log does not have that seal/);
    expect(await ask(seal!.slice(0, 9))).toBe('Type all sixteen digits of the seal.');
  });

  it('tells whose signed page a scan is', async () => {
    const paper = meeting({ id: 'e9' });
    const bytes = new TextEncoder().encode('a page');
    const scan = await digestBytes(bytes);
    const signed = await sign(paper, { by: 'me', how: 'paper', attachment: 's1', scan });
    const html = composeVerifier(
      JSON.stringify(await chainOf(await sampleLedger({ meetings: [signed], amendments: [] }))),
      script,
    );
    const show = (content: Uint8Array) =>
      answer(html, 'scan', (input) => {
        const file = { name: 'page.png', arrayBuffer: async () => content };
        Object.defineProperty(input, 'files', { value: [file] });
      });
    expect(await show(bytes)).toMatch(
      /^page\.png: the signed page of: Entry of 2016-05-18 \(e9\), signature of Łukasz/,
    );
    expect(await show(new Uint8Array([1]))).toBe('page.png: no signature here was given on this page.');
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
