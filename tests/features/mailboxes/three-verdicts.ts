// What the rules say of the semester's mail, by nothing that depends on who told it.
import type { Ledger } from '../../../src/domain/ledger.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import type { Verdict } from '../../../src/domain/verdict/verdict.ts';
import { planWanted } from '../../../src/features/mailboxes/wanted.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import { ledgerBackup, semester as makeSemester } from '../../standin/semester.ts';
import { messageIdOf } from './three-tellers.ts';

export const semester = makeSemester();
const backup = ledgerBackup(semester);
export const told = semester.messages.filter(({ account }) => account !== 'club');
export const facts: Ledger = { ...backup, messages: [], sources: [], glimpses: [] };
export const wanted = planWanted(facts.people, facts.relationships, semester.now);

/** A whole number of messages, each by its id in the semester, wherever it was told. */
export const semesterId = new Map(
  told.flatMap((message) => [message.id, `api ${message.id}`, messageIdOf(message)].map((id) => [id, message.id])),
);

export async function start(): Promise<MemoryLedger> {
  const ledger = new MemoryLedger();
  await ledger.replaceAll(facts);
  return ledger;
}

/** What the rules about mail say, by nothing that depends on who told it. */
export async function verdictsOf(ledger: MemoryLedger) {
  const all = await ledger.readAll();
  const threads = Map.groupBy(all.messages, ({ threadId }) => threadId);
  const threadOf = (id: string | undefined) =>
    id && (threads.get(id) ?? []).map((message) => semesterId.get(message.id) ?? message.id).sort()[0];
  const verdicts = judge(all, semester.now).filter(({ rule }) => rule === 'reply-email' || rule === 'monthly-contact');
  const plain = ({ doubt: _doubt, asOf: _asOf, clause: _clause, evidence, subject, ...rest }: Verdict) => ({
    ...rest,
    subject: { ...subject, ...(subject.thread && { thread: threadOf(subject.thread)! }) },
    evidence: evidence.map((id) => semesterId.get(id) ?? id).sort(),
  });
  return new Map(verdicts.map(plain).map((verdict) => [keyOf(verdict), verdict]));
}

type Key = { rule: string; subject: Partial<Verdict['subject']>; since?: string | undefined };

function keyOf({ rule, subject, since }: Key): string {
  return [rule, subject.relationship, subject.mentee, subject.thread, subject.window?.from ?? since].join(' ');
}
