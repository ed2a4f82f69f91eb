// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

let running: Running;
let worker: FakeWorker;
let trusted = true;

const show = async (rest: FakeWorker['rest'], thread = 'a') => {
  worker.rest = rest;
  openThread(thread);
  running.changed();
  await wait(500);
};
const said = () => aboveThread()?.querySelector('[role=status]')?.textContent;
const buttons = () => [...(aboveThread()?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent);

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(START) });
  preparePage(['a', 'b']);
  trusted = true;
  worker = new FakeWorker();
  running = run(worker, () => trusted);
  await wait(500);
});

afterEach(() => {
  running.end.abort();
  vi.useRealTimers();
});

describe('a last message that seems to need no answer', () => {
  const closing = () => {
    const { key: _key, ...settled } = line({ mark: { state: 'met', seems: 'thanks' } });
    return settled;
  };

  it('is said to, with why, and one press overrules it', async () => {
    await show({ line: closing() });
    expect(aboveThread()?.textContent).toContain('No reply needed, it seems: thanks');
    expect(buttons()).toEqual(['Why?', 'A reply is needed']);
    press('A reply is needed');
    await wait(0);
    expect(worker.others().at(-1)).toEqual({ name: 'reply.needed', input: { message: 'm1' } });
    expect(said()).toBe('Noted: the clock runs.');
    expect(buttons()).toContain('Undo');
  });

  it('is offered both ways: what asks may be said to need none', async () => {
    await show({ line: line() });
    press('No reply needed');
    await wait(0);
    expect(worker.others().at(-1)).toEqual({ name: 'reply.notNeeded', input: { message: 'm1' } });
  });
});

describe('a message that came by a platform', () => {
  it('is answered there with one press', async () => {
    await show({ line: line({ via: 'MentorCity' }) });
    press('Answered on MentorCity');
    await wait(0);
    expect(worker.others().at(-1)).toMatchObject({
      name: 'reply.answeredElsewhere',
      input: { answers: 'm1', mentee: 'p1', channel: 'platform' },
    });
    expect(said()).toBe('Noted: answered on MentorCity.');
  });
});

describe('the line above an open thread', () => {
  it('says whose turn it is, since when and until when, above the thread', async () => {
    await show({ line: line() });
    const region = aboveThread()?.querySelector('[role=region]');
    expect(region?.getAttribute('aria-label')).toBe('Reply time, Jun Li');
    expect(region?.textContent).toContain('Your turn since Saturday');
    expect(region?.querySelector('.chip')?.textContent).toBe('7 h left');
    expect(document.querySelector('section > [data-wm] + h2')).not.toBeNull();
  });

  it('offers what settles it only while something waits', async () => {
    await show({ line: line() });
    expect(buttons()).toEqual(['Why?', 'Answered elsewhere', 'No reply needed', 'Remind me later']);
    expect(aboveThread()?.textContent).toContain('48 hours');
    const { message: _message, key: _key, ...settled } = line();
    await show({ line: { ...settled, mark: { state: 'waiting', since: '2026-03-07T14:40:00Z' } } }, 'b');
    expect(buttons()).toEqual(['Why?']);
  });

  it('goes when the thread is closed', async () => {
    await show({ line: line() });
    document.querySelector('section')?.remove();
    await wait(300);
    await show({ line: null }, 'b');
    expect(document.querySelectorAll('[data-wm]')).toHaveLength(0);
  });

  it('does not stay for the next thread until the worker has judged that one', async () => {
    await show({ line: line() });
    worker.hold();
    openThread('b');
    await wait(500);
    expect(aboveThread()?.querySelector('[role=region]') ?? null).toBeNull();
  });
});

describe('answered elsewhere', () => {
  it('takes the present moment and one press on how it was', async () => {
    await show({ line: line() });
    press('Answered elsewhere');
    press('Call');
    await wait(0);
    expect(worker.others()).toEqual([
      {
        name: 'reply.answeredElsewhere',
        input: { relationship: 'r1', mentee: 'p1', answers: 'm1', channel: 'call', at: '2026-03-09T08:25:31.000Z' },
      },
    ]);
    expect(said()).toMatch(/^Noted: answered by call, .* today/);
    expect(buttons()).toEqual(['Why?', 'Undo']);
  });

  it('takes an earlier time, in the mentor’s zone', async () => {
    await show({ line: line() });
    press('Answered elsewhere');
    const time = aboveThread()!.querySelector('input')!;
    expect(time.value).toBe('2026-03-09T09:25');
    time.value = '2026-03-08T20:15';
    press('Text');
    await wait(0);
    expect(worker.others()[0]?.input).toMatchObject({ channel: 'text', at: '2026-03-08T19:15:00Z' });
  });

  it('takes the zone of the mentor’s settings where the page’s is another', async () => {
    await show({ line: line(), zone: 'Asia/Tokyo' });
    press('Answered elsewhere');
    expect(aboveThread()!.querySelector('input')!.value).toBe('2026-03-09T17:25');
    expect(worker.sights().at(-1)?.zone).toBe('Europe/Berlin');
  });

  it.each([
    ['', 'Give a day and a time.'],
    ['2026-03-09T23:00', 'That time is still to come.'],
    ['2026-03-07T10:00', 'That is before the message came.'],
  ])('refuses %j with a sentence, and stays open', async (value, sentence) => {
    await show({ line: line() });
    press('Answered elsewhere');
    aboveThread()!.querySelector('input')!.value = value;
    press('Text');
    await wait(70_000);
    expect(said()).toBe(sentence);
    expect(worker.others()).toEqual([]);
    expect(aboveThread()?.querySelector('input')).not.toBeNull();
  });

  it('keeps the choice open, with what was typed, while minutes pass', async () => {
    await show({ line: line() });
    press('Answered elsewhere');
    const time = aboveThread()!.querySelector('input')!;
    time.value = '2026-03-08T20:15';
    await wait(200_000);
    expect(aboveThread()!.querySelector('input')).toBe(time);
    expect(time.isConnected).toBe(true);
  });
});

describe('the other two', () => {
  it('no reply needed is one press', async () => {
    await show({ line: line() });
    press('No reply needed');
    await wait(0);
    expect(worker.others()).toEqual([{ name: 'reply.notNeeded', input: { message: 'm1' } }]);
    expect(said()).toBe('Noted: no reply needed.');
  });

  it('remind me later offers moments of the mentor’s own days', async () => {
    await show({ line: line() });
    press('Remind me later');
    expect(buttons().slice(4)).toEqual(['This afternoon', 'Tomorrow morning', 'Next Monday']);
    press('Tomorrow morning');
    await wait(0);
    expect(worker.others()).toEqual([
      { name: 'reply.remindLater', input: { key: 'k1', until: '2026-03-10T08:00:00Z' } },
    ]);
    expect(said()).toMatch(/^Reminder set for .* tomorrow/);
  });

  it('one choice is open at a time, and the same button closes it', async () => {
    await show({ line: line() });
    press('Answered elsewhere');
    press('Remind me later');
    expect(aboveThread()?.querySelectorAll('.panel')).toHaveLength(1);
    expect([...aboveThread()!.querySelectorAll('[aria-expanded]')].map((b) => b.getAttribute('aria-expanded'))).toEqual(
      ['false', 'false', 'true'],
    );
    press('Remind me later');
    expect(aboveThread()?.querySelector('.panel')).toBeNull();
  });
});

describe('every button', () => {
  it('can be undone', async () => {
    await show({ line: line() });
    press('No reply needed');
    await wait(0);
    press('Undo');
    await wait(0);
    expect(worker.others()[1]).toEqual({ name: 'fact.undo', input: { list: 'contacts', id: 'c1' } });
    expect(said()).toBe('Taken back.');
    expect(buttons()).toContain('No reply needed');
    expect(aboveThread()?.activeElement?.textContent).toBe('Answered elsewhere');
  });

  it('can be undone after the page was loaded anew, as the worker remembers it', async () => {
    const { message: _message, key: _key, ...rest } = line({ undo: { list: 'corrections', id: 'x' } });
    await show({ line: { ...rest, mark: { state: 'met' } } });
    press('Undo');
    await wait(0);
    expect(worker.others()).toEqual([{ name: 'fact.undo', input: { list: 'corrections', id: 'x' } }]);
  });

  it('is deaf to a press that a script made', async () => {
    trusted = false;
    await show({ line: line(), suspect: { email: 'x@example.edu', reason: 'Same domain' } });
    const before = worker.others().length;
    for (const label of ['No reply needed', 'Answered elsewhere', 'Remind me later', 'Yes', 'No']) press(label);
    await wait(1000);
    expect(worker.others()).toHaveLength(before);
    expect(aboveThread()?.querySelector('.panel')).toBeNull();
  });

  it('says what went wrong, and Retry does it again', async () => {
    await show({ line: line() });
    worker.instead = [{ ok: false, code: 'full' }];
    press('No reply needed');
    await wait(0);
    expect(said()).toBe('There is no room left on this device, so this was not saved.');
    press('Retry');
    await wait(0);
    expect(said()).toBe('Noted: no reply needed.');
  });

  it('acts once when it is pressed twice', async () => {
    await show({ line: line() });
    worker.hold();
    press('No reply needed');
    press('No reply needed');
    await worker.release();
    expect(worker.others()).toHaveLength(1);
  });

  it('asks the worker again once something is settled', async () => {
    await show({ line: line() });
    const before = worker.sights().length;
    press('No reply needed');
    await wait(500);
    expect(worker.sights()).toHaveLength(before + 1);
  });

  it('is offered again for a new message after the last one was settled', async () => {
    await show({ line: line() });
    press('No reply needed');
    await wait(500);
    expect(buttons()).toEqual(['Why?', 'Undo']);
    worker.rest = { line: line({ message: 'm2' }) };
    running.changed();
    await wait(500);
    expect(said()).toBe('');
    expect(buttons()).toContain('No reply needed');
  });
});

describe('keys', () => {
  it('in our parts do not reach the host, in none of its phases', async () => {
    await show({ line: line() });
    const heard = vi.fn();
    for (const phase of [true, false]) document.addEventListener('keydown', heard, phase);
    const button = aboveThread()?.querySelector('button');
    for (const key of ['e', 'r', 'Escape', 'Enter']) {
      button?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
    expect(heard).not.toHaveBeenCalled();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true }));
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('reach every button and field by Tab: nothing is taken out of the order', async () => {
    await show({ line: line() });
    press('Answered elsewhere');
    const focusable = [...aboveThread()!.querySelectorAll<HTMLElement>('button, input')];
    expect(focusable).toHaveLength(9);
    for (const element of focusable) {
      element.focus();
      expect(aboveThread()?.activeElement).toBe(element);
      expect(element.tabIndex).toBe(0);
    }
  });

  it('Escape closes a choice and gives the focus back to what opened it', async () => {
    await show({ line: line() });
    press('Answered elsewhere');
    const time = aboveThread()!.querySelector('input')!;
    time.focus();
    time.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(aboveThread()?.querySelector('.panel')).toBeNull();
    expect(aboveThread()?.activeElement?.textContent).toBe('Answered elsewhere');
  });

  it('leave the focus in the line after a press: on Undo', async () => {
    await show({ line: line() });
    press('No reply needed');
    await wait(0);
    expect(aboveThread()?.activeElement?.textContent).toBe('Undo');
  });
});

describe('a possible mentee', () => {
  const suspect = { email: 'new@example.edu', name: 'New Person', reason: 'Introduced by the coordinator.' };
  const question = () => aboveThread()?.querySelector('[aria-label="Is this a mentee?"]') ?? null;

  it('is asked about with the reason, and the worker hears that it was shown', async () => {
    await show({ suspect });
    expect(question()?.textContent).toContain('New Person (new@example.edu)Introduced by the coordinator.');
    expect(worker.others()).toEqual([
      { name: 'suspect.decide', input: { email: 'new@example.edu', decision: 'shown' } },
    ]);
  });

  it('stays while the thread is open, though the worker does not name it again', async () => {
    await show({ suspect });
    worker.rest = { suspect: null };
    running.changed();
    await wait(500);
    expect(question()).not.toBeNull();
    await show({ suspect: null }, 'b');
    expect(question()).toBeNull();
  });

  it.each(['Yes', 'No'])('takes %s, with Undo', async (label) => {
    await show({ suspect });
    press(label);
    await wait(0);
    expect(worker.others()[1]?.input).toEqual({ email: 'new@example.edu', decision: label.toLowerCase() });
    expect(buttons()).toContain('Undo');
  });
});

describe('hostile names', () => {
  const evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';

  it('stay text everywhere', async () => {
    await show({
      line: line({ mentee: evil, clause: { document: evil, section: evil, says: evil } }),
      suspect: { email: 'x@example.edu', name: evil, reason: evil },
    });
    expect(aboveThread()?.querySelectorAll('img, script')).toHaveLength(0);
    expect(aboveThread()?.textContent).toContain(evil);
    expect(aboveThread()?.querySelector('[role=region]')?.getAttribute('aria-label')).toBe(`Reply time, ${evil}`);
    expect('hit' in window).toBe(false);
  });
});
