// Sights of mail pages for tests: rows and threads as a page reader gives them.
import type { Sight } from '../../../src/features/deadlines/contract.ts';
import { address } from '../../domain/build.ts';

export type SeenRow = Sight['rows'][number];
export type SeenMessage = NonNullable<Sight['thread']>['messages'][number];

export const seenAt = '2026-02-11T09:00:00Z';

export function sight(more: Partial<Sight> = {}): Sight {
  return {
    source: 'gmail-page',
    owner: address.me,
    at: seenAt,
    zone: 'America/Toronto',
    view: { list: 'inbox', complete: false },
    rows: [],
    thread: null,
    unreadable: false,
    disagreements: {},
    ...more,
  };
}

export function row(senders: (keyof typeof address)[], more: Partial<SeenRow> = {}): SeenRow {
  return {
    threadId: 't1',
    lastMessageId: 'last',
    lastAt: '2026-02-11T08:00:00Z',
    senders: senders.map((each) => ({ name: each, email: address[each] })),
    subject: 'A question',
    unread: false,
    ...more,
  };
}

export function seen(
  from: keyof typeof address | null,
  id: string,
  at: string,
  more: Partial<SeenMessage> = {},
): SeenMessage {
  return {
    id,
    sentAt: at,
    from: from && { email: address[from] },
    to: [{ email: address.me }],
    cc: [],
    collapsed: false,
    ...more,
  };
}

export function thread(
  messages: SeenMessage[],
  more: Partial<NonNullable<Sight['thread']>> = {},
): NonNullable<Sight['thread']> {
  return { threadId: 't1', subject: 'A question', messages, ...more };
}
