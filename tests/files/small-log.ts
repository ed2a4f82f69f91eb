// A small log with what is hard in it: names in four scripts, an entry without a time, one cancelled, one signed.
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import type { Relationship } from '../../src/domain/people/relationship.ts';
import type { LogRow } from '../../src/files/log-row.ts';

export const people = [
  { id: 'me', name: 'Robin Park', emails: ['robin@uni.example'] },
  { id: 'ana', name: 'Ana "Anita" Álvarez', emails: ['ana@uni.example', 'ana@home.example'] },
  { id: 'wei', name: '李薇', emails: [] },
  { id: 'amal', name: 'أمل', emails: ['amal@uni.example'] },
];
const relationship: Relationship = {
  id: 'r1',
  programme: 'umms-peer-mentoring',
  me: 'me',
  role: 'mentor',
  mentors: ['me'],
  mentees: ['ana', 'wei', 'amal'],
  start: '2026-01-01',
  zone: 'America/Toronto',
};
const meeting = (more: Partial<Meeting>): Meeting => ({
  id: 'm1',
  relationship: 'r1',
  start: '2026-03-09T22:00:00Z',
  minutes: 90,
  outcome: 'held',
  attendees: ['me', 'ana'],
  topics: ['Exams', 'Biochemistry', 'Next term'],
  topicLevels: [0, 1, 0],
  homework: ['Read chapter 4'],
  signatures: [],
  ...more,
});
export const row = (more: Partial<Meeting> = {}): LogRow => ({
  meeting: meeting(more),
  relationship,
  programme: 'Peer Mentoring',
});

export const rows: LogRow[] = [
  row({ preparationMinutes: 20, modality: 'video', sharedNote: 'For us two', privateNote: 'SECRET' }),
  row({
    id: 'm2',
    start: '2026-03-10T14:30:00.500Z',
    minutes: 20,
    attendees: ['me', 'wei', 'amal', 'gone'],
    topics: ['计划', 'خطة', 'Żółć', 'a,b;c\t"d"'],
    topicLevels: [0, 0, 0, 0],
  }),
  row({
    id: 'm3',
    outcome: 'cancelled',
    cancelledBy: 'ana',
    noticeHours: 3,
    topics: [],
    topicLevels: [],
    homework: [],
  }),
  row({ id: 'm4', minutes: 0, countOnly: true, homework: [] }),
  row({
    id: 'm5',
    signatures: [
      { by: 'me', how: 'typed', at: '2026-03-10T03:00:00Z', digest: 'd', name: 'Robin' },
      { by: 'ana', how: 'reply', at: '2026-03-11T12:00:00Z', digest: 'd' },
    ],
  }),
];
