import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { Meeting, ProgrammeEvent } from '../../../src/domain/meeting/meeting.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { derive } from '../../../src/domain/verdict/derive.ts';
import { composeOverview } from '../../../src/features/deadlines/compose-overview.ts';
import type { Links } from '../../../src/features/deadlines/links.ts';
import type { OverviewItem } from '../../../src/features/deadlines/overview.ts';
import { composeDayOf } from '../../../src/features/deadlines/rule-item-words.ts';
import { findRest } from '../../../src/features/deadlines/views/actions.ts';
import { findOwed } from '../../../src/features/reminders/owed.ts';
import { contact, covered, held, ledger, message, relationship } from '../../domain/build.ts';

const links: Links = {
  name: (source) => source,
  thread: () => null,
  search: () => '',
  compose: () => '',
  usual: { source: 'gmail-page' },
};
const day = (date: string) => composeDayOf(date);
const terms = [{ name: 'Spring semester', start: '2026-01-05', end: '2026-05-01' }];
const cohort = relationship({ terms });
const cpd = relationship({ programme: 'cpd-mentoring', mentees: ['ana'], start: '2026-01-12' });
const lmp = relationship({ programme: 'lmp-peer-to-peer', mentees: ['ana'], start: '2026-02-01' });

function overview(facts: Partial<Ledger>, now: string) {
  const settings = [{ ...defaultSettings('America/Toronto'), welcomed: true }];
  // Everybody was in touch, so that only meetings and dates are listed.
  const contacts = [0, 1, 2, 3, 4, 5, 6].map((month) =>
    contact({ direction: 'out', with: ['ana', 'ben'], at: `2026-0${month + 1}-02T12:00:00Z` }),
  );
  const whole = ledger({ settings, contacts, sources: [covered('2025-12-01T00:00:00Z', now)], ...facts });
  return composeOverview(
    whole,
    whole.relationships.map((each) => derive(whole, each.id, now)),
    now,
    links,
  );
}
const rows = (facts: Partial<Ledger>, now: string): OverviewItem[] =>
  overview(facts, now).items.filter(
    ({ rule }) => !['reply-email', 'reply-text', 'monthly-contact', 'turn', 'first-word'].includes(rule),
  );
const said = (items: OverviewItem[]) =>
  items.map(({ section, mentee, title, detail }) => [section, mentee, title, detail]);

describe('meetings within a window', () => {
  it('are no matter of a Monday long before the window ends', () => {
    expect(rows({ relationships: [cohort, { ...cpd, id: 'r2' }] }, '2026-03-09T12:40:00Z')).toEqual([]);
  });

  it('are one line for all mentees when it does', () => {
    const meetings = [held({ attendees: ['ben'] })];
    expect(said(rows({ relationships: [cohort] }, '2026-04-11T12:00:00Z'))).toEqual([
      ['coming', 'UMMS peers', 'All 2 mentees still to meet in Spring semester', `Until ${day('2026-05-01')}`],
    ]);
    const [item] = rows({ relationships: [cohort], meetings }, '2026-05-01T12:00:00Z');
    expect(said([item!])).toEqual([
      ['due-today', 'UMMS peers', '1 of 2 mentees still to meet in Spring semester', `Until ${day('2026-05-01')}`],
    ]);
    expect(item).toMatchObject({
      mark: { state: 'open', due: '2026-05-02T04:00:00Z' },
      action: { kind: 'open-dashboard', place: 'log/cohort' },
      clause: { says: expect.stringContaining('semester') },
    });
    expect(rows({ relationships: [cohort], meetings }, '2026-05-02T04:00:00Z')).toEqual([]);
  });

  it('say of one mentee what there is and what there has to be', () => {
    const meetings = [held({ minutes: 90 })];
    expect(said(rows({ relationships: [cpd] }, '2026-06-25T12:00:00Z'))).toEqual([
      ['coming', 'Ana Alvarez', 'No meeting yet', `Until ${day('2026-07-11')}`],
    ]);
    expect(said(rows({ relationships: [cpd], meetings }, '2026-06-25T12:00:00Z')).slice(0, 1)).toEqual([
      ['coming', 'Ana Alvarez', '1 of 3 meetings, 1.5 h of 3 h', `Until ${day('2026-07-11')}`],
    ]);
  });

  it('are never pressed for where the programme only suggests them', () => {
    expect(
      rows({ relationships: [lmp] }, '2026-12-20T12:00:00Z').filter(({ rule }) => rule === 'yearly-meetings'),
    ).toEqual([]);
  });

  it('offer to set the semester dates, in one line, while the relationship lasts', () => {
    expect(rows({ relationships: [relationship()] }, '2026-03-09T12:00:00Z')).toMatchObject([
      { section: 'cannot-tell', mentee: 'UMMS peers', title: 'Set the semester dates', action: { kind: 'set-terms' } },
    ]);
    expect(rows({ relationships: [relationship({ end: '2026-03-08' })] }, '2026-03-09T12:00:00Z')).toEqual([]);
  });

  it('come into sight by themselves', () => {
    const before = overview({ relationships: [cohort] }, '2026-04-10T12:00:00Z');
    expect(before.items).toEqual([]);
    expect(before.next).toBe('2026-04-11T04:00:00Z');
  });

  it('do not stand in the way of what they have nothing to do with', () => {
    const facts = { relationships: [cohort], messages: [message('me', '2026-04-08T10:00:00Z')] };
    expect(overview(facts, '2026-04-12T12:00:00Z').items.map(({ rule }) => rule)).toEqual(['semester-meeting', 'turn']);
  });
});

describe('entries to complete', () => {
  const sign = (by: string) => ({ by, how: 'typed' as const, at: '2026-02-11T12:00:00Z', digest: '00' });
  const entry = (more: Partial<Meeting>) => held({ topics: ['Exams'], ...more });

  it('are one line, without a deadline, that says what is missing', () => {
    const meetings = [entry({ signatures: [sign('me')] }), entry({ signatures: [] })];
    const items = rows({ relationships: [cpd], meetings }, '2026-03-09T12:00:00Z');
    expect(said(items)).toEqual([
      ['coming', 'Ana Alvarez', '2 entries to sign', 'Missing: signature of the mentee, signature of the mentor'],
    ]);
    expect(items[0]).toMatchObject({ mark: { state: 'open' }, action: { kind: 'open-dashboard', place: 'log' } });
    expect(findOwed({ items })).toEqual([]);
    expect(findRest(items[0]!).map(({ kind }) => kind)).toContain('why');
  });

  it('say so where more than signatures is missing, and stand behind what has a deadline', () => {
    const meetings = [entry({ topics: [], signatures: [sign('me'), sign('ana')] })];
    const items = rows({ relationships: [cpd], meetings }, '2026-06-25T12:00:00Z');
    expect(items.map(({ title }) => title)).toEqual(['1 of 3 meetings, 1 h of 3 h', '1 entry to complete']);
  });

  it('are none once all is there', () => {
    const meetings = [entry({ signatures: [sign('me'), sign('ana')] })];
    expect(rows({ relationships: [cpd], meetings }, '2026-03-09T12:00:00Z')).toEqual([]);
  });
});

describe('dates of the programme', () => {
  const record = (event: string, at: string, more: Partial<ProgrammeEvent> = {}): ProgrammeEvent => ({
    id: `${event} ${at}`,
    relationship: 'r1',
    event,
    at,
    done: false,
    ...more,
  });
  const dates = (now: string, programmeEvents: ProgrammeEvent[] = [], relationships = [lmp]) =>
    rows({ relationships, programmeEvents }, now);

  it('come into sight two weeks before, and go once they are ticked or over', () => {
    expect(dates('2026-02-14T12:00:00Z')).toEqual([]);
    expect(said(dates('2026-02-16T12:00:00Z'))).toEqual([
      ['coming', 'LMP peer-to-peer', 'Launch event', `Mandatory, until ${day('2026-03-31')}`],
    ]);
    expect(said(dates('2026-03-31T12:00:00Z'))).toEqual([
      ['due-today', 'LMP peer-to-peer', 'Launch event', `Mandatory, until ${day('2026-03-31')}`],
    ]);
    expect(dates('2026-04-01T04:00:00Z')).toEqual([]);
    expect(dates('2026-03-15T12:00:00Z', [record('launch', '2026-03-12', { done: true })])).toEqual([]);
  });

  it('say the day that was typed, under the key that the verdict has', () => {
    const launch = [record('launch', '2026-03-12')];
    const [item] = dates('2026-03-05T12:00:00Z', launch);
    expect(said([item!])).toEqual([
      ['coming', 'LMP peer-to-peer', 'Launch event', `Mandatory, on ${day('2026-03-12')}`],
    ]);
    expect(item).toMatchObject({
      mark: { due: '2026-03-13T04:00:00Z' },
      action: { kind: 'open-dashboard', place: 'programmes' },
    });
    expect(item!.key).toContain('programme-event/r1');
    expect(findOwed({ items: [item!] })).toHaveLength(1);
  });

  it('hold what was typed under a name of its own, with its mentee', () => {
    const poster = record('x', '2026-02-12', { name: 'Poster day', mentee: 'ana' });
    expect(said(dates('2026-02-10T12:00:00Z', [poster]))).toEqual([
      ['coming', 'Ana Alvarez', 'Poster day', `On ${day('2026-02-12')}`],
    ]);
  });

  it('are those of one’s own duty', () => {
    const mentee = {
      ...lmp,
      programme: 'temerty-peer-mentorship',
      role: 'mentee' as const,
      me: 'ana',
      start: '2026-01-01',
    };
    const training = [record('training', '2026-02-12')];
    expect(dates('2026-02-10T12:00:00Z', training, [mentee])).toEqual([]);
    expect(dates('2026-02-10T12:00:00Z', training, [{ ...mentee, role: 'mentor', me: 'me' }])).toHaveLength(1);
  });
});
