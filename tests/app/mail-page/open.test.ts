// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offerParts } from '../../../src/app/mail-page/offer.ts';
import { offerJudge } from '../../../src/app/mail-page/offer-judge.ts';
import { openMailPage } from '../../../src/app/mail-page/open.ts';
import { getShelf } from '../../../src/app/mail-page/shelf.ts';
import { drawRows, FakeWorker, line, openMark, openThread, preparePage, START, site, wait } from './fake-page.ts';

let worker: FakeWorker;
let runtime: { id?: string };
let injections: string[];
const listeners: ((message: unknown, sender?: unknown, respond?: (answer: unknown) => void) => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(START) });
  preparePage(['a']);
  worker = Object.assign(new FakeWorker(), { marks: { a: openMark('2026-03-09T15:40:00Z') } });
  runtime = { id: 'extension' };
  listeners.length = 0;
  const sendMessage = async ({ call, input }: { call: 'page.saw' | 'page.parts'; input: never }) => {
    if (call !== 'page.parts') return worker.ask(call, input);
    const { script } = input as { script: string };
    injections.push(script);
    if (script === 'mail-parts') offerParts();
    else offerJudge();
    return { ok: true, value: null };
  };
  injections = [];
  const onMessage = { addListener: (listener: (typeof listeners)[number]) => listeners.push(listener) };
  vi.stubGlobal('chrome', { runtime: Object.assign(runtime, { sendMessage, onMessage }) });
});

afterEach(() => {
  delete runtime.id;
  delete getShelf().makePainter;
  delete getShelf().makeThreadJudge;
  document.body.append('so that what still runs sees that it is over');
  vi.runOnlyPendingTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const hosts = () => document.querySelectorAll('[data-wm]');

describe('a mail page in the browser', () => {
  it('asks the worker, and shows what it answers in closed shadow roots', async () => {
    openMailPage(site);
    await wait(100);
    expect(worker.sights()).toHaveLength(1);
    expect(hosts()).toHaveLength(1);
    expect(hosts()[0]?.shadowRoot).toBeNull();
  });

  it('has the parts that are shown put into the page once, when there is something to show', async () => {
    worker.marks = {};
    openMailPage(site);
    await wait(300);
    expect(injections).toEqual([]);
    worker.marks = { a: openMark('2026-03-09T15:40:00Z'), b: openMark('2026-03-09T15:40:00Z') };
    for (const hear of listeners) hear({ waymark: 'changed' });
    await wait(300);
    drawRows(['a', 'b']);
    await wait(300);
    expect(hosts()).toHaveLength(2);
    expect(injections).toEqual(['mail-parts']);
  });

  it('has what judges messages put into it once, when a thread of the mentor’s is open', async () => {
    openThread('a');
    openMailPage(site);
    await wait(300);
    expect(injections).toEqual(['mail-parts']);
    worker.rest = { line: line() };
    for (const _again of [1, 2]) {
      for (const hear of listeners) hear({ waymark: 'changed' });
      await wait(300);
    }
    expect(injections).toEqual(['mail-parts', 'mail-judge']);
  });

  it('asks again when the worker says that something changed, and at no other message', async () => {
    openMailPage(site);
    await wait(300);
    for (const message of [null, 'changed', { waymark: 'else' }]) for (const hear of listeners) hear(message);
    await wait(300);
    expect(worker.sights()).toHaveLength(1);
    for (const hear of listeners) hear({ waymark: 'changed' });
    await wait(300);
    expect(worker.sights()).toHaveLength(2);
  });

  it('says that its site lives here, and no other site', async () => {
    openMailPage(site);
    const ask = (id: string) => {
      const respond = vi.fn<(answer: unknown) => void>();
      for (const hear of listeners) hear({ waymark: 'here', site: id }, {}, respond);
      return respond.mock.calls;
    };
    expect([ask('fake'), ask('other')]).toEqual([[[true]], []]);
  });

  it('runs once, though two scripts were started in one document', async () => {
    openMailPage(site);
    await wait(300);
    openMailPage(site);
    await wait(300);
    const before = worker.sights().length;
    for (const hear of listeners) hear({ waymark: 'changed' });
    await wait(300);
    expect(hosts()).toHaveLength(1);
    expect(worker.sights()).toHaveLength(before + 1);
  });

  it('takes its parts out of the page when an update has cut it off', async () => {
    openMailPage(site);
    await wait(300);
    delete runtime.id;
    document.body.append('a change');
    await wait(300);
    expect(hosts()).toHaveLength(0);
  });
});
