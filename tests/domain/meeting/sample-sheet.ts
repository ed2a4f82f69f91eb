// The sample tracking sheet of PROGRAMMES section 3, as data: thirteen meetings of an hour, all on Wednesdays at 18:00 in
// Toronto, with homework at the first seven, each of which is the next meeting's first topic.
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';

export interface SampleRow {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Local time, `HH:MM`. */
  start: string;
  end: string;
  /** In order; `topicLevels` says how deep each stands. */
  topics: string[];
  topicLevels: number[];
  homework: string[];
}

export const sampleZone = 'America/Toronto';
export const sampleMentor = { id: 'mentor', name: 'Morgan Hale', emails: ['morgan.hale@example.com'] };
export const sampleMentee = {
  id: 'mentee',
  name: 'Casey Imai',
  emails: ['casey.imai@example.com'],
  phone: '416 555 0100',
};

const homework = [
  'Self-evaluation of leadership skills',
  'Leadership opportunities with the association or employer',
  'A bachelor of management programme as an option',
  'Other leadership training options',
  'A development plan',
  'An update on carrying out the plan',
  'How often to meet, and an update',
];
const dates = [
  '2016-05-18',
  '2016-06-01',
  '2016-06-15',
  '2016-06-29',
  '2016-07-13',
  '2016-07-27',
  '2016-08-17',
  '2016-08-31',
  '2016-09-14',
  '2016-09-28',
  '2016-10-12',
  '2016-10-26',
  '2016-11-02',
];

export const sampleSheet: SampleRow[] = dates.map((date, at) => {
  const carried = homework[at - 1];
  const own = at === dates.length - 1 ? ['Stay in contact'] : ['Progress since the last meeting', 'Next step'];
  const topics = [...(carried ? [carried] : []), ...own];
  return {
    date,
    start: '18:00',
    end: '19:00',
    topics,
    topicLevels: topics.map((_, place) => (place === topics.length - 1 && at < dates.length - 1 ? 1 : 0)),
    homework: at < homework.length ? [homework[at]!] : [],
  };
});

/** The instant of a local time of the sheet. */
export function sampleInstant({ date, start }: Pick<SampleRow, 'date' | 'start'>): string {
  return Temporal.PlainDateTime.from(`${date}T${start}`).toZonedDateTime(sampleZone).toInstant().toString();
}

/** The sheet's rows as entries of a log, unsigned. */
export function sampleMeetings(relationship = 'sample'): Meeting[] {
  return sampleSheet.map((row) => ({
    id: `sample ${row.date}`,
    relationship,
    start: sampleInstant(row),
    minutes: 60,
    outcome: 'held',
    attendees: [sampleMentor.id, sampleMentee.id],
    topics: row.topics,
    topicLevels: row.topicLevels,
    homework: row.homework,
    signatures: [],
  }));
}

/** The whole of it under the programme it comes from. */
export function sampleLedger(): Ledger {
  return {
    ...emptyLedger(),
    people: [sampleMentor, sampleMentee],
    relationships: [
      {
        id: 'sample',
        programme: 'cpd-mentoring',
        me: sampleMentor.id,
        role: 'mentor',
        mentors: [sampleMentor.id],
        mentees: [sampleMentee.id],
        start: '2016-05-18',
        zone: sampleZone,
      },
    ],
    meetings: sampleMeetings(),
  };
}
