/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from 'vitest';
import { Programme } from '../../src/domain/programme/programme.ts';
import { findProgramme, isBuiltIn, programmes } from '../../src/programmes/index.ts';
import { builtInTopics } from '../../src/programmes/lists/topics.ts';

const files = import.meta.glob<Record<string, Programme>>('../../src/programmes/*.ts', { eager: true });
const packFiles = Object.entries(files).filter(([path]) => !path.endsWith('/index.ts'));

function rule(id: string, name: string) {
  return programmes.find((pack) => pack.id === id)?.rules.find((each) => each.rule === name);
}

describe('the folder of packs', () => {
  it('registers every file in the index, under the name of the file', () => {
    const names = packFiles.map(([path]) => path.split('/').at(-1)?.replace('.ts', '')).sort();
    expect(programmes.map((pack) => pack.id).sort()).toEqual(names);
    for (const [, module] of packFiles) expect(programmes).toContain(Object.values(module)[0]);
  });

  it('gives every pack its own id, name and short name', () => {
    for (const key of ['id', 'name', 'short'] as const) {
      expect(new Set(programmes.map((pack) => pack[key])).size).toBe(5);
    }
  });

  it('finds a built-in pack, and a custom one', () => {
    const custom = { ...programmes[0]!, id: 'mine' };
    expect(findProgramme([custom], 'mine')).toBe(custom);
    expect(findProgramme([], 'cpd-mentoring')?.short).toBe('CPD mentoring');
    expect(findProgramme([], 'mine')).toBeUndefined();
    expect([isBuiltIn('cpd-mentoring'), isBuiltIn('mine')]).toEqual([true, false]);
  });

  it('never lets a custom pack stand in for a built-in one', () => {
    const impostor = { ...programmes[0]!, id: 'umms-peer-mentoring', rules: [] };
    expect(findProgramme([impostor], 'umms-peer-mentoring')?.rules).not.toEqual([]);
  });
});

describe.each(programmes.map((pack) => [pack.id, pack] as const))('%s', (_id, pack) => {
  const clauses = [
    ...pack.rules.map((each) => each.clause),
    ...pack.events.map((each) => each.clause),
    ...[pack.period.clause, pack.duties.clause].filter((clause) => clause !== undefined),
  ];

  it('keeps to the shape of a programme, with nothing beside it', () => {
    expect(Programme.parse(pack)).toEqual(pack);
  });

  it('names each rule and each event at most once', () => {
    for (const ids of [pack.rules.map((each) => each.rule), pack.events.map((each) => each.id)]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('cites its own document in short sentences of our own', () => {
    for (const clause of clauses) {
      expect(clause.document).toBe(pack.document.title);
      expect(clause.section).not.toBe('');
      expect(clause.says).toMatch(/^[A-Z].{15,298}\.$/);
    }
  });

  it('speaks in its rules of events it has, and of every event that is owed', () => {
    const ids = new Set(pack.events.map((event) => event.id));
    for (const each of pack.rules) for (const event of each.events ?? []) expect(ids).toContain(event);
    const spoken = new Set(pack.rules.flatMap((each) => each.events ?? []));
    const owed = pack.events.filter((event) => event.kind !== 'session').map((event) => event.id);
    for (const event of owed) expect(spoken).toContain(event);
  });

  it('ships no address that the documents misprint, and only secure links', () => {
    const shipped = JSON.stringify(pack);
    expect(shipped).not.toMatch(/clampsImp|Imp\.utoronto/i);
    for (const each of [...pack.contacts, ...pack.resources]) {
      if (each.link) expect(new URL(each.link).protocol).toBe('https:');
    }
  });

  it('offers the 24 built-in topics in five groups', () => {
    expect(pack.topics).toBe(builtInTopics);
    expect(pack.topics).toHaveLength(5);
    expect(pack.topics.map((group) => group.items.length)).toEqual([5, 4, 3, 5, 7]);
  });

  it('has a role for the mentor and the mentee, and a name that fits a small surface', () => {
    const roles = pack.roles.map((each) => each.role);
    expect(roles).toEqual(expect.arrayContaining(['mentor', 'mentee']));
    expect(pack.structure.coMentors).toBe(roles.includes('co-mentor'));
    expect(pack.short.length).toBeLessThanOrEqual(20);
    expect(pack.words.length).toBeGreaterThan(0);
  });
});

describe('the figures of the documents', () => {
  it.each([
    ['umms-peer-mentoring', 'reply-email', { hours: 48 }],
    ['umms-peer-mentoring', 'reply-text', { hours: 24 }],
    ['umms-peer-mentoring', 'monthly-contact', { contacts: 1 }],
    ['umms-peer-mentoring', 'semester-meeting', { meetings: 1 }],
    ['lmp-peer-to-peer', 'yearly-meetings', { meetings: 2, meetingsUpTo: 3 }],
    ['cpd-mentoring', 'hours-or-meetings', { hours: 3, meetings: 3, months: 6 }],
    ['temerty-peer-mentorship', 'away-message', { moreThanDays: 3 }],
    ['temerty-peer-mentorship', 'reply-email', {}],
  ])('%s %s', (id, name, figures) => {
    expect(rule(id, name)?.figures).toEqual(figures);
  });

  it.each([
    ['umms-peer-mentoring', 'reply-email', 'must', 'mentor'],
    ['umms-peer-mentoring', 'away-tell-co-mentor', 'must', 'mentor'],
    ['umms-peer-mentoring', 'away-tell-mentees', 'suggested', 'mentor'],
    ['lmp-peer-to-peer', 'yearly-meetings', 'suggested', 'both'],
    ['lmp-peer-to-peer', 'agenda-ready', 'expected', 'mentee'],
    ['cpd-mentoring', 'log-complete', 'must', 'both'],
    ['temerty-peer-mentorship', 'reply-email', 'expected', 'mentor'],
  ])('%s %s is a %s of the %s', (id, name, strength, duty) => {
    expect(rule(id, name)).toMatchObject({ strength, duty });
  });

  it('lets the mentee begin in the laboratory programme and the mentor keep in touch at the medical school', () => {
    const duties = Object.fromEntries(programmes.map((pack) => [pack.id, pack.duties]));
    expect(duties['lmp-peer-to-peer']).toMatchObject({ firstWord: 'mentee', scheduling: 'mentee', agenda: 'mentee' });
    expect(duties['cpd-mentoring']).toMatchObject({ scheduling: 'mentee', agenda: 'mentee' });
    expect(duties['umms-peer-mentoring']).toMatchObject({ keepingInTouch: 'mentor' });
  });

  it('knows the dates the documents give, and no others', () => {
    const lmp = findProgramme([], 'lmp-peer-to-peer')!;
    expect(lmp.period).toMatchObject({ start: '02-01', end: '12-31', mayContinue: true });
    const when = (pack: Programme) => pack.events.filter((event) => event.when).map((event) => [event.id, event.when]);
    expect(when(lmp)).toEqual([
      ['launch', { month: 3 }],
      ['feedback-may', { month: 5 }],
      ['feedback-december', { month: 12 }],
      ['survey', { point: 'end' }],
    ]);
    expect(when(findProgramme([], 'temerty-peer-mentorship')!)).toEqual([
      ['evaluation-midway', { point: 'midway' }],
      ['evaluation-final', { point: 'end' }],
    ]);
    expect(when(findProgramme([], 'umms-peer-mentoring')!)).toEqual([]);
    for (const pack of programmes) if (pack !== lmp) expect(pack.period.start).toBeUndefined();
  });

  it('makes one event mandatory: the launch', () => {
    const mandatory = programmes.flatMap((pack) => pack.events.filter((event) => event.mandatory));
    expect(mandatory.map((event) => event.id)).toEqual(['launch']);
  });

  it('asks for every part of a signed record', () => {
    expect(rule('cpd-mentoring', 'log-complete')?.fields).toEqual(
      expect.arrayContaining(['mentor-name', 'mentee-name', 'mentor-signature', 'mentee-signature', 'date', 'topics']),
    );
  });

  it('offers five sample questions and four to wrap up with', () => {
    const speed = findProgramme([], 'speed-peer-mentoring')!;
    expect([speed.questions.length, speed.reflections?.length]).toEqual([5, 4]);
  });
});
