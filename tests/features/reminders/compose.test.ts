import { describe, expect, it } from 'vitest';
import type { OverviewItem } from '../../../src/features/deadlines/overview.ts';
import { planBadge } from '../../../src/features/reminders/badge.ts';
import { composeNotification, parseNotificationId } from '../../../src/features/reminders/compose.ts';
import { findOwed } from '../../../src/features/reminders/owed.ts';

const reader = { now: '2026-03-04T11:00:00Z', zone: 'Europe/Paris', locale: 'en-GB' };

function item(key: string, extra: Partial<OverviewItem> = {}): OverviewItem {
  return {
    key,
    section: 'due-today',
    rule: 'reply-email',
    relationship: 'pair',
    programme: 'CARE',
    menteeId: 'ana',
    mentee: 'Ana Morales',
    title: 'Week 4',
    detail: '',
    mark: { state: 'open', due: '2026-03-04T14:40:00Z' },
    action: { kind: 'none' },
    ...extra,
  };
}

const late = { mark: { state: 'late', due: '2026-02-28T14:40:00Z' } } as const;

describe('a notification', () => {
  const cases: [string, Parameters<typeof composeNotification>[0][number], string][] = [
    ['a deadline today', { kind: 'warn', item: item('v') }, 'Answer Ana Morales by 15:40 today'],
    ['one put off', { kind: 'again', item: item('v') }, 'Answer Ana Morales by 15:40 today'],
    [
      'a deadline tomorrow',
      { kind: 'warn', item: item('v', { mark: { state: 'open', due: '2026-03-05T08:00:00Z' } }) },
      'Answer Ana Morales by 9:00 tomorrow',
    ],
    [
      'one that has passed',
      { kind: 'due', item: item('v', late) },
      'Ana Morales is waiting; an answer was due Saturday 15:40',
    ],
    [
      'a month that ends',
      { kind: 'warn', item: item('v', { rule: 'monthly-contact' }) },
      'Be in touch with Ana Morales this month',
    ],
    [
      'a window that ends',
      { kind: 'warn', item: item('v', { rule: 'semester-meeting', mentee: 'CARE', menteeId: 'pair' }) },
      'CARE: by 15:40 today',
    ],
    [
      'a date of the programme that has come',
      { kind: 'due', item: item('v', { rule: 'programme-event', mentee: 'CARE', menteeId: 'pair' }) },
      'CARE: by 15:40 today',
    ],
  ];
  it.each(cases)('names the mentee and the time of %s', (_title, telling, title) => {
    expect(composeNotification([telling], reader)).toEqual({ id: 'one:v', title, message: 'Week 4' });
  });

  it('speaks in the zone of its reader', () => {
    const notification = composeNotification([{ kind: 'warn', item: item('v') }], {
      ...reader,
      zone: 'America/New_York',
    });
    expect(notification?.title).toBe('Answer Ana Morales by 9:40 today');
  });

  it('puts several things into one', () => {
    const tellings = ['a', 'b', 'c', 'd', 'e', 'f'].map((key, index) => ({
      kind: index === 0 ? ('due' as const) : ('warn' as const),
      item: item(key, index === 0 ? late : {}),
    }));
    expect(composeNotification(tellings, reader)).toEqual({
      id: 'many:2026-03-04T11:00:00Z',
      title: 'Your mentees: 1 late, 5 due soon',
      message: [
        'Ana Morales · Saturday 15:40',
        'Ana Morales · 15:40 today',
        'Ana Morales · 15:40 today',
        'Ana Morales · 15:40 today',
        'and 2 more',
      ].join('\n'),
    });
  });

  it('is none when there is nothing to say', () => {
    expect(composeNotification([], reader)).toBeNull();
  });

  it('carries the verdict it speaks of in its id, where there is one', () => {
    expect(parseNotificationId('one:reply-email/pair/ana')).toBe('reply-email/pair/ana');
    expect(parseNotificationId('many:2026-03-04T11:00:00Z')).toBeNull();
  });

  it('never has an id longer than browsers take', () => {
    const notification = composeNotification([{ kind: 'warn', item: item('v'.repeat(600)) }], reader);
    expect(notification!.id.length).toBeLessThan(500);
    expect(parseNotificationId(notification!.id)).toBeNull();
  });
});

describe('what is announced', () => {
  const cases: [string, Partial<OverviewItem>, boolean][] = [
    ['an open deadline', {}, true],
    ['a late one', late, true],
    ['a turn without a limit', { rule: 'turn', mark: { state: 'your-turn' } }, false],
    ['a turn, whatever its mark', { rule: 'turn' }, false],
    ['a first word that is theirs', { rule: 'first-word', mark: { state: 'waiting' } }, false],
    ['what cannot be told', { mark: { state: 'cannot-tell', due: reader.now } }, false],
    ['what was missed', { mark: { state: 'missed', due: reader.now } }, false],
    ['what was settled', { mark: { state: 'met', due: reader.now } }, false],
    ['an open wish without a date', { mark: { state: 'open' } }, false],
  ];
  it.each(cases)('decides on %s', (_title, extra, expected) => {
    expect(findOwed({ items: [item('v', extra)] })).toHaveLength(expected ? 1 : 0);
  });
});

describe('the badge', () => {
  const cases: [number, string][] = [
    [0, ''],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
  ];
  it.each(cases)('shows %i as "%s"', (urgent, text) => {
    expect(planBadge({ items: [], urgent }).text).toBe(text);
  });

  it('says in words what it counts', () => {
    expect(planBadge({ items: [], urgent: 3 }).title).toBe('Waymark: 3 late or due today');
    expect(planBadge({ items: [], urgent: 0 }).title).toBe('Waymark');
  });

  it('is of another colour when something is late', () => {
    const soon = planBadge({ items: [item('a')], urgent: 1 });
    const over = planBadge({ items: [item('a', { ...late, section: 'late' })], urgent: 1 });
    expect(over.color).not.toBe(soon.color);
  });
});
