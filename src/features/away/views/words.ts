// The sentences of the planner: why a rule is set off, what can't be planned and what came of setting a reply.
import type { AwayPhase } from '../../../domain/away/now.ts';
import type { AwayProblem, Task } from '../../../domain/away/plan.ts';
import type { Trigger } from '../../../domain/away/triggers.ts';
import { composeLongDay, composeSpan } from '../../deadlines/away-words.ts';
import type { TextProblem } from '../compose-message.ts';
import type { SetOutcome } from '../contract.ts';
import type { FillOutcome, HandoverOutcome } from './actions.ts';

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

const problems: Record<AwayProblem, string> = {
  'not-a-date': 'Choose all three days.',
  'ends-before-start': 'The last day is before the first.',
  'returns-before-end': 'The return comes after the last day away.',
  over: 'These days are over. An absence is planned ahead.',
  'longer-than-a-year': 'Longer than a year is an end, not an absence. Close the relationship instead.',
  nobody: 'Choose at least one relationship.',
};

export const composeAwayProblem = (problem: AwayProblem): string => problems[problem];

/** Why a rule is set off, in a sentence that names the figures. */
export function composeTrigger(trigger: Trigger): string {
  switch (trigger.code) {
    case 'days':
      return `${days(trigger.days)} in a row is more than ${trigger.moreThan}`;
    case 'said-cannot-answer':
      return 'You can’t answer from there';
    case 'longer-than-reply-time':
      return `${days(trigger.hours / 24)} away is longer than the ${trigger.limit} h in which an answer is due`;
  }
}

const needs: Record<Task['need'], string> = {
  must: 'required',
  expected: 'expected',
  suggested: 'encouraged',
  advice: 'if you like',
};

export const composeNeed = (need: Task['need']): string => needs[need];

/** "in 5 days", "back today". */
export function composePhase(phase: AwayPhase, away: { from: string; returns: string }, today: string): string {
  if (phase === 'over') return 'over';
  const at = Temporal.PlainDate.from(today);
  const until = at.until(Temporal.PlainDate.from(phase === 'coming' ? away.from : away.returns)).days;
  if (phase === 'now') return until === 1 ? 'back tomorrow' : `back in ${days(until)}`;
  return until === 1 ? 'tomorrow' : `in ${days(until)}`;
}

export const composeTitle = ({ from, to }: { from: string; to: string }): string => composeSpan(from, to);

export const composeReturn = ({ returns }: { returns: string }): string => `Back on ${composeLongDay(returns)}`;

/** "5 whole days in a row". */
export function composeLength(whole: number): string {
  if (whole === 0) return 'half a day';
  return whole === 1 ? '1 whole day' : `${whole} whole days in a row`;
}

const textProblems: Record<TextProblem, string> = {
  'no-return-date': 'The text has to say when you are back: the programmes ask for the date of return.',
  empty: 'There is no text.',
  'too-long': 'The text is longer than mailboxes take.',
  placeholder: 'There is a gap to fill in the text.',
};

export function composeTextProblem(problem: TextProblem, returns: string): string {
  if (problem !== 'no-return-date') return textProblems[problem];
  return `${textProblems[problem]} Add “${composeLongDay(returns)}”.`;
}

type SetCode = Extract<SetOutcome, { done: false }>['code'];

const setFailures: Record<SetCode, string> = {
  'changed-meanwhile': 'It was changed in the mailbox meanwhile, so nothing was set. Look at what is there now.',
  'scope-missing':
    'The account does not allow Waymark to set it. Nothing was changed. Try again and allow it, or set it by hand.',
  'signed-out': 'The account is signed out. Nothing was changed. Sign in again under Sources.',
  offline: 'The mailbox can’t be reached. Nothing was changed. Try again when you are online.',
  'no-answer': 'The mailbox did not answer. Look whether it is set before you try again.',
  'not-configured': 'This account can’t set it from here. Set it by hand.',
  failed: 'The mailbox did not take it. Nothing was changed. Set it by hand.',
};

export const composeSetFailure = (code: string): string => setFailures[code as SetCode] ?? setFailures.failed;

type FillCode = Extract<FillOutcome, { done: false }>['code'];

const fillFailures: Record<FillCode, string> = {
  'no-access': 'Waymark may not read Gmail yet. Allow it under Sources, or copy the text.',
  'form-not-found':
    'Gmail’s form looks different from what Waymark knows. Nothing was filled in. Copy the text instead.',
  'page-closed': 'Gmail’s page was closed. Nothing was filled in.',
  'no-answer': 'Gmail’s page did not answer. Reload it, or copy the text.',
  failed: 'Gmail’s form could not be filled in. Copy the text instead.',
};

export const composeFillFailure = (code: FillCode): string => fillFailures[code];

type HandoverCode = Extract<HandoverOutcome, { done: false }>['code'];

const handoverFailures: Record<HandoverCode, string> = {
  'not-a-handover': 'This is not a handover sheet. Nothing was taken over.',
  'newer-version': 'A newer Waymark wrote this sheet. Update yours, then take it over.',
  'too-large': 'This file is too large for a handover sheet. Nothing was taken over.',
  'unknown-mentees': 'None of the mentees in it is known here. Nothing was taken over.',
  over: 'The absence in it is over. Nothing was taken over.',
  failed: 'It could not be taken over. Nothing was changed.',
};

export const composeHandoverFailure = (code: HandoverCode): string => handoverFailures[code];

/** What the mailbox's own automatic reply does not do. */
export const misses: readonly string[] = [
  'Gmail answers each sender once in 4 days: whoever writes again hears nothing.',
  'Mail to mailing lists gets no automatic reply.',
  'Personal Google accounts have no out-of-office events, so your calendar declines nothing.',
  'Teams and your calendar show you as out of office only if you set that there too.',
  'It is notice, not an answer: deadlines stay where they are.',
];
