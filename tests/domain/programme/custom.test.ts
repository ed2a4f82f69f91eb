import { describe, expect, it } from 'vitest';
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import {
  duplicateProgramme,
  editFigure,
  editRule,
  removeRule,
  renameProgramme,
  restoreRule,
} from '../../../src/domain/programme/custom.ts';
import { Programme, type RuleId } from '../../../src/domain/programme/programme.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import { findProgramme, programmes } from '../../../src/programmes/index.ts';

const umms = findProgramme([], 'umms-peer-mentoring')!;
const temerty = findProgramme([], 'temerty-peer-mentorship')!;
const mine = duplicateProgramme(umms, 'mine', 'Our year');

function rule(pack: Programme, id: RuleId) {
  return pack.rules.find((each) => each.rule === id);
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}

describe('a duplicate', () => {
  it('has all of the pack under its own id and name, and says where it came from', () => {
    expect(mine).toEqual({ ...umms, id: 'mine', name: 'Our year', short: 'Our year', basedOn: umms.id });
  });

  it.each(programmes.map((pack) => [pack.id, pack] as const))(
    'of %s is a programme, and shares nothing',
    (id, pack) => {
      const copy = duplicateProgramme(pack, `${id}-2`, 'Copy');
      expect(Programme.parse(copy)).toEqual(copy);
      expect(copy.rules).not.toBe(pack.rules);
      expect(copy.rules[0]?.figures).not.toBe(pack.rules[0]?.figures);
    },
  );

  it('of a duplicate names the one it was made from', () => {
    expect(duplicateProgramme(mine, 'next', 'Next year').basedOn).toBe('mine');
  });

  it.each([
    ['Our year', 'Our year'],
    ['  Our year ', 'Our year'],
    ['Exactly twenty chars', 'Exactly twenty chars'],
    ['Mentoring of the northern campus', 'Mentoring of the no…'],
    ['Peer mentoring for a programme', 'Peer mentoring for…'],
    ['👩‍🎓'.repeat(20), '👩‍🎓'.repeat(20)],
    ['👩‍🎓'.repeat(21), `${'👩‍🎓'.repeat(19)}…`],
  ])('called %s is short as %s', (name, short) => {
    expect(duplicateProgramme(umms, 'mine', name).short).toBe(short);
    expect(renameProgramme(umms, 'mine', name)).toMatchObject({ id: 'mine', name, short });
  });
});

describe('editing', () => {
  it('changes figures of one rule and nothing else', () => {
    const edited = editFigure(mine, 'reply-email', { hours: 72 });
    expect(rule(edited, 'reply-email')).toEqual({
      ...rule(mine, 'reply-email'),
      figures: { hours: 72 },
      changed: true,
    });
    const others = (pack: Programme) => pack.rules.filter((each) => each.rule !== 'reply-email');
    expect(others(edited)).toEqual(others(mine));
    expect({ ...edited, rules: [] }).toEqual({ ...mine, rules: [] });
  });

  it('keeps the clause, which is the document’s', () => {
    expect(rule(editFigure(mine, 'reply-email', { hours: 72 }), 'reply-email')?.clause).toEqual(
      rule(umms, 'reply-email')?.clause,
    );
  });

  it('keeps figures that are not named, and takes away those that are undefined', () => {
    const cpd = findProgramme([], 'cpd-mentoring')!;
    expect(rule(editFigure(cpd, 'hours-or-meetings', { hours: 4 }), 'hours-or-meetings')?.figures).toEqual({
      hours: 4,
      meetings: 3,
      months: 6,
    });
    expect(rule(editFigure(mine, 'reply-text', { hours: undefined }), 'reply-text')?.figures).toEqual({});
  });

  it('changes strength, duty and whether group mail counts', () => {
    const edited = editRule(mine, 'monthly-contact', { strength: 'suggested', duty: 'both', groupMailCounts: true });
    expect(rule(edited, 'monthly-contact')).toMatchObject({
      strength: 'suggested',
      duty: 'both',
      groupMailCounts: true,
      changed: true,
    });
  });

  it('does not call a rule changed that is edited to what it was', () => {
    expect(editFigure(mine, 'reply-email', { hours: 48 })).toEqual(mine);
    expect(editRule(mine, 'monthly-contact', { groupMailCounts: false })).toEqual(mine);
    expect(editFigure(mine, 'hours-or-meetings', { hours: 1 })).toEqual(mine);
  });

  it('removes a rule and puts it back in its place as the original has it', () => {
    const edited = editFigure(mine, 'reply-text', { hours: 1 });
    const without = removeRule(edited, 'reply-text');
    expect(rule(without, 'reply-text')).toBeUndefined();
    expect(without.rules).toHaveLength(umms.rules.length - 1);
    expect(restoreRule(without, 'reply-text', umms).rules).toEqual(umms.rules);
    expect(restoreRule(edited, 'reply-text', umms).rules).toEqual(umms.rules);
  });

  it.each(umms.rules.map((each) => each.rule))('restores %s where it stood', (id) => {
    expect(restoreRule(removeRule(mine, id), id, umms).rules).toEqual(umms.rules);
  });

  it('restores all rules in order, in whatever order they are asked back', () => {
    const ids = umms.rules.map((each) => each.rule);
    const bare = ids.reduce(removeRule, mine);
    expect(bare.rules).toEqual([]);
    const back = ids.toReversed().reduce((pack, id) => restoreRule(pack, id, umms), bare);
    expect(back.rules).toEqual(umms.rules);
  });

  it('restores nothing that the original has not', () => {
    expect(restoreRule(mine, 'hours-or-meetings', umms)).toBe(mine);
  });

  it('never touches what it was given', () => {
    const frozen = freeze(structuredClone(mine));
    editFigure(frozen, 'reply-email', { hours: 1 });
    editRule(frozen, 'reply-email', { duty: 'mentee' });
    removeRule(frozen, 'reply-email');
    restoreRule(frozen, 'reply-email', freeze(structuredClone(umms)));
    expect(frozen).toEqual(mine);
  });
});

describe('a custom pack in the rules', () => {
  function ledger(pack: Programme): Ledger {
    const address = (name: string) => ({ email: `${name}@x.edu` });
    return {
      ...emptyLedger(),
      programmes: [pack],
      people: ['maya', 'amina'].map((id) => ({ id, name: id, emails: [`${id}@x.edu`] })),
      relationships: [
        {
          id: 'r',
          programme: pack.id,
          me: 'maya',
          role: 'mentor',
          mentors: ['maya'],
          mentees: ['amina'],
          start: '2026-01-12',
          zone: 'UTC',
        },
      ],
      messages: [
        {
          id: 'm',
          threadId: 't',
          sentAt: '2026-03-02T15:00:00Z',
          from: address('amina'),
          to: [address('maya')],
          cc: [],
          subject: '',
          kind: 'personal',
        },
      ],
    };
  }
  const due = (pack: Programme) =>
    judge(ledger(pack), '2026-03-03T00:00:00Z')
      .filter((verdict) => verdict.rule === 'reply-email')
      .map((verdict) => verdict.due);

  it('gives the mentor a target where the document names none', () => {
    const copy = duplicateProgramme(temerty, 'mine', 'Mine');
    expect(due(copy)).toEqual([]);
    expect(due(editFigure(copy, 'reply-email', { hours: 72 }))).toEqual(['2026-03-05T15:00:00Z']);
  });

  it('moves a deadline, and takes it away', () => {
    expect(due(mine)).toEqual(['2026-03-04T15:00:00Z']);
    expect(due(editFigure(mine, 'reply-email', { hours: 24 }))).toEqual(['2026-03-03T15:00:00Z']);
    expect(due(editFigure(mine, 'reply-email', { hours: undefined }))).toEqual([]);
    expect(due(removeRule(mine, 'reply-email'))).toEqual([]);
    expect(due(editRule(mine, 'reply-email', { duty: 'mentee' }))).toEqual([]);
  });
});
