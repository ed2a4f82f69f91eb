// The chain of seals: what was signed, amended or taken back can't be changed, nor taken from the middle, unnoticed.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalFields } from '../../../src/domain/meeting/canonical.ts';
import {
  type ChainFacts,
  composeAmendment,
  digestToSign,
  type Finding,
  findHead,
  readChain,
  sealAmendment,
  sealPrint,
  sealSignature,
  sealWithdrawal,
  verifyChain,
} from '../../../src/domain/meeting/chain.ts';
import type { Amendment, Attachment, Meeting, Signature } from '../../../src/domain/meeting/meeting.ts';
import { digestScan, verifyScans } from '../../../src/domain/meeting/verify-scans.ts';

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T09:00:00Z`;

function entry(id: string, more: Partial<Meeting> = {}): Meeting {
  return {
    id,
    relationship: 'r1',
    start: day(1),
    minutes: 60,
    outcome: 'held',
    attendees: ['ana', 'me'],
    topics: ['Exams'],
    homework: [],
    signatures: [],
    ...more,
  };
}

const none: ChainFacts = { meetings: [], amendments: [], withdrawals: [] };
const drawing = { paths: ['M 1 1 L 2 2'], width: 20, height: 10 };

/** As the worker does: each step from what stands there. */
async function sign(facts: ChainFacts, id: string, by: string, at: string, more: Partial<Signature> = {}) {
  const meeting = facts.meetings.find((each) => each.id === id)!;
  const digest = await digestToSign(meeting, facts.amendments);
  const given = { by, how: 'typed' as const, at, digest, ...more };
  const sealed = await sealSignature(meeting, given, findHead(facts, meeting.relationship));
  return put(facts, { ...meeting, signatures: [...meeting.signatures, sealed] });
}

function put(facts: ChainFacts, meeting: Meeting): ChainFacts {
  return { ...facts, meetings: facts.meetings.map((each) => (each.id === meeting.id ? meeting : each)) };
}

async function amend(facts: ChainFacts, id: string, at: string, minutes: number): Promise<ChainFacts> {
  const meeting = facts.meetings.find((each) => each.id === id)!;
  const said = { id: `a${facts.amendments.length}`, at, by: 'me', reason: 'The clock', change: { minutes } };
  const made = await composeAmendment(meeting, facts.amendments, said);
  const sealed = await sealAmendment(made, findHead(facts, meeting.relationship));
  return { ...facts, amendments: [...facts.amendments, sealed] };
}

async function takeBack(facts: ChainFacts, id: string, at: string): Promise<ChainFacts> {
  const meeting = facts.meetings.find((each) => each.id === id)!;
  const signature = meeting.signatures.at(-1)!;
  const said = { id: `w ${id} ${at}`, relationship: meeting.relationship, meeting: id, at, signature };
  const withdrawal = await sealWithdrawal(said, findHead(facts, meeting.relationship));
  const left = put(facts, { ...meeting, signatures: meeting.signatures.slice(0, -1) });
  return { ...left, withdrawals: [...facts.withdrawals, withdrawal] };
}

const found = async (facts: ChainFacts) => (await verifyChain(facts)).map(({ code }) => code);

/** Four ways to sign, amendments between, one answer taken back, and a second relationship. */
let log: ChainFacts;

beforeAll(async () => {
  const meetings = [entry('m1'), entry('m2'), entry('m3'), entry('other', { relationship: 'r2' }), entry('open')];
  log = { ...none, meetings };
  log = await sign(log, 'm1', 'me', day(2), { how: 'drawn', drawing });
  log = await sign(log, 'm1', 'ana', day(2), { name: 'Ana' });
  log = await sign(log, 'other', 'me', day(2), { name: 'Me' });
  log = await amend(log, 'm1', day(3), 45);
  log = await sign(log, 'm2', 'ana', day(4), { how: 'reply', message: 'x1' });
  log = await takeBack(log, 'm2', day(5));
  log = await sign(log, 'm2', 'me', day(6), { how: 'paper', attachment: 's1', scan: 'ab' });
  log = await amend(log, 'm1', day(7), 50);
  log = await sign(log, 'm1', 'ana', day(8), { name: 'Ana' });
  log = await sign(log, 'm3', 'me', day(9), { name: 'Me' });
});

describe('a log that nobody touched', () => {
  it('is one chain for each relationship, in which every link follows the one stored before it', async () => {
    expect(await verifyChain(log)).toEqual([]);
    const chain = readChain(log, 'r1');
    expect(chain.map(({ kind, at }) => `${kind} ${at.slice(8, 10)}`)).toEqual([
      'signature 02',
      'signature 02',
      'amendment 03',
      'withdrawal 04',
      'withdrawal 05',
      'signature 06',
      'amendment 07',
      'signature 08',
      'signature 09',
    ]);
    expect(chain.map(({ seal }) => seal.previous)).toEqual(['', ...chain.slice(0, -1).map(({ seal }) => seal.digest)]);
    expect(readChain(log, 'r2')).toHaveLength(1);
  });

  it('holds whatever the order in which it is read, and whatever is private or not signed', async () => {
    const meetings = log.meetings
      .toReversed()
      .map((each) => ({ ...each, privateNote: 'mine', keptDespite: undefined }));
    const again = { ...log, meetings: meetings as Meeting[], amendments: log.amendments.toReversed() };
    expect(await verifyChain(again)).toEqual([]);
    expect(await verifyChain({ ...log, meetings: log.meetings.filter(({ id }) => id !== 'open') })).toEqual([]);
  });

  it('holds when a whole relationship is gone, or everything', async () => {
    const isLeft = ({ relationship }: { relationship: string }) => relationship === 'r2';
    const { meetings, amendments, withdrawals } = log;
    const left = {
      meetings: meetings.filter(isLeft),
      amendments: amendments.filter(isLeft),
      withdrawals: withdrawals.filter(isLeft),
    };
    expect([await verifyChain(left), await verifyChain(none)]).toEqual([[], []]);
  });

  it('holds however its steps follow one another', async () => {
    const step = fc.record({
      what: fc.constantFrom('sign', 'amend', 'takeBack', 'remove'),
      id: fc.constantFrom('m1', 'm2', 'other'),
      at: fc.integer({ min: 1, max: 28 }).map(day),
      name: fc.string({ unit: 'binary', maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        let facts: ChainFacts = {
          ...none,
          meetings: [entry('m1'), entry('m2'), entry('other', { relationship: 'r2' })],
        };
        for (const [index, { what, id, at, name }] of steps.entries()) {
          const meeting = facts.meetings.find((each) => each.id === id);
          const isAmended = facts.amendments.some((each) => each.meeting === id);
          const isSigned = meeting !== undefined && meeting.signatures.length > 0;
          if (what === 'sign' && meeting) facts = await sign(facts, id, 'ana', at, { name });
          if (what === 'amend' && isSigned) facts = await amend(facts, id, day(28), index);
          if (what === 'takeBack' && isSigned && !isAmended) facts = await takeBack(facts, id, at);
          if (what === 'remove' && !isSigned)
            facts = { ...facts, meetings: facts.meetings.filter((each) => each.id !== id) };
        }
        expect(await verifyChain(facts)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

type Path = (string | number)[];

/** Every place in a value that holds no further ones. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) =>
    leaves(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function replace(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = replace(copy[key], rest, change);
  if (copy[key] === undefined && !Array.isArray(copy)) delete copy[key];
  return copy;
}

/** Places that a signature or an amendment stands for; what is private or not signed is not among them. */
function sealedPlaces(facts: ChainFacts): Path[] {
  const signed: readonly string[] = [...canonicalFields, 'signatures'];
  return leaves(facts).filter(([list, index, field]) => {
    if (list !== 'meetings') return true;
    return facts.meetings[index as number]!.signatures.length > 0 && signed.includes(field as string);
  });
}

const other = (old: unknown): fc.Arbitrary<unknown> => {
  if (typeof old === 'number') return fc.integer({ min: 0, max: 2000 }).filter((each) => each !== old);
  if (typeof old === 'string' && /^\d{4}-.*Z$/.test(old))
    return fc.constantFrom(day(20), day(1)).filter((each) => each !== old);
  const text = fc.string({ unit: 'binary', maxLength: 8 });
  return text.filter((each) => each.normalize('NFC') !== String(old).normalize('NFC'));
};

const at = (facts: unknown, path: Path) => path.reduce((value, key) => (value as Record<string, unknown>)[key], facts);

describe('any single change', () => {
  it('of any field of any signed entry, signature, amendment or withdrawal is found', async () => {
    const places = sealedPlaces(log);
    expect(places.length).toBeGreaterThan(100);
    for (const path of places) {
      const [value] = fc.sample(other(at(log, path)), 1);
      const touched = replace(log, path, () => value) as ChainFacts;
      expect((await verifyChain(touched)).length, path.join('.')).toBeGreaterThan(0);
    }
  });

  it('is found whatever the field becomes, and when it goes', async () => {
    const anywhere = fc.constantFrom(...sealedPlaces(log)).chain((path) => {
      const value = fc.option(other(at(log, path)), { nil: undefined });
      return fc.tuple(fc.constant(path), value);
    });
    await fc.assert(
      fc.asyncProperty(anywhere, async ([path, value]) => {
        // A record without its time can't be read at all, and a list has no holes.
        const isGone = value === undefined;
        fc.pre(!(isGone && (typeof path.at(-1) === 'number' || path.at(-1) === 'at')));
        expect(await verifyChain(replace(log, path, () => value) as ChainFacts)).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, Partial<Signature>]>([
    ['who signed', { by: 'ana' }],
    ['how', { how: 'typed' }],
    ['when', { at: day(10) }],
    ['the strokes', { drawing: { ...drawing, paths: ['M 1 1 L 2 3'] } }],
    ['a name that is added', { name: 'Me' }],
  ])('of a signature (%s) names that one alone', async (_, more) => {
    const [first] = log.meetings;
    const [one, ...rest] = first!.signatures;
    const touched = put(log, { ...first!, signatures: [{ ...one!, ...more }, ...rest] });
    expect(await verifyChain(touched)).toEqual([
      { code: 'signature-changed', meeting: 'm1', by: more.by ?? 'me' },
    ] satisfies Finding[]);
  });

  it('together with its seal is found by what follows it', async () => {
    const [first] = log.meetings;
    const [one, ...rest] = first!.signatures;
    const anew = await sealSignature(first!, { ...one!, at: day(1) }, one!.seal!.previous);
    expect(await verifyChain(put(log, { ...first!, signatures: [anew, ...rest] }))).toEqual([
      { code: 'seal-missing', meeting: 'm1', by: 'ana', at: day(2) },
    ]);
  });
});

describe('what is taken out of the middle', () => {
  it.each(['m1', 'm2'])('is found when it is the whole entry %s', async (id) => {
    const left = { ...log, meetings: log.meetings.filter((each) => each.id !== id) };
    expect(await found(left)).toContain('seal-missing');
  });

  it('is found when an entry goes with its amendments, at the time of what follows', async () => {
    const left = {
      ...log,
      meetings: log.meetings.filter(({ id }) => id !== 'm1'),
      amendments: [],
    };
    expect(await verifyChain(left)).toContainEqual({ code: 'seal-missing', meeting: 'm3', by: 'me', at: day(9) });
  });

  it('is found when it is any signature but the last, any amendment, any withdrawal', async () => {
    const chain = readChain(log, 'r1');
    const last = chain.at(-1)!.seal.digest;
    const isLeft = (digest: string) => (each: { seal?: { digest: string } | undefined }) =>
      each.seal?.digest !== digest;
    for (const { seal } of chain.filter((link) => link.seal.digest !== last)) {
      const keep = isLeft(seal.digest);
      const left = {
        meetings: log.meetings.map((each) => ({ ...each, signatures: each.signatures.filter(keep) })),
        amendments: log.amendments.filter(keep),
        withdrawals: log.withdrawals.filter((each) => keep(each) && keep(each.signature)),
      };
      expect(await found(left)).toContain('seal-missing');
    }
  });

  it('is found when it is the last amendment of an entry that nobody signed since', async () => {
    const [, last] = log.amendments;
    const meetings = log.meetings.map((each) => ({
      ...each,
      signatures: each.signatures.filter(({ digest }) => digest !== last!.digest),
    }));
    const amended = await sign({ ...log, meetings }, 'm3', 'ana', day(10));
    expect(await found({ ...amended, amendments: [log.amendments[0]!] })).toContain('seal-missing');
  });

  it('leaves no trace at the very end, but what was given out has a seal that is gone', async () => {
    const given = findHead(log, 'r1');
    const left = { ...log, meetings: log.meetings.filter(({ id }) => id !== 'm3') };
    expect(await verifyChain(left)).toEqual([]);
    expect(readChain(left, 'r1').map(({ seal }) => seal.digest)).not.toContain(given);
    expect(sealPrint(given)).toMatch(/^([0-9A-F]{4}-){3}[0-9A-F]{4}$/);
  });
});

describe('seals that are not as the worker makes them', () => {
  it('are missed where a restored backup has none, and nothing else is said', async () => {
    const bare = <T extends Signature | Amendment>({ seal: _, ...rest }: T) => rest as T;
    const restored = {
      meetings: log.meetings.map((each) => ({ ...each, signatures: each.signatures.map(bare) })),
      amendments: log.amendments.map(bare),
      withdrawals: [],
    };
    const findings = await verifyChain(restored);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['not-sealed']));
    expect(findings).toHaveLength(8);
    const signed = await sign(restored, 'm3', 'ana', day(10));
    expect(readChain(signed, 'r1').map(({ seal }) => seal.previous)).toEqual(['']);
  });

  it('are found where two follow the same one, and the next follows one of them', async () => {
    const twice = await sign(log, 'm3', 'ana', day(10));
    const forked = await sign(log, 'm2', 'ana', day(11));
    const m3 = twice.meetings.find(({ id }) => id === 'm3')!;
    const both = put(forked, m3);
    expect(await found(both)).toEqual(['seal-doubled', 'seal-doubled']);
    const next = await sign(both, 'open', 'me', day(12));
    expect(await found(next)).toEqual(['seal-doubled', 'seal-doubled']);
  });

  it('are found where a withdrawn signature is put back', async () => {
    const m2 = log.meetings.find(({ id }) => id === 'm2')!;
    const back = put(log, { ...m2, signatures: [...m2.signatures, log.withdrawals[0]!.signature] });
    expect(await found(back)).toContain('seal-doubled');
  });

  it('keep a new one from the gap: it follows the last, and the gap is still told of', async () => {
    const left = { ...log, meetings: log.meetings.filter(({ id }) => id !== 'm2') };
    const next = await sign(left, 'm3', 'ana', day(10));
    expect(next.meetings.find(({ id }) => id === 'm3')!.signatures[1]!.seal!.previous).toBe(findHead(log, 'r1'));
    expect(await found(next)).toEqual(await found(left));
  });

  it('end nowhere in a circle', async () => {
    const m3 = log.meetings.find(({ id }) => id === 'm3')!;
    const own = { ...m3.signatures[0]!, seal: { digest: 'aa', previous: 'aa' } };
    const circle = put(log, { ...m3, signatures: [own] });
    expect(readChain(circle, 'r1')).toHaveLength(9);
    expect(await found(circle)).toContain('signature-changed');
  });
});

describe('the scan of a signed page', () => {
  const scan: Attachment = {
    id: 's1',
    relationship: 'r1',
    meeting: 'm2',
    name: 'page.png',
    type: 'image/png',
    data: btoa('a page'),
    at: day(6),
  };
  const signed = async () => {
    const given = { by: 'me', how: 'paper' as const, at: day(6), digest: 'd', attachment: 's1' };
    return [entry('m2', { signatures: [{ ...given, scan: await digestScan(scan) }] }), entry('m3')];
  };

  it('has the digest that any SHA-256 gives of the file', async () => {
    const { createHash } = await import('node:crypto');
    expect(await digestScan(scan)).toBe(createHash('sha256').update('a page').digest('hex'));
  });

  it.each<[string, Attachment | undefined, string[]]>([
    ['is as it was kept', scan, []],
    ['is another one', { ...scan, data: btoa('b page') }, ['scan-changed']],
    ['is no file any more', { ...scan, data: '~' }, ['scan-changed']],
    ['is gone', undefined, ['scan-missing']],
  ])('%s', async (_, kept, codes) => {
    const meetings = await signed();
    expect((await verifyScans(meetings, async () => kept)).map(({ code }) => code)).toEqual(codes);
  });
});
