// What a page is told about what it shows: a mark for each of its rows, the line above its thread, and a question.
import { makeWasTold } from '../../domain/away/now.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Message } from '../../domain/thread/message.ts';
import { compareInstants, earliest } from '../../domain/time/instants.ts';
import type { Derived } from '../../domain/verdict/derive.ts';
import type { Sight, SightMarks, ThreadLine } from './contract.ts';
import { readRoster } from './intake/roster.ts';
import { markTold } from './mark-told.ts';
import { findUnmarked, markThreads, type ThreadMark } from './marks.ts';

/** What is known: the ledger without messages, the messages of the threads in sight, and what follows from them. */
interface Known {
  small: Ledger;
  messages: readonly Message[];
  derived: readonly Derived[];
}

export function answerSight(sight: Sight, { small, messages, derived }: Known, now: string): SightMarks {
  const note = noteOf(sight, small);
  const settings = settingsOf(small);
  if (note === 'unknown-owner')
    return { ...settings, rows: sight.rows.map(() => null), line: null, suspect: null, note };
  const marks = markThreads(derived);
  const open = sight.thread?.threadId ?? '';
  const thread = marks.get(open) ?? findUnmarked(derived, open, messages, small);
  const wasTold = makeWasTold(small);
  const told = (found: ThreadMark) =>
    markTold(found.mark, { relationship: found.relationship, menteeId: found.state.mentee }, wasTold, now);
  const next = earliest(derived.map((row) => row.next));
  return {
    ...settings,
    rows: sight.rows.map((row) => {
      const found = marks.get(row.threadId ?? '');
      return found ? told(found) : null;
    }),
    line: thread ? lineOf({ ...thread, mark: told(thread) }, small, now) : null,
    suspect: suspectOf(sight, small),
    ...(next && { next }),
    ...(note && { note }),
  };
}

function settingsOf({ settings: [settings] }: Ledger): Pick<SightMarks, 'zone' | 'dateOrder'> {
  if (!settings) return {};
  return { zone: settings.zone, ...(settings.dateOrder && { dateOrder: settings.dateOrder }) };
}

/** An account that is none of the mentor's: a page of it is told nothing. */
export function isStrangeAccount(owner: string | null, small: Ledger): boolean {
  const { mine } = readRoster(small);
  return owner !== null && mine.size > 0 && !mine.has(owner);
}

function noteOf(sight: Sight, small: Ledger): SightMarks['note'] {
  if (sight.unreadable) return 'blind';
  if (isStrangeAccount(sight.owner, small)) return 'unknown-owner';
  const unnamed = sight.rows.filter((row) => row.senders.every((sender) => !sender.email.includes('@')));
  return sight.rows.length > 0 && unnamed.length === sight.rows.length ? 'names-only' : undefined;
}

function lineOf(thread: ThreadMark, small: Ledger, now: string): ThreadLine {
  const { mark, relationship, state, verdict, key } = thread;
  const mentee = small.people.find((person) => person.id === state.mentee);
  const undo = lastDone(thread, small, now);
  return {
    mark,
    mentee: mentee?.name || mentee?.emails[0] || '',
    relationship,
    menteeId: state.mentee,
    ...(verdict && { clause: verdict.clause }),
    ...(state.via && { via: state.via }),
    ...(state.lastByMentee && { message: state.lastByMentee }),
    ...(key && { key }),
    ...(undo && { undo }),
  };
}

/** The newest thing a person said about this thread's waiting message. */
function lastDone({ state, key }: ThreadMark, small: Ledger, now: string): ThreadLine['undo'] {
  const answer = small.contacts.findLast((contact) => contact.answers === state.lastByMentee && contact.answers);
  if (answer) return { list: 'contacts', id: answer.id };
  const correction = small.corrections.findLast((each) => each.message === state.lastByMentee);
  if (correction) return { list: 'corrections', id: correction.id };
  const reminder = small.reminders.find((each) => each.id === key);
  const ahead = reminder?.snoozedUntil && compareInstants(reminder.snoozedUntil, now) > 0;
  return ahead ? { list: 'reminders', id: reminder.id } : undefined;
}

function suspectOf(sight: Sight, small: Ledger): SightMarks['suspect'] {
  const inSight = new Set(
    (sight.thread?.messages ?? []).flatMap(({ from, to, cc }) =>
      [from, ...to, ...cc].map((each) => each?.email.toLowerCase()),
    ),
  );
  const suspect = small.suspects.find((each) => each.about === 'mentee' && !each.decision && inSight.has(each.id));
  if (!suspect) return null;
  return { email: suspect.id, ...(suspect.name && { name: suspect.name }), reason: reasonWords(suspect) };
}

export function reasonWords({ reason, because }: Pick<Ledger['suspects'][number], 'reason' | 'because'>): string {
  switch (reason) {
    case 'introduced':
      return `introduced by ${because}`;
    case 'same-domain':
      return `writes from ${because}, as your mentees do`;
    case 'programme-words':
      return `the subject names “${because}”`;
    case 'same-name':
      return `has the name of ${because}, from an address you have not listed`;
    case 'new-account':
      return 'this account is open here';
  }
}
