// What there is to think of before a meeting (PROGRAMMES M14): the programme's prompts, and what was not talked about this
// term. It is shown and kept nowhere.
import type { Ledger } from '../../domain/ledger.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { dateOf } from '../../domain/time/windows.ts';
import { findProgramme } from '../../programmes/index.ts';
import { composeRows, concerns } from '../log-page/rows.ts';
import { composeTopicMap, topicColumns } from '../log-page/topic-map.ts';
import { othersIn } from './compose-draft.ts';

export interface BeforeMeeting {
  prompts: string[];
  /** The term the gaps are of, as the topic map names it. */
  term: string;
  /** Topics of the programme's list that no entry of the term with one of these people speaks of, by group. */
  gaps: { group: string; topics: string[] }[];
  /** Offered by the programme, asked of nobody (M16). */
  optional: string[];
}

type About = Pick<Meeting, 'relationship' | 'attendees'>;

/** Null where there is nothing to think of. */
export function composeBefore(ledger: Ledger, about: About, now: string): BeforeMeeting | null {
  const relationship = ledger.relationships.find(({ id }) => id === about.relationship);
  const programme = relationship && findProgramme(ledger.programmes, relationship.programme);
  if (!programme) return null;
  const meetings = ledger.meetings.filter((each) => each.relationship === relationship.id);
  const others = othersIn(relationship).filter((id) => about.attendees.includes(id));
  const rows = composeRows({ ...ledger, meetings }).filter((row) => others.some((id) => concerns(row, id)));
  const columns = topicColumns(rows, relationship, dateOf(now, relationship.zone)).slice(-1);
  const { groups } = composeTopicMap(rows, programme.topics, columns);
  const gaps = groups.map(({ group, lines }) => ({
    group,
    topics: lines.filter(({ total }) => total === 0).map(({ topic }) => topic),
  }));
  const found = {
    prompts: programme.reflections ?? [],
    term: columns[0]?.name ?? '',
    gaps: gaps.filter(({ topics }) => topics.length > 0),
    optional: programme.optionalTopics ?? [],
  };
  return found.prompts.length + found.gaps.length + found.optional.length > 0 ? found : null;
}
