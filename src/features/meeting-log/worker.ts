// The worker's side of the meeting log: each call starts from storage, is one transaction, and makes nothing twice.
import type { Ledger } from '../../domain/ledger.ts';
import type { Change, LedgerWriter } from '../../ledger/ledger.ts';
import type { Handlers } from '../../messages/contract.ts';
import { CallFailure } from '../../messages/failure.ts';
import type { CallContext } from '../../messages/serve.ts';
import { composeNoConfirmation } from './confirmations.ts';
import type { meetingLog } from './contract.ts';
import { inTurn } from './in-turn.ts';
import { getOpenEntry, planChange, planSave } from './save-entry.ts';
import { composeNextAmendment, planSign, planUnconfirm } from './sign-entry.ts';

export interface MeetingLogDeps {
  /** The shared connection; it is not to be closed. */
  open(): Promise<LedgerWriter>;
  now(): string;
}

type Plan<T> = (facts: Ledger, context: CallContext) => Promise<{ changes: Change[]; value: T }>;

export function meetingLogHandlers({ open, now }: MeetingLogDeps): Handlers<typeof meetingLog, CallContext> {
  const run = <T>(plan: Plan<T>, context: CallContext): Promise<T> =>
    inTurn(async () => {
      const ledger = await open();
      const { changes, value } = await plan(await ledger.readSmall(), context);
      await ledger.apply(changes);
      return value;
    });
  const put = async (change: Change): Promise<null> => {
    await (await open()).apply([change]);
    return null;
  };

  return {
    'meeting.save': (input, context) =>
      run(async (facts) => {
        const { changes, before } = planSave(facts, input);
        const id = input.meeting.id;
        return { changes, value: { meeting: id, undo: { meeting: id, before } } };
      }, context),
    'meeting.saveAll': ({ meetings }, context) =>
      run(async (facts) => ({ changes: planSaveAll(facts, meetings), value: { saved: meetings.length } }), context),
    'meeting.undo': ({ undo: { meeting, before } }, context) =>
      run(async (facts) => {
        const isGone = !facts.meetings.some(({ id }) => id === meeting);
        const stored = isGone ? null : getOpenEntry(facts, meeting);
        if (!stored && !before) return { changes: [], value: null };
        return { changes: planChange(facts, stored, before && { ...before, signatures: [] }), value: null };
      }, context),
    'meeting.remove': ({ meeting }, context) =>
      run(async (facts) => {
        const before = getOpenEntry(facts, meeting);
        return { changes: planChange(facts, before, null), value: { undo: { meeting, before } } };
      }, context),
    'meeting.sign': (input, context) =>
      run(async (facts) => ({ changes: await planSign(facts, input), value: null }), context),
    'meeting.amend': (input, context) =>
      run(async (facts, { request }) => {
        const amendment = await composeNextAmendment(facts, input, { id: `amendment ${request}`, at: now() });
        return { changes: [{ list: 'amendments', put: amendment }], value: { amendment } };
      }, context),
    'meeting.unconfirm': ({ meeting, message }, context) =>
      run(async (facts) => {
        const at = now();
        const changes = await planUnconfirm(facts, meeting, message, at);
        return { changes: [...changes, { list: 'refusals', put: composeNoConfirmation(message, at) }], value: null };
      }, context),
    'meeting.keepDespite': ({ meeting, print }, context) =>
      run(async (facts) => {
        const stored = facts.meetings.find(({ id }) => id === meeting);
        if (!stored) throw new CallFailure('not-found');
        return { changes: [{ list: 'meetings', put: { ...stored, keptDespite: print } }], value: null };
      }, context),
    'suggestion.refuse': ({ refusal }) => put({ list: 'refusals', put: refusal }),
    'suggestion.unrefuse': ({ refusal }) => put({ list: 'refusals', remove: refusal }),
    'programmeEvent.save': ({ event }) => put({ list: 'programmeEvents', put: event }),
    'programmeEvent.remove': ({ event }) => put({ list: 'programmeEvents', remove: event }),
    'homework.set': ({ homework, done, dropped, at }, context) =>
      run(async (facts) => {
        const stored = facts.homework.find(({ id }) => id === homework);
        if (!stored) throw new CallFailure('not-found');
        const { closedIn: _in, closedAt: _at, dropped: _dropped, ...rest } = stored;
        const closed = done || dropped === true;
        const put = { ...rest, done, ...(dropped && { dropped }), ...(closed && { closedAt: at }) };
        return { changes: [{ list: 'homework', put }], value: null };
      }, context),
  };
}

/** All or none. Each is planned as if those before it were stored, so that homework of one is known to the next. */
function planSaveAll(facts: Ledger, meetings: readonly Ledger['meetings'][number][]): Change[] {
  const known = { ...facts };
  return meetings.flatMap((meeting) => {
    const reviewed = (meeting.reviewed ?? []).map(({ homework, outcome }) => ({ id: homework, outcome }));
    const { changes } = planSave(known, { meeting, reviewed });
    for (const change of changes) follow(known, change);
    return changes;
  });
}

function follow(known: Ledger, change: Change): void {
  if (change.list !== 'meetings' && change.list !== 'homework') return;
  const id = 'put' in change ? change.put.id : change.remove;
  const rest = (known[change.list] as { id: string }[]).filter((each) => each.id !== id);
  known[change.list] = [...rest, ...('put' in change ? [change.put] : [])] as never;
}
