// The rows of months without contact.
import type { MenteeState } from '../../domain/verdict/derive.ts';
import { verdictKey } from '../../domain/verdict/key.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { base, type Context, doubtDetail, mailbox, monthName, person, search, sectionOf } from './item-context.ts';
import { markVerdict } from './marks.ts';
import type { Action, OverviewItem } from './overview.ts';
import { describeDay } from './words.ts';

/** For each mentee: this month, unless an answer that is owed will settle it; and the months that nobody can tell about. */
export function monthItems(context: Context, owed: ReadonlySet<string>): OverviewItem[] {
  return context.row.mentees.flatMap((state) => {
    const verdicts = context.row.verdicts.filter(
      (verdict) => verdict.rule === 'monthly-contact' && verdict.subject.mentee === state.mentee,
    );
    const doubtful = verdicts.filter((verdict) => verdict.state === 'cannot-tell');
    const open = verdicts.find((verdict) => verdict.state === 'open' && !owed.has(state.mentee));
    return [open, doubtful.at(-1)].flatMap((verdict) =>
      verdict ? [monthItem(context, state, verdict, doubtful)] : [],
    );
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
