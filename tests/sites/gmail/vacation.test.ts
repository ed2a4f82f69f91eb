import { describe, expect, it } from 'vitest';
import { awayForm } from '../../../src/sites/gmail/vacation.ts';
import { settingsPage, vacationRow } from './vacation-page.ts';

const values = {
  subject: 'Away, back on 17 March',
  text: 'Thank you.\n\nI am back on 17 March <b>2026</b>.',
  from: '2026-03-10',
  to: '2026-03-16',
};

const fields = (page: Document) => {
  const [signature, text] = [...page.querySelectorAll('[contenteditable]')];
  const inputs = [...page.querySelectorAll<HTMLInputElement>('input[type=text]')].map(({ value }) => value);
  const radios = [...page.querySelectorAll<HTMLInputElement>('[name=bx_v]')].map(({ checked }) => checked);
  const boxes = [...page.querySelectorAll<HTMLInputElement>('[type=checkbox]')].map(({ checked }) => checked);
  return { signature, text, inputs, radios, boxes };
};

describe('Gmail’s vacation responder', () => {
  it.each([
    ['en', 'March 9, 2026', 'March 10, 2026', 'March 16, 2026'],
    ['fr', '9 mars 2026', '10 mars 2026', '16 mars 2026'],
    ['pl', '9 marca 2026', '10 marca 2026', '16 marca 2026'],
  ])('is filled in %s, dates in the page’s own way', (language, firstDay, from, to) => {
    const page = settingsPage({ language, firstDay });
    expect(awayForm.inspect(page)).toBe('known');
    expect(awayForm.fill(page, values)).toEqual([]);
    const { text, signature, inputs, radios, boxes } = fields(page);
    expect(inputs).toEqual([from, to, values.subject]);
    expect(radios).toEqual([false, true]);
    expect(boxes).toEqual([true, false]);
    expect(text?.textContent).toBe('Thank you.I am back on 17 March <b>2026</b>.');
    expect(text?.querySelector('b')).toBeNull();
    expect(signature?.textContent).toBe('');
  });

  it('says what it left: dates of which the way is not sure, a button that stays grey', () => {
    const page = settingsPage({ firstDay: '9/3/2026', save: 'grey' });
    expect(awayForm.fill(page, values)).toEqual(['first-day', 'last-day', 'save']);
    expect(fields(page).inputs).toEqual(['9/3/2026', '', values.subject]);
    expect(fields(page).boxes).toEqual([false, false]);
  });

  it('tells the page of each change, and presses nothing that saves', () => {
    const page = settingsPage();
    const told: string[] = [];
    page.addEventListener('input', ({ target }) => told.push((target as Element).tagName));
    let saved = 0;
    page.querySelector('[guidedhelpid]')?.addEventListener('click', () => saved++);
    awayForm.fill(page, values);
    expect(told.filter((name) => name === 'DIV')).toHaveLength(1);
    expect(told.length).toBeGreaterThanOrEqual(4);
    expect(saved).toBe(0);
  });

  it('says which part the page took back', () => {
    const page = settingsPage();
    const subject = page.querySelector<HTMLInputElement>('[aria-label=S]')!;
    subject.addEventListener('change', () => {
      subject.value = '';
    });
    expect(awayForm.fill(page, values)).toEqual(['subject']);
  });

  it('fills a plain box, and one that is on already', () => {
    const page = settingsPage({ textarea: true, on: true });
    expect(awayForm.fill(page, values)).toEqual([]);
    expect(page.querySelector('textarea')?.value).toBe(values.text);
  });

  it('is found where nothing names the button that saves, which is then left', () => {
    expect(awayForm.fill(settingsPage({ save: 'none' }), values)).toEqual(['save']);
  });
});

describe('a page that is not what was known', () => {
  const plain = vacationRow();
  it.each([
    ['no form at all', [], 'absent'],
    ['two forms', [plain, plain], 'strange'],
    [
      'three radios',
      [plain.replace('</table>', '<tr><td><input type="radio" name="bx_v"></td></tr></table>')],
      'strange',
    ],
    ['another field before the text', [plain.replace('F</td>', 'F</td><td><input type="text"></td>')], 'strange'],
    ['radios of two groups', [plain.replace('name="bx_v" value="1"', 'name="other" value="1"')], 'strange'],
    [
      'radios outside a table',
      [plain.replace(/<table><tr><td>(<input type="radio"[^>]*>)/, '$1<table><tr><td>')],
      'strange',
    ],
    ['another editor after it', [plain, '<tr><td></td><td><div contenteditable="true"></div></td></tr>'], 'strange'],
    ['an editor in a frame', [plain.replace(/<div contenteditable[^>]*><\/div>/, '<iframe></iframe>')], 'absent'],
  ] as const)('is not touched: %s', (_title, rows, state) => {
    const page = settingsPage({}, [...rows]);
    const before = page.body.innerHTML;
    expect(awayForm.inspect(page)).toBe(state);
    expect(awayForm.fill(page, values)).toBeNull();
    expect(page.body.innerHTML).toBe(before);
  });

  it('is not touched where the form is of a view that is hidden', () => {
    const page = settingsPage();
    page.querySelector('[role=main]')?.setAttribute('style', 'display: none');
    page.body.append(page.createElement('div'));
    expect(awayForm.fill(page, values)).toBeNull();
  });
});
