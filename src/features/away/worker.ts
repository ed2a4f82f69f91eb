// The worker's side of going away: each call starts from storage, is one transaction, and makes nothing twice.
import type { Away, Notice } from '../../domain/away/away.ts';
import { findTold, toldReturn } from '../../domain/away/done.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { addMinutes, compareInstants } from '../../domain/time/instants.ts';
import type { Change, LedgerWriter } from '../../ledger/ledger.ts';
import type { Handlers } from '../../messages/contract.ts';
import { CallFailure } from '../../messages/failure.ts';
import { findTextProblem } from './compose-message.ts';
import type { away } from './contract.ts';
import { findBackProblem, findSaveProblem, planBack, planMessage, planSave, planTold } from './plan-changes.ts';
import type { ReplyOutcome, ReplySetter } from './reply-setter.ts';

export interface AwayHandlerDeps {
  /** The shared connection; it is not to be closed. */
  open(): Promise<LedgerWriter>;
  now(): string;
  /** The zone of this computer, until the mentor has set one. */
  zone: string;
  replies: ReplySetter;
}

type Plan = (facts: Ledger) => Change[];

/** Clocks of two pages may differ by so much. */
const SKEW_MINUTES = 5;

export function awayHandlers<Context>(deps: AwayHandlerDeps): Handlers<typeof away, Context> {
  const { now, replies } = deps;
  /** One change after the other: each plans from what the one before it has written. */
  let turn: Promise<unknown> = Promise.resolve();
  const change = (plan: Plan): Promise<null> => {
    const done = turn.then(async () => {
      const ledger = await deps.open();
      await ledger.apply(plan(await ledger.readSmall()));
      return null;
    });
    turn = done.catch(() => {});
    return done;
  };
  const changeAway = (id: string, plan: (stored: Away, facts: Ledger) => Away) =>
    change((facts) => [put(plan(getAway(facts, id), facts))]);
  const read = async (id: string) => getAway(await (await deps.open()).readSmall(), id);
  const moment = (facts: Ledger) => ({ now: now(), zone: zoneOf(facts) ?? deps.zone });
  const notAhead = (at: string) => refuse(compareInstants(at, addMinutes(now(), SKEW_MINUTES)) > 0 && 'ahead');
  /** What the accounts now have is kept whether all went well or not. */
  const keep = ({ outcome, replies: kept }: ReplyOutcome, id: string, more: (stored: Away) => Away = (same) => same) =>
    change((facts) => {
      const stored = facts.away.find((each) => each.id === id);
      const next = stored && { ...stored, ...(kept.length > 0 && { replies: kept }) };
      return next ? [put(outcome.done ? more(next) : next)] : [];
    });
  const restored = (stored: Away): Away => (stored.replies?.length ? { ...stored, replyOffAt: now() } : stored);

  return {
    'away.save': ({ away: planned }) =>
      change((facts) => {
        const stored = facts.away.find(({ id }) => id === planned.id);
        refuse(findSaveProblem(planned, stored, moment(facts)));
        const known = new Set(facts.relationships.map(({ id }) => id));
        if (!planned.relationships.every((id) => known.has(id))) throw new CallFailure('not-found', 'relationships');
        return [put(planSave(planned, stored, moment(facts)))];
      }),
    async 'away.remove'({ away: id, anyway }) {
      const stored = (await (await deps.open()).readSmall()).away.find((each) => each.id === id);
      if (!stored) return { done: true };
      const run = await replies.restore(stored);
      if (!run.outcome.done && !anyway) {
        await keep(run, id);
        return run.outcome;
      }
      await change((facts) => [
        { list: 'away', remove: id },
        ...facts.notices.filter((notice) => notice.away === id).map(removeNotice),
      ]);
      return { done: true };
    },
    async 'away.told'({ away: id, people, at }) {
      notAhead(at);
      return change((facts) => {
        const stored = getAway(facts, id);
        const known = peopleOf(facts, stored);
        if (!people.every((person) => known.has(person))) throw new CallFailure('not-found', 'people');
        return planTold(stored, facts.notices, people, at).map((notice) => ({ list: 'notices', put: notice }));
      });
    },
    'away.untold': ({ away: id, person }) =>
      change((facts) => {
        const { cover, ...stored } = getAway(facts, id);
        const gone = facts.notices.filter((notice) => notice.away === id && notice.to === person).map(removeNotice);
        return cover?.person === person ? [...gone, put(stored)] : gone;
      }),
    async 'away.cover'({ away: id, person, at }) {
      notAhead(at);
      return changeAway(id, ({ cover, ...stored }, facts) => {
        if (person === null) return stored;
        if (cover?.person === person) return { ...stored, cover };
        refuse(!findTold(stored, facts.notices).has(person) && 'not-told');
        return { ...stored, cover: { person, agreedAt: at } };
      });
    },
    'away.readReply': ({ account }) => replies.readReply(account),
    async 'away.setReply'({ away: id, account, inside, outside, over }) {
      const stored = await read(id);
      for (const text of [inside, outside]) refuse(findTextProblem(text, toldReturn(stored)));
      const run = await replies.setReply({ away: stored, account, inside, outside, over });
      await keep(run, id, (next) => planMessage(next, inside, now()));
      return run.outcome;
    },
    async 'away.setByHand'({ away: id, text, at }) {
      notAhead(at);
      return changeAway(id, (stored) => {
        refuse(findTextProblem(text, toldReturn(stored)));
        return planMessage(stored, text, at);
      });
    },
    'away.unset': ({ away: id }) => changeAway(id, ({ autoMessage: _, ...stored }) => stored),
    async 'away.replyOff'({ away: id, at }) {
      notAhead(at);
      return changeAway(id, (stored) => ({ ...stored, replyOffAt: stored.replyOffAt ?? at }));
    },
    'away.meeting': ({ away: id, meeting, seenTo }) =>
      changeAway(id, ({ meetingsSeenTo = [], ...stored }) => {
        const others = meetingsSeenTo.filter((each) => each !== meeting);
        const list = seenTo ? [...others, meeting] : others;
        return list.length > 0 ? { ...stored, meetingsSeenTo: list } : stored;
      }),
    async 'away.back'({ away: id, on }) {
      await changeAway(id, (stored, facts) => {
        refuse(findBackProblem(stored, on, moment(facts)));
        return planBack(stored, on);
      });
      const run = await replies.restore(await read(id));
      await keep(run, id, restored);
      return run.outcome;
    },
  };
}

const put = (away: Away): Change => ({ list: 'away', put: away });

const removeNotice = ({ id }: Notice): Change => ({ list: 'notices', remove: id });

function getAway(facts: Ledger, id: string): Away {
  const found = facts.away.find((each) => each.id === id);
  if (!found) throw new CallFailure('not-found', 'away');
  return found;
}

/** `code` says why; nothing is refused without one. */
function refuse(code: string | null | false): void {
  if (code) throw new CallFailure('bad-input', code);
}

const zoneOf = ({ settings, relationships }: Ledger): string | undefined => settings[0]?.zone ?? relationships[0]?.zone;

/** All with whom the mentor stands in the relationships that the absence concerns. */
function peopleOf({ relationships }: Ledger, away: Away): Set<string> {
  const own = relationships.filter(({ id }) => away.relationships.includes(id));
  return new Set(own.flatMap(({ mentors, mentees }) => [...mentors, ...mentees]));
}
