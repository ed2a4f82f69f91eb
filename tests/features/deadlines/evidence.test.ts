import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { judgeRelationship } from '../../../src/domain/verdict/judge.ts';
import { verdictKey } from '../../../src/domain/verdict/key.ts';
import { composeEvidence } from '../../../src/features/deadlines/evidence.ts';
import { contact, ledger, message } from '../../domain/build.ts';

const now = '2026-02-12T08:00:00Z';

function evidenceOf(slice: Ledger, rule: string, thread?: string) {
  const found = judgeRelationship(slice, 'r1', now).verdicts.find(
    (each) => each.rule === rule && each.subject.mentee === 'ana' && each.subject.thread === thread,
  );
  const key = found ? verdictKey(found) : 'turn/t1/ana';
  const item = { key, relationship: 'r1', menteeId: 'ana', ...(thread && { thread }) };
  const { decide, beside } = composeEvidence(slice, item, now);
  return { decide: decide.map(({ id }) => id), beside: beside.map(({ id }) => id), all: [...decide, ...beside] };
}

const waiting = ledger({
  messages: [
    message('ana', '2026-02-11T08:00:00Z', { id: 'asked' }),
    message('me', '2026-02-11T08:00:03Z', { id: 'away', kind: 'auto-reply', kindReason: 'auto-submitted' }),
    message('ana', '2026-02-11T09:00:00Z', { id: 'more' }),
    message('ana', '2026-02-11T09:00:00Z', { id: 'other', threadId: 't2' }),
  ],
});

describe('what decides an item', () => {
  it('is every message that waits, in order; the automatic reply beside it does not count', () => {
    const { decide, beside } = evidenceOf(waiting, 'reply-email', 't1');
    expect(decide).toEqual(['asked', 'more']);
    expect(beside).toEqual(['away']);
  });

  it('says who wrote each', () => {
    const { all } = evidenceOf(waiting, 'reply-email', 't1');
    expect(all.map((each) => each.what === 'message' && each.by)).toEqual(['mentee', 'mentee', 'mentor']);
  });

  it('is, of a month, its mails, calls and talks; what a machine sent in it stands beside', () => {
    const slice = ledger({
      messages: [
        message('me', '2026-02-03T08:00:00Z', { id: 'wrote' }),
        message('me', '2026-02-04T08:00:00Z', { id: 'away', kind: 'auto-reply', threadId: 't2' }),
        message('me', '2026-01-04T08:00:00Z', { id: 'before', kind: 'auto-reply', threadId: 't3' }),
      ],
      contacts: [contact({ id: 'call', at: '2026-02-05T08:00:00Z', channel: 'call', direction: 'out' })],
    });
    const month = judgeRelationship(slice, 'r1', now).verdicts.find(
      ({ rule, subject }) =>
        rule === 'monthly-contact' && subject.mentee === 'ana' && subject.window?.from === '2026-02-01',
    )!;
    const found = composeEvidence(slice, { key: verdictKey(month), relationship: 'r1', menteeId: 'ana' }, now);
    expect(found.decide.map(({ id }) => id)).toEqual(['wrote', 'call']);
    expect(found.beside.map(({ id }) => id)).toEqual(['away']);
  });

  it('is, of a turn without a limit, the message that asked and what followed', () => {
    const slice = {
      ...waiting,
      relationships: waiting.relationships.map((each) => ({ ...each, programme: 'lmp-peer-to-peer' })),
    };
    expect(evidenceOf(slice, 'none', 't1').decide).toEqual(['asked', 'more']);
  });

  it('is, of such a turn, what counts by a person’s word, not by what was read', () => {
    const slice = {
      ...waiting,
      relationships: waiting.relationships.map((each) => ({ ...each, programme: 'lmp-peer-to-peer' })),
      corrections: [
        { id: 'c1', message: 'away', at: '2026-02-11T10:00:00Z', kind: 'personal' as const },
        { id: 'c2', message: 'more', at: '2026-02-11T10:00:00Z', kind: 'bulk' as const },
      ],
    };
    const { decide, beside } = evidenceOf(slice, 'none', 't1');
    expect(decide).toEqual(['away']);
    expect(beside).toEqual(['more', 'asked']);
  });

  it('comes with what was said about each message, the oldest first', () => {
    const slice = {
      ...waiting,
      corrections: [
        { id: 'late', message: 'away', at: '2026-02-12T07:00:00Z', kind: 'bulk' as const },
        { id: 'soon', message: 'away', at: '2026-02-11T10:00:00Z', kind: 'personal' as const },
      ],
    };
    const { all } = evidenceOf(slice, 'reply-email', 't1');
    const away = all.find(({ id }) => id === 'away');
    expect(away?.what === 'message' && away.said.map(({ id }) => id)).toEqual(['soon', 'late']);
  });

  it('shows at most twelve that do not count', () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      message('ben', `2026-02-0${(at % 9) + 1}T08:00:00Z`, { threadId: 't1', kind: 'bulk' }),
    );
    const slice = { ...waiting, messages: [...waiting.messages, ...many] };
    expect(evidenceOf(slice, 'reply-email', 't1').beside).toHaveLength(12);
  });
});
