import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { LedgerError } from '../../src/ledger/ledger.ts';
import { type Answer, call } from '../../src/messages/contract.ts';
import { CallFailure } from '../../src/messages/failure.ts';
import type { Sender } from '../../src/messages/sender.ts';
import { type CallContext, type ServeRuntime, serve, served } from '../../src/messages/serve.ts';

const contract = {
  'page.saw': call(['page'], z.object({ subject: z.string() })).returns<string>(),
  'ledger.erase': call(['dashboard'], z.object({})).returns<null>(),
  'snooze.all': call(['popup', 'dashboard'], z.object({ hours: z.number().check(z.gte(0)) })).returns<number>(),
};
const other = { 'people.count': call(['popup'], z.object({})).returns<number>() };

type Listener = Parameters<ServeRuntime['onMessage']['addListener']>[0];
const ours = 'waymark-id';
const base = `chrome-extension://${ours}/`;

const page: Sender = {
  id: ours,
  url: 'https://mail.google.com/mail/u/0/#inbox',
  origin: 'https://mail.google.com',
  frameId: 0,
  tab: { id: 7 },
};
const popup: Sender = { id: ours, url: `${base}popup.html`, origin: `chrome-extension://${ours}` };
const dashboard: Sender = { id: ours, url: `${base}dashboard.html#people`, frameId: 0, tab: { id: 8 } };

function startServing() {
  const listeners: Listener[] = [];
  const contexts: CallContext[] = [];
  const reported: unknown[] = [];
  const handlers = {
    'page.saw': vi.fn(async (input: { subject: string }, context: CallContext) => {
      contexts.push(context);
      if (input.subject === 'bug') throw new TypeError('a bug, with what a person wrote');
      if (input.subject === 'full') throw new LedgerError('full', 'no room');
      if (input.subject === 'gone') throw new CallFailure('not-found', 'message');
      return input.subject;
    }),
    'ledger.erase': vi.fn(async () => null),
    'snooze.all': vi.fn(async ({ hours }: { hours: number }) => hours),
  };
  serve([served(contract, handlers), served(other, { 'people.count': async () => 3 })], {
    runtime: {
      id: ours,
      getURL: (path) => base + path,
      onMessage: { addListener: (listener) => listeners.push(listener) },
    },
    pageOrigins: ['https://mail.google.com', 'https://outlook.live.com'],
    report: (error) => reported.push(error),
  });
  const ask = (message: unknown, sender: Sender) =>
    new Promise<Answer<unknown> | 'not ours'>((resolve) => {
      if (!listeners[0]!(message, sender, resolve)) resolve('not ours');
    });
  return { listeners, handlers, contexts, reported, ask };
}

const saw = { call: 'page.saw', request: 'r1', input: { subject: 'Week 4' } };
const erase = { call: 'ledger.erase', request: 'r1', input: {} };
const snooze = { call: 'snooze.all', request: 'r1', input: { hours: 2 } };
const notAllowed = { ok: false, code: 'not-allowed' };

describe('serving calls', () => {
  it('registers one listener for all contracts before anything else happens', () => {
    expect(startServing().listeners).toHaveLength(1);
  });

  it('answers with what the handler gives', async () => {
    const { ask } = startServing();
    expect(await ask(saw, page)).toEqual({ ok: true, value: 'Week 4' });
    expect(await ask({ call: 'people.count', request: 'r', input: {} }, popup)).toEqual({ ok: true, value: 3 });
  });

  it('tells the handler who calls, from which tab, and the call’s own id', async () => {
    const { ask, contexts } = startServing();
    await ask(saw, page);
    expect(contexts).toEqual([{ caller: 'page', request: 'r1', tab: 7 }]);
  });

  const senders: [string, object, Sender, unknown][] = [
    ['a mail page that tells what it shows', saw, page, { ok: true, value: 'Week 4' }],
    ['the popup that snoozes', snooze, popup, { ok: true, value: 2 }],
    ['the dashboard that snoozes', snooze, dashboard, { ok: true, value: 2 }],
    ['the dashboard that erases', erase, dashboard, { ok: true, value: null }],
    ['the popup that erases', erase, popup, notAllowed],
    ['a mail page that erases', erase, page, notAllowed],
    ['a mail page that snoozes', snooze, page, notAllowed],
    ['the dashboard that plays a mail page', saw, dashboard, notAllowed],
    ['another extension', saw, { ...page, id: 'another' }, notAllowed],
    ['another extension with our address', erase, { ...dashboard, id: 'another' }, notAllowed],
    ['nobody', saw, {}, notAllowed],
    ['a sender without address', saw, { id: ours, tab: { id: 1 } }, notAllowed],
    ['a sender whose address is none', saw, { ...page, url: 'mail' }, notAllowed],
    [
      'a page script on a foreign host',
      saw,
      { ...page, url: 'https://evil.example/', origin: 'https://evil.example' },
      notAllowed,
    ],
    [
      'a host that only begins like ours',
      saw,
      { ...page, url: 'https://mail.google.com.evil.example/', origin: 'https://mail.google.com.evil.example' },
      notAllowed,
    ],
    ['plain http', saw, { ...page, url: 'http://mail.google.com/', origin: 'http://mail.google.com' }, notAllowed],
    ['an opaque frame with the page’s address', saw, { ...page, origin: 'null' }, notAllowed],
    ['a frame inside the page', saw, { ...page, frameId: 3 }, notAllowed],
    ['the page’s address without a tab', saw, { ...page, tab: undefined }, notAllowed],
    ['another page of ours', erase, { ...dashboard, url: `${base}other.html` }, notAllowed],
    ['a name that only ends like the dashboard’s', erase, { ...dashboard, url: `${base}x/dashboard.html` }, notAllowed],
    [
      'a mail page whose path is the dashboard’s',
      erase,
      { ...page, url: 'https://mail.google.com/dashboard.html' },
      notAllowed,
    ],
  ];
  it.each(senders)('treats %s as it should', async (_title, message, sender, expected) => {
    const { ask, handlers } = startServing();
    expect(await ask(message, sender)).toEqual(expected);
    const ran = Object.values(handlers).some((handler) => handler.mock.calls.length > 0);
    expect(ran).toBe(expected !== notAllowed);
  });

  const inputs: [string, unknown, unknown][] = [
    ['a missing field', { ...saw, input: {} }, { ok: false, code: 'bad-input', detail: 'subject' }],
    [
      'a field of another kind',
      { ...saw, input: { subject: { toString: 1 } } },
      { ok: false, code: 'bad-input', detail: 'subject' },
    ],
    ['no input', { call: 'page.saw', request: 'r1' }, { ok: false, code: 'bad-input', detail: '' }],
    ['a call nobody serves', { ...saw, call: 'page.eval' }, { ok: false, code: 'unknown-call' }],
    ['a call named as what every object has', { ...saw, call: 'constructor' }, { ok: false, code: 'unknown-call' }],
    [
      'a call named __proto__',
      JSON.parse('{"call":"__proto__","request":"r","input":{}}'),
      { ok: false, code: 'unknown-call' },
    ],
    ['a call without an id', { call: 'page.saw', input: saw.input }, 'not ours'],
    ['a call whose id is endless', { ...saw, request: 'x'.repeat(101) }, 'not ours'],
    ['text', 'page.saw', 'not ours'],
    ['nothing', null, 'not ours'],
    ['a list', [saw], 'not ours'],
  ];
  it.each(inputs)('survives %s', async (_title, message, expected) => {
    const { ask, handlers } = startServing();
    expect(await ask(message, page)).toEqual(expected);
    expect(handlers['page.saw']).not.toHaveBeenCalled();
  });

  it('gives the handler only the fields the contract names', async () => {
    const { ask, handlers } = startServing();
    const input = JSON.parse('{"subject":"a","extra":1,"__proto__":{"polluted":true}}');
    await ask({ ...saw, input }, page);
    expect(handlers['page.saw'].mock.calls[0]![0]).toEqual({ subject: 'a' });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  const failures: [string, string, unknown, number][] = [
    ['a full disk', 'full', { ok: false, code: 'full' }, 0],
    ['something that is gone', 'gone', { ok: false, code: 'not-found', detail: 'message' }, 0],
    ['a bug, reported and not repeated to the asker', 'bug', { ok: false, code: 'failed' }, 1],
  ];
  it.each(failures)('answers %s with its code', async (_title, subject, expected, reports) => {
    const { ask, reported } = startServing();
    expect(await ask({ ...saw, input: { subject } }, page)).toEqual(expected);
    expect(reported).toHaveLength(reports);
  });
});
