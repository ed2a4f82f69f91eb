// Ledgers with a log in them: the sample tracking sheet (PROGRAMMES section 3), and cohorts of any size.
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import { digestMeeting } from '../../../src/domain/meeting/chain.ts';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import type { Relationship } from '../../../src/domain/people/relationship.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import type { Message } from '../../../src/domain/thread/message.ts';
import { sealAll } from '../../domain/meeting/seal-all.ts';

export const zone = 'America/Toronto';

const sheetDays = [
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

const sheetHomework = [
  'Self-evaluation of leadership skills',
  'Leadership opportunities with the association or employer',
  'A bachelor of management programme as an option',
  'Other leadership training options',
  'A development plan',
  'An update on carrying out the plan',
  'How often to meet, and an update',
];

export const pairPeople: Person[] = [
  { id: 'me', name: 'Mira Lindqvist', emails: ['mira@uni.example'] },
  { id: 'jun', name: 'Jun Li 李俊', emails: ['jun@uni.example'] },
];

export const pair: Relationship = {
  id: 'pair',
  programme: 'cpd-mentoring',
  me: 'me',
  role: 'mentor',
  mentors: ['me'],
  mentees: ['jun'],
  start: '2016-05-18',
  zone,
};

/** What is not given is an hour held with the pair's mentee. */
export function entry(id: string, start: string, more: Partial<Meeting> = {}): Meeting {
  return {
    id,
    relationship: 'pair',
    start,
    minutes: 60,
    outcome: 'held',
    attendees: ['me', 'jun'],
    topics: [],
    homework: [],
    signatures: [],
    ...more,
  };
}

/** Thirteen hours on Wednesdays of 2016, 18:00 to 19:00; the homework of one is the first topic of the next. */
export function sampleSheet(): Ledger {
  const meetings = sheetDays.map((day, at) => {
    const before = sheetHomework[at - 1];
    const homework = sheetHomework[at];
    return entry(`sheet-${at}`, `${day}T${day < '2016-11-06' ? 22 : 23}:00:00Z`, {
      topics: [...(before ? [before] : []), 'Leadership', 'Career path', at === 12 ? 'Stay in contact' : 'Motivation'],
      topicLevels: before ? [0, 1, 2, 0] : [0, 1, 0],
      homework: homework ? [homework] : [],
      modality: 'in-person',
    });
  });
  return { ...emptyLedger(), people: pairPeople, relationships: [pair], meetings };
}

export const menteeNames = [
  'Amina Okafor',
  'Jun Li',
  'Marek Kowal',
  'Rana Tahir',
  'Sofia Berg',
  'Łukasz Żółć',
  'محمد علي',
  '李俊',
  'Tomás Herrera',
  'Priya Raman',
];

export interface CohortShape {
  mentees: number;
  /** Entries in the log, shared out evenly. */
  entries: number;
  /** Mails with each mentee. */
  mails: number;
  /** The instant it is. */
  now: string;
}

const DAY = 86_400_000;
const instant = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

const topics = [
  'Exams',
  'Research opportunities',
  'Motivation',
  'Health and wellbeing',
  'Networking',
  'Housing and accommodation',
  'Choosing an elective',
];
const outcomes = ['held', 'held', 'held', 'held', 'held', 'held', 'cancelled', 'held', 'no-show'] as const;

export const menteeName = (at: number) =>
  `${menteeNames[at % menteeNames.length]}${at < menteeNames.length ? '' : ` ${at}`}`;

/** A cohort under one programme with a year of mail and meetings, seen in one mailbox but for some. */
export function cohortLedger({ mentees, entries, mails, now }: CohortShape): Ledger {
  const ledger = emptyLedger();
  const end = Date.parse(now);
  const begin = end - 300 * DAY;
  const ids = Array.from({ length: mentees }, (_, at) => `p${at}`);
  ledger.people.push({ id: 'me', name: 'Mira Lindqvist', emails: ['mira@uni.example'] });
  ledger.people.push(...ids.map((id, at) => ({ id, name: menteeName(at), emails: [`${id}@uni.example`] })));
  ledger.relationships.push({
    id: 'cohort',
    programme: 'umms-peer-mentoring',
    me: 'me',
    role: 'mentor',
    mentors: ['me'],
    mentees: ids,
    start: day(begin),
    zone,
    terms: [
      { name: 'Autumn', start: day(begin), end: day(begin + 140 * DAY) },
      { name: 'Spring', start: day(begin + 150 * DAY), end: day(end + 60 * DAY) },
    ],
  });
  for (let at = 0; at < entries; at += 1) ledger.meetings.push(cohortEntry(at, ids, begin, (end - begin) / entries));
  ids.forEach((id, at) => {
    if (at % 7 !== 3) ledger.messages.push(...mailWith(id, at, mails, begin, end));
  });
  ledger.sources.push({
    id: 'visit',
    source: 'gmail-page',
    address: 'mira@uni.example',
    from: instant(begin),
    to: now,
  });
  ledger.settings.push({ ...defaultSettings(zone), notify: false, welcomed: true });
  return ledger;
}

function cohortEntry(at: number, ids: readonly string[], begin: number, step: number): Meeting {
  const outcome = outcomes[at % outcomes.length]!;
  const mentee = ids[at % ids.length]!;
  const start = instant(begin + at * step);
  const by = outcome === 'held' && at % 3 !== 0 ? ['me', ...(at % 2 ? [mentee] : [])] : [];
  return entry(`m${at}`, start, {
    relationship: 'cohort',
    minutes: 30 + (at % 4) * 15,
    plannedMinutes: 60,
    ...(at % 5 === 0 && { preparationMinutes: 20 }),
    outcome,
    ...(outcome === 'cancelled' && { noticeHours: 26, cancelledBy: mentee }),
    attendees: ['me', mentee],
    topics: [topics[at % topics.length]!, 'Which one, and why', topics[(at + 3) % topics.length]!],
    topicLevels: [0, 1, 0],
    homework: at % 2 === 0 ? ['Send the two elective descriptions'] : [],
    modality: at % 2 === 0 ? 'video' : 'in-person',
    signatures: by.map((who, index) => ({
      by: who,
      how: index === 0 ? 'drawn' : 'reply',
      at: start,
      digest: '0'.repeat(64),
    })),
  });
}

/** Puts under every signature the digest of what it was given for, and seals them all. */
export async function seal(ledger: Ledger): Promise<Ledger> {
  const meetings = await Promise.all(
    ledger.meetings.map(async (meeting) => {
      if (meeting.signatures.length === 0) return meeting;
      const digest = await digestMeeting(meeting);
      return { ...meeting, signatures: meeting.signatures.map((signature) => ({ ...signature, digest })) };
    }),
  );
  return sealAll({ ...ledger, meetings });
}

/** A question and its answer, in turn; some mentees are written to in few months. */
function mailWith(id: string, at: number, count: number, begin: number, end: number): Message[] {
  const reach = at % 5 === 2 ? 0.6 : 1;
  return Array.from({ length: count }, (_, index) => {
    const mine = index % 2 === 1;
    const [from, to] = mine ? ['mira@uni.example', `${id}@uni.example`] : [`${id}@uni.example`, 'mira@uni.example'];
    const sentAt = instant(begin + ((end - begin - 2 * DAY) * reach * index) / count + (mine ? 3_600_000 : 0));
    return {
      id: `${id}-${index}`,
      threadId: `${id}-t${Math.floor(index / 2)}`,
      sentAt,
      from: { email: from },
      to: [{ email: to }],
      cc: [],
      subject: `A question ${Math.floor(index / 2)}`,
      kind: 'personal',
      seenIn: [{ source: 'gmail-page', address: 'mira@uni.example', at: sentAt }],
    };
  });
}
