// The form of an absence: what stands in its fields, and the absence they make.
import type { Away, AwayPlanned } from '../../../domain/away/away.ts';
import { type AwayProblem, findAwayProblem } from '../../../domain/away/plan.ts';
import { proposeReturn } from '../propose.ts';

export type Answer = 'length' | 'yes' | 'no';

export interface Draft {
  from: string;
  to: string;
  returns: string;
  /** True once the owner typed the return: it then no longer follows the last day. */
  returnsTyped: boolean;
  fromNoon: boolean;
  untilNoon: boolean;
  answer: Answer;
  relationships: string[];
  event?: string;
}

const answerOf = (canAnswer: boolean | undefined): Answer =>
  canAnswer === undefined ? 'length' : canAnswer ? 'yes' : 'no';

export function draftOf(planned: AwayPlanned): Draft {
  const { from, to, returns, relationships, fromNoon = false, untilNoon = false, canAnswer, event } = planned;
  return {
    from,
    to,
    returns,
    returnsTyped: true,
    fromNoon,
    untilNoon,
    answer: answerOf(canAnswer),
    relationships,
    ...(event && { event }),
  };
}

export const emptyDraft = (relationships: string[]): Draft => ({
  from: '',
  to: '',
  returns: '',
  returnsTyped: false,
  fromNoon: false,
  untilNoon: false,
  answer: 'length',
  relationships,
});

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

/** A change of one field, with what follows from it. */
export function changeDraft(draft: Draft, change: Partial<Draft>, working?: readonly number[]): Draft {
  const next = { ...draft, ...change, ...(change.returns !== undefined && { returnsTyped: change.returns !== '' }) };
  if (change.from !== undefined && isDate(next.from) && (!isDate(next.to) || next.to < next.from)) next.to = next.from;
  if (!next.returnsTyped && isDate(next.to)) next.returns = proposeReturn(next, { working });
  return next;
}

export function planDraft(draft: Draft, id: string): AwayPlanned {
  const { from, to, returns, relationships, fromNoon, untilNoon, answer, event } = draft;
  return {
    id,
    from,
    to,
    returns,
    relationships,
    ...(fromNoon && { fromNoon }),
    ...(untilNoon && { untilNoon }),
    ...(answer !== 'length' && { canAnswer: answer === 'yes' }),
    ...(event && { event }),
  };
}

/** Null when it can be planned. Of one that is stored the past may be put right. */
export function findDraftProblem(draft: Draft, today: string, stored: Away | undefined): AwayProblem | null {
  if (![draft.from, draft.to, draft.returns].every(isDate)) return 'not-a-date';
  const problem = findAwayProblem(planDraft(draft, 'draft'), today);
  return problem === 'over' && stored ? null : problem;
}
