// Every requirement of a document stands somewhere in its pack, or here with the reason why it is no data.
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/programme/programme.ts';
import { programmes } from '../../src/programmes/index.ts';
import { requirementRows } from './requirement-rows.ts';

const documents: Record<string, string> = {
  S0: 'lmp-peer-to-peer',
  S1: 'temerty-peer-mentorship',
  S2: 'umms-peer-mentoring',
  S3: 'speed-peer-mentoring',
  S4: 'cpd-mentoring',
};

/** Asked for by the document, and kept out of its pack. */
const notData: Record<string, Record<string, string>> = {
  S1: {
    P7: 'who was matched by lived experience is for people to say of themselves; a pack that listed it would invite inferring it',
  },
};

const strengths = { must: 'must', exp: 'expected', sug: 'suggested' } as const;

function rowsOf(seed: string): { id: string; strength: string }[] {
  return Object.entries(requirementRows)
    .map(([id, row]) => ({ id, words: row.split(' ') }))
    .filter(({ words }) => words.includes(seed))
    .map(({ id, words }) => ({ id, strength: words.at(-1)! }));
}

function citedBy(pack: Programme): { id: string; where: string }[] {
  const cite = (where: string, ids: readonly string[]) => ids.map((id) => ({ id, where }));
  return [
    ...pack.rules.flatMap((rule) => cite(rule.rule, rule.requirements)),
    ...pack.events.flatMap((event) => cite(event.id, event.requirements ?? [])),
    ...(pack.practices ?? []).flatMap((practice) => cite(practice.says, practice.requirements)),
    ...(pack.covers ?? []).flatMap((cover) => cite(cover.part, cover.requirements)),
  ];
}

it('counts 79 requirements', () => {
  expect(Object.keys(requirementRows)).toHaveLength(79);
});

describe.each(Object.entries(documents))('%s, %s', (seed, id) => {
  const pack = programmes.find((each) => each.id === id)!;
  const cited = citedBy(pack);
  const ids = new Set(cited.map((each) => each.id));
  const left = notData[seed] ?? {};

  it.each(rowsOf(seed))('has $id ($strength) somewhere', ({ id: row }) => {
    if (row in left) expect(ids).not.toContain(row);
    else expect(ids).toContain(row);
  });

  it('cites no requirement that is not its own', () => {
    const own = new Set(rowsOf(seed).map((row) => row.id));
    expect(cited.filter((each) => !own.has(each.id))).toEqual([]);
  });

  it('leaves out nothing that must be done', () => {
    const needed = rowsOf(seed).filter((row) => /must|exp/.test(row.strength));
    expect(needed.filter((row) => row.id in left)).toEqual([]);
  });

  it('holds everything that must be done as a must', () => {
    const musts = rowsOf(seed).filter((row) => row.strength === 'must');
    const held = [...pack.rules, ...(pack.practices ?? [])].filter((each) => each.strength === 'must');
    const ids = new Set(held.flatMap((each) => each.requirements));
    for (const { id: row } of musts) expect(ids).toContain(row);
  });

  it('names parts that are there and not empty', () => {
    for (const { part } of pack.covers ?? []) {
      const held = pack[part as keyof Programme];
      expect(held, part).toBeDefined();
      expect(Array.isArray(held) ? held.length : Object.keys(held as object).length, part).toBeGreaterThan(0);
    }
  });

  it('is nowhere stricter than its document', () => {
    const row = new Map(rowsOf(seed).map((each) => [each.id, each.strength]));
    for (const each of [...pack.rules, ...(pack.practices ?? [])]) {
      const allowed = each.requirements
        .map((requirement) => row.get(requirement)!)
        .flatMap((words) => words.split('/'));
      const strongest = (['must', 'exp', 'sug'] as const).find((word) => allowed.includes(word));
      if (strongest === undefined) continue;
      const order = ['suggested', 'expected', 'must'];
      expect(order.indexOf(each.strength), JSON.stringify(each)).toBeLessThanOrEqual(
        order.indexOf(strengths[strongest]),
      );
    }
  });
});
