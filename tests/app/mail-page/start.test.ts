// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  aboveThread,
  chipTexts,
  drawRows,
  FakeWorker,
  line,
  ME,
  openMark,
  openThread,
  preparePage,
  type Running,
  run,
  START,
  setHidden,
  wait,
} from './fake-page.ts';

const DUE = '2026-03-09T15:40:00Z';
let running: Running[] = [];
const start = (worker?: FakeWorker) => {
  const started = run(worker);
  running.push(started);
  return started;
};
const workerWith = (fields: Partial<Pick<FakeWorker, 'marks' | 'rest' | 'instead'>>) =>
  Object.assign(new FakeWorker(), fields);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(START) });
  Object.defineProperty(document, 'hidden', { configurable: true, value: false });
  preparePage(['a', 'b', 'c']);
});

afterEach(() => {
  for (const { end } of running) end.abort();
  running = [];
  vi.useRealTimers();
});

describe('scanning', () => {
  it('scans at once, and tells what it saw', async () => {
    const { worker, scans } = start();
    expect(scans()).toBe(1);
    await wait(0);
    expect(worker.sights()).toEqual([
      expect.objectContaining({ source: 'fake-page', owner: ME, at: '2026-03-09T08:25:30.000Z', unreadable: false }),
    ]);
    expect(worker.sights()[0]?.rows.map(({ threadId }) => threadId)).toEqual(['a', 'b', 'c']);
  });

  it('scans at most once in 200 ms, however busy the page is', async () => {
    const { scans } = start();
    for (let i = 0; i < 500; i++) {
      document.body.append(document.createElement('i'));
      await wait(4);
    }
    expect(scans()).toBeGreaterThan(5);
    expect(scans()).toBeLessThanOrEqual(1 + 2000 / 200);
  });

  it('scans in the next frame when the page was quiet', async () => {
    const { scans } = start();
    await wait(1000);
    document.body.append(document.createElement('i'));
    await wait(17);
    expect(scans()).toBe(2);
  });

  it('does not scan because of its own chips', async () => {
    const { scans } = start(workerWith({ marks: { a: openMark(DUE) } }));
    await wait(5000);
    expect(chipTexts()).toEqual(['7 h left', '', '']);
    expect(scans()).toBe(1);
  });

  it('does not scan in a hidden tab, and once when it is shown', async () => {
    const { scans } = start();
    await wait(1000);
    setHidden(true);
    document.body.append(document.createElement('i'));
    await wait(600_000);
    expect(scans()).toBe(1);
    setHidden(false);
    await wait(1000);
    expect(scans()).toBe(2);
  });

  it.each(['hashchange', 'popstate'])('scans after %s', async (type) => {
    const { scans } = start();
    await wait(1000);
    window.dispatchEvent(new Event(type));
    await wait(20);
    expect(scans()).toBe(2);
  });

  it('notices another thread in a row of which only attributes changed', async () => {
    start(workerWith({ marks: { a: openMark(DUE) } }));
    await wait(1000);
    document.querySelector('tr')!.dataset.threadId = 'z';
    await wait(20);
    expect(chipTexts()).toEqual(['', '', '']);
  });
});

describe('telling', () => {
  it('tells the same sight once', async () => {
    const { worker, scans } = start();
    for (let i = 0; i < 5; i++) {
      document.body.append(document.createElement('i'));
      await wait(300);
    }
    expect(scans()).toBe(6);
    expect(worker.sights()).toHaveLength(1);
  });

  it('tells it again after ten minutes of a visible tab, so that coverage reaches to the present', async () => {
    const { worker } = start();
    await wait(11 * 60_000);
    expect(worker.sights().map(({ at }) => at.slice(11, 16))).toEqual(['08:25', '08:35']);
  });

  it('repeats until the worker acknowledges', async () => {
    const failed = { ok: false, code: 'no-answer' } as const;
    const { worker } = start(workerWith({ instead: [failed, failed, failed], marks: { b: openMark(DUE) } }));
    await wait(1999);
    expect(worker.sights()).toHaveLength(1);
    await wait(60_000);
    expect(worker.sights()).toHaveLength(4);
    expect(chipTexts()[1]).not.toBe('');
  });

  it('has one call under way at a time, and then tells the latest', async () => {
    const { worker } = start();
    await wait(300);
    worker.hold();
    for (const id of ['d', 'e', 'f']) {
      drawRows([id]);
      await wait(300);
    }
    expect(worker.sights()).toHaveLength(2);
    await worker.release();
    expect(worker.sights().map(({ rows }) => rows[0]?.threadId)).toEqual(['a', 'd', 'f']);
  });

  it('asks again when the ledger changed, also when that was while the tab was hidden', async () => {
    const { worker, changed } = start();
    await wait(1000);
    changed();
    await wait(300);
    expect(worker.sights()).toHaveLength(2);
    setHidden(true);
    changed();
    await wait(1000);
    expect(worker.sights()).toHaveLength(2);
    setHidden(false);
    await wait(300);
    expect(worker.sights()).toHaveLength(3);
  });

  it('asks again at the instant at which a mark changes by itself', async () => {
    const { worker } = start(workerWith({ rest: { next: '2026-03-09T08:26:00Z' } }));
    await wait(29_000);
    expect(worker.sights()).toHaveLength(1);
    await wait(2000);
    expect(worker.sights()).toHaveLength(2);
  });

  it('reads again when the worker tells the order of the dates, and keeps to it', async () => {
    const { worker, options, changed } = start(workerWith({ rest: { dateOrder: 'day-first' } }));
    await wait(1000);
    const dayFirst = { zone: 'Europe/Berlin', dateOrder: 'day-first' };
    expect(options()).toEqual([{ zone: 'Europe/Berlin' }, dayFirst]);
    document.body.append(document.createElement('i'));
    await wait(1000);
    expect(options()[2]).toEqual(dayFirst);
    worker.rest = {};
    changed();
    await wait(1000);
    expect(options().at(-1)).toEqual({ zone: 'Europe/Berlin' });
  });

  it('waits for an account to be named before it says that there is none', async () => {
    delete document.body.dataset.owner;
    const { worker } = start();
    await wait(1500);
    expect(worker.sights()).toHaveLength(0);
    await wait(3000);
    expect(worker.sights()).toEqual([expect.objectContaining({ owner: null, unreadable: false })]);
  });

  it('keeps accounts apart: the marks of one are not shown in the other', async () => {
    const { worker } = start(workerWith({ marks: { a: openMark(DUE) } }));
    await wait(300);
    expect(chipTexts()[0]).not.toBe('');
    worker.hold();
    document.body.dataset.owner = 'other@example.edu';
    document.body.append(document.createElement('i'));
    await wait(300);
    expect(chipTexts()).toEqual(['', '', '']);
    expect(worker.sights()[1]?.owner).toBe('other@example.edu');
  });
});

describe('a page that cannot be read', () => {
  const breakRows = () => {
    for (const row of document.querySelectorAll('tr')) row.dataset.odd = '';
  };

  it('is not called unreadable while it may still be loading', async () => {
    breakRows();
    const { worker } = start();
    await wait(1500);
    expect(worker.sights()).toHaveLength(0);
    drawRows(['a']);
    await wait(5000);
    expect(worker.sights().map(({ unreadable }) => unreadable)).toEqual([false]);
  });

  it('is called unreadable when it stays so for two seconds, even if nothing moves on it', async () => {
    breakRows();
    const { worker } = start();
    await wait(4500);
    expect(worker.sights().map(({ unreadable }) => unreadable)).toEqual([true]);
  });

  it('is looked at again when a thread opens beside rows that stay as they are', async () => {
    const { worker } = start();
    await wait(1000);
    openThread('odd');
    document.querySelector('section')!.dataset.odd = '';
    await wait(300);
    expect(worker.sights()).toHaveLength(1);
    await wait(70_000);
    document.body.append(document.createElement('i'));
    await wait(5000);
    expect(worker.sights().map(({ unreadable }) => unreadable)).toEqual([false, true]);
  });

  it('says so at the bottom of the page, once, until it is dismissed', async () => {
    breakRows();
    start(workerWith({ rest: { note: 'blind' } }));
    await wait(5000);
    const note = document.querySelector('body > [data-wm]')?.shadowRoot;
    expect(note?.querySelector('[role=status]')?.textContent).toContain('cannot read this Fakemail page');
    note?.querySelector('button')?.click();
    document.body.append(document.createElement('i'));
    await wait(5000);
    expect(document.querySelector('body > [data-wm]')).toBeNull();
  });
});

describe('chips', () => {
  it('follow the thread when the host puts another one into the same row', async () => {
    const late = { state: 'late', due: '2026-03-09T03:15:00Z' } as const;
    const { worker } = start(workerWith({ marks: { a: openMark(DUE), z: late } }));
    await wait(300);
    expect(chipTexts()).toEqual(['7 h left', '', '']);
    const [first, second] = document.querySelectorAll('tr');
    first!.dataset.threadId = 'z';
    second!.dataset.threadId = 'a';
    await wait(300);
    expect(chipTexts()).toEqual(['5 h late', '7 h left', '']);
    expect(worker.sights()).toHaveLength(2);
  });

  it('take an answer for the rows it was given for, not for those on the page by then', async () => {
    const worker = workerWith({ marks: { a: openMark(DUE) } });
    worker.hold();
    start(worker);
    await wait(300);
    drawRows(['x', 'y', 'a']);
    await wait(300);
    await worker.release();
    await wait(300);
    expect(chipTexts()).toEqual(['', '', '7 h left']);
  });

  it('come back in the next frame when the host draws a cell again, and are never doubled', async () => {
    start(workerWith({ marks: { a: openMark(DUE) } }));
    await wait(1000);
    document.querySelector('td')!.textContent = 'Drawn again';
    await wait(17);
    expect(chipTexts()).toEqual(['7 h left', '', '']);
  });

  it('go when the row is none of ours any more', async () => {
    const { worker, changed } = start(workerWith({ marks: { a: openMark(DUE) } }));
    await wait(1000);
    worker.marks = {};
    changed();
    await wait(300);
    expect(document.querySelectorAll('[data-wm]')).toHaveLength(0);
  });

  it('count down with the minutes', async () => {
    start(workerWith({ marks: { a: openMark('2026-03-09T09:26:00Z') } }));
    await wait(300);
    expect(chipTexts()[0]).toBe('1 h left');
    await wait(2 * 60_000);
    expect(chipTexts()[0]).toMatch(/min left$/);
  });

  it('follow the theme of the host', async () => {
    start(workerWith({ marks: { a: openMark(DUE) } }));
    await wait(300);
    const inside = () => document.querySelector('[data-wm]')?.shadowRoot?.querySelector('.w');
    expect(inside()?.classList.contains('dark')).toBe(false);
    document.body.dataset.dark = '';
    await wait(5000);
    document.body.append(document.createElement('i'));
    await wait(300);
    expect(inside()?.classList.contains('dark')).toBe(true);
  });

  it('write nothing into the page but an empty element', async () => {
    start(workerWith({ marks: { a: openMark(DUE) }, rest: { line: line() } }));
    openThread('a');
    await wait(500);
    const hosts = [...document.querySelectorAll('[data-wm]')];
    expect(hosts).toHaveLength(2);
    for (const host of hosts) {
      expect(host.childNodes).toHaveLength(0);
      expect(host.getAttributeNames().sort()).toEqual(['data-wm']);
    }
    expect(hosts.map((host) => host.getAttribute('data-wm'))).toEqual(['row', 'thread']);
  });
});

describe('the life of a page script', () => {
  it('ends when the extension was updated, and takes its parts with it', async () => {
    const { worker, alive, scans } = start(workerWith({ marks: { a: openMark(DUE) }, rest: { line: line() } }));
    openThread('a');
    await wait(500);
    expect(aboveThread()).not.toBeNull();
    const before = scans();
    alive.value = false;
    document.body.append(document.createElement('i'));
    await wait(600_000);
    expect(document.querySelectorAll('[data-wm]')).toHaveLength(0);
    expect(scans()).toBe(before);
    expect(worker.sights().length).toBeLessThanOrEqual(2);
  });

  it('ends when a call finds nobody to answer any more', async () => {
    const { worker, changed, scans } = start(workerWith({ marks: { a: openMark(DUE) } }));
    await wait(500);
    worker.instead = [{ ok: false, code: 'orphaned' }];
    changed();
    await wait(500);
    const before = scans();
    expect(document.querySelectorAll('[data-wm]')).toHaveLength(0);
    drawRows(['q']);
    await wait(500);
    expect(scans()).toBe(before);
  });

  it('shows one chip where a newer script takes over from one that an update orphaned', async () => {
    const marks = { a: openMark(DUE) };
    const old = start(workerWith({ marks }));
    await wait(500);
    old.alive.value = false;
    start(workerWith({ marks }));
    await wait(1000);
    expect(chipTexts()).toEqual(['7 h left', '', '']);
    document.querySelector('td')!.textContent = 'Drawn again';
    await wait(1000);
    expect(chipTexts()).toEqual(['7 h left', '', '']);
  });

  it('ends when the page is left for good, and not when it may come back', async () => {
    const { scans } = start();
    const leave = (persisted: boolean) => window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
    leave(true);
    document.body.append(document.createElement('i'));
    await wait(300);
    expect(scans()).toBe(2);
    leave(false);
    document.body.append(document.createElement('i'));
    await wait(300);
    expect(scans()).toBe(2);
  });
});
