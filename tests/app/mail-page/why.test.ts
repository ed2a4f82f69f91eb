// @vitest-environment jsdom
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ThreadWhy, WhyEntry } from '../../../src/features/deadlines/contract.ts';
import {
  aboveThread,
  FakeWorker,
  line,
  openThread,
  preparePage,
  press,
  type Running,
  run,
  START,
  wait,
} from './fake-page.ts';

const correct = (message: string, who: string) => ({
  message,
  label: `Not right? Correct the message of ${who}`,
  offers: [
    { words: 'Needs no answer', as: { asks: false } },
    { words: 'Automatic reply', as: { kind: 'auto-reply' as const } },
  ],
});
const entry = (message: string, who: string, more: Partial<WhyEntry> = {}): WhyEntry => ({
  who,
  at: '2026-03-08T08:40:00Z',
  says: 'Personal: nothing in its headers marks it as automatic. Seen in the Gmail page.',
  said: [],
  correct: correct(message, who),
  ...more,
});
const asked = entry('m1', 'Jun Li');
const note = entry('m0', 'Registrar', { says: 'Mailing: one can unsubscribe from it.' });
const told: ThreadWhy = { decide: [asked], beside: [note], title: '1 more message, not counted for it' };
const corrected: ThreadWhy = {
  ...told,
  decide: [
    { ...asked, said: [{ words: 'You said on 9 Mar: needs no answer.', undo: { list: 'corrections', id: 'x' } }] },
  ],
};

let running: Running;
let worker: FakeWorker;
let trusted = true;

const panel = () => aboveThread()?.querySelector('.why') ?? null;
const asks = () => worker.others().filter(({ name }) => name === 'thread.why');
const item = (who: string) =>
  [...(panel()?.querySelectorAll('li') ?? [])].find((each) => each.querySelector('bdi')?.textContent === who)!;
const open = async () => {
  press('Why?');
  await wait(0);
};
const summaryOf = (who: string) => item(who).querySelector('summary')!;
const focused = () => aboveThread()?.activeElement;

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(START) });
  preparePage(['a', 'b']);
  trusted = true;
  worker = new FakeWorker();
  worker.why = told;
  worker.rest = { line: line() };
  openThread('a');
  running = run(worker, () => trusted);
  await wait(500);
});

afterEach(() => {
  running.end.abort();
  vi.useRealTimers();
});

describe('Why?', () => {
  it('asks nothing before it is opened, and then about the thread that is open, in its own mailbox', async () => {
    expect(asks()).toEqual([]);
    await open();
    expect(asks()).toEqual([
      { name: 'thread.why', input: { source: 'fake-page', owner: 'mentor@example.edu', thread: 'a' } },
    ]);
  });

  it('shows the programme’s sentence at once, and then what decides the line and what does not count', async () => {
    worker.hold();
    press('Why?');
    expect(panel()?.textContent).toContain('Answer mentee mail within 48 hours. Peer mentor guide, Section 2');
    await worker.release();
    expect(item('Jun Li').textContent).toMatch(/^Jun Li9:40.* yesterdayPersonal: nothing in its headers marks it/);
    expect(item('Jun Li').closest('details')).toBeNull();
    const beside = item('Registrar').closest('details');
    expect(beside?.open).toBe(false);
    expect(beside?.firstElementChild?.textContent).toBe('1 more message, not counted for it');
  });

  it('is there where the programme names no limit, and says so', async () => {
    const { clause: _clause, ...free } = line({ mark: { state: 'your-turn', since: '2026-03-07T15:40:00Z' } });
    worker.rest = { line: free };
    running.changed();
    await wait(500);
    await open();
    expect(panel()?.textContent).toContain('the programme names no limit');
  });

  it('says when nothing counts', async () => {
    worker.why = { ...told, decide: [] };
    await open();
    expect(panel()?.textContent).toContain('No message counts for it.');
  });

  it('says when it could not be looked up, and Retry asks again', async () => {
    worker.instead = [{ ok: false, code: 'not-found' }];
    await open();
    expect(panel()?.textContent).toContain('Waymark could not look it up.');
    press('Retry');
    await wait(0);
    expect(item('Jun Li')).toBeDefined();
  });

  it('closes by Escape, which gives the focus back, and by its own button', async () => {
    await open();
    summaryOf('Jun Li').focus();
    summaryOf('Jun Li').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(panel()).toBeNull();
    expect(focused()?.textContent).toBe('Why?');
    await open();
    press('Why?');
    expect(panel()).toBeNull();
  });

  it('stays open, as it is, while minutes pass and the line changes', async () => {
    await open();
    const before = panel();
    item('Jun Li').querySelector('details')!.open = true;
    worker.rest = {
      line: line({ mark: { state: 'late', since: '2026-03-07T15:40:00Z', due: '2026-03-08T15:40:00Z' } }),
    };
    worker.why = { ...told, beside: [] };
    running.changed();
    await wait(500);
    expect(panel()).toBe(before);
    expect(item('Registrar')).toBeUndefined();
    expect(item('Jun Li').querySelector('details')?.open).toBe(true);
  });

  it('goes with its thread', async () => {
    await open();
    openThread('b');
    await wait(500);
    expect(panel()).toBeNull();
    expect(asks()).toHaveLength(1);
  });

  it('has nothing for axe to find, opened as far as it opens', async () => {
    document.documentElement.lang = 'en';
    await open();
    for (const details of panel()!.querySelectorAll('details')) details.open = true;
    vi.useRealTimers();
    const { violations } = await axe.run(document.querySelector('section > [data-wm]')!, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});

describe('a message that was taken for something else', () => {
  it.each([
    ['Needs no answer', { message: 'm1', asks: false }],
    ['Automatic reply', { message: 'm1', kind: 'auto-reply' }],
  ])('is put right by one press on “%s”', async (label, input) => {
    await open();
    press(label, item('Jun Li'));
    await wait(0);
    expect(worker.others().filter(({ name }) => name === 'message.correct')).toEqual([
      { name: 'message.correct', input },
    ]);
    expect(panel()?.querySelector('[role=status]')?.textContent).toBe('Noted.');
  });

  it('says then what was said, and that has the focus, to be taken back', async () => {
    await open();
    worker.why = corrected;
    press('Needs no answer', item('Jun Li'));
    await wait(0);
    expect(item('Jun Li').textContent).toContain('You said on 9 Mar: needs no answer.');
    expect(focused()?.textContent).toBe('Take back');
    worker.why = told;
    press('Take back');
    await wait(0);
    expect(worker.others().findLast(({ name }) => name === 'fact.undo')?.input).toEqual({
      list: 'corrections',
      id: 'x',
    });
    expect(panel()?.querySelector('[role=status]')?.textContent).toBe('Taken back.');
    expect(focused()).toBe(summaryOf('Jun Li'));
  });

  it('is followed to where it stands now, among those that do not count', async () => {
    await open();
    worker.why = {
      ...told,
      decide: [],
      beside: [...corrected.decide, note],
      title: '2 more messages, not counted for it',
    };
    press('Automatic reply', item('Jun Li'));
    await wait(0);
    expect(item('Jun Li').closest('details')?.open).toBe(true);
    expect(focused()?.textContent).toBe('Take back');
  });

  it('has the worker judge the line anew', async () => {
    await open();
    const before = worker.sights().length;
    press('Needs no answer', item('Jun Li'));
    await wait(500);
    expect(worker.sights()).toHaveLength(before + 1);
  });

  it('is not put right by a press that a script made', async () => {
    await open();
    trusted = false;
    press('Needs no answer', item('Jun Li'));
    await wait(1000);
    expect(worker.others().filter(({ name }) => name === 'message.correct')).toEqual([]);
  });

  it('says what went wrong, and Retry does it again', async () => {
    await open();
    worker.instead = [{ ok: false, code: 'full' }];
    press('Needs no answer', item('Jun Li'));
    await wait(0);
    expect(panel()?.querySelector('[role=status]')?.textContent).toContain('no room left');
    press('Retry', panel());
    await wait(0);
    expect(panel()?.querySelector('[role=status]')?.textContent).toBe('Noted.');
  });

  it('stays text, whoever wrote it', async () => {
    const evil = '<img src=x onerror="window.hit=1">';
    worker.why = { decide: [entry('m1', evil, { says: evil })], beside: [], title: evil };
    await open();
    expect(panel()?.querySelector('img')).toBeNull();
    expect(item(evil).textContent).toContain(evil);
    expect('hit' in window).toBe(false);
  });
});
