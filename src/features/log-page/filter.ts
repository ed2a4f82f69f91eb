// Which entries are shown. An empty field asks for nothing.
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { fold, parseWords } from './fold.ts';
import { makeWithin, parsePeriod } from './periods.ts';
import { concerns, type LogRow } from './rows.ts';
import { keyOfSession } from './sessions.ts';
import type { Signed } from './signed.ts';

export interface LogFilter {
  relationship: string;
  mentee: string;
  /** A period's key. */
  period: string;
  outcome: '' | Meeting['outcome'];
  /** A kind of session's key. */
  session: string;
  signed: '' | Signed;
  /** Words that have all to stand in the entry. */
  text: string;
}

export const everything: LogFilter = {
  relationship: '',
  mentee: '',
  period: '',
  outcome: '',
  session: '',
  signed: '',
  text: '',
};

/** Remembers each entry's folded text, so that only the first letter typed pays for it. */
export type Search = (row: LogRow, words: readonly string[]) => boolean;

export function makeSearch(): Search {
  const folded = new WeakMap<LogRow, string>();
  return (row, words) => {
    let text = folded.get(row);
    if (text === undefined) {
      text = fold(composeText(row));
      folded.set(row, text);
    }
    const all = text;
    return words.every((word) => all.includes(word));
  };
}

function composeText({ meeting, people, programme }: LogRow): string {
  const { topics, homework, sharedNote, privateNote, sessionType } = meeting;
  const names = people.map(({ name }) => name);
  return [...names, programme, sessionType ?? '', ...topics, ...homework, sharedNote ?? '', privateNote ?? ''].join(
    '\n',
  );
}

export function applyFilter(rows: readonly LogRow[], filter: LogFilter, search: Search): LogRow[] {
  const window = parsePeriod(filter.period);
  const within = window && makeWithin(window);
  const words = parseWords(filter.text);
  return rows.filter(
    (row) =>
      (filter.relationship === '' || row.relationship.id === filter.relationship) &&
      (filter.mentee === '' || concerns(row, filter.mentee)) &&
      (filter.outcome === '' || row.meeting.outcome === filter.outcome) &&
      (filter.session === '' || keyOfSession(row.meeting) === filter.session) &&
      (filter.signed === '' || row.signed === filter.signed) &&
      (!within || within(row.meeting.start, row.relationship.zone)) &&
      (words.length === 0 || search(row, words)),
  );
}

export function isFiltered(filter: LogFilter): boolean {
  return Object.values(filter).some((value) => value.trim() !== '');
}
