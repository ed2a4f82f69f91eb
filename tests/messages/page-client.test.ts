import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { createAsk } from '../../src/messages/ask.ts';
import { call } from '../../src/messages/contract.ts';
import { createPageAsk } from '../../src/messages/page-client.ts';

const contract = { 'page.saw': call(['page'], z.object({ subject: z.string() })).returns<string>() };
const good = { ok: true, value: 'seen' };
const noEnd = new Error('Could not establish connection. Receiving end does not exist.');
const cut = new Error('A listener indicated an asynchronous response, but the message channel closed');
const invalidated = new Error('Extension context invalidated.');

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A runtime that plays these replies in turn: an error is thrown, a promise is waited for, else it is the answer. */
function startAsking(...replies: unknown[]) {
  const end = new AbortController();
  const sendMessage = vi.fn(async (_message: unknown) => {
    const reply = replies.shift();
    if (reply instanceof Error) throw reply;
    return reply;
  });
  const runtime: { id?: string; sendMessage: typeof sendMessage } = { id: 'ours', sendMessage };
  const ask = createPageAsk<typeof contract>({ runtime, signal: end.signal });
  return { ask: () => ask('page.saw', { subject: 'Week 4' }), end, runtime, sendMessage };
}

async function settle<T>(promise: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return promise;
}

describe('asking from a page', () => {
  it('resolves with the worker’s answer', async () => {
    const { ask, sendMessage } = startAsking(good);
    expect(await ask()).toEqual(good);
    expect(sendMessage).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('passes on a failure the worker acknowledged, without repeating', async () => {
    const { ask, sendMessage } = startAsking({ ok: false, code: 'full' });
    expect(await settle(ask())).toEqual({ ok: false, code: 'full' });
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });

  const losses: [string, unknown[]][] = [
    ['nobody listens', [noEnd]],
    ['the worker dies before it answers', [cut]],
    ['the answer is empty', [undefined]],
    ['it takes several tries', [noEnd, cut, undefined]],
  ];
  it.each(losses)('repeats the same call when %s, until it is acknowledged', async (_title, replies) => {
    const { ask, sendMessage } = startAsking(...replies, good);
    expect(await settle(ask())).toEqual(good);
    const sent = sendMessage.mock.calls.map(([message]) => message);
    expect(sent).toHaveLength(replies.length + 1);
    expect(new Set(sent.map((message) => JSON.stringify(message))).size).toBe(1);
    expect(sent[0]).toMatchObject({ call: 'page.saw', input: { subject: 'Week 4' }, request: expect.any(String) });
  });

  it('waits longer before each further try', async () => {
    const { ask, sendMessage } = startAsking(noEnd, noEnd, noEnd, good);
    const answer = ask();
    const tries: number[] = [];
    for (const ms of [0, 249, 1, 999, 1, 3999, 1]) {
      await vi.advanceTimersByTimeAsync(ms);
      tries.push(sendMessage.mock.calls.length);
    }
    expect(tries).toEqual([1, 1, 2, 2, 3, 3, 4]);
    expect(await answer).toEqual(good);
  });

  it('repeats when the worker fell silent', async () => {
    const { ask, sendMessage } = startAsking(new Promise(() => {}), good);
    expect(await settle(ask())).toEqual(good);
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('gives up with `no-answer` after a few tries', async () => {
    const { ask, sendMessage } = startAsking();
    expect(await settle(ask())).toEqual({ ok: false, code: 'no-answer' });
    expect(sendMessage).toHaveBeenCalledTimes(4);
  });

  it('stops with `orphaned` when the extension was updated under the page', async () => {
    const { ask, sendMessage } = startAsking(noEnd, invalidated, good);
    expect(await settle(ask())).toEqual({ ok: false, code: 'orphaned' });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('does not even send when the runtime has lost its id', async () => {
    const { ask, runtime, sendMessage } = startAsking(good);
    delete runtime.id;
    expect(await ask()).toEqual({ ok: false, code: 'orphaned' });
    expect(sendMessage).not.toHaveBeenCalled();
  });

  it('stops in a pause when its signal ends, leaving no timer', async () => {
    const { ask, end, sendMessage } = startAsking(noEnd, good);
    const answer = ask();
    await vi.advanceTimersByTimeAsync(100);
    end.abort();
    expect(await settle(answer)).toEqual({ ok: false, code: 'no-answer' });
    expect([sendMessage.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it('stops waiting for an answer when its signal ends', async () => {
    const { ask, end } = startAsking(new Promise(() => {}));
    const answer = ask();
    await vi.advanceTimersByTimeAsync(1);
    end.abort();
    expect(await answer).toEqual({ ok: false, code: 'no-answer' });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('asking from a page of ours', () => {
  const line = (sendMessage: (message: unknown) => Promise<unknown>) => ({
    runtime: { id: 'ours', sendMessage },
    signal: new AbortController().signal,
  });

  it('names the field that is not in the contract’s form, and sends nothing', async () => {
    const sendMessage = vi.fn(async () => good);
    const ask = createAsk(contract, line(sendMessage));
    expect(await ask('page.saw', { subject: 4 as unknown as string })).toEqual({
      ok: false,
      code: 'bad-input',
      detail: 'subject',
    });
    expect(sendMessage).not.toHaveBeenCalled();
  });

  it('asks what is in its form', async () => {
    const ask = createAsk(
      contract,
      line(async () => good),
    );
    expect(await ask('page.saw', { subject: 'Week 4' })).toEqual(good);
  });
});
