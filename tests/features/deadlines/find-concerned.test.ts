import { describe, expect, it } from 'vitest';
import { findConcerned } from '../../../src/features/deadlines/find-concerned.ts';
import type { Change } from '../../../src/ledger/ledger.ts';
import { message, smallLife } from '../../ledger/facts.ts';

describe('the relationships a sight concerns', () => {
  const life = { ...smallLife(), messages: [] };
  const all = smallLife().messages;
  const of = (thread: string) => all.filter(({ threadId }) => threadId === thread);
  const put = (change: Partial<Change>) => [change as Change];

  it.each<[string, string[], Change[], string[]]>([
    ['are those of a mentee who takes part', ['t1'], [], ['pair-ana']],
    ['are a cohort for any of its mentees', ['t2'], [], ['cohort']],
    ['are those in which the mentor’s seat is a mentee’s', ['t3'], [], ['as-mentee']],
    ['are none for strangers', ['t4'], [], []],
    ['are those of whom only a glimpse tells', ['t5'], [], ['cohort']],
    [
      'are those that the sight itself brings in',
      ['t9'],
      put({ list: 'messages', put: message('m9', 'ana', [], { threadId: 't9' }) }),
      ['pair-ana'],
    ],
    [
      'are those a new glimpse brings in',
      ['t9'],
      put({
        list: 'glimpses',
        put: {
          id: 'g9',
          threadId: 't9',
          at: '2026-02-02T09:00:00Z',
          people: ['ben@example.edu'],
          seenIn: { source: 'gmail-page', at: '2026-02-02T09:00:00Z' },
        },
      }),
      ['cohort'],
    ],
  ])('%s', (_title, threads, changes, expected) => {
    expect(findConcerned(life, threads, threads.flatMap(of), changes)).toEqual(expected);
  });
});
