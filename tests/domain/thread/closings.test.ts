import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import type { Message } from '../../../src/domain/thread/message.ts';
import { derive } from '../../../src/domain/verdict/derive.ts';
import { ledger, message, people } from '../build.ts';

const now = '2026-02-12T08:00:00Z';
const state = (last: Partial<Message>, closings?: Settings['closings'], corrections: { asks: boolean }[] = []) => {
  const messages = [
    message('ana', '2026-02-10T08:00:00Z', { id: 'q' }),
    message('me', '2026-02-10T09:00:00Z', { id: 'a' }),
    message('ana', '2026-02-11T08:00:00Z', { id: 'z', ...last }),
  ];
  const settings = [{ ...defaultSettings('UTC'), ...(closings && { closings }) }];
  const said = corrections.map(({ asks }, at) => ({ id: `c${at}`, message: 'z', at: now, asks }));
  const derived = derive(ledger({ messages, settings, corrections: said }), 'r1', now);
  return derived.threads.find(({ mentee }) => mentee === 'ana')!;
};
const thanks = { asks: false, asksReason: 'thanks' };
const short = { asksReason: 'short' };
const ana = people.find(({ id }) => id === 'ana')!.id;
const of = (answer: 'always' | 'never') => [{ person: ana, answer }];

describe('a mentee’s last message', () => {
  it('that says thanks opens nothing, and the thread says why', () => {
    expect(state(thanks)).toMatchObject({ turn: { owes: 'nobody' }, seems: 'thanks', lastByMentee: 'z' });
  });

  it('that is a short note keeps the clock running', () => {
    expect(state(short)).toMatchObject({ turn: { owes: 'mentor', messageId: 'z' } });
    expect(state(short).seems).toBeUndefined();
  });

  it.each([
    ['thanks, from whom every word is answered', thanks, of('always'), 'mentor'],
    ['a short note, from whom none is', short, of('never'), 'nobody'],
    ['unsure and long, from whom none is', { asksReason: 'unsure' }, of('never'), 'mentor'],
    ['thanks, where it was decided about somebody else', thanks, [{ person: 'ben', answer: 'always' }], 'nobody'],
  ] as const)('%s: %#', (_what, last, closings, owes) => {
    expect(state(last, [...closings]).turn.owes).toBe(owes);
  });

  it('is what a person said of it, whatever was judged or decided', () => {
    expect(state(thanks, undefined, [{ asks: true }]).turn).toMatchObject({ owes: 'mentor', messageId: 'z' });
    const dismissed = state(short, of('always'), [{ asks: false }]);
    expect(dismissed.turn.owes).toBe('nobody');
    expect(dismissed.seems).toBeUndefined();
  });
});
