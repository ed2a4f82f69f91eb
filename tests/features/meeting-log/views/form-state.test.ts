import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../../src/domain/meeting/meeting.ts';
import { settleLevels } from '../../../../src/features/meeting-log/topics.ts';
import { composeAmendChange } from '../../../../src/features/meeting-log/views/amend-change.ts';
import { composeEntry, findProblems, readForm } from '../../../../src/features/meeting-log/views/form-state.ts';
import { isNameOf } from '../../../../src/features/meeting-log/views/name-match.ts';
import { entry, now, pair } from '../world.ts';

const setting = { ledger: pair(), now, zone: 'Europe/Berlin' };
const again = (draft: Meeting, change = {}) => composeEntry({ ...readForm(draft, setting), ...change }, draft, setting);

const full = entry('m1', {
  event: 'e1',
  series: 's1',
  eventPrint: { start: now, end: now, title: 'x', status: 'confirmed' },
  plannedStart: '2026-03-04T17:00:00Z',
  plannedMinutes: 60,
  preparationMinutes: 15,
  minutes: 47,
  topics: ['a', 'b', 'c'],
  topicLevels: [0, 1, 2],
  homework: ['Read'],
  modality: 'video',
  sessionType: 'drop-in',
  goals: ['g'],
  sharedNote: 'ours',
  privateNote: 'mine',
  enteredAt: now,
  enteredFrom: 'calendar',
});

describe('the form of an entry', () => {
  it.each<[string, Meeting]>([
    ['a full one', full],
    ['a bare one', entry('m1')],
    ['one to the second', entry('m1', { start: '2026-03-04T17:00:30Z' })],
    ['a counted one', entry('m1', { countOnly: true })],
    ['a cancelled one', entry('m1', { outcome: 'cancelled', minutes: 0, cancelledBy: 'jun', noticeHours: 20 })],
    ['a planned one ahead', entry('m1', { outcome: 'planned', start: '2026-04-01T16:00:00Z' })],
  ])('that nobody touched gives %s back as it was', (_, draft) => {
    expect(again(draft)).toEqual(draft);
  });

  it('makes a planned entry whose time has come a held one', () => {
    expect(again(entry('m1', { outcome: 'planned' })).outcome).toBe('held');
  });

  it.each([
    ['that is ahead: planned', '2026-03-20T18:00', 'planned', '2026-03-20T17:00:00Z'],
    ['that has been: held', '2026-03-06T18:00', 'held', '2026-03-06T17:00:00Z'],
  ])('moves a meeting to a time %s', (_, start, outcome, instant) => {
    const moved = again(full, { outcome: 'moved', start });
    expect(moved).toMatchObject({ outcome, start: instant, plannedStart: '2026-03-04T17:00:00Z' });
  });

  it('takes along what was typed and not added yet', () => {
    const made = again(entry('m1'), { topicText: ' Exams ', homeworkText: 'Read' });
    expect([made.topics, made.homework]).toEqual([['Exams'], ['Read']]);
  });

  it('keeps neither time nor topics’ credit of a cancelled meeting, and who cancelled when', () => {
    const made = again(full, { outcome: 'cancelled', cancelledBy: 'jun', notice: '20,5' });
    expect(made).toMatchObject({ outcome: 'cancelled', minutes: 0, cancelledBy: 'jun', noticeHours: 20.5 });
  });

  it('lets a mentee who keeps the log attend', () => {
    const ledger = pair();
    ledger.relationships[0] = { ...ledger.relationships[0]!, role: 'mentee', me: 'jun', mentors: ['me'] };
    const draft = entry('m1', { attendees: ['me'] });
    const own = { ...setting, ledger };
    expect(composeEntry(readForm(draft, own), draft, own).attendees).toEqual(['jun', 'me']);
  });

  it.each([
    ['no date', { start: '' }, 'start'],
    ['a held meeting that is ahead', { start: '2026-03-20T18:00' }, 'start'],
    ['no minutes', { minutes: '' }, 'minutes'],
    ['zero minutes', { minutes: '0' }, 'minutes'],
    ['words for minutes', { minutes: 'an hour' }, 'minutes'],
    ['two days of minutes', { minutes: '2880' }, 'minutes'],
    ['preparation in words', { preparation: 'x' }, 'preparation'],
    ['negative notice', { outcome: 'cancelled', notice: '-1' }, 'notice'],
    ['nobody', { attendees: [] }, 'attendees'],
  ])('says what is wrong with %s', (_, change, field) => {
    const state = { ...readForm(full, setting), ...change } as ReturnType<typeof readForm>;
    expect(Object.keys(findProblems(state, setting))).toEqual([field]);
  });

  it('nests topics at most one level under the one before, and never deeper than two', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 9 }), { maxLength: 8 }), (levels) => {
        const settled = settleLevels(levels.map((level) => ({ text: 'x', level }))).map(({ level }) => level);
        expect(settled.every((level, at) => level >= 0 && level <= 2 && level <= (settled[at - 1] ?? -1) + 1)).toBe(
          true,
        );
      }),
    );
  });
});

describe('amending', () => {
  it('holds only what differs', () => {
    expect(composeAmendChange(full, { ...full, minutes: 50, topics: ['a', 'b'], topicLevels: [0, 1] })).toEqual({
      minutes: 50,
      topics: ['a', 'b'],
      topicLevels: [0, 1],
    });
    expect(composeAmendChange(full, full)).toEqual({});
  });

  it('says what was taken out', () => {
    const { preparationMinutes: _, sharedNote: _note, ...less } = full;
    expect(composeAmendChange(full, less)).toEqual({ preparationMinutes: 0, sharedNote: '' });
  });
});

describe('a typed name', () => {
  it.each([
    ['Jun Li', 'Jun Li'],
    ['jun li', 'Jun Li'],
    ['Tomas Herrera', 'Tomás García Herrera'],
    ['T. Herrera', 'Tomás Herrera'],
    ['王伟', '王伟'],
    ['محمد', 'محمد بن عبد الله'],
  ])('%s stands for %s', (typed, name) => expect(isNameOf(typed, name)).toBe(true));

  it.each([
    ['', 'Jun Li'],
    ['  ', 'Jun Li'],
    ['J', 'Jun Li'],
    ['Ana', 'Jun Li'],
    ['Jun Ortega', 'Jun Li'],
    ['García', 'Tomás García Herrera'],
  ])('%s does not stand for %s', (typed, name) => expect(isNameOf(typed, name)).toBe(false));
});
