// Calls about mail and its deadlines. A page script says what its page shows and is told only about that.
import * as z from 'zod/mini';
import type { Clause } from '../../domain/programme/programme.ts';
import { Email, Id, Instant, Zone } from '../../domain/record.ts';
import { Channel } from '../../domain/thread/contact.ts';
import type { MessageKind } from '../../domain/thread/message.ts';
import { call } from '../../messages/contract.ts';
import type { Mark } from './mark.ts';

const ReadAddress = z.object({ name: z.optional(z.string()), email: z.string().check(z.maxLength(320)) });

export const SightRow = z.object({
  threadId: z.optional(z.string()),
  lastMessageId: z.optional(z.string()),
  lastAt: z.optional(Instant),
  firstAt: z.optional(Instant),
  senders: z.array(z.extend(ReadAddress, { unread: z.optional(z.boolean()) })),
  subject: z.string(),
  unread: z.boolean(),
  count: z.optional(z.number()),
});

export const SightThread = z.object({
  threadId: z.optional(z.string()),
  subject: z.optional(z.string()),
  messages: z.array(
    z.object({
      id: z.optional(z.string()),
      sentAt: z.optional(Instant),
      from: z.nullable(ReadAddress),
      to: z.array(ReadAddress),
      cc: z.array(ReadAddress),
      collapsed: z.boolean(),
      /** Judged where the text is at hand; absent when unsure. */
      asks: z.optional(z.boolean()),
      /** Why, as a code of `AsksReason`. */
      asksReason: z.optional(z.string().check(z.maxLength(20))),
    }),
  ),
  /** True when words of a programme stand in the subject or text (only when the worker gave words to look for). */
  words: z.optional(z.array(z.string())),
});

/** All that one scan of a mail page saw. */
export const Sight = z.object({
  /** Source name: `gmail-page`, `outlook-page`. */
  source: z.string(),
  owner: z.nullable(Email),
  at: Instant,
  zone: Zone,
  view: z.object({
    list: z.enum(['inbox', 'sent', 'all', 'search', 'other', 'none']),
    /** Addresses of a search that Waymark offered. */
    searchedFor: z.optional(z.array(Email)),
    complete: z.boolean(),
  }),
  rows: z.array(SightRow),
  thread: z.nullable(SightThread),
  /** True when the page yields rows or a thread that the reader cannot read. */
  unreadable: z.boolean(),
  disagreements: z.record(z.string(), z.number()),
});
export type Sight = z.infer<typeof Sight>;

/** What the line above an open thread says and which records its buttons speak of. */
export interface ThreadLine {
  mark: Mark;
  /** Name of the mentee whose thread it is: the page shows it already. */
  mentee: string;
  clause?: Clause;
  relationship: string;
  menteeId: string;
  /** The mentoring platform through which it came, and where it is answered. */
  via?: string;
  /** The mentee's message that waits, when it is the mentor's turn. */
  message?: string;
  /** Key of the verdict, for "Remind me later". */
  key?: string;
  /** The last thing done on this thread that can be undone. */
  undo?: Undo;
}

/** What stands behind the line, in words but for its times, which the page says in its own. */
export interface ThreadWhy {
  /** In order of time. */
  decide: WhyEntry[];
  /** Messages of the same thread that do not count, the newest first. */
  beside: WhyEntry[];
  /** What stands above those: how many there are. */
  title: string;
}

/** One message, contact, meeting or glimpse. */
export interface WhyEntry {
  /** Who wrote it, or what it is where nobody wrote. */
  who: string;
  at: string;
  /** Of a message: its kind and why that kind, whether it asks and why, where it was seen; in sentences. */
  says: string;
  /** What a person said about it, the oldest first. */
  said: { words: string; undo: Undo }[];
  /** Of a message: what else it may be said to be. `label` says whose it is. */
  correct?: {
    message: string;
    label: string;
    offers: { words: string; as: { kind: MessageKind } | { asks: boolean } }[];
  };
}

/** Takes back one fact: the list it stands in and its id. */
export interface Undo {
  list: 'contacts' | 'corrections' | 'reminders' | 'suspects';
  id: string;
}

export interface SightMarks {
  /** One for each row of the sight, null where the row is none of ours. */
  rows: (Mark | null)[];
  line: ThreadLine | null;
  /** A sender of the open thread who may be a mentee, asked once. */
  suspect: { email: string; name?: string; reason: string } | null;
  /** Instant at which some of this changes by itself. */
  next?: string;
  /** The order of day and month in the page's dates, where the mentor set it. */
  dateOrder?: 'day-first' | 'month-first' | 'year-first';
  /** The mentor's zone, for the times that our parts say. */
  zone?: string;
  /** Why this page's rows carry no chips, when that needs saying: a code. */
  note?: 'names-only' | 'unknown-owner' | 'blind';
}

export const deadlines = {
  /** A page script tells what its page shows; acknowledged after the facts are stored. */
  'page.saw': call(['page'], Sight).returns<SightMarks>(),
  /**
   * What decides the line above the open thread: asked when a person opens it. `source` and `owner` are the page's, and
   * nothing is told of a thread that was never seen there.
   */
  'thread.why': call(
    ['page'],
    z.object({ source: z.string(), owner: z.nullable(Email), thread: Id }),
  ).returns<ThreadWhy>(),
  /** "Answered elsewhere": settles a waiting message or contact. */
  'reply.answeredElsewhere': call(
    ['page', 'popup', 'dashboard'],
    z.object({ relationship: Id, mentee: Id, answers: Id, channel: Channel, at: Instant }),
  ).returns<Undo>(),
  'reply.notNeeded': call(['page', 'popup', 'dashboard'], z.object({ message: Id })).returns<Undo>(),
  /** The other way: it was judged to need no answer, and it does. */
  'reply.needed': call(['page', 'popup', 'dashboard'], z.object({ message: Id })).returns<Undo>(),
  'reply.remindLater': call(['page', 'popup', 'dashboard'], z.object({ key: Id, until: Instant })).returns<Undo>(),
  /** A text, call or talk, made or attempted, by the mentor (out) or the mentee (in). */
  'contact.log': call(
    ['popup', 'dashboard'],
    z.object({
      relationship: Id,
      with: z.array(Id),
      channel: Channel,
      direction: z.enum(['in', 'out']),
      made: z.boolean(),
      at: Instant,
      answers: z.optional(Id),
    }),
  ).returns<Undo>(),
  'suspect.decide': call(
    ['page', 'popup', 'dashboard'],
    z.object({ email: Email, decision: z.enum(['yes', 'no', 'shown']) }),
  ).returns<Undo>(),
  'fact.undo': call(
    ['page', 'popup', 'dashboard'],
    z.object({ list: z.enum(['contacts', 'corrections', 'reminders', 'suspects']), id: Id }),
  ).returns<null>(),
  /** Everything is put off until an instant; null ends it. */
  'remind.snoozeAll': call(['popup', 'dashboard'], z.object({ until: z.nullable(Instant) })).returns<null>(),
};
