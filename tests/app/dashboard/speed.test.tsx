// @vitest-environment jsdom

import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DashboardApp } from '../../../src/app/dashboard/DashboardApp.tsx';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import { pair } from '../../features/log-page/ledger.ts';
import { home, now, other, speedLedger, talkedOver } from '../../features/speed-session/world.ts';
import { monday } from '../../ui/monday.ts';
import {
  allByRole,
  byRole,
  choose,
  click,
  expectAccessible,
  mount,
  nameOf,
  pageText,
  settle,
  type,
} from '../../ui/page.ts';
import { type Fake, fakeDeps } from '../fake-deps.ts';

globalThis.requestAnimationFrame ??= (callback) => setTimeout(() => callback(0)) as unknown as number;
beforeAll(() => import('../../../src/app/dashboard/SpeedPlace.tsx'));

let fake: Fake;
let clock = now;

async function open(stored: Ledger = speedLedger(), place = '#log/speed/speed') {
  location.hash = place;
  fake = fakeDeps({ overview: monday(), ledger: stored });
  fake.answer = { ok: true, value: null };
  await mount(<DashboardApp deps={{ ...fake.deps, now: () => clock }} />);
}

/** Lets the clock go on, as the page sees it a second later. */
async function wait(minutes: number) {
  clock = new Date(Date.parse(clock) + minutes * 60_000).toISOString();
  await act(() => void vi.advanceTimersByTime(1000));
  await settle();
}

const field = (name: string) => {
  const label = [...document.querySelectorAll('label')].find((each) => nameOf(each) === name);
  return document.getElementById(label?.htmlFor ?? '') as HTMLInputElement;
};
const left = () => byRole('timer').textContent;
const said = () => document.querySelector('[aria-live=polite]:not(.toast *)')?.textContent;
const step = () => document.querySelector('[aria-current=step]')?.textContent;
const calls = (name: string) => fake.calls.filter(({ call }) => call === name).map(({ input }) => input as never);
const next = () => click(byRole('button', 'Next'));
const keep = (session: unknown) => sessionStorage.setItem('speed-session speed', JSON.stringify(session));

beforeEach(() => {
  clock = now;
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
});

describe('a speed session', () => {
  it('goes from finding each other to two entries', async () => {
    await open();
    expect(step()).toBe('Who with');
    expect(field('Person').value).toBe('jun');
    expect(pageText()).toContain('Jun Li 李俊');
    await expectAccessible();
    await next();

    expect(document.activeElement?.textContent).toContain('Alone');
    await click(byRole('button', 'Start 3 minutes'));
    expect(left()).toBe('3:00');
    await type(field('In your words'), 'A first paper');
    await click(byRole('button', 'Add'));
    await choose(field('Kind'), 'question');
    await type(field('In your words'), 'Apply this year?');
    await click(byRole('button', 'Add'));
    await click(byRole('button', 'Move Apply this year? up'));
    expect(
      allByRole('listitem')
        .map((each) => each.querySelector('bdi')?.textContent)
        .filter(Boolean),
    ).toEqual(['Apply this year?', 'A first paper']);
    await click(byRole('radio', 'You and Jun Li 李俊'));
    await expectAccessible();
    await next();

    expect(pageText()).toContain('Are my goals realistic?');
    expect([...field('Minutes for each half').querySelectorAll('option')].map(({ value }) => value)).toEqual(
      Array.from({ length: 26 }, (_, at) => String(at + 5)),
    );
    await click(byRole('button', 'Start the first half'));
    expect(pageText()).toContain('You are the mentor');
    expect(allByRole('button', 'Next')).toEqual([]);
    await expectAccessible();
    await wait(10);
    await click(byRole('button', 'Switch roles: you as the mentee'));
    expect(pageText()).toContain('You are the mentee');
    expect(left()).toBe('10:00');
    await click(byRole('checkbox', 'What is my next step?'));
    await wait(7);
    await click(byRole('button', 'End the talk and wrap up'));

    expect(step()).toBe('Wrap up');
    expect([field('Minutes as the mentor').value, field('Minutes as the mentee').value]).toEqual(['10', '7']);
    await type(field('How will you use it next?'), 'With my lab');
    await type(field('Minutes as the mentee'), '');
    expect(field('Minutes as the mentee').value).toBe('');
    expect(pageText()).toContain('Enter minutes, up to 120.');
    expect(byRole<HTMLButtonElement>('button', 'Save both entries').disabled).toBe(true);
    await type(field('Minutes as the mentee'), '8');
    await expectAccessible();
    await click(byRole('button', 'Save both entries'));

    const saved = calls('meeting.save').map(({ meeting }: { meeting: Meeting }) => meeting);
    expect(saved).toMatchObject([
      { relationship: 'speed', minutes: 10, start: now, privateNote: 'How will you use it next?\nWith my lab' },
      { minutes: 8, start: '2026-03-09T09:10:00.000Z', topics: ['What is my next step?'] },
    ]);
    expect(saved[1]?.sharedNote).toContain('1. Question: Apply this year?\n2. Goal: A first paper');
    expect(fake.calls[0]?.call).toBe('people.save');
    expect(sessionStorage).toHaveLength(0);
    await settle();
    expect(location.hash).toBe('#log');
    expect(pageText()).toContain('Saved in the log: one entry for each role');
    await click(byRole('button', 'Undo'));
    expect(calls('meeting.undo')).toHaveLength(2);
    expect(calls('relationships.remove')).toEqual([{ relationship: saved[1]?.relationship }]);
  });

  it('has a calm timer: it pauses, and says half and end once, politely', async () => {
    await open();
    await next();
    await next();
    await choose(field('Minutes for each half'), '6');
    await click(byRole('button', 'Start the first half'));
    await wait(2);
    expect([left(), said()]).toEqual(['4:00', '']);
    await wait(1);
    expect([left(), said()]).toEqual(['3:00', 'Half of the time is over.']);
    await click(byRole('button', 'Pause'));
    await wait(30);
    expect([left(), said()]).toEqual(['3:00', 'Half of the time is over.']);
    expect(pageText()).toContain('Paused');
    await expectAccessible();
    await click(byRole('button', 'Go on'));
    await wait(2);
    expect([left(), said()]).toEqual(['1:00', 'Half of the time is over.']);
    await wait(1);
    expect([left(), said()]).toEqual(['0:00', 'The time is over. Switch roles when you are ready.']);
    expect(allByRole('button', 'Pause')).toEqual([]);
    expect(document.querySelector('audio, [role=alert]')).toBeNull();
  });

  it('goes on through a reload, by the clock and not by ticks', async () => {
    await open();
    await next();
    await next();
    await click(byRole('button', 'Start the first half'));
    clock = '2026-03-09T09:04:30Z';
    await open();
    expect(step()).toBe('Talk');
    expect(left()).toBe('5:30');
    clock = '2026-03-09T11:00:00Z';
    await open();
    expect(left()).toBe('0:00');
  });

  it('takes somebody new by name', async () => {
    await open();
    await choose(field('Person'), '');
    expect(byRole<HTMLButtonElement>('button', 'Next').disabled).toBe(true);
    await type(field('Their name'), 'ana alvarez');
    expect(pageText()).toContain('Ana Álvarez is among your people already.');
    await type(field('Their name'), 'محمد علي');
    await next();
    expect(pageText()).toContain('with محمد علي');
  });

  it('saves nothing twice when it is tried again after a failure, and stays until then', async () => {
    keep(talkedOver());
    await open(speedLedger({ relationships: [home, other] }));
    fake.answer = { ok: false, code: 'full' };
    await click(byRole('button', 'Save both entries'));
    expect(pageText()).toContain('There is no room left');
    expect(step()).toBe('Wrap up');
    fake.answer = { ok: true, value: null };
    await click(byRole('button', 'Save both entries'));
    const ids = calls('meeting.save').map(({ meeting }: { meeting: Meeting }) => meeting.id);
    expect(ids).toEqual(['speed 1 mentor', 'speed 1 mentor', 'speed 1 mentee']);
    expect(calls('people.save')).toEqual([]);
  });

  it('is begun again only when that was said twice', async () => {
    keep(talkedOver());
    await open();
    await click(byRole('button', 'Start over…'));
    await click(byRole('button', 'Cancel'));
    expect(step()).toBe('Wrap up');
    await click(byRole('button', 'Start over…'));
    await click(byRole('button', 'Start over'));
    expect(step()).toBe('Who with');
    expect(sessionStorage).toHaveLength(0);
  });
});

describe('where speed sessions are offered', () => {
  const link = () => document.querySelector<HTMLAnchorElement>('a[href^="#log/speed/"]');

  it('is the log, for a programme that has them and for the pair once', async () => {
    await open(speedLedger({ relationships: [other, home] }), '#log');
    expect(link()?.getAttribute('href')).toBe('#log/speed/speed');
    await open(speedLedger({ relationships: [pair] }), '#log');
    expect(link()).toBeNull();
  });

  it('says where there are none', async () => {
    await open(speedLedger({ relationships: [pair] }));
    expect(pageText()).toContain('No speed sessions here');
    await expectAccessible();
  });

  it('lets one choose among several', async () => {
    await open(speedLedger({ relationships: [home, { ...home, id: 'second', mentees: ['ana'] }] }), '#log/speed');
    await choose(field('Under'), 'second');
    expect(location.hash).toBe('#log/speed/second');
  });
});
