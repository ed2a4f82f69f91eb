// Rows as schema 3 stored them, written out by hand so that they stay as they were.
import { schemaTwo } from './two.ts';

const at = '2026-02-02T09:00:00Z';
const told = {
  id: 'm2',
  threadId: 't2',
  internetMessageId: '<m2@example.edu>',
  sentAt: at,
  from: { email: 'ana@example.edu' },
  to: [{ email: 'me@example.edu' }],
  cc: [],
  subject: 'Week 5',
  kind: 'personal',
  kindReason: 'person',
};
const onPage = { source: 'outlook-page', address: 'me@example.edu', at };
const byAccount = { source: 'microsoft-mail', address: 'me@example.edu', at, id: 'immutable' };
const mail = { ...told, seenIn: [byAccount, onPage] };
const mailbox = {
  id: 'microsoft me@example.edu inbox',
  account: 'microsoft me@example.edu',
  provider: 'microsoft',
  folder: 'inbox',
  cursor: { changes: 'c1', from: '2025-09-01T00:00:00Z' },
  people: ['ana@example.edu'],
  from: '2025-09-01T00:00:00Z',
  syncedAt: at,
};

export const schemaThree = {
  version: 3,
  rows: {
    ...schemaTwo.rows,
    messages: [
      {
        id: 'm2',
        record: mail,
        thread: 't2',
        emails: ['ana@example.edu', 'me@example.edu'],
        same: ['id m2', 'id immutable', 'mid <m2@example.edu>'],
        told: [
          { ...told, id: 'immutable', seenIn: [{ source: 'microsoft-mail', address: 'me@example.edu', at }] },
          { ...told, internetMessageId: undefined, seenIn: [onPage] },
        ],
      },
    ],
    mailboxes: [{ id: mailbox.id, record: mailbox }],
  },
  reads: { ...schemaTwo.reads, messages: [mail], mailboxes: [mailbox] },
};
