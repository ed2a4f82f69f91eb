import { describe, expect, it } from 'vitest';
import type { Away, Notice } from '../../../src/domain/away/away.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { derive } from '../../../src/domain/verdict/derive.ts';
import { answerSight } from '../../../src/features/deadlines/answer-sight.ts';
import { composeOverview } from '../../../src/features/deadlines/compose-overview.ts';
import type { Links } from '../../../src/features/deadlines/links.ts';
import { describeLine, describeMark } from '../../../src/features/deadlines/words.ts';
import { composeNotification } from '../../../src/features/reminders/compose.ts';
import { findOwed } from '../../../src/features/reminders/owed.ts';
import { absence, notice, message as reply } from '../../domain/away/build.ts';
import { ledger, message, relationship } from '../../domain/build.ts';
import { row, sight } from './sight.ts';

const zone = 'America/Toronto';
const links: Links = {
  usual: { source: 'gmail-page' },
  thread: () => 'thread',
  search: () => 'search',
  compose: () => 'compose',
  name: () => 'Gmail',
};
const temerty = relationship({ id: 'r2', programme: 'temerty-peer-mentorship', mentees: ['ben'] });

function overview(facts: Ledger, now: string) {
  const derived = facts.relationships.map(({ id }) => derive(facts, id, now));
  return composeOverview(facts, derived, now, links);
}

const facts = (away: Away[], notices: Notice[] = [], more: Partial<Ledger> = {}) =>
  ledger({ away, notices, ...more, relationships: more.relationships ?? [relationship(), temerty] });
const both = { relationships: ['r1', 'r2'] };
/** Thursday the 12th to Monday the 16th. */
const away = absence('2026-03-12', '2026-03-16', both);

const rows = (list: ReturnType<typeof overview>) =>
  list.items
    .filter(({ rule }) => rule.startsWith('away'))
    .map(
      ({ mentee, title, section, mark }) =>
        `${section}: ${mentee}, ${title}, ${describeMark(mark, list.now, zone, 'en-CA').text}`,
    );

describe('the rows before leaving', () => {
  it.each<[string, string, string[]]>([
    ['weeks before there are none', '2026-02-20T15:00:00Z', []],
    [
      'days before, calmly',
      '2026-03-09T15:00:00Z',
      [
        'coming: Cody Comentor, Tell before Thursday, 61 h left',
        'coming: Temerty peers, Automatic message before Thursday, 61 h left',
      ],
    ],
    [
      'on the last day, today',
      '2026-03-11T15:00:00Z',
      [
        'due-today: Cody Comentor, Tell today, 13 h left',
        'due-today: Temerty peers, Automatic message today, 13 h left',
      ],
    ],
    [
      'while away what was left undone is late',
      '2026-03-13T04:00:00Z',
      ['late: Cody Comentor, Tell them you are away, 24 h late', 'late: Temerty peers, Automatic message, 24 h late'],
    ],
    ['and once back it is not asked any more', '2026-03-17T15:00:00Z', []],
  ])('%s', (_, now, expected) => {
    const short = facts([away]);
    expect(rows(overview(short, now)).sort()).toEqual(expected.sort());
  });

  it('go as things are done, and lead to the plan', () => {
    const now = '2026-03-09T15:00:00Z';
    const told = facts([{ ...away, autoMessage: reply(away, now) }]);
    const { items } = overview(told, now);
    expect(items.filter(({ rule }) => rule.startsWith('away'))).toMatchObject([
      { rule: 'away-tell-co-mentor', action: { kind: 'open-dashboard', place: `away/${away.id}` } },
    ]);
    expect(rows(overview(facts([{ ...away, autoMessage: reply(away, now) }], [notice(away, 'co', now)]), now))).toEqual(
      [],
    );
  });

  it('ask for one message, however many programmes want it', () => {
    const third = { ...temerty, id: 'r3', mentees: ['ana'] };
    const list = facts([{ ...away, relationships: ['r2', 'r3'] }], [], { relationships: [temerty, third] });
    expect(rows(overview(list, '2026-03-09T15:00:00Z'))).toHaveLength(1);
  });
});

describe('an automatic reply after the return', () => {
  const coTold = [notice(away, 'co', '2026-03-10T12:00:00Z')];
  const set = { ...away, autoMessage: reply(away, '2026-03-10T12:00:00Z') };
  const now = '2026-03-17T15:00:00Z';

  it('is asked about once the mentor is back, until it is off', () => {
    expect(rows(overview(facts([set], coTold), '2026-03-16T23:00:00Z'))).toEqual([]);
    expect(rows(overview(facts([set], coTold), now))).toEqual([
      'due-today: Automatic reply, It may still be on, Still on?',
    ]);
    expect(rows(overview(facts([{ ...set, replyOffAt: now }], coTold), now))).toEqual([]);
    expect(rows(overview(facts([set], coTold), '2026-04-01T15:00:00Z'))).toEqual([]);
  });

  it('is not asked about where an account ends it, unless the mentor is back before that', () => {
    const before = { on: false, inside: '', outside: '' };
    const replies = [{ account: 'a', at: '2026-03-10T12:00:00Z', version: '1', before }];
    expect(rows(overview(facts([{ ...set, replies }]), now))).toEqual([]);
    const early = {
      ...set,
      replies,
      to: '2026-03-13',
      returns: '2026-03-14',
      plannedTo: set.to,
      plannedReturns: set.returns,
    };
    expect(rows(overview(facts([early]), '2026-03-14T15:00:00Z'))).toHaveLength(1);
    expect(
      rows(overview(facts([{ ...early, replies: [{ ...replies[0]!, restoredAt: now }] }]), '2026-03-14T15:00:00Z')),
    ).toEqual([]);
  });

  it('is announced in a sentence of its own', () => {
    const list = overview(facts([set], coTold), now);
    const [item] = list.items.filter(({ rule }) => rule === 'away-reply');
    expect(findOwed(list).map(({ key }) => key)).toContain(item?.key);
    const tellings = [{ kind: 'due' as const, item: item! }];
    expect(composeNotification(tellings, { now, zone, locale: 'en-CA' })).toMatchObject({
      title: 'Is your automatic reply off again?',
    });
    expect(composeNotification([...tellings, ...tellings], { now, zone, locale: 'en-CA' })?.title).toBe(
      'Your automatic replies',
    );
  });
});

describe('a wait of somebody who was told', () => {
  const asked = message('ana', '2026-03-13T15:00:00Z');
  const told = notice(away, 'ana', '2026-03-10T12:00:00Z');
  const mark = (list: Ledger, now: string) => overview(list, now).items.find(({ thread }) => thread === 't1')?.mark;
  const words = (list: Ledger, now: string) => describeMark(mark(list, now)!, now, zone, 'en-CA').text;

  it('says so, and its deadline stands as it is', () => {
    const now = '2026-03-14T15:00:00Z';
    const without = facts([away], [], { messages: [asked] });
    const withIt = facts([away], [told], { messages: [asked] });
    expect([words(without, now), words(withIt, now)]).toEqual(['24 h left', '24 h left · away, told']);
    expect(mark(withIt, now)?.due).toBe(mark(without, now)?.due);
    expect(words(withIt, '2026-03-17T15:00:00Z')).toBe('48 h late · away, told');
    expect(describeLine(mark(withIt, now)!, now, zone, 'en-CA')).toMatch(/; they were told that you are away$/);
  });

  it.each<[string, Notice[], string, string]>([
    ['before the absence begins', [told], '2026-03-11T15:00:00Z', '2026-03-11T14:00:00Z'],
    ['to somebody else', [notice(away, 'ben', told.at)], '2026-03-14T15:00:00Z', '2026-03-13T15:00:00Z'],
    ['when it began after the return', [told], '2026-03-18T15:00:00Z', '2026-03-18T14:00:00Z'],
  ])('does not say so %s', (_, notices, now, sentAt) => {
    const list = facts([away], notices, { messages: [message('ana', sentAt)] });
    expect(mark(list, now)).toMatchObject({ state: 'open' });
    expect(mark(list, now)).not.toHaveProperty('awayTold');
  });

  it('says so in the mail page, in the row and above the thread', () => {
    const now = '2026-03-14T15:00:00Z';
    const list = facts([away], [told], { messages: [asked], relationships: [relationship()] });
    const seen = sight({ rows: [row(['ana'])], thread: { threadId: 't1', messages: [] } });
    const answer = answerSight(seen, { small: list, messages: [], derived: [derive(list, 'r1', now)] }, now);
    expect(answer.rows[0]).toMatchObject({ state: 'open', awayTold: true });
    expect(answer.line?.mark).toMatchObject({ awayTold: true });
  });
});
