// Rows as schema 2 stored them, written out by hand so that they stay as they were.
import { schemaOne } from './one.ts';

const at = '2026-02-02T09:00:00Z';
const seen = { source: 'google-calendar', calendar: 'google me@example.edu me@example.edu', id: 'e1', at, own: true };
const onPage = { source: 'google-calendar-page', calendar: 'me@example.edu', id: 'e1', at };
const event = {
  id: 'e1',
  uid: 'e1@google.com',
  calendar: 'me@example.edu',
  title: 'Ana and me',
  start: '2026-02-04T15:00:00Z',
  end: '2026-02-04T16:00:00Z',
  allDay: false,
  status: 'confirmed',
  myResponse: 'accepted',
  attendees: [{ email: 'ana@example.edu' }],
  kind: 'default',
};
const both = { ...event, seenIn: [seen, onPage] };
const account = { id: 'google me@example.edu', provider: 'google', address: 'me@example.edu', connectedAt: at };
const calendar = {
  id: 'google me@example.edu me@example.edu',
  account: account.id,
  provider: 'google',
  calendar: 'me@example.edu',
  name: 'Me',
  primary: true,
  chosen: true,
  cursor: { changes: 'c1', from: '2025-09-01T00:00:00Z', to: '2026-08-02T00:00:00Z' },
  syncedAt: at,
};
const amendment = {
  id: 'a1',
  relationship: 'pair-ana',
  meeting: 'k1',
  at,
  by: 'me',
  reason: 'It was an hour.',
  change: { minutes: 60 },
  previous: 'aa',
  digest: 'bb',
};
const scan = { id: 's1', relationship: 'pair-ana', meeting: 'k1', name: 'p.png', type: 'image/png', data: 'AA==', at };
const refusal = { id: 'r1', at, title: 'lunch', shown: 'Lunch' };

export const schemaTwo = {
  version: 2,
  rows: {
    ...schemaOne.rows,
    events: [
      {
        id: 'e1',
        record: both,
        end: 1770220800000,
        same: ['id e1', 'uid e1@google.com 2026-02-04T15:00:00Z'],
        seen: [
          'google-calendar\ngoogle me@example.edu me@example.edu\n2026-02-02T09:00:00Z',
          'google-calendar-page\nme@example.edu\n2026-02-02T09:00:00Z',
        ],
        told: [
          { ...event, seenIn: [seen] },
          { ...event, attendees: [], seenIn: [onPage] },
        ],
      },
    ],
    accounts: [{ id: account.id, record: account }],
    calendars: [{ id: calendar.id, record: calendar }],
    amendments: [{ id: 'a1', record: amendment, relationship: 'pair-ana' }],
    attachments: [{ id: 's1', record: scan, relationship: 'pair-ana' }],
    refusals: [{ id: 'r1', record: refusal }],
  },
  reads: {
    ...schemaOne.reads,
    events: [both],
    accounts: [account],
    calendars: [calendar],
    amendments: [amendment],
    attachments: [scan],
    refusals: [refusal],
  },
};
