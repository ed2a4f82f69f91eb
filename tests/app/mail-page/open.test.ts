// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMailPage } from '../../../src/app/mail-page/open.ts';
import { FakeWorker, openMark, preparePage, START, site, wait } from './fake-page.ts';

let worker: FakeWorker;
let runtime: { id?: string };
const listeners: ((message: unknown) => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(START) });
  preparePage(['a']);
  worker = Object.assign(new FakeWorker(), { marks: { a: openMark('2026-03-09T15:40:00Z') } });
  runtime = { id: 'extension' };
  listeners.length = 0;
  const sendMessage = ({ call, input }: { call: 'page.saw'; input: never }) => worker.ask(call, input);
  const onMessage = { addListener: (listener: (message: unknown) => void) => listeners.push(listener) };
  vi.stubGlobal('chrome', { runtime: Object.assign(runtime, { sendMessage, onMessage }) });
});

afterEach(() => {
  delete runtime.id;
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
