import { describe, expect, it } from 'vitest';
import { type Ledger, type ListName, ledgerSchemas } from '../../src/domain/ledger.ts';
import { judge } from '../../src/domain/verdict/judge.ts';
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
