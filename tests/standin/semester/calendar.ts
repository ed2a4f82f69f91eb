// The calendars of the semester: a year of them in two accounts, told from the same morning as the mail.
import { tellMentoring } from './calendar/mentoring.ts';
import { tellNoise, tellTasks } from './calendar/noise.ts';
import type { StandinCalendar, StandinCalendars } from './calendar/types.ts';
import { guest, openBook } from './calendar/write.ts';
import { victor } from './cast.ts';

export type { StandinCalendar, StandinCalendars, StandinEvent } from './calendar/types.ts';

const calendars: StandinCalendar[] = [
  { key: 'primary', vendor: 'google', name: 'Robin Lavoie', primary: true, colour: 'rgb(3, 155, 229)', own: true },
  { key: 'rotations', vendor: 'google', name: 'Rotations', colour: 'rgb(11, 128, 67)', own: true },
  { key: 'holidays', vendor: 'google', name: 'Holidays in Canada', colour: 'rgb(121, 134, 203)', own: false },
  { key: 'primary', vendor: 'microsoft', name: 'Calendar', primary: true, colour: 'rgb(0, 120, 212)', own: true },
  { key: 'clinic', vendor: 'microsoft', name: 'Clinic', colour: 'rgb(16, 124, 16)', own: false },
];

/** The same for the same instant, every time. */
export function semesterCalendars(now: string, zone: string): StandinCalendars {
  const book = openBook(now, zone);
  tellMentoring(book);
  tellNoise(book);
  // One invitation stands in both accounts: it was made elsewhere, and both keep its uid.
  const shared = { uid: 'cpd-audit-2026@calendar.example.org', guests: [guest(victor)], minutes: 30 };
  book.write('audit', 'CPD audit, questions', 22, '15:00', shared);
  book.write('audit', 'CPD audit, questions', 22, '15:00', { ...shared, vendor: 'microsoft' });
  return { zone, calendars, events: book.events, tasks: tellTasks(book) };
}
