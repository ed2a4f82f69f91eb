// What was talked about and when (N20): topics by term, gaps included. A topic of an entry is known by its words,
// whatever their case and marks.
import type { Programme } from '../../domain/programme/programme.ts';
import type { Window } from '../../domain/verdict/verdict.ts';
import { fold } from './fold.ts';
import { makeWithin } from './periods.ts';
import type { LogRow } from './rows.ts';

export interface TopicColumn extends Window {
  name: string;
}

export interface TopicLine {
  topic: string;
  /** How many entries speak of it, by column. */
  counts: number[];
  total: number;
}

export interface TopicGroup {
  group: string;
  lines: TopicLine[];
}

export interface TopicMap {
  columns: TopicColumn[];
  groups: TopicGroup[];
  /** Topics of the programme's list that no entry speaks of. */
  gaps: number;
}

/** Topics that are in no list, most frequent first; more of them would drown the list. */
const MOST_OWN = 12;

/** More columns than this do not fit; the latest are kept. */
const MOST_COLUMNS = 6;
const STILL_GOING_DAYS = 366;

/** Semesters where they are set, newest last; else halves of calendar years, from the first entry to the last or today. */
export function topicColumns(
  rows: readonly LogRow[],
  relationship: LogRow['relationship'],
  today: string,
): TopicColumn[] {
  const terms = (relationship.terms ?? []).filter(({ start }) => start <= today);
  if (terms.length > 0)
    return terms.map(({ name, start, end }) => ({ name, from: start, to: end })).slice(-MOST_COLUMNS);
  const dates = rows.map(({ meeting }) => meeting.start.slice(0, 10)).sort();
  const [first = today, last = today] = [dates[0], dates.at(-1)];
  const isGoing = Temporal.PlainDate.from(last).until(today, { largestUnit: 'days' }).days < STILL_GOING_DAYS;
  return halvesBetween(first, isGoing ? today : last).slice(-MOST_COLUMNS);
}

function halvesBetween(first: string, last: string): TopicColumn[] {
  const columns: TopicColumn[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    columns.push({ name: `Jan to Jun ${year}`, from: `${year}-01-01`, to: `${year}-06-30` });
    columns.push({ name: `Jul to Dec ${year}`, from: `${year}-07-01`, to: `${year}-12-31` });
  }
  return columns.filter(({ from, to }) => to >= first && from <= last);
}

/** `rows` are those of one relationship or mentee; what was not held was not talked about. */
export function composeTopicMap(
  rows: readonly LogRow[],
  topics: Programme['topics'],
  columns: readonly TopicColumn[],
): TopicMap {
  const counted = countTopics(rows, columns);
  const none = columns.map(() => 0);
  const listed = new Set<string>();
  const groups = topics.map(({ group, items }) => ({
    group,
    lines: items.map((topic) => {
      listed.add(fold(topic));
      return composeLine(topic, counted.get(fold(topic))?.counts ?? none);
    }),
  }));
  const own = [...counted]
    .filter(([key]) => !listed.has(key))
    .map(([, { topic, counts }]) => composeLine(topic, counts));
  own.sort((a, b) => b.total - a.total);
  const gaps = groups.flatMap(({ lines }) => lines).filter(({ total }) => total === 0).length;
  const ownGroup = own.length > 0 ? [{ group: 'Other topics', lines: own.slice(0, MOST_OWN) }] : [];
  return { columns: [...columns], groups: [...groups, ...ownGroup], gaps };
}

const composeLine = (topic: string, counts: number[]): TopicLine => ({
  topic,
  counts,
  total: counts.reduce((sum, count) => sum + count, 0),
});

/** Each topic once for an entry, however often it stands there. */
function countTopics(rows: readonly LogRow[], columns: readonly TopicColumn[]) {
  const within = columns.map(makeWithin);
  const counted = new Map<string, { topic: string; counts: number[] }>();
  for (const { meeting, relationship } of rows) {
    if (meeting.outcome !== 'held' || meeting.topics.length === 0) continue;
    const at = within.findIndex((isWithin) => isWithin(meeting.start, relationship.zone));
    if (at < 0) continue;
    for (const [key, topic] of new Map(meeting.topics.map((topic) => [fold(topic.trim()), topic.trim()]))) {
      const known = counted.get(key) ?? { topic, counts: columns.map(() => 0) };
      known.counts[at]! += 1;
      counted.set(key, known);
    }
  }
  return counted;
}
