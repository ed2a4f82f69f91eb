// The rows of turns that no verdict speaks of.
import { compareInstants } from '../../domain/time/instants.ts';
import type { MenteeState } from '../../domain/verdict/derive.ts';
import { findProgramme } from '../../programmes/index.ts';
import { base, type Context, mailbox, openThread, person } from './item-context.ts';
import type { OverviewItem, Section } from './overview.ts';
import { describeTime } from './words.ts';

/** A mail of the mentor's that got no answer is shown as waiting for so many days, then it is let go. */
const WAITING_DAYS = 30;

/** Turns without a verdict: a reply without a limit, a mail they have not answered, a first word that is theirs. */
export function turnItems(context: Context, listed: ReadonlySet<string>): OverviewItem[] {
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
    ...(thread.via && { via: thread.via }),
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
