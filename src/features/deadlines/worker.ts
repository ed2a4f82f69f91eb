// The worker's side of the deadlines calls. Every handler starts from storage and answers after the commit.
import type { Ledger } from '../../domain/ledger.ts';
import type { Contact } from '../../domain/thread/contact.ts';
import type { Message } from '../../domain/thread/message.ts';
import type { Change, LedgerWriter } from '../../ledger/ledger.ts';
import type { Handlers } from '../../messages/contract.ts';
import { parseTag, planConfirmations } from '../meeting-log/confirmations.ts';
import { inTurn } from '../meeting-log/in-turn.ts';
import { answerSight } from './answer-sight.ts';
import type { deadlines, Sight, SightMarks, Undo } from './contract.ts';
import { decideSuspect, undoSuspect } from './decide-suspect.ts';
import { findConcerned } from './find-concerned.ts';
import { planIntake, threadsInSight } from './intake/plan-intake.ts';
import { refreshDerived } from './read-derived.ts';
import { answerWhy } from './thread-why.ts';

export interface DeadlinesDeps {
  open(): Promise<LedgerWriter>;
  now(): string;
  /** A fresh id for a fact that a person made. */
  newId(): string;
  /** The name of a source, as people know it: "the Gmail page". */
  nameOf(source: string): string;
}

export function deadlinesHandlers<Context>(deps: DeadlinesDeps): Handlers<typeof deadlines, Context> {
  const log = async (contact: Contact): Promise<Undo> => {
    await (await deps.open()).apply([{ list: 'contacts', put: contact }]);
    return { list: 'contacts', id: contact.id };
  };
  /** One word of a person about a message: the later one takes the place of the one before. */
  const say = async (message: string, asks: boolean): Promise<Undo> => {
    const id = `no-reply ${message}`;
    await (await deps.open()).apply([{ list: 'corrections', put: { id, message, at: deps.now(), asks } }]);
    return { list: 'corrections', id };
  };
  return {
    'page.saw': (sight) => (mayConfirm(sight) ? inTurn(() => takeSight(deps, sight)) : takeSight(deps, sight)),
    'thread.why': async (asked) => answerWhy(await deps.open(), asked, { now: deps.now(), nameOf: deps.nameOf }),
    'reply.answeredElsewhere': ({ relationship, mentee, answers, channel, at }) =>
      log({
        id: `answer ${answers}`,
        relationship,
        with: [mentee],
        at,
        channel,
        direction: 'out',
        made: true,
        answers,
      }),
    'contact.log': ({ answers, ...contact }) => log({ id: deps.newId(), ...contact, ...(answers && { answers }) }),
    'reply.notNeeded': ({ message }) => say(message, false),
    'reply.needed': ({ message }) => say(message, true),
    'reply.remindLater': async ({ key, until }) => {
      const ledger = await deps.open();
      const known = await ledger.get('reminders', key);
      await ledger.apply([{ list: 'reminders', put: { ...known, id: key, snoozedUntil: until } }]);
      return { list: 'reminders', id: key };
    },
    'suspect.decide': async ({ email, decision }) => {
      const ledger = await deps.open();
      await ledger.apply(decideSuspect(await ledger.readSmall(), email, decision, deps));
      return { list: 'suspects', id: email };
    },
    'fact.undo': async ({ list, id }) => {
      const ledger = await deps.open();
      await ledger.apply(await planUndo(ledger, list, id));
      return null;
    },
    'remind.snoozeAll': async ({ until }) => {
      const ledger = await deps.open();
      const settings = await ledger.get('settings', 'settings');
      if (!settings) return null;
      const { snoozedUntil: _, ...rest } = settings;
      await ledger.apply([{ list: 'settings', put: until ? { ...rest, snoozedUntil: until } : rest }]);
      return null;
    },
  };
}

async function planUndo(ledger: LedgerWriter, list: Undo['list'], id: string): Promise<Change[]> {
  if (list === 'reminders') return endSnooze(ledger, id);
  if (list === 'suspects') return undoSuspect(await ledger.readSmall(), id);
  return [{ list, remove: id }];
}

/** What was announced stays known, so that ending a snooze announces nothing twice. */
async function endSnooze(ledger: LedgerWriter, id: string) {
  const known = await ledger.get('reminders', id);
  if (!known) return [];
  const { snoozedUntil: _, ...rest } = known;
  return [{ list: 'reminders' as const, put: rest }];
}

/** Whether what is seen may sign an entry, which is done in the meeting log's turn. */
const mayConfirm = ({ thread }: Sight) => parseTag(thread?.subject ?? '') !== null;

async function takeSight(deps: DeadlinesDeps, sight: Sight): Promise<SightMarks> {
  const ledger = await deps.open();
  const now = deps.now();
  const threads = threadsInSight(sight);
  const [small, messages] = await Promise.all([ledger.readSmall(), ledger.readThreads(threads)]);
  const intake = planIntake(sight, { small, messages });
  const changes = [...intake, ...(await planThreadConfirmations(sight, intake, messages, small))];
  const changed = await applySight(ledger, changes);
  const fresh = changed ? await ledger.readSmall() : small;
  const concerned = findConcerned(fresh, threads, messages, changes);
  const derived = await refreshDerived(ledger, fresh, now, concerned);
  return answerSight(sight, { small: fresh, messages, derived }, now);
}

/** Messages are joined with what other places told of them; resolves to whether anything became other. */
async function applySight(ledger: LedgerWriter, changes: readonly Change[]): Promise<boolean> {
  if (changes.length === 0) return false;
  const isMessage = (change: Change) => change.list === 'messages' && 'put' in change;
  const put = changes.flatMap((change) => (change.list === 'messages' && 'put' in change ? [change.put] : []));
  const others = changes.filter((change) => !isMessage(change));
  const counts = await ledger.applyMessages({ put, with: others });
  return others.length > 0 || (counts !== null && counts.added + counts.changed > 0);
}

/** What the open thread confirms of the meeting log, with what is read of it now. */
async function planThreadConfirmations(
  { thread }: Sight,
  intake: readonly Change[],
  known: readonly Message[],
  small: Ledger,
): Promise<Change[]> {
  if (!thread?.threadId || !thread.subject) return [];
  const read = intake.flatMap((change) => (change.list === 'messages' && 'put' in change ? [change.put] : []));
  const byId = new Map([...known, ...read].map((message) => [message.id, message]));
  const inThread = [...byId.values()].filter(({ threadId }) => threadId === thread.threadId);
  return planConfirmations(thread.subject, inThread, small);
}
