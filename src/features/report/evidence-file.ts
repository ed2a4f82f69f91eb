// What the record comes to, with what it rests on: each verdict on hours or meetings and on completeness, by the entries
// that decide it.
import type { Ledger } from '../../domain/ledger.ts';
import { judgeRelationship } from '../../domain/verdict/judge.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import type { SheetRequest } from './address.ts';
import { nameOf } from './person-words.ts';
import { dayOf } from './sheet-words.ts';

const rules: ReadonlySet<string> = new Set(['hours-or-meetings', 'log-complete']);
const head = ['Rule', 'State', 'Mentee', 'From', 'To', 'Missing', 'Clause', 'Entry', 'Date', 'Minutes'];

/** Rows of a table with a head, one for each verdict and entry behind it. */
export function composeEvidence(
  ledger: Ledger,
  { relationship, mentee, from, to }: SheetRequest,
  now: string,
): string[][] {
  const found = ledger.relationships.find(({ id }) => id === relationship);
  if (!found) return [head];
  const people = new Map(ledger.people.map((person) => [person.id, person]));
  const meetings = new Map(ledger.meetings.map((meeting) => [meeting.id, meeting]));
  const name = (id: string | undefined) => (id === undefined ? '' : nameOf(people, id));
  const days = (verdict: Verdict) => verdict.subject.window ?? dayOfMeeting(verdict);
  const dayOfMeeting = ({ subject }: Verdict) => {
    const meeting = subject.meeting === undefined ? undefined : meetings.get(subject.meeting);
    const day = meeting ? dayOf(meeting.start, found.zone) : '';
    return { from: day, to: day };
  };
  const verdicts = judgeRelationship(ledger, relationship, now).verdicts.filter((verdict) => {
    const { subject, rule } = verdict;
    const isOwn = !mentee || (subject.mentee ?? mentee) === mentee;
    const meeting = subject.meeting === undefined ? undefined : meetings.get(subject.meeting);
    const isThere = !mentee || !meeting || meeting.attendees.includes(mentee);
    const window = days(verdict);
    return rules.has(rule) && isOwn && isThere && window.from <= to && window.to >= from;
  });
  const rows = verdicts.flatMap((verdict) => {
    const { rule, state, subject, missing = [], clause, evidence } = verdict;
    const window = days(verdict);
    const start = [
      rule,
      state,
      name(subject.mentee),
      window.from,
      window.to,
      missing.join(', '),
      `${clause.document}, ${clause.section}`,
    ];
    const entries = [...new Set([...evidence, ...(subject.meeting ? [subject.meeting] : [])])].flatMap(
      (id) => meetings.get(id) ?? [],
    );
    if (entries.length === 0) return [[...start, '', '', '']];
    return entries.map((entry) => [...start, entry.id, dayOf(entry.start, found.zone), String(entry.minutes)]);
  });
  return [head, ...rows];
}
