// One relationship's part of the overview: which verdicts and turns become a row, and the one action that settles each.
import type { Ledger } from '../../domain/ledger.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import type { Derived, Mailbox, MenteeState } from '../../domain/verdict/derive.ts';
import { verdictKey } from '../../domain/verdict/key.ts';
import type { Doubt, Verdict } from '../../domain/verdict/verdict.ts';
import { findProgramme } from '../../programmes/index.ts';
import type { Links } from './links.ts';
import { markVerdict } from './marks.ts';
import type { Action, OverviewItem, Section } from './overview.ts';
import { describeDay, describeTime } from './words.ts';

export interface Setting {
  now: string;
  /** When the reader's day is over. */
  endOfDay: string;
  zone: string;
  links: Links;
}

/** A mail of the mentor's that got no answer is shown as waiting for so many days, then it is let go. */
const WAITING_DAYS = 30;

export function itemsOf(small: Ledger, row: Derived, setting: Setting): OverviewItem[] {
  const relationship = small.relationships.find((each) => each.id === row.relationship);
  if (!relationship) return [];
  const context = { small, row, setting, relationship };
  const replies = row.verdicts
    .filter((verdict) => verdict.rule !== 'monthly-contact')
    .flatMap((verdict) => replyItem(context, verdict));
  const owed = new Set(replies.map((item) => item.menteeId));
  const months = monthItems(context, owed);
  return [...replies, ...months, ...turnItems(context, new Set([...owed, ...months.map((item) => item.menteeId)]))];
}

interface Context {
  small: Ledger;
  row: Derived;
  setting: Setting;
  relationship: Relationship;
}

function sectionOf(verdict: Verdict, { setting }: Context): Section | null {
  if (verdict.state === 'late' || verdict.state === 'cannot-tell') return verdict.state;
  if (verdict.state !== 'open') return null;
  return verdict.due && compareInstants(verdict.due, setting.endOfDay) <= 0 ? 'due-today' : 'coming';
}

function person(context: Context, id: string) {
  return context.small.people.find((each) => each.id === id);
}

function mailbox(context: Context, mentee: MenteeState | undefined): Mailbox {
  return mentee?.mailbox ?? context.setting.links.usual;
}

function base(context: Context, mentee: string) {
  const { relationship, small } = context;
  const who = person(context, mentee);
  const programme = findProgramme(small.programmes, relationship.programme);
  return {
    relationship: relationship.id,
    programme: programme?.short ?? relationship.programme,
    menteeId: mentee,
    mentee: who?.name || who?.emails[0] || 'Someone',
  };
}

function replyItem(context: Context, verdict: Verdict): OverviewItem[] {
  const section = sectionOf(verdict, context);
  const { mentee, thread } = verdict.subject;
  if (!section || !mentee) return [];
  const state = context.row.threads.find((each) => each.thread === thread && each.mentee === mentee);
  const message = state?.lastByMentee ?? verdict.evidence[0];
  const action: Action = thread
    ? openThread(context, thread, state?.mailbox, mentee)
    : { kind: 'log-answer', answers: verdict.evidence.at(-1) ?? '' };
  const { now, zone } = context.setting;
  const title = thread ? state?.subject || 'No subject' : textTitle(context, verdict);
  return [
    {
      ...base(context, mentee),
      key: verdictKey(verdict),
      section,
      rule: verdict.rule,
      title,
      detail: verdict.doubt
        ? doubtDetail(verdict.doubt, context)
        : `Since ${describeTime(verdict.since ?? now, now, zone)}`,
      mark: markVerdict(verdict),
      clause: verdict.clause,
      ...(thread && { thread }),
      ...(message && { message }),
      action,
    },
  ];
}

function textTitle(context: Context, verdict: Verdict): string {
  const contact = context.small.contacts.find((each) => each.id === verdict.evidence[0]);
  const { now, zone } = context.setting;
  const what = contact?.channel === 'call' ? 'Missed call' : 'Text message';
  return `${what}, ${describeTime(verdict.since ?? now, now, zone)}`;
}

function openThread(context: Context, thread: string, at: Mailbox | undefined, mentee: string): Action {
  const url = context.setting.links.thread(at ?? context.setting.links.usual, thread);
  return url ? { kind: 'open-thread', url } : search(context, mentee);
}

function search(context: Context, mentee: string): Action {
  const state = context.row.mentees.find((each) => each.mentee === mentee);
  return {
    kind: 'search',
    url: context.setting.links.search(mailbox(context, state), person(context, mentee)?.emails ?? []),
  };
}

function doubtDetail(doubt: Doubt, { setting: { now, zone, links } }: Context): string {
  switch (doubt.code) {
    case 'not-covered':
      return `Mail of ${monthName(doubt.window.from)} was not all seen`;
    case 'blind':
      return `Not reading ${links.name(doubt.source)} since ${describeTime(doubt.since, now, zone)}`;
    case 'newer-message':
      return `A message of ${describeTime(doubt.at, now, zone)} was not opened here`;
    case 'no-terms':
      return 'Set the semester dates';
  }
}

function monthName(date: string): string {
  return Temporal.PlainDate.from(date).toLocaleString(undefined, { month: 'long' });
}

/** One row for each mentee: this month if it is owed, else the newest month that nobody can tell about. */
function monthItems(context: Context, owed: ReadonlySet<string>): OverviewItem[] {
  return context.row.mentees.flatMap((state) => {
    if (owed.has(state.mentee)) return [];
    const verdicts = context.row.verdicts.filter(
      (verdict) =>
        verdict.rule === 'monthly-contact' && verdict.subject.mentee === state.mentee && sectionOf(verdict, context),
    );
    const doubtful = verdicts.filter((verdict) => verdict.state === 'cannot-tell');
    const verdict = verdicts.find((each) => each.state === 'open') ?? doubtful.at(-1);
    return verdict ? [monthItem(context, state, verdict, doubtful)] : [];
  });
}

function monthItem(context: Context, state: MenteeState, verdict: Verdict, doubtful: readonly Verdict[]): OverviewItem {
  const { now, zone, links } = context.setting;
  const emails = person(context, state.mentee)?.emails ?? [];
  const lastContact = state.lastContact
    ? `Last contact ${describeDay(state.lastContact, now, zone)}`
    : 'No contact seen yet';
  const months = doubtful.map((each) => monthName(each.subject.window?.from ?? '')).join(', ');
  const doubt = verdict.doubt?.code === 'not-covered' ? `Mail of ${months} was not all seen` : undefined;
  const action: Action =
    verdict.state === 'cannot-tell'
      ? search(context, state.mentee)
      : { kind: 'write', url: links.compose(mailbox(context, state), emails) };
  return {
    ...base(context, state.mentee),
    key: verdictKey(verdict),
    section: sectionOf(verdict, context)!,
    rule: verdict.rule,
    title: verdict.state === 'open' ? lastContact : (doubt ?? doubtDetail(verdict.doubt!, context)),
    detail: verdict.state === 'open' ? 'Be in touch this month' : lastContact,
    mark: markVerdict(verdict),
    clause: verdict.clause,
    action,
  };
}

/** Turns without a verdict: a reply without a limit, a mail they have not answered, a first word that is theirs. */
function turnItems(context: Context, listed: ReadonlySet<string>): OverviewItem[] {
  const { row, setting, small, relationship } = context;
  const judged = new Set(
    row.verdicts.flatMap((verdict) =>
      verdict.subject.thread && verdict.state !== 'met' ? [verdict.subject.thread] : [],
    ),
  );
  const oldest = Temporal.Instant.from(setting.now)
    .subtract({ hours: 24 * WAITING_DAYS })
    .toString();
  const turns = row.threads.filter(
    (thread) => !judged.has(thread.thread) && compareInstants(thread.turn.since ?? oldest, oldest) > 0,
  );
  const yours = turns.filter((thread) => thread.turn.owes === 'mentor');
  const theirs = turns.filter(
    (thread) => thread.turn.owes === 'mentee' && !thread.menteeWrote && !thread.toMany && !listed.has(thread.mentee),
  );
  const item = (thread: (typeof turns)[number], section: Section): OverviewItem => ({
    ...base(context, thread.mentee),
    key: `turn/${thread.thread}/${thread.mentee}`,
    section,
    rule: 'turn',
    title: thread.subject || 'No subject',
    detail: `Since ${describeTime(thread.turn.since!, setting.now, setting.zone)}`,
    mark: { state: section === 'waiting' ? 'waiting' : 'your-turn', since: thread.turn.since! },
    thread: thread.thread,
    ...(thread.lastByMentee && { message: thread.lastByMentee }),
    action: openThread(context, thread.thread, thread.mailbox, thread.mentee),
  });
  const firstWord = findProgramme(small.programmes, relationship.programme)?.duties.firstWord;
  const silent = row.mentees.filter(
    (mentee) => !mentee.spoken && firstWord === 'mentee' && relationship.role === 'mentor',
  );
  return [
    ...yours.map((thread) => item(thread, 'coming')),
    ...oncePerMentee(theirs).map((thread) => item(thread, 'waiting')),
    ...silent.map((mentee) => firstWordItem(context, mentee)),
  ];
}

function oncePerMentee<T extends { mentee: string; lastAt: string }>(threads: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const thread of threads) {
    const known = newest.get(thread.mentee);
    if (!known || compareInstants(thread.lastAt, known.lastAt) > 0) newest.set(thread.mentee, thread);
  }
  return [...newest.values()];
}

/** In programmes where the mentee begins, the mentor is told so, and offered a kind word to send. */
function firstWordItem(context: Context, state: MenteeState): OverviewItem {
  const emails = person(context, state.mentee)?.emails ?? [];
  return {
    ...base(context, state.mentee),
    key: `first-word/${context.relationship.id}/${state.mentee}`,
    section: 'waiting',
    rule: 'first-word',
    title: 'The first word is theirs',
    detail: 'A short hello helps',
    mark: { state: 'waiting' },
    action: { kind: 'write', url: context.setting.links.compose(mailbox(context, state), emails, 'Hello') },
  };
}
