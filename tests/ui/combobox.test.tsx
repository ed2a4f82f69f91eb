// @vitest-environment jsdom
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Combobox, findOptions } from '../../src/ui/Combobox.tsx';
import { composePath } from '../../src/ui/SignaturePad.tsx';
import { allByRole, byRole, click, expectAccessible, mount, nameOf, press, type } from './page.ts';

const options = [
  { text: 'Exams', note: 'Academics' },
  { text: 'Note-taking', note: 'Academics' },
  { text: 'Exam stress', note: 'Psychosocial' },
  { text: 'Tomás’s plan' },
];

const onPick = vi.fn();
function Topic({ free }: { free: boolean }) {
  const [text, setText] = useState('');
  return <Combobox label="Topic" text={text} onText={setText} options={options} onPick={onPick} free={free} />;
}

const field = () => byRole<HTMLInputElement>('combobox', 'Topic');
const rows = () => (allByRole('listbox')[0]?.hidden ? [] : allByRole('option').map(nameOf));

describe('a field with a list', () => {
  beforeEach(async () => {
    onPick.mockReset();
    await mount(<Topic free />);
    field().focus();
  });

  it('shows nothing until something is typed, and says that it is closed', async () => {
    expect(rows()).toEqual([]);
    expect(field().getAttribute('aria-expanded')).toBe('false');
    await type(field(), 'exam');
    expect(field().getAttribute('aria-expanded')).toBe('true');
    await expectAccessible();
  });

  it('takes with Enter what the arrows lead to', async () => {
    await type(field(), 'exam');
    await press('ArrowDown');
    const active = document.getElementById(field().getAttribute('aria-activedescendant') ?? '');
    expect(nameOf(active!)).toBe('Exam stressPsychosocial');
    await press('Enter');
    expect(onPick).toHaveBeenCalledWith('Exam stress');
    expect(rows()).toEqual([]);
  });

  it('keeps what the arrows lead to in sight', async () => {
    const seen: string[] = [];
    HTMLElement.prototype.scrollIntoView = function () {
      seen.push(nameOf(this));
    };
    await press('ArrowDown');
    await press('ArrowDown');
    expect(seen).toEqual(['ExamsAcademics', 'Note-takingAcademics']);
  });

  it('opens with an arrow, and closes with Escape, the text kept', async () => {
    await press('ArrowDown');
    expect(rows()).toHaveLength(4);
    await type(field(), 'exam');
    await press('Escape');
    expect([rows(), field().value]).toEqual([[], 'exam']);
  });

  it('takes what was typed as it is, where that is nothing that is known', async () => {
    await type(field(), ' Sleep ');
    expect(rows()).toEqual(['Add “Sleep”']);
    await press('Enter');
    expect(onPick).toHaveBeenCalledWith('Sleep');
  });

  it('does not take a member of a group for the group’s name', async () => {
    await type(field(), 'academic');
    await press('Enter');
    expect(onPick).toHaveBeenCalledWith('academic');
  });

  it('takes with the mouse', async () => {
    await type(field(), 'note');
    await click(byRole('option', /^Note-taking/));
    expect(onPick).toHaveBeenCalledWith('Note-taking');
  });

  it('takes nothing that is not in the list where only that may be taken', async () => {
    await mount(<Topic free={false} />);
    field().focus();
    await type(field(), 'Sleep');
    await press('Enter');
    expect([rows(), onPick.mock.calls]).toEqual([[], []]);
  });
});

it('options are found without accents and case, those first that begin so', () => {
  expect(findOptions(options, 'TOMAS').map(({ text }) => text)).toEqual(['Tomás’s plan']);
  expect(findOptions(options, 'a').map(({ text }) => text)[0]).toBe('Exams');
  expect(findOptions(options, 'stress').map(({ text }) => text)).toEqual(['Exam stress']);
});

describe('a stroke', () => {
  it('runs through the middles of its points, from the first to the last', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 10, y: 10.04 },
      { x: 20, y: 0 },
      { x: 30, y: 5 },
    ];
    expect(composePath(points)).toBe('M0 0Q10 10 15 5Q20 0 25 2.5L30 5');
  });

  it('of one point is a dot, and of none nothing', () => {
    expect([composePath([{ x: 3, y: 4 }]), composePath([])]).toEqual(['M3 4h0', '']);
  });
});
