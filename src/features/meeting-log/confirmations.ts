// Confirming by reply (USERS N13): a prepared mail carries the entry's fingerprint in its subject, and the other's own
// answer in that thread stands for it. Bodies are never read, so the answer is shown to be checked, and can be refused.
import type { Ledger } from '../../domain/ledger.ts';
import { type ChainFacts, digestToSign, fingerprint } from '../../domain/meeting/chain.ts';
import type { Meeting, Refusal, Signature } from '../../domain/meeting/meeting.ts';
import type { Message } from '../../domain/thread/message.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import type { Change } from '../../ledger/ledger.ts';
import { addSignatures } from './sign-entry.ts';

/** What a subject carries: `[WM 7F3A-91C2]`. */
export const composeTag = (digest: string): string => `[WM ${fingerprint(digest)}]`;

export function parseTag(subject: string): string | null {
  return /\[WM ([0-9A-F]{4}-[0-9A-F]{4})\]/i.exec(subject)?.[1]?.toUpperCase() ?? null;
}

/** A machine answers within this many seconds; a person reads first. */
const MACHINE_SECONDS = 60;

type Facts = ChainFacts & Pick<Ledger, 'people' | 'relationships' | 'refusals' | 'corrections'>;

const composeRefusalId = (message: string) => `no-confirmation ${message}`;

/** Remembers that a message is no confirmation, where what was refused is remembered. */
export function composeNoConfirmation(message: string, at: string): Refusal {
  return { id: composeRefusalId(message), at, shown: 'A reply that is no confirmation' };
}

/**
 * The signatures that an open thread brings; `messages` are those of the thread, the new ones among them. To be planned
 * and stored in turn.
 */
export async function planConfirmations(
  subject: string,
  messages: readonly Message[],
  facts: Facts,
): Promise<Change[]> {
  const tag = parseTag(subject);
  if (tag === null) return [];
  const answers = findAnswers(messages, facts);
  if (answers.length === 0) return [];
  const found = await Promise.all(facts.meetings.map((meeting) => confirm(meeting, tag, answers, facts)));
  const heads = new Map<string, string>();
  const changes: Change[] = [];
  for (const { meeting, fresh } of found.filter((each) => each.fresh.length > 0)) {
    const { relationship } = meeting;
    const put = await addSignatures(facts, meeting, fresh, heads.get(relationship));
    heads.set(relationship, put.signatures.at(-1)!.seal!.digest);
    changes.push({ list: 'meetings', put });
  }
  return changes;
}

interface Answer {
  by: string;
  message: Message;
}

interface Confirmed {
  meeting: Meeting;
  fresh: Signature[];
}

async function confirm(meeting: Meeting, tag: string, answers: Answer[], facts: Facts): Promise<Confirmed> {
  const none = { meeting, fresh: [] };
  const relationship = facts.relationships.find(({ id }) => id === meeting.relationship);
  const people = new Set([...(relationship?.mentors ?? []), ...(relationship?.mentees ?? [])]);
  const theirs = answers.filter(({ by }) => people.has(by) && by !== relationship?.me);
  if (theirs.length === 0 || meeting.outcome === 'planned') return none;
  const digest = await digestToSign(meeting, facts.amendments);
  if (fingerprint(digest) !== tag) return none;
  const signed = new Set(meeting.signatures.filter((each) => each.digest === digest).map(({ by }) => by));
  const fresh = theirs.flatMap(({ by, message }): Signature[] => {
    if (signed.has(by)) return [];
    signed.add(by);
    return [{ by, how: 'reply', at: message.sentAt, digest, message: message.id }];
  });
  return { meeting, fresh };
}

/** Personal messages that follow one of the owner's own, later than a machine would answer, each by whom it is. */
function findAnswers(messages: readonly Message[], facts: Facts): Answer[] {
  const mine = new Set(facts.relationships.map(({ me }) => me));
  const byEmail = new Map(facts.people.flatMap(({ id, emails }) => emails.map((email) => [email, id] as const)));
  const refused = new Set(facts.refusals.map(({ id }) => id));
  const notPersonal = new Set(
    facts.corrections.filter(({ kind }) => kind && kind !== 'personal').map((each) => each.message),
  );
  const ordered = [...messages].sort((a, b) => compareInstants(a.sentAt, b.sentAt));
  let asked: string | null = null;
  const answers: Answer[] = [];
  for (const message of ordered) {
    const by = byEmail.get(message.from.email);
    const isTaken = !refused.has(composeRefusalId(message.id)) && !notPersonal.has(message.id);
    if (by === undefined || message.kind !== 'personal') continue;
    if (mine.has(by)) asked = message.sentAt;
    else if (asked !== null && isTaken && secondsBetween(asked, message.sentAt) > MACHINE_SECONDS)
      answers.push({ by, message });
  }
  return answers;
}

const secondsBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000;
