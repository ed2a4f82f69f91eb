// The log so far: every meeting that the calendars show as held, but for those of last week that nobody has logged yet.
import { createHash } from 'node:crypto';
import type { RecordOf } from '../../../src/domain/ledger.ts';
import { composeCanonicalMeeting, composeCanonicalSignature } from '../../../src/domain/meeting/canonical.ts';
import { builtInTopics } from '../../../src/programmes/lists/topics.ts';
import { googleEventId, googleInstanceId, graphEventId } from './calendar/ids.ts';
import { spread } from './calendar/occurrences.ts';
import type { Instance, Mentoring } from './calendar/types.ts';
import { me } from './cast.ts';
import { makeRandom, type Random } from './random.ts';
import type { Semester } from './types.ts';

type Meeting = RecordOf<'meetings'>;
type Homework = RecordOf<'homework'>;

const topics = builtInTopics.flatMap(({ items }) => items);
const assignments = [
  'Write down three questions for the supervisor',
  'Try one week with the new study plan',
  'Read the guide on case reports',
  'Send the draft by Friday',
];

export function tellMeetings(semester: Semester): { meetings: Meeting[]; homework: Homework[] } {
  const random = makeRandom(7);
  const held = heldInstances(semester);
  const last = held.findLast(({ mentoring }) => mentoring.relationship === 'r-cpd');
  const meetings = seal(held.map((each) => toMeeting(each, random, each === last)));
  const homework = meetings.flatMap((meeting) => toHomework(meeting, meetings));
  return { meetings, homework };
}

interface Held {
  instance: Instance;
  mentoring: Mentoring;
}

function heldInstances({ now, start, zone, calendars }: Semester): Held[] {
  const from = Temporal.PlainDate.from(start).toZonedDateTime(zone).toInstant().toString();
  return calendars.events
    .flatMap((event) =>
      event.mentoring ? spread(event, from, now).map((instance) => ({ instance, mentoring: event.mentoring! })) : [],
    )
    .filter(({ instance }) => !instance.cancelled && instance.end <= now)
    .filter(
      ({ instance, mentoring: { unlogged = [] } }) => unlogged !== 'all' && !unlogged.includes(instance.original ?? ''),
    )
    .sort((a, b) => (a.instance.start < b.instance.start ? -1 : 1));
}

const eventId = (instance: Instance) =>
  instance.event.vendor === 'google' ? googleInstanceId(instance) : graphEventId(instance);

const minutesOf = ({ start, end }: Pick<Instance, 'start' | 'end'>) => (Date.parse(end) - Date.parse(start)) / 60_000;

function toMeeting({ instance, mentoring }: Held, random: Random, isLast: boolean): Meeting {
  const { event, start, end, title, original, location } = instance;
  const at = random.between(0, topics.length - 4);
  const planned = minutesOf(instance);
  const setsHomework = isLast || random.next() < 0.3;
  const meeting: Meeting = {
    id: `m-${event.key}${original ? `-${original.slice(0, 10)}` : ''}`,
    relationship: mentoring.relationship,
    start,
    minutes: planned + random.pick([0, 0, 5, 10, -5]),
    preparationMinutes: random.pick([0, 10, 15]),
    outcome: 'held',
    attendees: [me.id, ...mentoring.mentees],
    topics: topics.slice(at, at + random.between(1, 3)),
    homework: setsHomework ? [random.pick(assignments)] : [],
    event: eventId(instance),
    ...(original ? { series: event.vendor === 'google' ? googleEventId(event) : graphEventId({ event }) } : {}),
    eventPrint: { start, end, title, status: 'confirmed' },
    plannedStart: start,
    plannedMinutes: planned,
    modality: location === 'Video call' ? 'video' : 'in-person',
    enteredAt: after(end, 2),
    enteredFrom: 'calendar',
    signatures: [],
  };
  return { ...meeting, signatures: signaturesOf(meeting, end, random) };
}

const after = (instant: string, hours: number) => Temporal.Instant.from(instant).add({ hours }).toString();

/** The log of the CPD programme asks for both signatures; of the others, some entries have them. */
function signaturesOf(meeting: Meeting, end: string, random: Random): Meeting['signatures'] {
  const [, mentee] = meeting.attendees;
  const isPair = meeting.attendees.length === 2;
  if (meeting.relationship !== 'r-cpd' && !(isPair && random.next() < 0.5)) return [];
  const digest = hash(composeCanonicalMeeting(meeting));
  return [
    { by: me.id, how: 'typed', at: after(end, 3), digest, name: me.name },
    { by: mentee!, how: 'reply', at: after(end, 20), digest },
  ];
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Each signature after the one given before it in the same relationship. */
function seal(meetings: Meeting[]): Meeting[] {
  const given = meetings.flatMap((meeting) => meeting.signatures.map((signature) => ({ meeting, signature })));
  const heads = new Map<string, string>();
  const seals = new Map<Meeting['signatures'][number], { digest: string; previous: string }>();
  for (const { meeting, signature } of given.sort((a, b) => (a.signature.at < b.signature.at ? -1 : 1))) {
    const previous = heads.get(meeting.relationship) ?? '';
    const digest = hash(composeCanonicalSignature(meeting, signature, undefined, previous));
    seals.set(signature, { digest, previous });
    heads.set(meeting.relationship, digest);
  }
  return meetings.map((meeting) => ({
    ...meeting,
    signatures: meeting.signatures.map((each) => ({ ...each, seal: seals.get(each)! })),
  }));
}

/** Done by the next meeting of the same people; what the last one set is open. */
function toHomework(meeting: Meeting, all: readonly Meeting[]): Homework[] {
  const next = all.find(
    ({ start, relationship, attendees }) =>
      start > meeting.start && relationship === meeting.relationship && attendees[1] === meeting.attendees[1],
  );
  return meeting.homework.map((text, n) => ({
    id: `h-${meeting.id}-${n}`,
    relationship: meeting.relationship,
    meeting: meeting.id,
    text,
    done: next !== undefined,
    ...(meeting.attendees.length === 2 ? { mentee: meeting.attendees[1]! } : {}),
    ...(next ? { closedIn: next.id, closedAt: next.start } : {}),
  }));
}
