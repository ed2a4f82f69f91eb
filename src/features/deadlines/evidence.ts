// What stands behind an item: the messages, contacts and meetings that decide it, and those beside them that do not count.
// Judged again from the relationship's slice, where it is shown.
import type { Ledger } from '../../domain/ledger.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Contact, Correction } from '../../domain/thread/contact.ts';
import type { Glimpse, Message } from '../../domain/thread/message.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import { endOf, startOf } from '../../domain/time/windows.ts';
import { derive } from '../../domain/verdict/derive.ts';
import { judgeRelationship } from '../../domain/verdict/judge.ts';
import { verdictKey } from '../../domain/verdict/key.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import type { OverviewItem } from './overview.ts';

export interface MessageExhibit {
  what: 'message';
  id: string;
  at: string;
  message: Message;
  by: 'mentee' | 'mentor' | 'other';
  /** What a person said about it, the oldest first. */
  said: Correction[];
}

export type Exhibit =
  | MessageExhibit
  | { what: 'contact'; id: string; at: string; contact: Contact }
  | { what: 'meeting'; id: string; at: string; meeting: Meeting }
  | { what: 'glimpse'; id: string; at: string; glimpse: Glimpse };

export interface Evidence {
  /** In order of time. */
  decide: Exhibit[];
  /** Of the same thread or month, and not counted: kept where a mistake can be put right. The newest first. */
  beside: Exhibit[];
}

/** So many that do not count are shown; who looks for an older one finds it in the mailbox. */
const MOST_BESIDE = 12;

export type EvidenceOf = Pick<OverviewItem, 'key' | 'relationship' | 'menteeId' | 'thread'>;

export function composeEvidence(slice: Ledger, item: EvidenceOf, now: string): Evidence {
  const verdict = judgeRelationship(slice, item.relationship, now).verdicts.find(
    (each) => verdictKey(each) === item.key,
  );
  const ids = new Set(verdict?.evidence ?? decidingTurn(slice, item, now));
  const show = makeShow(slice, item);
  const decide = [
    ...slice.messages.filter(({ id }) => ids.has(id)).map(show),
    ...slice.contacts.filter(({ id }) => ids.has(id)).map(showContact),
    ...slice.meetings.filter(({ id }) => ids.has(id)).map(showMeeting),
    ...slice.glimpses.filter(({ id }) => ids.has(id)).map(showGlimpse),
  ];
  const beside = slice.messages
    .filter((message) => !ids.has(message.id) && isBeside(message, slice, item, verdict))
    .map(show)
    .toSorted((a, b) => compareInstants(b.at, a.at));
  return { decide: decide.toSorted((a, b) => compareInstants(a.at, b.at)), beside: beside.slice(0, MOST_BESIDE) };
}

/** What a message counts as: the word of a person before what was read of it. */
export function countsAs({ message, said }: MessageExhibit): Pick<Message, 'kind' | 'asks'> {
  const kind = said.findLast((each) => each.kind !== undefined)?.kind ?? message.kind;
  const asks = said.findLast((each) => each.asks !== undefined)?.asks ?? message.asks;
  return { kind, ...(asks !== undefined && { asks }) };
}

/** A turn without a limit rests on the message that asked first, and on what was written since. */
function decidingTurn(slice: Ledger, { relationship, menteeId, thread }: EvidenceOf, now: string): string[] {
  const state = derive(slice, relationship, now).threads.find(
    (each) => each.thread === thread && each.mentee === menteeId,
  );
  if (!state) return [];
  const { messageId, since } = state.turn;
  const last = state.lastByMentee && !messageId ? [state.lastByMentee] : [];
  const later = slice.messages
    .filter((each) => each.threadId === thread && since !== undefined && compareInstants(each.sentAt, since) >= 0)
    .map(makeShow(slice, { relationship, menteeId }));
  return [...(messageId ? [messageId] : last), ...later.filter(isCounted).map(({ id }) => id)];
}

function isCounted(exhibit: MessageExhibit): boolean {
  const { kind, asks } = countsAs(exhibit);
  return kind === 'personal' && asks !== false;
}

function isBeside(message: Message, slice: Ledger, item: EvidenceOf, verdict: Verdict | undefined): boolean {
  if (item.thread) return message.threadId === item.thread;
  const window = verdict?.subject.window;
  const zone = slice.relationships.find(({ id }) => id === item.relationship)?.zone ?? 'UTC';
  if (!window || !isWith(message, slice, item)) return false;
  const [from, to] = [startOf(window.from, zone), endOf(window.to, zone)];
  return compareInstants(message.sentAt, from) >= 0 && compareInstants(message.sentAt, to) < 0;
}

function emailsOf(slice: Ledger, ids: readonly string[]): Set<string> {
  const people = slice.people.filter(({ id }) => ids.includes(id));
  return new Set(people.flatMap(({ emails }) => emails.map((email) => email.toLowerCase())));
}

function isWith({ from, to, cc }: Message, slice: Ledger, { menteeId }: EvidenceOf): boolean {
  const emails = emailsOf(slice, [menteeId]);
  return [from, ...to, ...cc].some(({ email }) => emails.has(email));
}

function makeShow(
  slice: Ledger,
  { relationship, menteeId }: Pick<EvidenceOf, 'relationship' | 'menteeId'>,
): (message: Message) => MessageExhibit {
  const found = slice.relationships.find(({ id }) => id === relationship);
  const mentors = emailsOf(slice, found ? [found.me, ...found.mentors] : []);
  const mentee = emailsOf(slice, [menteeId]);
  return (message) => {
    const { email } = message.from;
    const said = slice.corrections
      .filter((each) => each.message === message.id)
      .toSorted((a, b) => compareInstants(a.at, b.at));
    const by = mentee.has(email) ? 'mentee' : mentors.has(email) ? 'mentor' : 'other';
    return { what: 'message', id: message.id, at: message.sentAt, message, by, said };
  };
}

const showContact = (contact: Contact): Exhibit => ({ what: 'contact', id: contact.id, at: contact.at, contact });
const showMeeting = (meeting: Meeting): Exhibit => ({ what: 'meeting', id: meeting.id, at: meeting.start, meeting });
const showGlimpse = (glimpse: Glimpse): Exhibit => ({ what: 'glimpse', id: glimpse.id, at: glimpse.at, glimpse });
