// Everything else in a student's calendars: much of it looks like a mentoring meeting, and none of it is one.
import { cohort, coMentor, coordinator, faculty, grace, hana, jun, noah, priya, sofia, tomas } from '../cast.ts';
import type { Member } from '../types.ts';
import type { Guest, StandinTask } from './types.ts';
import { addressOf, type Book, guest } from './write.ts';

/** A whole year of students, mentees among them. */
function classOf(count: number): Guest[] {
  const strangers = Array.from({ length: count - 4 }, (_, n) => ({
    name: `Student ${n + 1}`,
    email: `student${n + 1}@students.umms.example.edu`,
    response: 'accepted' as const,
  }));
  return [...cohort.slice(0, 4).map((each) => guest(each)), ...strangers];
}

export function tellNoise(book: Book): void {
  tellLectures(book);
  tellNearMisses(book);
  tellAbsence(book);
  tellOthers(book);
  tellOutlook(book);
}

/** The weekday so many weeks ago: 1 is Monday. */
const back = (book: Book, weeks: number, weekday: number) => weekday - book.weekday - 7 * weeks;

function tellLectures(book: Book): void {
  const registrar = { name: 'Registrar', email: 'registrar@umms.example.edu' };
  book.write('cardiology', 'Cardiology lecture', back(book, 9, 1), '09:00', {
    rule: 'FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=42',
    organizer: registrar,
    guests: classOf(80),
    location: 'Lecture hall 1',
  });
  book.write('journal-club', 'Journal club', back(book, 20, 4), '12:00', {
    rule: 'FREQ=WEEKLY;COUNT=36',
    guests: classOf(18),
    location: 'Library, room 4',
  });
}

function tellNearMisses({ write }: Book): void {
  write('grace-period', 'Grace period ends', -3, '12:00', { minutes: 15 });
  write('declined-jun', 'Coffee with Jun', -6, '12:30', {
    organizer: addressOf(jun),
    guests: [guest(jun)],
    response: 'declined',
  });
  write('cancelled-noah', 'Lunch with Noah', -5, '12:00', { guests: [guest(noah)], status: 'cancelled' });
  write('birthday', 'Priya’s birthday', -5, 'all-day', { guests: [guest(priya)], busy: false });
  write('sofia-free', 'Sofia’s exam', -4, '09:00', { guests: [guest(sofia)], busy: false, minutes: 120 });
  write('daniel', 'Daniel and Robin: the cohort', -7, '18:00', { guests: [guest(coMentor)] });
  write('faculty', 'Dr. Halvorsen, all pairs', -12, '08:00', {
    organizer: addressOf(faculty),
    guests: [guest(coMentor), guest(coordinator)],
  });
  write('training', 'Peer mentor training', -20, '13:00', {
    organizer: addressOf(coordinator),
    guests: [guest(coMentor), ...classOf(24).slice(4)],
    minutes: 180,
  });
  write('maybe-tomas', 'Tomás, elective?', 4, '14:00', {
    guests: [guest(tomas, 'none')],
    response: 'tentative',
    status: 'tentative',
  });
}

function tellAbsence({ write }: Book): void {
  write('away', 'Out of office', -21, '00:00', { kind: 'out-of-office', minutes: 5 * 24 * 60 });
  write('thesis', 'Focus: thesis', -4, '13:00', { kind: 'focus', minutes: 120 });
  write('home', 'Home', -4, 'all-day', { kind: 'working-location', busy: false });
}

function tellOthers({ write }: Book): void {
  write('dentist', 'Dentist', -6, '08:30', { minutes: 30 });
  write('dinner', 'Dinner at Ana’s', -3, '19:30', { minutes: 180 });
  write('ski', 'Ski weekend', 12, 'all-day', { days: 2 });
  const shift = { calendar: 'rotations', minutes: 8 * 60, location: 'Ward 4' };
  for (const [n, day] of [-27, -26, -13, -12, 1, 2, 15].entries()) write(`ward-${n}`, 'Ward 4', day, '07:00', shift);
  const holiday = { calendar: 'holidays', busy: false, organizer: { email: 'holidays@group.calendar.example.com' } };
  write('family-day', 'Family Day', -21, 'all-day', holiday);
  write('spring-break', 'March break', 7, 'all-day', { ...holiday, days: 5 });
}

function tellOutlook(book: Book): void {
  const vendor = 'microsoft' as const;
  const office: Member[] = [faculty, coordinator];
  book.write('rounds', 'Ward round', back(book, 16, 2), '07:30', {
    vendor,
    rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=30',
    organizer: addressOf(faculty),
    guests: office.map((each) => guest(each)),
    exceptions: {
      [book.instant(back(book, 3, 2), '07:30')]: { cancelled: true },
      [book.instant(back(book, 1, 2), '07:30')]: {
        start: book.instant(back(book, 1, 2), '10:30'),
        end: book.instant(back(book, 1, 2), '11:30'),
      },
    },
  });
  book.write('hana-declined', 'Hana, catching up', -5, '10:30', {
    vendor,
    organizer: addressOf(hana),
    guests: [guest(hana)],
    response: 'declined',
  });
  book.write('staff-day', 'Staff development day', -10, 'all-day', { vendor, busy: false });
  book.write('leave', 'Leave', -21, 'all-day', { vendor, kind: 'out-of-office', days: 5 });
  book.write('grace-fees', 'Grace period for fees', 4, '23:00', { vendor, minutes: 30 });
  book.write('clinic', 'Clinic', 2, '13:00', { vendor, calendar: 'clinic', minutes: 180, location: 'Building C' });
}

export function tellTasks({ date }: Book): StandinTask[] {
  return [
    { key: 'reply', title: `Reply to ${hana.name}`, date: date(0) },
    { key: 'grace', title: `Read ${grace.name}’s draft`, date: date(-3) },
  ];
}
