// What the planner's buttons do: the worker is asked, and what came of it is told once.
import { useState } from 'preact/hooks';
import type { Away, AwayPlanned } from '../domain/away/away.ts';
import type { SetOutcome } from '../features/away/contract.ts';
import { type Draft, draftOf } from '../features/away/views/draft.ts';
import type { AwayActs } from '../features/away/views/props.ts';
import { composeSetFailure, composeTitle } from '../features/away/views/words.ts';
import type { Answer } from '../messages/contract.ts';
import type { PageDeps } from './page-deps.ts';
import type { Asking } from './use-asking.ts';

export type AwayPanel =
  | { kind: 'form'; id: string; draft: Draft; stored?: Away }
  | { kind: 'back'; away: Away }
  | { kind: 'remove'; away: Away; anyway?: true };

export interface AwayDesk {
  panel: AwayPanel | null;
  open: (panel: AwayPanel | null) => void;
  acts: AwayActs;
  save: (planned: AwayPlanned) => Promise<boolean>;
  back: (away: Away, on: string) => void;
  remove: (away: Away, anyway: boolean) => void;
}

export function useAway({ ask, now }: PageDeps, asking: Asking): AwayDesk {
  const [panel, open] = useState<AwayPanel | null>(null);
  const run = <T>(answer: Promise<Answer<T>>, text: string) => void asking.run(answer, text);
  /** Resolves to whether all of it went well; what did not is said. */
  const settle = async (answer: Promise<Answer<SetOutcome>>, text: string): Promise<boolean> => {
    const given = await answer;
    if (!given.ok || given.value.done) return asking.run(Promise.resolve(given), text);
    asking.fail(composeSetFailure(given.value.code));
    return false;
  };
  const acts: AwayActs = {
    change: (away) => open({ kind: 'form', id: away.id, draft: draftOf(away), stored: away }),
    remove: (away) => open({ kind: 'remove', away }),
    back: (away) => open({ kind: 'back', away }),
    told: ({ id }, people) => run(ask('away.told', { away: id, people, at: now() }), 'Noted: told'),
    untold: ({ id }, person) => run(ask('away.untold', { away: id, person }), 'Taken back'),
    cover: ({ id }, person) =>
      run(ask('away.cover', { away: id, person, at: now() }), person ? 'They cover for you' : 'Taken back'),
    setByHand: ({ id }, text) => run(ask('away.setByHand', { away: id, text, at: now() }), 'Noted: it is set'),
    unset: ({ id }) => run(ask('away.unset', { away: id }), 'Taken back'),
    replyOff: ({ id }) => run(ask('away.replyOff', { away: id, at: now() }), 'Noted: it is off'),
    meeting: ({ id }, meeting, seenTo) =>
      run(ask('away.meeting', { away: id, meeting, seenTo }), seenTo ? 'Seen to' : 'Taken back'),
  };
  const close = (done: boolean): boolean => {
    if (done) open(null);
    return done;
  };
  return {
    panel,
    open,
    acts,
    save: async (planned) =>
      close(await asking.run(ask('away.save', { away: planned }), `Planned: ${composeTitle(planned)}`)),
    back: async (away, on) => {
      await settle(ask('away.back', { away: away.id, on }), 'Welcome back');
      open(null);
    },
    remove: async (away, anyway) => {
      const done = await settle(ask('away.remove', { away: away.id, anyway }), 'Removed');
      open(done ? null : { kind: 'remove', away, anyway: true });
    },
  };
}
