// @vitest-environment jsdom
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mark } from '../../../../src/features/deadlines/mark.ts';
import { makeAboveThread } from '../../../../src/features/deadlines/page/above-thread.ts';
import type { Ask } from '../../../../src/features/deadlines/page/ask.ts';
import { makeChip } from '../../../../src/features/deadlines/page/chip.ts';
import { makeNote } from '../../../../src/features/deadlines/page/note.ts';
import { describeMark } from '../../../../src/features/deadlines/words.ts';

const NOW = '2026-03-09T08:40:30Z';
const ZONE = 'Europe/Berlin';
const marks: Mark[] = [
  { state: 'late', since: '2026-03-07T03:00:00Z', due: '2026-03-09T03:00:00Z' },
  { state: 'open', since: '2026-03-07T15:40:00Z', due: '2026-03-09T15:40:00Z' },
  { state: 'open', due: '2026-03-31T15:40:00Z' },
  { state: 'met', settledAt: '2026-03-08T15:40:00Z' },
  { state: 'missed' },
  { state: 'cannot-tell' },
  { state: 'your-turn', since: '2026-03-08T15:40:00Z' },
  { state: 'waiting', since: '2026-03-08T15:40:00Z' },
  { state: 'booked', due: '2026-04-02T15:40:00Z' },
];
const end = new AbortController();
const ground = { document, mode: 'open', isTrusted: () => true, signal: end.signal } as const;
const ask = (async () => ({ ok: false, code: 'full' })) as unknown as Ask;
const desk = {
  ground,
  ask,
  now: () => NOW,
  zone: ZONE,
  account: () => ({ source: 'fake-page', owner: null }),
  onSettled: () => {},
};
const look = { dark: false, font: 'Roboto', rtl: false };

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.title = 'Mail';
  document.body.innerHTML = '<main><h1>Mail</h1><p id="cell">Subject</p><h2 id="thread">Thread</h2></main>';
});
afterEach(() => document.body.replaceChildren());

const chipOf = (mark: Mark) => {
  const chip = makeChip(ground);
  chip.show(describeMark(mark, NOW, ZONE), look);
  return chip.element;
};

describe('a chip', () => {
  it.each(marks)('of $state has words, and a shape or none, beside its colour', (mark) => {
    const inside = chipOf(mark).shadowRoot?.querySelector('.chip');
    const { text, shape, tone } = describeMark(mark, NOW, ZONE);
    expect(inside?.textContent).toBe(text);
    expect(inside?.classList.contains(tone)).toBe(true);
    expect(inside?.querySelectorAll('svg')).toHaveLength(shape === 'none' ? 0 : 1);
    expect(inside?.querySelector('svg')?.getAttribute('aria-hidden') ?? 'true').toBe('true');
  });

  it('is inert: nothing in it can be pressed or focused', () => {
    const root = chipOf(marks[0]!).shadowRoot;
    expect(root?.querySelectorAll('button, a, input, [tabindex], [role]')).toHaveLength(0);
  });

  it('is closed to the page where it is mounted closed', () => {
    expect(makeChip({ ...ground, mode: 'closed' }).element.shadowRoot).toBeNull();
  });
});

describe.each([
  ['light', false],
  ['dark', true],
])('in the %s theme axe finds nothing', (_theme, dark) => {
  const check = async () => {
    const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  };
  const button = (label: string) =>
    [...(document.querySelector('[data-wm]')?.shadowRoot?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent === label,
    );

  it('in the chips', async () => {
    document.querySelector('#cell')?.prepend(...marks.map(chipOf));
    await check();
  });

  it.each(['Answered elsewhere', 'Remind me later', 'No reply needed'])(
    'above a thread, after "%s" was pressed',
    async (label) => {
      const line = {
        mark: marks[1]!,
        mentee: 'Jun Li',
        clause: { document: 'Guide', section: '2', says: 'Within 48 hours.' },
        relationship: 'r',
        menteeId: 'p',
        message: 'm',
        key: 'k',
      };
      const suspect = { email: 'x@example.edu', name: 'X', reason: 'Same domain as your mentees.' };
      makeAboveThread(desk).show('t', document.querySelector('#thread')!, line, suspect, { ...look, dark });
      button(label)?.click();
      await Promise.resolve();
      expect(
        document.querySelector('[data-wm]')?.shadowRoot?.querySelectorAll('.panel, [role=status]'),
      ).not.toHaveLength(0);
      await check();
    },
  );

  it('in a note', async () => {
    makeNote(ground).show('names-only', 'Outlook', { ...look, dark });
    expect(document.querySelector('[data-wm]')?.shadowRoot?.textContent).toContain('Outlook shows names here');
    await check();
  });
});
