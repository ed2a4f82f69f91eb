import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { Meeting } from '../../../src/domain/meeting/meeting.ts';
import { suggestMeetings } from '../../../src/domain/meeting/suggest.ts';
import { Relationship } from '../../../src/domain/people/relationship.ts';
import type { Programme } from '../../../src/domain/programme/programme.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import { meetingLogHandlers } from '../../../src/features/meeting-log/worker.ts';
import { findSpeedRelationships } from '../../../src/features/speed-session/find-partner.ts';
import { planEntries, type SpeedPlan } from '../../../src/features/speed-session/plan-entries.ts';
import { parseSession } from '../../../src/features/speed-session/session.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import { cpdMentoring } from '../../../src/programmes/cpd-mentoring.ts';
import { speedPeerMentoring } from '../../../src/programmes/speed-peer-mentoring.ts';
import { home, now, other, speedLedger, talkedOver } from './world.ts';

const plan = (session = talkedOver(), facts = speedLedger()) => planEntries(session, facts, now)!;

/** As the worker leaves the ledger. */
async function save(facts: Ledger, ...plans: SpeedPlan[]): Promise<Ledger> {
  const ledger = new MemoryLedger();
  await ledger.replaceAll(facts);
  const handlers = meetingLogHandlers({ open: async () => ledger, now: () => now });
  for (const { people, relationships, meetings } of plans) {
    await ledger.apply([
      ...people.map((put) => ({ list: 'people' as const, put })),
      ...relationships.map((put) => ({ list: 'relationships' as const, put })),
    ]);
    for (const meeting of meetings)
      await handlers['meeting.save']({ meeting, reviewed: [] }, { caller: 'dashboard', request: meeting.id });
  }
  return ledger.readAll();
}

describe('the entries of a speed session', () => {
  it('are one for each role, each under the relationship of that role, at the times that were', () => {
    const { meetings, relationships, people } = plan(talkedOver(), speedLedger({ relationships: [home, other] }));
    expect([people, relationships]).toEqual([[], []]);
    expect(meetings).toMatchObject([
      {
        id: 'speed 1 mentor',
        relationship: 'speed',
        start: '2026-03-09T08:30:00Z',
        minutes: 10,
        attendees: ['jun'],
        sessionType: 'Speed session, as mentor',
      },
      {
        id: 'speed 1 mentee',
        relationship: 'other',
        start: '2026-03-09T08:42:00Z',
        minutes: 7,
        attendees: ['me', 'jun'],
        sessionType: 'Speed session, as mentee',
      },
    ]);
    for (const meeting of meetings) expect(Meeting.parse(meeting)).toEqual(meeting);
  });

  it('make the other side of the pair where there is none yet, and never a second', async () => {
    const first = plan();
    expect(first.relationships).toMatchObject([
      { role: 'mentee', mentors: ['jun'], mentees: ['me'], start: '2026-03-09', programme: 'speed-peer-mentoring' },
    ]);
    for (const each of first.relationships) expect(Relationship.parse(each)).toEqual(each);
    const stored = await save(speedLedger(), first);
    expect(plan(talkedOver({ id: 'speed 2' }), stored).relationships).toEqual([]);
    expect(findSpeedRelationships(stored).map(({ id }) => id)).toEqual(['speed']);
  });

  it('are the other way round where one keeps the log as a mentee', () => {
    const { meetings, relationships } = plan(
      talkedOver({ relationship: 'other' }),
      speedLedger({ relationships: [other] }),
    );
    expect(relationships).toMatchObject([{ role: 'mentor', mentors: ['me'], mentees: ['jun'] }]);
    expect(meetings.map(({ relationship }) => relationship)).toEqual([relationships[0]!.id, 'other']);
  });

  it('take in somebody new by name, and know who is there already, whatever the marks', () => {
    const typed = plan(talkedOver({ partner: '', name: ' Łukasz Żółć ' }));
    expect(typed.people).toEqual([{ id: 'speed 1 person', name: 'Łukasz Żółć', emails: [] }]);
    expect(typed.relationships[0]).toMatchObject({ id: 'speed', mentees: ['jun', 'speed 1 person'] });
    const known = plan(talkedOver({ partner: '', name: 'ana alvarez' }));
    expect(known.people).toEqual([]);
    expect(known.relationships[0]).toMatchObject({ mentees: ['jun', 'ana'] });
    expect(known.made.before).toEqual(home);
  });

  it('hold the list and the answers where their reader was chosen to find them', () => {
    const { meetings } = plan(
      talkedOver({
        lines: [
          { kind: 'question', text: 'Apply this year?' },
          { kind: 'goal', text: 'A first paper' },
        ],
        linesFor: 'ours',
        asked: [[], ['What is my next step?']],
        answers: [
          { text: 'Easier than I thought', reader: 'mine' },
          { text: 'Shorter', reader: 'ours' },
        ],
      }),
    );
    const [mentor, mentee] = meetings;
    expect(mentor?.privateNote).toBe('How was it to be both mentor and mentee?\nEasier than I thought');
    expect(mentor?.sharedNote).toBe('How does it differ from other mentoring?\nShorter');
    expect(mentee?.sharedNote).toContain('1. Question: Apply this year?\n2. Goal: A first paper');
    expect(mentee?.privateNote).toBeUndefined();
    expect([mentor?.topics, mentee?.topics]).toEqual([[], ['What is my next step?']]);
  });

  it.each([
    ['nobody was chosen', talkedOver({ partner: '', name: ' ' })],
    ['a half is still to come', talkedOver({ halves: talkedOver().halves.slice(0, 1) })],
    ['what was typed are no minutes', talkedOver({ minutesTyped: ['ten', null] })],
  ])('are none where %s', (_, session) => {
    expect(planEntries(session, speedLedger(), now)).toBeNull();
  });

  it('saved again after a failure, or with a corrected answer, are the same two', async () => {
    const first = plan();
    const again = plan(talkedOver({ answers: [{ text: 'Good', reader: 'mine' }] }));
    const stored = await save(speedLedger(), { ...first, meetings: first.meetings.slice(0, 1) }, again, again);
    expect(stored.meetings.map(({ id }) => id).sort()).toEqual(['speed 1 mentee', 'speed 1 mentor']);
    expect(stored.relationships).toHaveLength(2);
    expect(stored.meetings.find(({ id }) => id === 'speed 1 mentor')?.privateNote).toContain('Good');
  });

  it('count each half once against a rule: one meeting of ten minutes for the mentee, one of seven for oneself', async () => {
    const asks = cpdMentoring.rules.find(({ rule }) => rule === 'hours-or-meetings')!;
    const strict: Programme = {
      ...speedPeerMentoring,
      id: 'strict',
      rules: [{ ...asks, figures: { ...asks.figures, meetings: 2, hours: 17 / 60 } }],
    };
    const relationships = [{ ...home, programme: 'strict' }];
    const facts = speedLedger({ relationships, programmes: [strict] });
    const stored = await save(facts, plan(talkedOver(), facts));
    const verdicts = judge(stored, now).filter(({ rule }) => rule === 'hours-or-meetings');
    expect(verdicts.map(({ subject, state, evidence }) => [subject.mentee, state, evidence])).toEqual([
      ['jun', 'open', ['speed 1 mentor']],
      ['me', 'open', ['speed 1 mentee']],
    ]);
  });

  it('leave nothing to log of the calendar event it was in', async () => {
    const event = {
      id: 'event',
      calendar: 'primary',
      title: 'Speed session',
      start: '2026-03-09T08:30:00Z',
      end: '2026-03-09T08:55:00Z',
      allDay: false,
      status: 'confirmed' as const,
      myResponse: 'accepted' as const,
      attendees: [{ email: 'jun@example.edu' }],
      kind: 'default' as const,
    };
    expect(suggestMeetings([event], speedLedger(), now)).toHaveLength(1);
    expect(suggestMeetings([event], await save(speedLedger(), plan()), now)).toEqual([]);
  });
});

describe('a session that was kept', () => {
  const text = JSON.stringify(talkedOver());
  it.each([
    ['as it was', text, 'speed', talkedOver()],
    ['not under another relationship', text, 'other', null],
    ['not where it is cut', text.slice(0, 40), 'speed', null],
    ['not where a figure is beyond its bounds', text.replace('"minutes":10', '"minutes":1e9'), 'speed', null],
    ['not where there is none', null, 'speed', null],
  ])('is read %s', (_, kept, relationship, found) => {
    expect(parseSession(kept, relationship)).toEqual(found);
  });
});
