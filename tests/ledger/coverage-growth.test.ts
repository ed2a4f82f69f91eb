import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/domain/ledger.ts';
import { derive } from '../../src/domain/verdict/derive.ts';
import type { Source } from '../../src/domain/verdict/source.ts';
import { type Growth, grow, growRow, readGrowth } from '../../src/ledger/coverage-growth.ts';
import type { DerivedRow } from '../../src/ledger/ledger.ts';
import { MemoryLedger } from '../../src/ledger/memory.ts';
import { RULES } from '../../src/ledger/rules.ts';
import { message, person, relationship, smallLife } from './facts.ts';

const now = '2026-03-09T12:00:00Z';
const hour = (hours: number) => new Date(Date.parse('2026-01-01T00:00:00Z') + hours * 3_600_000).toISOString();
const HOURS = 1620;

const visit: Source = { id: 'v', source: 'gmail-page', address: 'me@example.edu', from: hour(0), to: hour(1600) };
const longer = { ...visit, to: hour(1610) };

function lifeWith(sources: Source[], more: Partial<Ledger> = {}): Ledger {
  const pair = relationship('pair', ['ana'], { programme: 'umms-peer-mentoring', start: '2025-12-01' });
  return {
    ...smallLife(),
    people: ['me', 'ana'].map(person),
    relationships: [pair],
    messages: [message('m1', 'ana', ['me'], { sentAt: hour(1590), seenIn: [sightingIn('me@example.edu')] })],
    glimpses: [],
    corrections: [],
    contacts: [],
    sources,
    ...more,
  };
}

const sightingIn = (address: string) => ({ source: 'gmail-page', address, at: hour(1590) });
const rowOf = (ledger: Ledger): DerivedRow => derive(ledger, 'pair', now);

describe('a change of a source', () => {
  const cases: [string, Source | null, Source | null, boolean][] = [
    ['that was seen for longer', visit, longer, true],
    ['of which only disagreements are other', visit, { ...visit, disagreements: { id: 1 } }, true],
    ['that is new', null, visit, true],
    ['that is new and blind', null, { ...visit, blindSince: visit.to }, false],
    ['that went blind', visit, { ...visit, blindSince: visit.to }, false],
    ['that was seen for less', longer, visit, false],
    ['that begins elsewhere', visit, { ...longer, from: hour(1) }, false],
    ['of another address', visit, { ...longer, address: 'alt@example.edu' }, false],
    ['that goes', visit, null, false],
  ];
  it.each(cases)('%s is growth, or not', (_title, before, after, isGrowth) => {
    expect(readGrowth(before, after)).toEqual(isGrowth ? { before, after } : null);
  });
});

describe('a row whose mailbox was seen for longer', () => {
  it('says so, and nothing else of it changes', () => {
    const grown = growRow(rowOf(lifeWith([visit])), [visit], { before: visit, after: longer });
    expect(grown).toEqual(rowOf(lifeWith([longer])));
    expect(grown!.verdicts.some((verdict) => verdict.asOf === longer.to)).toBe(true);
  });

  it('has to be derived where what is seen now lies in a month that was not seen', () => {
    const early = { ...visit, to: hour(900) };
    const row = rowOf(lifeWith([early]));
    expect(row.verdicts.some((verdict) => verdict.doubt?.code === 'not-covered')).toBe(true);
    expect(growRow(row, [early], { before: early, after: visit })).toBeNull();
  });

  it('doubts a month that was over by then as it did', () => {
    const late = { ...visit, from: hour(900) };
    const row = rowOf(lifeWith([late]));
    expect(row.verdicts.filter((verdict) => verdict.doubt?.code === 'not-covered')).toHaveLength(3);
    const after = { ...late, to: hour(1610) };
    expect(growRow(row, [late], { before: late, after })).toEqual(rowOf(lifeWith([after])));
  });

  it('has to be derived where the mailbox was not known before', () => {
    const alt = { ...visit, id: 'alt', address: 'alt@example.edu' };
    expect(growRow(rowOf(lifeWith([visit])), [visit], { before: null, after: alt })).toBeNull();
  });

  it('is the same row where its own mailbox was seen later', () => {
    const alt = { ...visit, id: 'alt', address: 'alt@example.edu', to: hour(1500) };
    const row = rowOf(lifeWith([visit, alt]));
    expect(growRow(row, [visit, alt], { before: alt, after: { ...alt, to: hour(1550) } })).toBe(row);
  });

  it('is what deriving gives, whatever mailboxes there are and however they grow', () => {
    const at = fc.integer({ min: 0, max: HOURS });
    const addresses = fc.constantFrom('me@example.edu', 'alt@example.edu', undefined);
    const kinds = fc.constantFrom('gmail-page', 'outlook-page', 'file', 'calendar');
    const sources = fc.array(
      fc.record({
        source: kinds,
        address: addresses,
        span: fc.tuple(at, at),
        blind: fc.option(at),
        whose: fc.constantFrom(undefined, ['ana']),
      }),
      { minLength: 1, maxLength: 5 },
    );
    const seen = fc.array(fc.constantFrom('me@example.edu', 'alt@example.edu', 'gone@example.edu'), { maxLength: 2 });
    let kept = 0;
    let moved = 0;
    const property = fc.property(
      sources,
      seen,
      fc.nat(),
      at,
      fc.boolean(),
      fc.boolean(),
      (made, places, which, until, isNew, isInTouch) => {
        const before = made.map(
          ({ source, address, span: [a, b], blind, whose }, index): Source => ({
            id: `s${index}`,
            source,
            ...(address && { address }),
            from: hour(Math.min(a, b)),
            to: hour(Math.max(a, b)),
            ...(whose && { people: [...whose] }),
            ...(blind !== null && { blindSince: hour(blind) }),
          }),
        );
        const grown = before[which % before.length]!;
        const { blindSince: _, ...healthy } = grown;
        const after = isNew
          ? { ...healthy, id: 'new', from: hour(until), to: hour(until) }
          : { ...grown, to: hour(until) };
        const growth: Growth | null = readGrowth(isNew ? null : grown, after);
        if (!growth) return;
        const messages = [
          message('m1', 'ana', ['me'], { sentAt: hour(1590), seenIn: places.map(sightingIn) }),
          message('m2', 'ana', ['me'], { sentAt: hour(300) }),
          ...(isInTouch
            ? [-300, 301, 900].map((hours) => message(`k${hours}`, 'me', ['ana'], { sentAt: hour(hours) }))
            : []),
        ];
        const row = growRow(rowOf(lifeWith(before, { messages })), before, growth);
        if (!row) return;
        kept += 1;
        if (row.verdicts.some(({ asOf }) => asOf === after.to)) moved += 1;
        expect(row).toEqual(rowOf(lifeWith(grow(before, growth), { messages })));
      },
    );
    fc.assert(property, { numRuns: 1500 });
    expect(kept).toBeGreaterThan(100);
    expect(moved).toBeGreaterThan(20);
  });
});

describe('the cache, when a mailbox was seen for longer', () => {
  const open = async (sources: Source[]) => {
    const ledger = new MemoryLedger();
    await ledger.replaceAll(lifeWith(sources));
    await ledger.derive('pair', now, (slice) => derive(slice, 'pair', now));
    return ledger;
  };

  it('stands, and is what would be derived anew', async () => {
    const ledger = await open([visit]);
    expect(await ledger.apply([{ list: 'sources', put: longer }])).toEqual(['sources']);
    const [row] = await ledger.readDerived();
    expect(row).toEqual({ ...rowOf(lifeWith([longer])), rules: RULES });
  });

  it('takes several mailboxes one after the other', async () => {
    const alt = { ...visit, id: 'alt', address: 'alt@example.edu', to: hour(1500) };
    const ledger = await open([visit, alt]);
    const both = [longer, { ...alt, to: hour(1605) }];
    await ledger.apply(both.map((put) => ({ list: 'sources', put })));
    expect((await ledger.readDerived())[0]).toEqual({ ...rowOf(lifeWith(both)), rules: RULES });
  });

  it('is overtaken where a mailbox went blind', async () => {
    const ledger = await open([visit]);
    await ledger.apply([{ list: 'sources', put: { ...visit, blindSince: hour(1605) } }]);
    expect(await ledger.readDerived()).toEqual([]);
  });
});
