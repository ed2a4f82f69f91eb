import type { Verdict } from './verdict.ts';

/** What tells one verdict from another as time goes on: the same requirement about the same thing keeps its key. */
export function verdictKey(verdict: Pick<Verdict, 'rule' | 'subject' | 'since'>): string {
  const { relationship, mentee, thread, meeting, event, window } = verdict.subject;
  const parts = [verdict.rule, relationship, mentee, thread, meeting, window?.from ?? verdict.since];
  if (event !== undefined) parts.push(event);
  return parts.map((part) => encodeURIComponent(part ?? '')).join('/');
}
