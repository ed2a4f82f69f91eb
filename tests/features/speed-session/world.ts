// A speed pair, and a session of it that is over.
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import type { Relationship } from '../../../src/domain/people/relationship.ts';
import { newSession, type Session } from '../../../src/features/speed-session/session.ts';
import { endTimer, startTimer } from '../../../src/features/speed-session/timer.ts';

export const now = '2026-03-09T09:00:00Z';

export const home: Relationship = {
  id: 'speed',
  programme: 'speed-peer-mentoring',
  me: 'me',
  role: 'mentor',
  mentors: ['me'],
  mentees: ['jun'],
  start: '2026-01-01',
  zone: 'Europe/Berlin',
};

export const other: Relationship = { ...home, id: 'other', role: 'mentee', mentors: ['jun'], mentees: ['me'] };

export function speedLedger(more: Partial<Ledger> = {}): Ledger {
  return {
    ...emptyLedger(),
    people: [
      { id: 'me', name: 'Robin Doyle', emails: ['robin@example.edu'] },
      { id: 'jun', name: 'Jun Li 李俊', emails: ['jun@example.edu'] },
      { id: 'ana', name: 'Ana Álvarez', emails: ['ana@example.edu'] },
    ],
    relationships: [home],
    ...more,
  };
}

/** Ten minutes as the mentor from 08:30, seven as the mentee from 08:42. */
export function talkedOver(more: Partial<Session> = {}): Session {
  return {
    ...newSession('speed 1', 'speed', 'jun'),
    step: 'wrap-up',
    halves: [
      startTimer(10, '2026-03-09T08:30:00Z'),
      endTimer(startTimer(10, '2026-03-09T08:42:00Z'), '2026-03-09T08:49:10Z'),
    ],
    ...more,
  };
}
