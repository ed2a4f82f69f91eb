// The row of a reply that is owed, or of which nobody can tell: to a mail or to a text.
import { verdictKey } from '../../domain/verdict/key.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { base, type Context, doubtDetail, openThread, sectionOf } from './item-context.ts';
import { markVerdict } from './marks.ts';
import type { Action, OverviewItem } from './overview.ts';
import { describeTime } from './words.ts';

export function replyItem(context: Context, verdict: Verdict): OverviewItem[] {
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
      detail: verdict.doubt ? doubtDetail(verdict.doubt, context) : describeTime(verdict.since ?? now, now, zone),
      mark: markVerdict(verdict),
      clause: verdict.clause,
      ...(thread && { thread }),
      ...(message && { message }),
      ...(state?.via && { via: state.via }),
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
