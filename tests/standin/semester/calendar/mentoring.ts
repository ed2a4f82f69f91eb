// The meetings of the year: what was held, what is booked, and three of last week that nobody has logged.
import {
  amina,
  cohort,
  coMentor,
  elif,
  grace,
  hana,
  jun,
  lukasz,
  marek,
  mei,
  noah,
  priya,
  rana,
  sofia,
  ting,
  tomas,
  victor,
  yousef,
} from '../cast.ts';
import type { Member } from '../types.ts';
import type { Mentoring } from './types.ts';
import { type Book, guest, type Written } from './write.ts';

const ids = (members: readonly Member[]) => members.map(({ id }) => id);

const withCohort = (mentees: readonly Member[], more: Partial<Mentoring> = {}) => ({
  guests: mentees.map((each) => guest(each)),
  mentoring: { relationship: 'r-cohort', mentees: ids(mentees), ...more },
});

/** One mentee, so many days ago, at a time, about something. */
const held: [who: Member, day: number, at: string, title: string, minutes?: number][] = [
  [amina, -131, '17:00', 'Coffee with Amina', 45],
  [amina, -60, '17:00', 'Anatomy, and how to pass it', 50],
  [jun, -124, '12:30', 'Jun and Robin', 40],
  [jun, -55, '12:30', 'Research options'],
  [sofia, -118, '08:00', 'Run and talk', 50],
  [sofia, -47, '08:00', 'Run and talk', 50],
  [marek, -110, '16:15', 'Marek, study plan'],
  [marek, -52, '16:15', 'Marek, study plan'],
  [rana, -103, '15:00', 'Rana: first ward'],
  [ting, -96, '13:00', '李婷 / Robin', 30],
  [ting, -40, '13:00', '李婷 / Robin', 30],
  [yousef, -89, '11:00', 'مع يوسف', 45],
  [yousef, -33, '11:00', 'Clinic skills', 45],
  [lukasz, -82, '18:30', 'Łukasz, physiology'],
  [grace, -75, '16:00', 'Grace, block 3'],
  [tomas, -68, '14:00', 'Electives'],
  [priya, -61, '17:30', 'Priya, exam stress', 70],
  [priya, -26, '17:30', 'Priya, after the exam', 35],
  [noah, -54, '17:00', 'Coffee with Noah', 45],
];

const heldOnOutlook: typeof held = [
  [elif, -116, '12:00', 'Elif: placement'],
  [elif, -31, '12:00', 'Elif: supervisor', 45],
  [hana, -95, '10:30', 'Hana, catching up', 40],
  [hana, -24, '10:30', 'Hana, catching up', 40],
];

const booked: [who: Member, day: number, at: string, title: string][] = [
  [marek, 1, '16:15', 'Marek, study plan'],
  [noah, 3, '17:00', 'Coffee with Robin'],
  [jun, 8, '12:30', 'Research elective, next steps'],
  [rana, 15, '15:00', 'Rana: second ward'],
];

export function tellMentoring(book: Book): void {
  const { write } = book;
  held.forEach(([who, day, at, title, minutes = 60], n) => {
    write(`held-${n}`, title, day, at, { minutes, location: 'Café Quarry', ...withCohort([who]) });
  });
  heldOnOutlook.forEach(([who, day, at, title, minutes = 60], n) => {
    write(`outlook-held-${n}`, title, day, at, { vendor: 'microsoft', minutes, ...withCohort([who]) });
  });
  for (const [who, day, at, title] of booked) {
    write(`booked-${who.id.slice(2)}`, title, day, at, { location: 'Café Quarry', guests: [guest(who, 'accepted')] });
  }
  write('booked-elif', 'Elif: mail to the supervisor', 2, '12:00', { vendor: 'microsoft', guests: [guest(elif)] });
  tellGroups(book);
  tellVictor(book);
  tellMei(book);
  tellLastWeek(book);
}

function tellGroups({ write }: Book): void {
  const room = { location: 'Common room B', minutes: 75 };
  const all = { ...withCohort(cohort), ...room };
  const guests = [...all.guests, guest(coMentor)];
  write('group-autumn', 'Our cohort: welcome', -145, '17:30', { ...all, guests });
  write('group-before-exams', 'Our cohort: before the exams', -89, '17:30', { ...all, guests });
  write('group-spring', 'Our cohort: spring', -45, '17:30', { ...all, guests });
  write('group-next', 'Our cohort: after midterms', 17, '17:30', { ...room, guests });
}

/** Every second week, with one occurrence moved, one cancelled and one added. */
function tellVictor({ write, instant }: Book): void {
  const first = -5 - 14 * 10;
  const [moved, cancelled] = [instant(first + 14 * 8, '18:00'), instant(first + 14 * 5, '18:00')];
  const movedTo = instant(first + 14 * 8 + 1, '12:00');
  write('victor', 'CPD with Victor', first, '18:00', {
    rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=18',
    guests: [guest(victor)],
    location: 'Video call',
    added: [instant(first + 14 * 3 + 7, '18:00')],
    exceptions: {
      [moved]: { start: movedTo, end: Temporal.Instant.from(movedTo).add({ minutes: 90 }).toString() },
      [cancelled]: { cancelled: true },
    },
    mentoring: { relationship: 'r-cpd', mentees: [victor.id], unlogged: [instant(-5, '18:00')] },
  });
}

function tellMei({ write, instant }: Book): void {
  write('mei', 'Speed session', -125, '19:00', {
    rule: 'FREQ=WEEKLY;INTERVAL=4;COUNT=8',
    minutes: 40,
    guests: [guest(mei)],
    mentoring: { relationship: 'r-speed', mentees: [mei.id] },
    exceptions: { [instant(-125 + 28, '19:00')]: { cancelled: true } },
  });
}

/** With the series above, these are the three that were held and not logged. */
function tellLastWeek({ write }: Book): void {
  const unlogged = 'all' as const;
  write('amina-coffee', 'Coffee with Amina', -4, '17:00', {
    minutes: 45,
    location: 'Café Quarry',
    ...withCohort([amina], { unlogged }),
  });
  const onlyTitle: Written = { minutes: 30, mentoring: { relationship: 'r-cohort', mentees: [grace.id], unlogged } };
  write('grace-title', 'Grace Adeyemi', -6, '16:00', onlyTitle);
}
