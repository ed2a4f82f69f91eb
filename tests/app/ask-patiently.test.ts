import { describe, expect, it } from 'vitest';
import { askPatiently } from '../../src/app/ask-patiently.ts';
import type { Ask } from '../../src/app/page-deps.ts';

const input = { provider: 'google' } as const;

function open(sendMessage: (message: unknown) => Promise<unknown>) {
  const end = new AbortController();
  const asked: string[] = [];
  const otherwise = (async (call: string) => {
    asked.push(call);
    return { ok: true, value: null };
  }) as unknown as Ask;
  const runtime = { id: 'waymark', sendMessage };
  return { ask: askPatiently(['account.connect'], { runtime, signal: end.signal }, otherwise), end, asked };
}

describe('a call that lasts as long as a person needs', () => {
  it('is sent once, and its answer given', async () => {
    const sent: unknown[] = [];
    const answer = { ok: true, value: { done: true, account: 'a' } };
    const { ask, asked } = open(async (message) => {
      sent.push(message);
      return answer;
    });
    expect(await ask('account.connect', input)).toEqual(answer);
    expect(sent).toEqual([{ call: 'account.connect', input, request: expect.any(String) }]);
    expect(asked).toEqual([]);
  });

  it('leaves every other call to the usual way', async () => {
    const { ask, asked } = open(() => Promise.reject(new Error('not this way')));
    await ask('calendar.sync', {});
    expect(asked).toEqual(['calendar.sync']);
  });

  it.each([[() => Promise.reject(new Error('The message port closed.'))], [async () => undefined]])(
    'that is lost ends without an answer',
    async (send) => {
      expect(await open(send).ask('account.connect', input)).toEqual({ ok: false, code: 'no-answer' });
    },
  );

  it('ends when the page goes', async () => {
    const { ask, end } = open(() => new Promise(() => {}));
    const answer = ask('account.connect', input);
    end.abort();
    expect(await answer).toEqual({ ok: false, code: 'no-answer' });
    expect(await ask('account.connect', input)).toEqual({ ok: false, code: 'no-answer' });
  });

  it('is not sent from a page that an update orphaned', async () => {
    const end = new AbortController();
    const line = { runtime: { sendMessage: () => Promise.reject(new Error('sent')) }, signal: end.signal };
    const ask = askPatiently(['account.connect'], line, (() => {}) as unknown as Ask);
    expect(await ask('account.connect', input)).toEqual({ ok: false, code: 'orphaned' });
  });
});
