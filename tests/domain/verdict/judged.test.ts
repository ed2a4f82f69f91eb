import { expect, it } from 'vitest';
import { isJudged, judge } from '../../../src/domain/verdict/judge.ts';
import { programmes } from '../../../src/programmes/index.ts';
import { contact, held, ledger, message, relationship } from '../build.ts';

const at = '2026-02-20';

it.each(programmes.map((pack) => [pack.id, pack] as const))(
  '%s shows no rule as judged that yields no verdict, and none that is not',
  (id, pack) => {
    const facts = ledger({
      relationships: [relationship({ programme: id })],
      messages: [message('ana', '2026-02-10T10:00:00Z')],
      contacts: [contact()],
      meetings: [held()],
      away: [{ id: 'a1', from: '2026-02-16', to: '2026-02-20', returns: '2026-02-23', relationships: ['r1'] }],
      programmeEvents: pack.events.map(({ id: event }) => ({ id: event, relationship: 'r1', event, at, done: false })),
    });
    const ruled = new Set(judge(facts, '2026-02-11T12:00:00Z').map((verdict) => verdict.rule));
    expect([...ruled].sort()).toEqual(
      pack.rules
        .filter(isJudged)
        .map(({ rule }) => rule)
        .sort(),
    );
  },
);
