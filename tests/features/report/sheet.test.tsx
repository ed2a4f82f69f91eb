// @vitest-environment jsdom
import axe from 'axe-core';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { findHead, sealPrint } from '../../../src/domain/meeting/chain.ts';
import { composeSheetHash, parseSheetHash } from '../../../src/features/report/address.ts';
import { composeLetter } from '../../../src/features/report/letter.ts';
import { composeSheet } from '../../../src/features/report/sheet.ts';
import { SheetView } from '../../../src/features/report/views/SheetView.tsx';
import { writeDocument } from '../../../src/features/report/write-html.ts';
import { meeting, PRIVATE, request, SHARED, sampleLedger } from './facts.ts';

const sheetOf = async (more = {}) => composeSheet(await sampleLedger(), { ...request, ...more })!;

async function show(more = {}): Promise<HTMLElement> {
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  render(<SheetView sheet={await sheetOf(more)} />, root);
  return root;
}

const textsOf = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map((one) => one.textContent);

describe('the tracking sheet', () => {
  it('has the header and the columns of the sample, in their words', async () => {
    const root = await show();
    expect(textsOf(root, 'dt').slice(0, 3)).toEqual(['Name of mentor', 'Name of mentee', 'Mentee contact information']);
    expect(textsOf(root, 'thead th')).toEqual([
      'Date',
      'Time Spent (Hours)',
      'Topics Discussed',
      'Signature of Mentee/Mentor',
    ]);
    expect(textsOf(root, 'dd')).toContain('ana@uni.example, +1 555 0100'.replace(/^/, 'آنا الفارسي: '));
  });

  it('lists what was held in the order of time, with the range of the clock and the hours', async () => {
    const { entries } = await sheetOf();
    expect(entries.map(({ date, range, hours }) => [date, range, hours])).toEqual([
      ['18 May 2016', '6:00 pm – 7:00 pm', '1 hour'],
      ['1 June 2016', '6:00 pm – 7:00 pm', '1 hour'],
      ['15 June 2016', '6:00 pm – 7:30 pm', '1.5 hours'],
    ]);
  });

  it('counts as amended, and preparation, cancelled and missed meetings apart', async () => {
    const { totals } = await sheetOf();
    expect(totals).toEqual({ meetings: 3, minutes: 195, preparation: 20, cancelled: 1, missed: 0 });
  });

  it('nests topics three levels deep, homework under them', async () => {
    const root = await show();
    const cell = root.querySelectorAll('tbody tr')[0]!.querySelectorAll('td')[1]!;
    expect(cell.querySelector('ul > li > ul > li > ul > li')?.textContent).toBe('Strengths');
    expect(textsOf(cell, ':scope > ul > li').map((text) => text?.slice(0, 10))).toEqual([
      'Leadership',
      'Plan',
      'Write the ',
    ]);
  });

  it('bears the last seal of the whole log, whatever it shows of it, and none before anything is signed', async () => {
    const facts = await sampleLedger();
    const last = sealPrint(findHead(facts, 'r1'));
    const [whole, day] = [composeSheet(facts, request)!, composeSheet(facts, { ...request, to: '2016-05-31' })!];
    expect([whole.seal, day.seal]).toEqual([last, last]);
    expect((await show()).textContent).toContain(`Last seal of the log: ${last}.`);
    expect(composeSheet({ ...facts, meetings: [], amendments: [] }, request)!.seal).toBeUndefined();
  });

  it('holds both signatures in one cell, and leaves a line for whom is missing', async () => {
    const { entries } = await sheetOf();
    const [first, second] = entries.map(({ signatures }) =>
      signatures.map(({ role, how = 'none' }) => `${role} ${how}`),
    );
    expect(first).toEqual(['Mentor drawn', 'Mentee typed']);
    expect(second).toEqual(['Mentor reply', 'Mentee none']);
    const cells = (await show()).querySelectorAll('tbody td:last-child');
    expect(cells[0]?.querySelectorAll('svg path')).toHaveLength(2);
    expect(cells[0]?.textContent).toMatch(/signed by hand, 19 May 2016, [0-9A-F]{4}-[0-9A-F]{4}/);
    expect(cells[1]?.textContent).toContain('confirmed by mail, 19 May 2016');
    expect(cells[1]?.querySelectorAll('.sheet-rule')).toHaveLength(1);
  });

  it('tells amendments beneath the entry, which stays as it was signed', async () => {
    const [first] = (await sheetOf()).entries;
    expect(first).toMatchObject({
      hours: '1 hour',
      amendments: [{ by: 'Łukasz Żółć', reason: 'The clock was read wrongly', changes: ['Time spent: 0.75 hours'] }],
    });
  });

  it('is of one mentee alone when asked, and of nobody who is not one', async () => {
    const { mentees, entries } = await sheetOf({ mentee: 'ben' });
    expect([mentees, entries.map(({ id }) => id)]).toEqual([['李小龍 <Ben>'], ['e3']]);
    expect(composeSheet(await sampleLedger(), { ...request, mentee: 'office' })).toBeNull();
  });

  it('takes days in the relationship’s zone, both ends included', async () => {
    const late = meeting({ id: 'late', start: '2016-06-02T03:30:00Z' });
    const facts = await sampleLedger({ meetings: [late], amendments: [] });
    const on = (day: string) => composeSheet(facts, { ...request, from: day, to: day })!.entries.length;
    expect([on('2016-06-01'), on('2016-06-02')]).toEqual([1, 0]);
  });

  it('says so where no time was recorded', async () => {
    const facts = await sampleLedger({ meetings: [meeting({ countOnly: true, minutes: 0 })], amendments: [] });
    expect(composeSheet(facts, request)!.entries[0]).toMatchObject({ range: 'time not recorded', hours: '' });
  });

  it('shows no note, private or shared, on the page or in the file', async () => {
    const root = await show();
    const file = writeDocument({ title: 'x', css: '', body: <SheetView sheet={await sheetOf()} /> });
    for (const text of [root.textContent!, file]) {
      expect(text).not.toContain(PRIVATE);
      expect(text).not.toContain(SHARED);
    }
  });

  it('is readable for everybody, and carries no style in its elements', async () => {
    const root = await show();
    const { violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(root.querySelectorAll('[style]')).toHaveLength(0);
  });
});

describe('the sheet as a file', () => {
  it('says the same as the page, whatever names and topics hold', async () => {
    const root = await show();
    const text = writeDocument({
      title: 'Sheet </title><script>',
      css: '.a{}',
      body: <SheetView sheet={await sheetOf()} />,
    });
    const file = new DOMParser().parseFromString(text, 'text/html');
    const plain = (one: Element | null) => one?.textContent?.replace(/\s+/g, ' ').trim();
    expect(plain(file.querySelector('article'))).toBe(plain(root.querySelector('article')));
    expect([file.scripts.length, file.title]).toEqual([0, 'Sheet </title><script>']);
    expect(file.querySelectorAll('svg path')).toHaveLength(2);
  });
});

describe('the address of a sheet', () => {
  it.each([[request], [{ ...request, mentee: 'a/b ü' }], [{ ...request, relationship: 'r 1#%' }]])(
    '%j comes back the same',
    (one) => {
      expect(parseSheetHash(composeSheetHash(one))).toEqual(one);
    },
  );

  it.each([
    '',
    '#',
    '#r1',
    '#r1//2016-01-01',
    '#r1//2016-13-01/2016-12-31',
    '#r1//2016-12-31/2016-01-01',
    '#//2016-01-01/2016-12-31',
    '#%E0%A4%A//2016-01-01/2016-12-31',
  ])('%o is none', (hash) => {
    expect(parseSheetHash(hash)).toBeNull();
  });
});

it('the letter is a draft with what the log says, and brackets for what it does not', async () => {
  const letter = composeLetter(await sheetOf({ mentee: 'ana' }), '2016-11-05');
  expect(letter).toMatch(/^DRAFT/);
  expect(letter).toContain('Łukasz Żółć and آنا الفارسي took part in OACETT CPD Mentoring');
  expect(letter).toContain('From 1 January 2016 to 31 December 2016 they held 2 meetings, 1.75 hours in all.');
  expect(letter).toContain('[Name of the organisation]');
});
