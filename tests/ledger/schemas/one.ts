// Rows as schema 1 stored them, written out by hand so that they stay as they were.
const at = '2026-02-02T09:00:00Z';
const ana = { id: 'ana', name: 'Ana Morales', emails: ['ana@example.edu'] };
const pair = {
  id: 'pair-ana',
  programme: 'care',
  me: 'me',
  role: 'mentor',
  mentors: ['me'],
  mentees: ['ana'],
  start: '2025-09-01',
  zone: 'Europe/Paris',
};
const mail = {
  id: 'm1',
  threadId: 't1',
  sentAt: at,
  from: { email: 'ana@example.edu' },
  to: [{ email: 'me@example.edu' }],
  cc: [],
  subject: 'Week 4',
  kind: 'personal',
};
const call = {
  id: 'c1',
  relationship: 'pair-ana',
  with: ['ana'],
  at,
  channel: 'call',
  direction: 'out',
  made: true,
};

export const schemaOne = {
  version: 1,
  rows: {
    people: [{ id: 'ana', record: ana }],
    relationships: [{ id: 'pair-ana', record: pair }],
    messages: [{ id: 'm1', record: mail, thread: 't1', emails: ['ana@example.edu', 'me@example.edu'] }],
    contacts: [{ id: 'c1', record: call, relationship: 'pair-ana' }],
    derived: [{ relationship: 'pair-ana', verdicts: [], at }],
    meta: [{ id: 'rules', value: '0.1.0' }],
  },
  reads: { people: [ana], relationships: [pair], messages: [mail], contacts: [call] },
};
