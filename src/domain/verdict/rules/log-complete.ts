// A record is complete only with all that the programme names (PROGRAMMES M7): one verdict for each meeting that was held.
// It carries no deadline, for the documents name none. Every mentee who came signs, and a mentor who came: one signature
// of the mentors' side stands for it. What is amended later stands beside what was signed and undoes nothing.
import type { Meeting } from '../../meeting/meeting.ts';
import type { Rule } from '../../programme/programme.ts';
import { addMinutes, latest } from '../../time/instants.ts';
import type { Verdict } from '../verdict.ts';
import { mentorsFor, type RelationshipView } from '../view.ts';
import { isWithin } from './period.ts';

interface Entry {
  meeting: Meeting;
  /** Person ids. */
  mentees: string[];
  mentors: string[];
}

type Part = (view: RelationshipView, entry: Entry) => boolean;

const isNamed = ({ index }: RelationshipView, id: string) => (index.people.get(id)?.name.trim() ?? '') !== '';
const hasSigned = ({ meeting }: Entry, id: string) => meeting.signatures.some(({ by }) => by === id);

const isReached: Part = ({ index }, { mentees }) =>
  mentees.every((id) => {
    const person = index.people.get(id);
    return (person?.emails.length ?? 0) > 0 || (person?.phone?.trim() ?? '') !== '';
  });

/** Whether an entry holds a part, by the names that packs give the parts. Parts of other names are not looked for. */
const parts: Record<string, Part> = {
  'mentor-name': (view, { mentors }) => mentors.some((id) => isNamed(view, id)),
  'mentor-signature': (_, entry) => entry.mentors.some((id) => hasSigned(entry, id)),
  'mentee-name': (view, { mentees }) => mentees.length > 0 && mentees.every((id) => isNamed(view, id)),
  'mentee-signature': (_, entry) => entry.mentees.length > 0 && entry.mentees.every((id) => hasSigned(entry, id)),
  'mentee-contact': isReached,
  date: ({ index }, { meeting }) => meeting.start <= index.now,
  'time-spent': (_, { meeting }) => meeting.minutes > 0,
  topics: (_, { meeting }) => meeting.topics.some((topic) => topic.trim() !== ''),
};

export function judgeLogComplete(view: RelationshipView, rule: Rule): Verdict[] {
  const { relationship, index } = view;
  const held = (index.meetings.get(relationship.id) ?? []).filter(
    ({ outcome, start }) => outcome === 'held' && isWithin(view, start),
  );
  return held
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1))
    .map((meeting) => judgeEntry(view, rule, meeting));
}

function judgeEntry(view: RelationshipView, rule: Rule, meeting: Meeting): Verdict {
  const signed = view.index.signed.get(meeting.id);
  const missing = findMissing(view, rule, meeting);
  const isMet = missing.length === 0 || (signed !== undefined && findMissing(view, rule, signed).length === 0);
  const verdict: Verdict = {
    rule: rule.rule,
    subject: { relationship: meeting.relationship, meeting: meeting.id },
    state: isMet ? 'met' : 'open',
    since: addMinutes(meeting.start, meeting.minutes),
    evidence: [meeting.id],
    clause: rule.clause,
  };
  if (!isMet) return { ...verdict, missing };
  const settledAt = latest([verdict.since, ...meeting.signatures.map(({ at }) => at)]);
  return { ...verdict, settledAt: settledAt! };
}

function findMissing(view: RelationshipView, { fields = [] }: Rule, meeting: Meeting): string[] {
  const entry = readEntry(view, meeting);
  return fields.filter((field) => parts[field] !== undefined && !parts[field](view, entry));
}

function readEntry({ relationship }: RelationshipView, meeting: Meeting): Entry {
  const came = new Set(meeting.attendees);
  const mentees = relationship.mentees.filter((id) => came.has(id));
  const paired = mentees.length > 0 ? mentees : [''];
  const all = [...new Set(paired.flatMap((id) => mentorsFor(relationship, id)))];
  const mentors = all.filter((id) => came.has(id));
  return { meeting, mentees, mentors: mentors.length > 0 ? mentors : all };
}
