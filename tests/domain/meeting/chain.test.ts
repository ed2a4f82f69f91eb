import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalFields, composeCanonicalMeeting } from '../../../src/domain/meeting/canonical.ts';
import {
  composeAmendment,
  currentMeeting,
  digestAmendment,
  digestMeeting,
  digestToSign,
  findAmendments,
  fingerprint,
  isClosed,
  isSigned,
  verifyChain,
} from '../../../src/domain/meeting/chain.ts';
import type { Amendment, Meeting, MeetingChange } from '../../../src/domain/meeting/meeting.ts';
import { sealAll } from './seal-all.ts';

const at = '2026-03-05T09:00:00Z';

const meeting: Meeting = {
  id: 'm1',
  relationship: 'r1',
  start: '2026-03-04T17:00:00Z',
  minutes: 60,
  outcome: 'held',
  attendees: ['ana', 'me'],
  topics: ['Exams', 'Sleep'],
  homework: ['Read chapter 2'],
  signatures: [],
};

async function sign(entry: Meeting, by = 'ana', digest?: string): Promise<Meeting> {
  const signature = { by, how: 'typed' as const, at, digest: digest ?? (await digestMeeting(entry)) };
  return { ...entry, signatures: [...entry.signatures, signature] };
}

async function amend(entry: Meeting, known: Amendment[], change: MeetingChange, more = {}): Promise<Amendment[]> {
  const said = { id: `a${known.length + 1}`, at, by: 'me', reason: 'The clock was wrong', change, ...more };
  return [...known, await composeAmendment(entry, known, said)];
}

/** What is found where every seal is as it should be, so that entries and amendments alone are spoken of. */
const verify = async (meetings: Meeting[], amendments: Amendment[] = []) =>
  verifyChain(await sealAll({ meetings, amendments, withdrawals: [] }));

const codes = async (...of: Parameters<typeof verify>) => (await verify(...of)).map(({ code }) => code);

describe('the canonical form', () => {
  it('is one line of JSON that anybody can write again', () => {
    expect(composeCanonicalMeeting({ ...meeting, privateNote: 'mine', attendees: ['me', 'ana'] })).toBe(
      '{"attendees":["ana","me"],"form":"waymark-entry-1","homework":["Read chapter 2"],"id":"m1","minutes":60,' +
        '"outcome":"held","relationship":"r1","start":"2026-03-04T17:00:00Z","topics":["Exams","Sleep"]}',
    );
  });

  it('has the digest that any SHA-256 gives', async () => {
    const { createHash } = await import('node:crypto');
    const hex = createHash('sha256').update(composeCanonicalMeeting(meeting), 'utf8').digest('hex');
    expect(await digestMeeting(meeting)).toBe(hex);
  });

  it.each<[string, Partial<Meeting>]>([
    ['the private note', { privateNote: 'x' }],
    ['the calendar event and what it says', { event: 'e', series: 's', eventPrint: print(), keptDespite: print() }],
    ['what was planned', { plannedStart: at, plannedMinutes: 30 }],
    ['how and when it was entered', { enteredAt: at, enteredFrom: 'typed' }],
    ['signatures', { signatures: [{ by: 'me', how: 'paper', at, digest: 'd' }] }],
    ['the order of attendees', { attendees: ['me', 'ana'] }],
    ['a field left undefined', { modality: undefined } as never],
  ])('does not hold %s', async (_, more) => {
    expect(await digestMeeting({ ...meeting, ...more })).toBe(await digestMeeting(meeting));
  });

  it('takes a name in two Unicode spellings for one', async () => {
    const composed = { ...meeting, topics: ['Caf\u00e9'] };
    const spelled = { ...meeting, topics: ['Cafe\u0301'] };
    expect(await digestMeeting(composed)).toBe(await digestMeeting(spelled));
  });

  it('does not depend on the order of fields or the spaces of a stored text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(Object.keys(full), { minLength: Object.keys(full).length }),
        async (keys) => {
          const shuffled = Object.fromEntries(keys.map((key) => [key, full[key as keyof Meeting]]));
          const again: Meeting = JSON.parse(JSON.stringify(shuffled, null, 3));
          expect(await digestMeeting(again)).toBe(await digestMeeting(full));
        },
      ),
    );
  });
});

function print() {
  return { start: at, end: at, title: 'Coffee', status: 'confirmed' as const };
}

const full: Meeting = {
  ...meeting,
  preparationMinutes: 15,
  topicLevels: [0, 1],
  modality: 'video',
  sessionType: 'drop-in',
  cancelledBy: 'ana',
  noticeHours: 20,
  countOnly: false,
  reviewed: [{ homework: 'h1', text: 'Read', outcome: 'done' }],
  goals: ['g1', 'g2'],
  sharedNote: 'Went well',
};

const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const lists = fc.array(words, { maxLength: 4 });
const anyField: Record<(typeof canonicalFields)[number], fc.Arbitrary<unknown>> = {
  attendees: lists,
  cancelledBy: words,
  countOnly: fc.boolean(),
  goals: lists,
  homework: lists,
  id: words,
  minutes: fc.nat(2000),
  modality: fc.constantFrom('in-person', 'video', 'phone', 'online', 'hybrid', 'other'),
  noticeHours: fc.nat(2000),
  outcome: fc.constantFrom('planned', 'held', 'cancelled', 'no-show'),
  preparationMinutes: fc.nat(2000),
  relationship: words,
  reviewed: fc.array(
    fc.record({ homework: words, text: words, outcome: fc.constantFrom('done', 'carried', 'dropped') }),
    { maxLength: 3 },
  ),
  sessionType: words,
  sharedNote: words,
  start: fc.constantFrom('2026-03-04T17:00:00Z', '2026-03-04T17:30:00Z', '2026-04-04T17:00:00Z'),
  topicLevels: fc.array(fc.nat(2), { maxLength: 4 }),
  topics: lists,
};

/** What two values of a field mean: sets have no order, and Unicode has one spelling. */
function meaning(field: string, value: unknown): string {
  const text = (each: unknown) => JSON.stringify(each).normalize('NFC');
  if (field !== 'attendees' && field !== 'goals') return text(value);
  return text((value as string[]).map((each) => each.normalize('NFC')).sort());
}

describe('a signed entry', () => {
  it.each(canonicalFields)('is found touched when its %s changes or goes', async (field) => {
    const signed = await sign(full);
    await fc.assert(
      fc.asyncProperty(fc.option(anyField[field], { nil: undefined }), async (value) => {
        fc.pre(value === undefined || meaning(field, value) !== meaning(field, full[field]));
        const touched = { ...signed, [field]: value } as Meeting;
        const found = await verify([touched]);
        expect(found).toEqual([{ code: 'entry-changed', meeting: touched.id, by: 'ana' }]);
      }),
      { numRuns: 40 },
    );
  });

  it('is closed from the first signature on, and a second person may sign the same', async () => {
    const once = await sign(meeting);
    expect([isClosed(meeting), isClosed(once), isSigned(once, 'ana'), isSigned(once, 'me')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const twice = await sign(once, 'me');
    expect(twice.signatures[0]!.digest).toBe(twice.signatures[1]!.digest);
    expect(await codes([twice], [])).toEqual([]);
  });

  it('is told of once for each signature that no longer fits, and others are left in peace', async () => {
    const touched = { ...(await sign(await sign(meeting), 'me')), minutes: 90 };
    const other = await sign({ ...meeting, id: 'm2' });
    const found = await verify([touched, other]);
    expect(found).toEqual([
      { code: 'entry-changed', meeting: 'm1', by: 'ana' },
      { code: 'entry-changed', meeting: 'm1', by: 'me' },
    ]);
  });
});

describe('amendments', () => {
  it('follow the entry and each other, and leave the entry as it was', async () => {
    const signed = await sign(meeting);
    const one = await amend(signed, [], { minutes: 45 });
    const two = await amend(signed, one, { topics: ['Exams'], minutes: 50 });
    expect(two[0]!.previous).toBe(signed.signatures[0]!.digest);
    expect(two[1]!.previous).toBe(two[0]!.digest);
    expect(await codes([signed], two)).toEqual([]);
    expect(currentMeeting(signed, [...two].reverse())).toMatchObject({ minutes: 50, topics: ['Exams'] });
    expect(signed.minutes).toBe(60);
    expect(findAmendments(signed, [...two].reverse()).map(({ id }) => id)).toEqual(['a1', 'a2']);
  });

  it('are signed by the digest of the last, which holds all before it', async () => {
    const signed = await sign(meeting);
    const amendments = await amend(signed, [], { minutes: 45 });
    const digest = await digestToSign(signed, amendments);
    expect(digest).toBe(amendments[0]!.digest);
    const again = await sign(signed, 'me', digest);
    expect(await codes([again], amendments)).toEqual([]);
    expect(await codes([again], [])).toEqual(['entry-changed']);
  });

  it.each<[string, Partial<Amendment>]>([
    ['reason', { reason: 'Another' }],
    ['change', { change: { minutes: 46 } }],
    ['author', { by: 'ana' }],
    ['time', { at: '2026-03-05T09:00:01Z' }],
    ['relationship', { relationship: 'r2' }],
    ['id', { id: 'a9' }],
  ])('are found touched when their %s changes', async (_, more) => {
    const signed = await sign(meeting);
    const [amendment] = await amend(signed, [], { minutes: 45 });
    const touched = { ...amendment!, ...more };
    expect(await verify([signed], [touched])).toEqual([
      { code: 'amendment-changed', meeting: 'm1', amendment: touched.id },
    ]);
  });

  it('are found when one between them is gone', async () => {
    const signed = await sign(meeting);
    const three = await amend(signed, await amend(signed, await amend(signed, [], { minutes: 1 }), { minutes: 2 }), {
      minutes: 3,
    });
    expect(await verify([signed], [three[0]!, three[2]!])).toEqual([
      { code: 'link-missing', meeting: 'm1', amendment: 'a3' },
    ]);
  });

  it('are found when one was rewritten whole: what follows it is no longer linked', async () => {
    const signed = await sign(meeting);
    const two = await amend(signed, await amend(signed, [], { minutes: 1 }), { minutes: 2 });
    const rewritten = { ...two[0]!, reason: 'Another' };
    rewritten.digest = await digestAmendment(rewritten);
    expect(await codes([signed], [rewritten, two[1]!])).toEqual(['link-missing']);
  });

  it('are found when two follow the same, and when one is older than what it follows', async () => {
    const signed = await sign(meeting);
    const one = await amend(signed, [], { minutes: 1 });
    const fork = await amend(signed, [], { minutes: 2 }, { id: 'fork' });
    expect(await codes([signed], [...one, ...fork])).toEqual(['link-doubled', 'link-doubled']);
    const older = await amend(signed, one, { minutes: 2 }, { at: '2026-03-01T00:00:00Z' });
    expect(await codes([signed], older)).toEqual(['order']);
  });

  it('say so when the entry is missing or was never signed', async () => {
    const signed = await sign(meeting);
    const amendments = await amend(signed, [], { minutes: 45 });
    expect(await codes([], amendments)).toEqual(['entry-missing']);
    expect(await codes([meeting], amendments)).toEqual(['not-signed']);
  });

  it('blame the entry alone when only the entry was touched', async () => {
    const signed = await sign(meeting);
    const amendments = await amend(signed, [], { minutes: 45 });
    expect(await codes([{ ...signed, minutes: 61 }], amendments)).toEqual(['entry-changed']);
  });
});

it('people compare eight characters', () => {
  expect(fingerprint('7f3a91c2aa00')).toBe('7F3A-91C2');
});
