import { describe, expect, it } from 'vitest';
import type { Away } from '../../../src/domain/away/away.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { derive } from '../../../src/domain/verdict/derive.ts';
import { composeComingBack } from '../../../src/features/away/coming-back.ts';
import { findDueInside } from '../../../src/features/away/find-inside.ts';
import { composeOverview } from '../../../src/features/deadlines/compose-overview.ts';
import type { Links } from '../../../src/features/deadlines/links.ts';
import { absence, message as reply } from '../../domain/away/build.ts';
import { address, calendarEvent, contact, held, ledger, message } from '../../domain/build.ts';

const links: Links = {
  usual: { source: 'gmail-page' },
  thread: () => 'thread',
  search: () => 'search',
  compose: () => 'compose',
  name: () => 'Gmail',
};
const away = absence('2026-03-10', '2026-03-16');
const now = '2026-03-17T15:00:00Z';

function overview(facts: Ledger, at: string) {
  return composeOverview(facts, [derive(facts, 'r1', at)], at, links);
}

function back(more: Partial<Ledger>, at = now, events: Ledger['events'] = [], absences: Away[] = [away]) {
  const facts = ledger({ away: absences, ...more });
  return composeComingBack(facts, events, overview(facts, at));
}

const threads = (found: ReturnType<typeof back>) => found?.waiting.map(({ thread, message: id }) => thread ?? id);

describe('what waits after an absence', () => {
  const first = message('ana', '2026-03-11T15:00:00Z', { threadId: 'first' });
  const second = message('ben', '2026-03-16T20:00:00Z', { threadId: 'second' });
  const later = message('ana', '2026-03-17T14:00:00Z', { threadId: 'later' });
  const before = message('ben', '2026-03-09T15:00:00Z', { threadId: 'before' });

  it('is who wrote before the return, the oldest first, with the deadline it always had', () => {
    const found = back({ messages: [second, later, first, before] });
    expect(threads(found)).toEqual(['before', 'first', 'second']);
    expect(found?.waiting[1]?.mark).toMatchObject({ state: 'late', due: '2026-03-13T15:00:00Z' });
    expect(found?.waiting[2]?.mark).toMatchObject({ state: 'open', due: '2026-03-18T20:00:00Z' });
  });

  it('goes as it is answered, and ends with the last of it', () => {
    const answer = message('me', '2026-03-17T14:30:00Z', { threadId: 'first', to: [{ email: address.ana }] });
    expect(threads(back({ messages: [first, second, answer] }))).toEqual(['second']);
    expect(back({ messages: [first, answer] })).toBeNull();
  });

  it('is texts and calls too', () => {
    const text = contact({ at: '2026-03-12T15:00:00Z' });
    expect(back({ contacts: [text] })?.waiting).toMatchObject([{ rule: 'reply-text' }]);
  });

  it('is nothing while away, before it, or two weeks after', () => {
    for (const at of ['2026-03-09T15:00:00Z', '2026-03-14T15:00:00Z', '2026-04-01T15:00:00Z']) {
      expect(back({ messages: [first] }, at)).toBeNull();
    }
    expect(back({ messages: [first] }, '2026-03-31T15:00:00Z')).not.toBeNull();
  });

  it('is of the newest absence from which something waits', () => {
    const other = absence('2026-03-01', '2026-03-05');
    expect(back({ messages: [first] }, now, [], [other, away])?.away).toBe(away);
    expect(
      back({ messages: [message('ana', '2026-03-03T15:00:00Z')] }, '2026-03-08T15:00:00Z', [], [other])?.away,
    ).toBe(other);
  });

  const coffee = calendarEvent('Coffee', '2026-03-12T15:00:00Z', { attendees: [{ email: address.ana }] });
  it('is meetings that fell inside and of which nothing was logged', () => {
    const meetings = [held({ id: 'p', outcome: 'planned', start: '2026-03-13T15:00:00Z' })];
    const found = back({ meetings }, now, [
      coffee,
      calendarEvent('Coffee', '2026-03-18T15:00:00Z', { attendees: [{ email: address.ana }] }),
    ]);
    expect(found?.missed.map(({ meeting }) => meeting.meeting)).toEqual([coffee.id, 'p']);
    const logged = held({ id: 'x', outcome: 'cancelled', start: coffee.start, event: coffee.id });
    expect(back({ meetings: [logged] }, now, [coffee])).toBeNull();
  });

  it('is an automatic reply that may still be on', () => {
    const set = { ...away, autoMessage: reply(away, '2026-03-09T15:00:00Z') };
    expect(back({}, now, [], [set])).toMatchObject({ replyOn: true, waiting: [], missed: [] });
    expect(back({}, now, [], [{ ...set, replyOffAt: now }])).toBeNull();
  });

  it('begins with the day of an early return', () => {
    const early = {
      ...away,
      to: '2026-03-11',
      returns: '2026-03-12',
      plannedTo: away.to,
      plannedReturns: away.returns,
    };
    expect(threads(back({ messages: [first] }, '2026-03-12T12:00:00Z', [], [early]))).toEqual(['first']);
  });
});

describe('what falls due inside', () => {
  it('is answers owed within the absence', () => {
    const at = '2026-03-09T16:00:00Z';
    const facts = ledger({
      messages: [message('ana', '2026-03-09T15:00:00Z'), message('ben', '2026-03-07T15:30:00Z', { threadId: 't2' })],
    });
    expect(findDueInside(away, overview(facts, at)).map(({ menteeId, rule }) => [menteeId, rule])).toEqual([
      ['ana', 'reply-email'],
    ]);
    expect(findDueInside({ ...away, relationships: ['other'] }, overview(facts, at))).toEqual([]);
  });
});
