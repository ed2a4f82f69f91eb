// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { makeThreadJudge } from '../../../src/app/mail-page/judge-thread.ts';
import type { Reading } from '../../../src/app/mail-page/see.ts';
import { seen, sight, thread } from '../../features/deadlines/sight.ts';

const first = seen('me', 'm1', '2026-02-10T08:00:00Z');
const last = seen('ana', 'm2', '2026-02-11T08:00:00Z');
const read = (messages: (typeof first)[]): Reading => sight({ thread: thread(messages) });

let bodies: Element[];
const judge = (reading: Reading) => makeThreadJudge({ bodies: () => bodies }, document).judge(reading);
const asks = (reading: Reading) => judge(reading).thread?.messages.map((each) => [each.asks, each.asksReason]);

beforeEach(() => {
  bodies = ['Could we talk?', 'Thanks, see you Thursday'].map((text) => {
    const body = document.createElement('div');
    body.textContent = text;
    return body;
  });
});

describe('the newest message of an open thread', () => {
  it('is judged by its own words, and the others are not', () => {
    expect(asks(read([first, last]))).toEqual([
      [undefined, undefined],
      [false, 'thanks'],
    ]);
  });

  it('is found by its time where the page shows the newest first', () => {
    bodies.reverse();
    expect(asks(read([last, first]))?.[0]).toEqual([false, 'thanks']);
  });

  it('is not judged while it is folded, or the mentor’s own', () => {
    expect(asks(read([first, { ...last, collapsed: true }]))?.[1]).toEqual([undefined, undefined]);
    expect(asks(read([last, seen('me', 'm3', '2026-02-12T08:00:00Z')]))).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('is left as it is where nothing new is to be said', () => {
    const judged = judge(read([first, last]));
    expect(judge(judged)).toBe(judged);
    bodies = [];
    const bare = read([first, last]);
    expect(judge(bare)).toBe(bare);
  });

  it('says the reason alone where it is not sure', () => {
    bodies[1]!.textContent = 'The room is the same as last week';
    expect(asks(read([first, last]))?.[1]).toEqual([undefined, 'short']);
  });

  it('never carries a word of the text', () => {
    expect(JSON.stringify(judge(read([first, last])))).not.toContain('Thursday');
  });

  it('is judged again when its text has come', () => {
    const judge = makeThreadJudge({ bodies: () => bodies }, document);
    const reading = read([first, last]);
    bodies[1]!.textContent = '';
    expect(judge.judge(reading).thread?.messages[1]).toMatchObject({ asksReason: 'unsure' });
    bodies[1]!.textContent = 'Thanks';
    expect(judge.judge(reading).thread?.messages[1]).toMatchObject({ asks: false, asksReason: 'thanks' });
  });
});
