import { describe, expect, it } from 'vitest';
import { type Ledger, type ListName, ledgerSchemas } from '../../src/domain/ledger.ts';
import { verifyChain } from '../../src/domain/meeting/chain.ts';
import type { CalendarEvent } from '../../src/domain/meeting/meeting.ts';
import { suggestMeetings } from '../../src/domain/meeting/suggest.ts';
import { judge } from '../../src/domain/verdict/judge.ts';
import { googleEventId, googleInstanceId, googleUid, graphEventId } from './semester/calendar/ids.ts';
import { manyEvents } from './semester/calendar/many.ts';
import { spread } from './semester/calendar/occurrences.ts';
import type { Instance } from './semester/calendar/types.ts';
import { ledgerBackup, pageIds } from './semester/ledger.ts';
import { semester } from './semester.ts';

const made = semester();
const backup = ledgerBackup(made);
const owed = (ledger: Ledger, rule: string) =>
  judge(ledger, made.now).filter((verdict) => verdict.rule === rule && ['open', 'late'].includes(verdict.state));

describe('the semester to look at', () => {
  it('is the same for the same instant, about 600 messages in three accounts, all before it', () => {
    expect(semester()).toEqual(made);
    expect(made.messages.length).toBeGreaterThan(500);
    expect(made.messages.length).toBeLessThan(800);
    expect(new Set(made.messages.map((message) => message.account)).size).toBe(3);
    expect(made.messages.every((message) => message.sentAt < made.now)).toBe(true);
  });

  it('has every kind of mail, and ids that carry their time', () => {
    expect(new Set(made.messages.map((message) => message.kind))).toEqual(
      new Set(['personal', 'auto-reply', 'bulk', 'calendar', 'bounce']),
    );
    for (const { id, sentAt } of made.messages)
      expect(Math.floor(Number(BigInt(`0x${id}`) >> 20n) / 1000)).toBe(Math.floor(Date.parse(sentAt) / 1000));
    expect(new Set(made.messages.map((message) => `${message.account} ${message.id}`)).size).toBe(made.messages.length);
  });

  it('gives a ledger in which every record is as its schema says', () => {
    for (const list of Object.keys(ledgerSchemas) as ListName[]) {
      for (const record of backup[list]) expect(ledgerSchemas[list].safeParse(record)).toMatchObject({ success: true });
    }
  });

  it('tells of at least 12 of the 14 mentees for sure before any mailbox is opened', () => {
    const doubted = judge(backup, made.now).filter(
      (verdict) => verdict.state === 'cannot-tell' && verdict.subject.relationship === 'r-cohort',
    );
    expect(new Set(doubted.map((verdict) => verdict.subject.mentee)).size).toBeLessThanOrEqual(2);
  });

  it('with all mail read owes what the morning owes, of which at most one needs no answer', () => {
    const known = new Set(backup.people.flatMap((person) => person.emails));
    const seen = new Set(backup.messages.map((message) => message.id));
    const unseen = made.messages
      .filter((message) => !seen.has(pageIds(message).id))
      .filter((message) => [message.from, ...message.to].some((each) => known.has(each.email)))
      .map(({ asks: _, ...message }) => ({ ...message, ...pageIds(message) }));
    const messages = [...backup.messages, ...unseen];
    const replies = owed({ ...backup, messages }, 'reply-email');
    const closing = new Set(
      made.messages.filter((message) => message.asks === false).map((message) => pageIds(message).id),
    );
    expect(replies.filter((verdict) => verdict.state === 'late').map((verdict) => verdict.subject.mentee)).toEqual([
      'p-amina',
    ]);
    expect(replies.length).toBeGreaterThan(3);
    expect(replies.filter((verdict) => closing.has(verdict.evidence[0]!)).length).toBeLessThanOrEqual(1);
  });
});

/** An occurrence as a reader of the vendor's API would put it into the ledger. */
function toRecord({ event, original, ...instance }: Instance): CalendarEvent {
  const isGoogle = event.vendor === 'google';
  const whole = { event, ...(original ? { original } : {}) };
  return {
    id: isGoogle ? googleInstanceId(whole) : graphEventId(whole),
    uid: googleUid(event),
    calendar: event.calendar,
    title: instance.title,
    start: instance.start,
    end: instance.end,
    allDay: event.allDay,
    busy: event.busy,
    status: instance.cancelled ? 'cancelled' : event.status,
    myResponse: instance.response,
    organizer: event.organizer,
    attendees: event.guests.map(({ name, email }) => ({ ...(name ? { name } : {}), email })),
    kind: event.kind === 'working-location' ? 'default' : event.kind,
    ...(original ? { series: isGoogle ? googleEventId(event) : graphEventId({ event }), originalStart: original } : {}),
  };
}

describe('the calendars of the semester', () => {
  const year = (): Instance[] =>
    made.calendars.events.flatMap((event) => spread(event, '2025-09-01T00:00:00Z', '2026-09-01T00:00:00Z'));

  it('hold a year in two accounts: series with moved, cancelled and added occurrences, and every kind of event', () => {
    const all = year();
    expect(all.length).toBeGreaterThan(150);
    expect(new Set(all.map(({ event }) => event.kind)).size).toBe(4);
    expect(new Set(all.map(({ response }) => response))).toContain('declined');
    expect(all.filter(({ differs }) => differs)).toHaveLength(2);
    expect(all.filter(({ cancelled }) => cancelled).length).toBeGreaterThan(3);
    expect(Math.max(...all.map(({ event }) => event.guests.length))).toBe(80);
    expect(new Set(all.filter(({ event }) => event.key === 'audit').map(({ event }) => event.vendor)).size).toBe(2);
  });

  it('leave three meetings of the past week to log, and nothing else', () => {
    const suggested = suggestMeetings(year().map(toRecord), backup, made.now);
    expect(suggested.map(({ event, code }) => [event.title, code]).toSorted()).toEqual([
      ['CPD with Victor', 'series'],
      ['Coffee with Amina', 'attendee'],
      ['Grace Adeyemi', 'title'],
    ]);
  });

  it('agree with the log, whose signatures hold and which owes nothing', async () => {
    expect(backup.meetings.length).toBeGreaterThan(35);
    expect(backup.meetings.filter(({ signatures }) => signatures.length === 2).length).toBeGreaterThan(12);
    const events = new Set(year().map((each) => toRecord(each).id));
    expect(backup.meetings.filter(({ event }) => !events.has(event!))).toEqual([]);
    expect(await verifyChain(backup)).toEqual([]);
    for (const rule of ['semester-meeting', 'hours-or-meetings', 'log-complete'])
      expect(owed(backup, rule), rule).toEqual([]);
  });

  it('come as many as a test wants', () => {
    const many = manyEvents({ count: 10_000, now: made.now });
    expect(new Set(many.map(({ key }) => key)).size).toBe(10_000);
    expect(many.every(({ start, end }) => start < end)).toBe(true);
    expect(many.at(-1)!.start > made.now && many[0]!.start < made.now).toBe(true);
  });
});
