// One relationship as its rules see it: threads in order, sides by mentee, what was said afterwards. Built once from
// the ledger's lists; facts that lie ahead of `now` are left out until their time comes.
import { findProgramme } from '../../programmes/index.ts';
import type { Ledger } from '../ledger.ts';
import type { Meeting, ProgrammeEvent } from '../meeting/meeting.ts';
import type { Person } from '../people/person.ts';
import type { Relationship } from '../people/relationship.ts';
import type { Programme } from '../programme/programme.ts';
import { makeClosings } from '../thread/closings.ts';
import type { Contact } from '../thread/contact.ts';
import type { Glimpse, Message } from '../thread/message.ts';
import { inOrder, type Said, type Sides } from '../thread/wait.ts';
import { addMinutes, compareInstants, makeAddHours } from '../time/instants.ts';
import { makeBounds } from '../time/windows.ts';
import { type Coverage, mailboxesOf, readCoverage } from './coverage.ts';
import { readEntries } from './entries.ts';

/** A mail server's clock and this machine's may differ by so much; what is dated later is not yet a fact. */
const CLOCK_SKEW_MINUTES = 5;

/** The whole ledger, indexed once for any number of relationships. */
export interface LedgerIndex {
  ledger: Ledger;
  now: string;
  horizon: string;
  people: Map<string, Person>;
  /** Threads by the address of each mentee; one may stand there twice. */
  threadsOf: Map<string, string[]>;
  threads: Map<string, Message[]>;
  glimpses: Map<string, Glimpse[]>;
  contacts: Map<string, Contact[]>;
  /** Entries of each relationship, as amended; those held count once they have ended. */
  meetings: Map<string, Meeting[]>;
  /** Amended entries as they were signed, by id. */
  signed: Map<string, Meeting>;
  /** Dates of the programme that were typed or ticked, by relationship. */
  dates: Map<string, ProgrammeEvent[]>;
  said: Said;
  coverage: Coverage;
  /** `makeAddHours` for these hours, shared by all relationships. */
  dueAfter(hours: number): (since: string) => string;
  /** `startOf` and `endOf` of a date in a zone, each looked up once. */
  startOf(date: string, zone: string): string;
  endOf(date: string, zone: string): string;
  /** When the next fact that lies ahead becomes one. */
  ahead: string[];
  /** When entries that are dated ahead will have ended. */
  endings: string[];
}

export interface ThreadView {
  id: string;
  messages: readonly Message[];
  glimpse?: Glimpse;
}

export interface MenteeView {
  id: string;
  emails: ReadonlySet<string>;
  sides: Sides;
  /** Threads in which the mentee takes part, messages in order. */
  threads: ThreadView[];
  contacts: Contact[];
  meetings: Meeting[];
  /** Newer messages seen in lists, of threads whose rows name this mentee. */
  glimpses: Glimpse[];
  /** Mailboxes in which mail with this mentee was seen. */
  mailboxes: ReadonlySet<string>;
}

export interface RelationshipView {
  relationship: Relationship;
  programme: Programme;
  index: LedgerIndex;
  mentees: MenteeView[];
}

export function indexLedger(ledger: Ledger, now: string): LedgerIndex {
  const horizon = addMinutes(now, CLOCK_SKEW_MINUTES);
  const adders = new Map<number, (since: string) => string>();
  const entries = readEntries(ledger, now);
  const index: LedgerIndex = {
    ledger,
    now,
    horizon,
    people: new Map((ledger.people ?? []).map((person) => [person.id, person])),
    threadsOf: new Map(),
    threads: new Map(),
    glimpses: group(ledger.glimpses ?? [], (glimpse) => glimpse.threadId),
    contacts: new Map(),
    meetings: group(entries.current, (meeting) => meeting.relationship),
    signed: entries.signed,
    dates: group(ledger.programmeEvents ?? [], (event) => event.relationship),
    said: { answered: new Map(), dismissed: new Set() },
    coverage: readCoverage(ledger.sources ?? []),
    dueAfter: (hours) => {
      const known = adders.get(hours) ?? makeAddHours(hours);
      adders.set(hours, known);
      return known;
    },
    ...makeBounds(),
    ahead: [],
    endings: entries.ends,
  };
  const corrected = indexSaid(index);
  const decide = makeClosings(ledger.settings?.[0]?.closings, index.people);
  const mentees = new Set((ledger.relationships ?? []).flatMap((each) => each.mentees));
  for (const email of emailsOf(index, mentees)) index.threadsOf.set(email, []);
  for (const each of ledger.messages ?? []) {
    const message = decide ? decide(each) : each;
    if (compareInstants(message.sentAt, horizon) > 0) index.ahead.push(message.sentAt);
    else if (corrected.size === 0) addMessage(index, message);
    else addMessage(index, corrected.get(message.id)?.(message) ?? message);
  }
  return index;
}

function lower(email: string): string {
  return email.toLowerCase();
}

function group<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const at = key(item);
    const list = groups.get(at);
    if (list) list.push(item);
    else groups.set(at, [item]);
  }
  return groups;
}

function addMessage(index: LedgerIndex, message: Message): void {
  const { threadId, from, to, cc } = message;
  const thread = index.threads.get(threadId);
  if (thread) thread.push(message);
  else index.threads.set(threadId, [message]);
  noteThread(index, threadId, from.email);
  for (let at = 0; at < to.length; at += 1) noteThread(index, threadId, to[at]!.email);
  for (let at = 0; at < cc.length; at += 1) noteThread(index, threadId, cc[at]!.email);
}

function noteThread(index: LedgerIndex, thread: string, email: string): void {
  const threads = index.threadsOf.get(email);
  if (threads && threads[threads.length - 1] !== thread) threads.push(thread);
}

/** Fills in what people said, and gives the changes it makes to single messages. */
function indexSaid(index: LedgerIndex): Map<string, (message: Message) => Message> {
  const changes = new Map<string, (message: Message) => Message>();
  const answered = index.said.answered as Map<string, { at: string; by: string }>;
  for (const contact of index.ledger.contacts ?? []) {
    if (compareInstants(contact.at, index.horizon) > 0) {
      index.ahead.push(contact.at);
      continue;
    }
    const list = index.contacts.get(contact.relationship);
    if (list) list.push(contact);
    else index.contacts.set(contact.relationship, [contact]);
    if (contact.made && contact.answers) {
      const known = answered.get(contact.answers);
      if (!known || compareInstants(contact.at, known.at) < 0) {
        answered.set(contact.answers, { at: contact.at, by: contact.id });
      }
    }
  }
  const corrections = [...(index.ledger.corrections ?? [])].sort((a, b) => compareInstants(a.at, b.at));
  for (const { message: id, asks, kind } of corrections) {
    const dismissed = index.said.dismissed as Set<string>;
    if (asks === false) dismissed.add(id);
    else if (asks === true) dismissed.delete(id);
    const before = changes.get(id);
    changes.set(id, (message) => ({
      ...(before?.(message) ?? message),
      ...(asks === undefined ? {} : { asks }),
      ...(kind === undefined ? {} : { kind }),
    }));
  }
  return changes;
}

/** Null when the relationship or its programme is not known. */
export function viewRelationship(index: LedgerIndex, id: string): RelationshipView | null {
  const relationship = (index.ledger.relationships ?? []).find((each) => each.id === id);
  const programme = relationship && findProgramme(index.ledger.programmes ?? [], relationship.programme);
  if (!relationship || !programme) return null;
  const mentees = relationship.mentees.filter((mentee) => mentee !== relationship.me || relationship.role === 'mentee');
  return { relationship, programme, index, mentees: mentees.map((mentee) => viewMentee(index, relationship, mentee)) };
}

function emailsOf(index: LedgerIndex, ids: Iterable<string>): Set<string> {
  const emails = new Set<string>();
  for (const id of ids) for (const email of index.people.get(id)?.emails ?? []) emails.add(lower(email));
  return emails;
}

function viewMentee(index: LedgerIndex, relationship: Relationship, id: string): MenteeView {
  const emails = emailsOf(index, [id]);
  const mentors = emailsOf(index, mentorsFor(relationship, id));
  const others = emailsOf(index, [
    ...(relationship.faculty ?? []),
    ...(relationship.coordinator ?? []),
    ...relationship.mentees,
  ]);
  const ids = new Set<string>();
  for (const email of emails) for (const thread of index.threadsOf.get(email) ?? []) ids.add(thread);
  const threads = [...ids].map((thread) => viewThread(index, thread));
  return {
    id,
    emails,
    sides: { mentors, mentees: emails, others },
    threads,
    contacts: (index.contacts.get(relationship.id) ?? []).filter((contact) => contact.with.includes(id)),
    meetings: (index.meetings.get(relationship.id) ?? []).filter((meeting) => meeting.attendees.includes(id)),
    glimpses: (index.ledger.glimpses ?? []).filter(({ people }) => people.some((email) => emails.has(email))),
    mailboxes: mailboxesOf(threads),
  };
}

/** The mentor's side of one mentee: in a reciprocal pair nobody is their own mentor. */
export function mentorsFor(relationship: Relationship, mentee: string): string[] {
  const mine = relationship.role === 'mentor' ? [relationship.me] : [];
  return [...new Set([...relationship.mentors, ...mine])].filter((mentor) => mentor !== mentee);
}

function viewThread(index: LedgerIndex, id: string): ThreadView {
  const messages = inOrder(index.threads.get(id) ?? []);
  const glimpses = index.glimpses.get(id);
  const glimpse = glimpses && newestUnread(glimpses, messages);
  return glimpse ? { id, messages, glimpse } : { id, messages };
}

/** The newest glimpse of a message that was not read, unless a newer one was. */
function newestUnread(glimpses: readonly Glimpse[], messages: readonly Message[]): Glimpse | undefined {
  const newest = messages.at(-1)?.sentAt;
  const read = new Set(messages.map((message) => message.id));
  return glimpses
    .filter((each) => !read.has(each.id) && (!newest || compareInstants(each.at, newest) > 0))
    .sort((a, b) => compareInstants(b.at, a.at))[0];
}
