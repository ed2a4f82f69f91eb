// The rows of the programme's dates: those whose window runs, those that come soon, and mandatory ones without a date.
import { type ProgrammeDate, programmeDates } from '../../domain/meeting/programme-dates.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import { dateOf, endOf } from '../../domain/time/windows.ts';
import { verdictKey } from '../../domain/verdict/key.ts';
import { sightOf } from '../../domain/verdict/rules/dates.ts';
import { isOwn } from '../../domain/verdict/rules/whose.ts';
import { findProgramme } from '../../programmes/index.ts';
import { aboutAll, base, type Context, doubtDetail } from './item-context.ts';
import { markVerdict } from './marks.ts';
import type { Action, OverviewItem } from './overview.ts';
import { composeDateDetail } from './rule-item-words.ts';

const action: Action = { kind: 'open-dashboard', place: 'programmes' };

export function dateItems(context: Context): OverviewItem[] {
  const { small, relationship, setting } = context;
  const programme = findProgramme(small.programmes, relationship.programme);
  const today = dateOf(setting.now, relationship.zone);
  if (!programme || relationship.start > today) return [];
  const duties = new Map(programme.rules.map(({ rule, duty }) => [rule, duty]));
  const isOurs = ({ rule }: ProgrammeDate) => rule === undefined || isOwn(context, duties.get(rule)!);
  const near = programmeDates(small, relationship.id, setting.now).filter(
    ({ state, window }) => state === 'open' || (state === 'coming' && sightOf(window!) <= today),
  );
  return [...near.filter(isOurs).map((date) => dateItem(context, date)), ...undatedItems(context)];
}

function dateItem(context: Context, date: ProgrammeDate): OverviewItem {
  const { relationship, setting } = context;
  const { name, mentee, rule = 'programme-event', window, event, clause } = date;
  const due = endOf(window!.to, relationship.zone);
  const subject = { relationship: relationship.id, event, window: window!, ...(mentee && { mentee }) };
  return {
    ...(mentee ? base(context, mentee) : aboutAll(context)),
    key: verdictKey({ rule, subject }),
    section: compareInstants(due, setting.endOfDay) <= 0 ? 'due-today' : 'coming',
    rule,
    title: name,
    detail: composeDateDetail(date),
    mark: { state: 'open', due },
    ...(clause && { clause }),
    action,
  };
}

function undatedItems(context: Context): OverviewItem[] {
  const { row, small, relationship } = context;
  const events = findProgramme(small.programmes, relationship.programme)?.events ?? [];
  return row.verdicts
    .filter(({ doubt }) => doubt?.code === 'no-date')
    .map((verdict) => ({
      ...aboutAll(context),
      key: verdictKey(verdict),
      section: 'cannot-tell',
      rule: verdict.rule,
      title: events.find(({ id }) => id === verdict.subject.event)?.name ?? '',
      detail: doubtDetail(verdict.doubt!, context),
      mark: markVerdict(verdict),
      clause: verdict.clause,
      action,
    }));
}
