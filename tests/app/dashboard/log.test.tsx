// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DashboardApp } from '../../../src/app/dashboard/DashboardApp.tsx';
import type { PageDeps } from '../../../src/app/page-deps.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { cohortLedger, entry, pair, sampleSheet, seal } from '../../features/log-page/ledger.ts';
import { monday, now } from '../../ui/monday.ts';
import {
  allByRole,
  byRole,
  choose,
  click,
  expectAccessible,
  give,
  mount,
  nameOf,
  pageText,
  press,
  settle,
  type,
  until,
} from '../../ui/page.ts';
import { type Fake, fakeDeps } from '../fake-deps.ts';

// Parts that come in later are there from the start, so that a click shows them at once.
beforeAll(async () => {
  await Promise.all([
    import('../../../src/app/dashboard/LogCharts.tsx'),
    import('../../../src/app/dashboard/LogCohort.tsx'),
    import('../../../src/app/dashboard/LogDialog.tsx'),
    import('../../../src/app/dashboard/LogGiveOut.tsx'),
    import('../../../src/app/dashboard/LogImport.tsx'),
  ]);
});

let fake: Fake;

// The log waits for a frame before it goes on.
const never = {
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
};
globalThis.matchMedia ??= (() => never) as unknown as typeof matchMedia;
globalThis.requestAnimationFrame ??= (callback) => setTimeout(() => callback(0)) as unknown as number;

async function open(stored: Ledger, place = '#log', change: Partial<PageDeps> = {}) {
  location.hash = place;
  fake = fakeDeps({ overview: monday(), ledger: stored });
  fake.answer = { ok: true, value: null };
  await mount(<DashboardApp deps={{ ...fake.deps, ...change }} />);
}

const sheet = sampleSheet();
const cohort = cohortLedger({ mentees: 10, entries: 230, mails: 4, now });
const entries = () => [...document.querySelectorAll<HTMLElement>('[data-entry]')];
const shownDates = () => entries().map((each) => each.textContent);
const total = (words: string) =>
  [...document.querySelectorAll('.total')].find((each) => each.textContent?.includes(words))?.querySelector('dd')
    ?.textContent;
const called = (name: string) => fake.calls.filter(({ call }) => call === name).map(({ input }) => input as never);

describe('the log', () => {
  beforeEach(() => open(sheet));

  it('shows the sample sheet with what it comes to', async () => {
    expect(entries()).toHaveLength(13);
    expect(total('meetings held')).toBe('13');
    expect(total('with mentees')).toBe('13.0 h');
    expect(total('preparation')).toBe('0.0 h');
    const first = entries()[0]?.closest('tr');
    expect(first?.textContent).toContain('Jun Li 李俊');
    expect(first?.textContent).toContain('Stay in contact');
    expect(first?.textContent).toContain('Not signed');
    await expectAccessible();
  });

  it('stands before the overview is there', async () => {
    await open(sheet, '#log', { readOverview: () => new Promise(() => {}) });
    expect(entries()).toHaveLength(13);
  });

  it('finds words in any script, sums what it found, and goes back to all', async () => {
    await type(document.querySelector('input[type=search]')!, 'Bachelor');
    expect(entries()).toHaveLength(2);
    expect(total('meetings held')).toBe('2');
    await type(document.querySelector('input[type=search]')!, '李');
    expect(entries()).toHaveLength(13);
    await type(document.querySelector('input[type=search]')!, 'nowhere');
    expect(entries()).toHaveLength(0);
    expect(pageText()).toContain('No entry is like this');
    await expectAccessible();
    await click(byRole('button', 'Show all'));
    expect(entries()).toHaveLength(13);
  });

  it('is sorted by its heads, which say so', async () => {
    const newest = shownDates()[0];
    const head = () => document.querySelector('th[aria-sort]')!;
    expect(head().getAttribute('aria-sort')).toBe('descending');
    await click(byRole('button', 'Date'));
    expect(shownDates().at(-1)).toBe(newest);
    expect(head().getAttribute('aria-sort')).toBe('ascending');
    await click(byRole('button', 'Time'));
    expect(head().textContent).toBe('Time');
  });

  it('is gone through by arrow keys, one step for Tab', async () => {
    expect(entries().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    entries()[0]?.focus();
    await press('ArrowDown');
    await press('ArrowDown');
    expect(document.activeElement).toBe(entries()[2]);
    expect(entries()[2]?.tabIndex).toBe(0);
    await press('End');
    expect(document.activeElement).toBe(entries()[12]);
  });

  it('opens an entry with all that is in it', async () => {
    await click(entries()[1]!);
    expect(byRole('dialog').textContent).toContain('Career path');
    await expectAccessible();
  });

  it('opens the entry that its address names, and leaves the address when it closes', async () => {
    await open(sheet, '#log/entry/sheet-2');
    expect(byRole('dialog').textContent).toContain('Leadership opportunities');
    await click(byRole('button', 'Close'));
    expect(location.hash).toBe('#log');
    expect(allByRole('dialog')).toEqual([]);
  });

  it('adds a meeting that was in no calendar', async () => {
    await click(byRole('button', 'Add a meeting'));
    expect(byRole('dialog', 'Add a meeting')).toBeTruthy();
    await expectAccessible();
  });
});

describe('a long log', () => {
  beforeEach(() => open(cohort));

  it('draws a page, then more when asked, and all of it for paper', async () => {
    expect(entries()).toHaveLength(30);
    expect(total('entries shown')).toBe('230');
    await click(byRole('button', 'Show 200 more of 200'));
    expect(entries()).toHaveLength(230);
    await type(document.querySelector('input[type=search]')!, 'exams');
    expect(entries()).toHaveLength(30);
    dispatchEvent(new Event('beforeprint'));
    await settle();
    expect(entries()).toHaveLength(Number(total('entries shown')));
    expect(entries().length).toBeGreaterThan(30);
    dispatchEvent(new Event('afterprint'));
    await settle();
    expect(entries()).toHaveLength(30);
  });

  it('stays as far as it was drawn when the ledger is read again', async () => {
    await click(byRole('button', /^Show 200 more/));
    fake.change();
    await settle();
    expect(entries()).toHaveLength(230);
  });

  it('is narrowed by mentee, outcome and signatures', async () => {
    await choose(byRole('combobox', 'Mentee'), 'p3');
    expect(total('entries shown')).toBe('23');
    await choose(byRole('combobox', 'Outcome'), 'cancelled');
    const cancelled = cohort.meetings.filter(
      ({ attendees, outcome }) => attendees.includes('p3') && outcome === 'cancelled',
    );
    expect(entries()).toHaveLength(cancelled.length);
    expect(entries()[0]?.closest('tr')?.textContent).toContain('26 h notice');
    await choose(byRole('combobox', 'Signatures'), 'both');
    expect(entries()).toHaveLength(0);
  });
});

describe('the kinds of session', () => {
  const meetings = [
    entry('a', '2026-03-02T20:00:00Z', { sessionType: 'Study session', modality: 'video' }),
    entry('b', '2026-03-03T20:00:00Z', { sessionType: 'Open drop-in' }),
    entry('c', '2026-03-04T20:00:00Z'),
  ];

  it('stand in the rows, and narrow the table to one of them', async () => {
    await open({ ...sheet, meetings });
    const rowOf = (id: string) => document.querySelector(`[data-entry=${id}]`)?.closest('tr')?.textContent;
    expect(rowOf('a')).toContain('Study session · Video');
    await expectAccessible();
    await choose(byRole('combobox', 'Kind of session'), 'kind open drop-in');
    expect(entries().map(({ dataset }) => dataset.entry)).toEqual(['b']);
    await click(byRole('button', 'Show all'));
    expect(entries()).toHaveLength(3);
  });

  it('are no choice where no entry has one', async () => {
    await open({ ...sheet, meetings: meetings.slice(2) });
    expect(allByRole('combobox', 'Kind of session')).toEqual([]);
  });
});

describe('the check of signatures', () => {
  it('says calmly that all are as signed', async () => {
    const sealed = await seal(cohortLedger({ mentees: 3, entries: 12, mails: 0, now }));
    await open(sealed);
    await until(() => expect(pageText()).toMatch(/\d+ signed entries, all as signed/));
    expect(allByRole('alert')).toEqual([]);
  });

  it('names the entry that was touched, and what helps', async () => {
    const sealed = await seal(cohortLedger({ mentees: 3, entries: 12, mails: 0, now }));
    const at = sealed.meetings.findIndex(({ signatures }) => signatures.length > 0);
    sealed.meetings[at] = { ...sealed.meetings[at]!, minutes: 999 };
    await open(sealed);
    await until(() => expect(byRole('alert').textContent).toContain('is not what was signed'));
    expect(byRole('alert').textContent).toContain('restore a backup');
    await expectAccessible();
    await click(byRole('button', 'Open it'));
    expect(byRole('dialog').textContent).toContain('16 h 39 min');
  });

  it('says when something is gone that was signed before another, and blames no entry for it', async () => {
    const sealed = await seal(cohortLedger({ mentees: 3, entries: 12, mails: 0, now }));
    const at = sealed.meetings.findIndex(({ signatures }) => signatures.length > 0);
    await open({ ...sealed, meetings: sealed.meetings.toSpliced(at, 1) });
    await until(() =>
      expect(byRole('alert').textContent).toMatch(
        /^A signature or amendment is gone\. It was stored just before that of /,
      ),
    );
    await expectAccessible();
  });

  it('looks at the scans of signed pages too', async () => {
    const plain = cohortLedger({ mentees: 3, entries: 12, mails: 0, now });
    const meetings = plain.meetings.map((each) => ({
      ...each,
      signatures: each.signatures.map((signature) => ({ ...signature, attachment: `scan ${each.id}`, scan: 'ab' })),
    }));
    const [{ id, relationship } = { id: '', relationship: '' }] = meetings.filter((each) => each.signatures.length > 0);
    const page = { name: 'page.png', type: 'image/png' as const, data: 'AAAA', at: now };
    const attachments = [{ ...page, id: `scan ${id}`, relationship, meeting: id }];
    await open({ ...(await seal({ ...plain, meetings })), attachments });
    await until(() => {
      expect(byRole('alert').textContent).toContain('has a scan that is not the one that was kept');
    });
    expect(byRole('alert').textContent).toContain('has lost the scan of its signed page');
  });

  it('says nothing before anything is signed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await open(sheet);
    await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
    vi.useRealTimers();
    await settle();
    expect(document.querySelector('.chain-good')).toBeNull();
  });
});

describe('an empty log', () => {
  it('says what will stand there and offers the first entry', async () => {
    await open({ ...sheet, meetings: [] });
    expect(pageText()).toContain('No meetings yet');
    expect(document.querySelector('input[type=search]')).toBeNull();
    await expectAccessible();
    await click(byRole('button', 'Add a meeting'));
    expect(byRole('dialog', 'Add a meeting')).toBeTruthy();
  });

  it.each(['#log/charts', '#log/cohort'])('has no error at %s', async (place) => {
    await open({ ...sheet, meetings: [], relationships: [] }, place);
    expect(byRole('main', 'Meetings')).toBeTruthy();
    expect(pageText()).toMatch(/Nothing to (draw|show) yet/);
    await expectAccessible();
  });

  it('says in a sentence that nothing can be read', async () => {
    await open(sheet, '#log', { readSmall: () => Promise.reject(new Error('blocked')) });
    expect(byRole('alert').textContent).toContain('could not be opened');
  });
});

describe('what was refused', () => {
  const refusals = [
    { id: 'title Standup', at: '2026-03-01T10:00:00Z', title: 'Standup', shown: 'Standup' },
    { id: 'event x', at: '2026-03-02T10:00:00Z', event: 'x', shown: 'Coffee with Kim' },
  ];

  it('is listed, newest first, and can be suggested again', async () => {
    await open({ ...sheet, refusals });
    expect(allByRole('button', /^Suggest again/).map(nameOf)).toEqual([
      'Suggest again: Coffee with Kim',
      'Suggest again: Standup',
    ]);
    await expectAccessible();
    await click(byRole('button', 'Suggest again: Standup'));
    expect(called('suggestion.unrefuse')).toEqual([{ refusal: 'title Standup' }]);
  });
});

describe('what differs from the calendar', () => {
  it('is marked, and left alone when it was kept on purpose', async () => {
    const print = {
      start: '2026-03-02T20:00:00Z',
      end: '2026-03-02T21:00:00Z',
      title: 'Us',
      status: 'confirmed' as const,
    };
    const moved = { ...print, start: '2026-03-03T20:00:00Z', end: '2026-03-03T21:00:00Z' };
    const meetings = [
      entry('a', print.start, { event: 'e', eventPrint: print }),
      entry('b', print.start, { event: 'e', eventPrint: print, keptDespite: moved }),
    ];
    const event = {
      ...moved,
      id: 'e',
      calendar: 'c',
      allDay: false,
      myResponse: 'accepted' as const,
      attendees: [],
      kind: 'default' as const,
    };
    await open({ ...sheet, meetings, events: [event] });
    expect(
      [...document.querySelectorAll('.log-flag')].map((flag) =>
        flag.closest('tr')?.querySelector('[data-entry]')?.getAttribute('data-entry'),
      ),
    ).toEqual(['a']);
  });
});

describe('hours and topics', () => {
  it('has the chart’s figures in a table, and the requirement beside it', async () => {
    await open(sheet, '#log/charts');
    expect(nameOf(byRole('img'))).toContain('13.0 in all. A line marks 0.5 hours a month.');
    expect(byRole('region', 'Hours by month').textContent).toContain('3 h over 6 months');
    const table = byRole('region', 'Hours by month').querySelector('table');
    expect(table?.textContent).toContain('June 201633.0');
    await expectAccessible();
  });

  it('shows all 24 topics by term, gaps said aloud', async () => {
    await open(sheet, '#log/charts');
    const map = byRole('region', 'Topics');
    expect(map.querySelectorAll('tbody th[scope=row]').length).toBeGreaterThanOrEqual(24);
    expect(map.textContent).toContain('23 not discussed yet');
    const motivation = allByRole('rowheader', 'Motivation')[0]?.closest('tr');
    expect(motivation?.textContent).toBe('Motivation48');
    expect(map.textContent).toContain('not discussed');
  });

  it('follows the mentee who is chosen', async () => {
    await open(cohort, '#log/charts');
    await choose(byRole('combobox', 'Mentee'), 'p1');
    expect(byRole('region', 'Hours by month').textContent).toContain('Jun Li');
  });
});

describe('the cohort', () => {
  const cells = () => [...document.querySelectorAll<HTMLElement>('[data-cell]')];

  it('shows each mentee by month with words for every state', async () => {
    await open(cohort, '#log/cohort');
    expect(allByRole('rowheader').map(nameOf)).toContain('Łukasz Żółć');
    const kinds = new Set(cells().map((cell) => nameOf(cell).replace(/[ ,].*/, '')));
    expect(kinds).toEqual(new Set(['met', 'open', 'can’t']));
    for (const cell of cells()) expect(cell.querySelector('svg')).toBeTruthy();
    expect(cells().length).toBeGreaterThan(80);
    await expectAccessible();
  });

  it('is gone through by arrow keys in both directions', async () => {
    await open(cohort, '#log/cohort');
    const [first] = cells();
    expect(cells().filter(({ tabIndex }) => tabIndex === 0)).toEqual([first]);
    first?.focus();
    await press('ArrowRight');
    await press('ArrowDown');
    const focused = document.activeElement?.closest('td');
    expect(focused?.cellIndex).toBe(first!.closest('td')!.cellIndex + 1);
    expect(focused?.closest('tr')?.rowIndex).toBe(2);
    await press('Home');
    expect(document.activeElement?.closest('td')?.cellIndex).toBeLessThan(focused!.cellIndex);
  });

  it('opens what is behind a cell, and writes the mail that would settle it', async () => {
    const quiet = { ...cohort, messages: [], meetings: [] };
    await open(quiet, '#log/cohort');
    const owed = cells().find((cell) => /^open, \d+ days? left/.test(nameOf(cell)));
    await click(owed!);
    expect(byRole('dialog').textContent).toContain('at least once in every month');
    expect(byRole('dialog').textContent).toContain('Nothing was seen that counts');
    await expectAccessible();
    await click(byRole('button', /^Write to/));
    expect(fake.opened[0]).toMatch(/^https:\/\/mail\.google\.com\/.*p0%40uni\.example/);
  });

  it('lists the evidence of what was met', async () => {
    await open(cohort, '#log/cohort');
    await click(cells().find((cell) => /^met, \d+ contacts/.test(nameOf(cell)))!);
    expect(byRole('dialog').querySelectorAll('.evidence li').length).toBeGreaterThan(1);
  });

  it('draws five hundred mentees a page at a time', async () => {
    await open(cohortLedger({ mentees: 500, entries: 20, mails: 0, now }), '#log/cohort');
    expect(allByRole('rowheader').filter((head) => head.classList.contains('cut'))).toHaveLength(50);
    await click(byRole('button', 'Show 100 more of 450'));
    expect(allByRole('rowheader').filter((head) => head.classList.contains('cut'))).toHaveLength(150);
  });

  it('asks for the semester dates where they are missing', async () => {
    const [relationship] = cohort.relationships;
    const { terms, ...rest } = relationship!;
    await open({ ...cohort, relationships: [rest] }, '#log/cohort');
    expect(pageText()).toContain('The semester dates are not set');
    await click(byRole('button', 'Set them'));
    expect(fake.opened).toEqual(['dashboard#people/cohort']);
  });
});

const csv = (...lines: string[]) =>
  ['Date,Time Spent (Hours),Topics Discussed,Signature of Mentee/Mentor', ...lines].join('\n');

async function bring(text: string) {
  await click(byRole('button', 'Import a sheet…'));
  await give(document.querySelector('input[type=file]')!, 'sheet.csv', text);
  await until(() => {
    expect(byRole('dialog').textContent).toMatch(/to keep/);
  });
}

describe('importing a sheet', () => {
  it('shows what every row becomes, names what cannot be read, and keeps the rest only when told to', async () => {
    await open({ ...sheet, meetings: [] });
    await bring(
      csv(
        '18 May 2016,6:00 pm – 7:00 pm,Leadership,',
        '1 June 2016,6:00 pm – 7:00 pm,Motivation,',
        'someday,6:00 pm – 7:00 pm,Lost,',
      ),
    );
    expect(byRole('dialog').textContent).toContain('2 to keep, 1 left out');
    expect(byRole('region', 'Rows left out').textContent).toContain('Row 4: “someday” is no date');
    expect(byRole('region', 'Preview').textContent).toContain('Leadership');
    await expectAccessible();
    const keep = byRole<HTMLButtonElement>('button', 'Keep 2 entries');
    expect(keep.disabled).toBe(true);
    await click(byRole('checkbox', 'Leave out the row that can’t be read'));
    await click(byRole('button', 'Keep 2 entries'));
    const [{ meetings }] = called('meeting.saveAll') as unknown as [{ meetings: Ledger['meetings'] }];
    expect(meetings.map(({ start, minutes, topics }) => [start, minutes, topics])).toEqual([
      ['2016-05-18T22:00:00Z', 60, ['Leadership']],
      ['2016-06-01T22:00:00Z', 60, ['Motivation']],
    ]);
    expect(allByRole('dialog')).toEqual([]);
    expect(pageText()).toContain('2 entries are in the log');
  });

  it('brings nothing in twice', async () => {
    await open(sheet);
    await bring(csv('18 May 2016,6:00 pm – 7:00 pm,Leadership,', '19 May 2016,6:00 pm – 7:00 pm,New,'));
    expect(byRole('dialog').textContent).toContain('1 to keep, 1 in the log already');
    await click(byRole('button', 'Keep 1 entry'));
    const [{ meetings }] = called('meeting.saveAll') as unknown as [{ meetings: Ledger['meetings'] }];
    expect(meetings.map(({ topics }) => topics)).toEqual([['New']]);
  });

  it('says once what is to be known of every row', async () => {
    await open({ ...sheet, meetings: [] });
    await bring(csv('18 May 2016,1,Leadership,', '19 May 2016,1,Motivation,'));
    const said = byRole('dialog').textContent?.match(/No time of day: noon is taken/g);
    expect(said).toHaveLength(1);
    expect(byRole('region', 'Preview').textContent).toContain('Good');
  });

  it('asks which of day and month comes first where that is not to be seen', async () => {
    await open({ ...sheet, meetings: [] });
    await bring(csv('03/04/2016,1,Leadership,'));
    expect(byRole('dialog').textContent).toContain('0 to keep, 1 left out');
    await choose(byRole('combobox', 'Dates'), 'month-first');
    await until(() => {
      expect(byRole('dialog').textContent).toContain('1 to keep');
    });
    expect(byRole('region', 'Preview').textContent).toContain('Mar 4, 2016');
  });

  it('reads a column as what it is said to be', async () => {
    await open({ ...sheet, meetings: [] });
    await bring('Date,Time Spent (Hours),What it was about\n2016-05-18,1,Sailing\n');
    expect(byRole('region', 'Preview').textContent).not.toContain('Sailing');
    await choose(byRole('combobox', 'What it was about'), 'topics');
    await until(() => {
      expect(byRole('region', 'Preview').textContent).toContain('Sailing');
    });
  });

  it.each([
    ['<!doctype html><p>no', 'This file is not a sheet'],
    ['a,b\nc,d\n', 'No row names columns'],
  ])('says of the file %j what is wrong and what to do', async (text, sentence) => {
    await open({ ...sheet, meetings: [] });
    await bring(text);
    expect(byRole('dialog').textContent).toContain(sentence);
    expect(allByRole('button', /^Keep/)).toEqual([]);
  });

  it('says why nothing was kept', async () => {
    await open({ ...sheet, meetings: [] });
    fake.answer = { ok: false, code: 'full' };
    await bring(csv('18 May 2016,6:00 pm – 7:00 pm,Leadership,'));
    await click(byRole('button', 'Keep 1 entry'));
    expect(byRole('alert').textContent).toContain('There is no room left');
    expect(byRole('button', 'Keep 1 entry')).toBeTruthy();
  });

  it('lets a cohort’s sheet be about one mentee', async () => {
    await open({ ...cohort, meetings: [] });
    await click(byRole('button', 'Import a sheet…'));
    await choose(byRole('combobox', 'About whom'), 'p3');
    await give(document.querySelector('input[type=file]')!, 'sheet.csv', csv('2026-03-02,1,Exams,'));
    await until(() => {
      expect(byRole('dialog').textContent).toContain('1 to keep');
    });
    await click(byRole('button', 'Keep 1 entry'));
    const [{ meetings }] = called('meeting.saveAll') as unknown as [{ meetings: Ledger['meetings'] }];
    expect(meetings[0]?.attendees).toContain('p3');
  });
});

describe('what the booked meetings come to', () => {
  it('is said for a mentee, in one line', async () => {
    await open(
      { ...sheet, relationships: [{ ...pair, start: '2026-01-01' }], meetings: [entry('a', '2026-02-02T20:00:00Z')] },
      '#log/charts',
    );
    expect(byRole('region', 'What it counts for').textContent).toContain('The 6-month rule still lacks 2 meetings');
  });

  it('is summed for a cohort, with the lines behind it', async () => {
    await open(cohort, '#log/charts');
    const card = byRole('region', 'What it counts for');
    expect(card.querySelector('summary')?.textContent).toMatch(/of 10 (are|is) met/);
    expect(card.querySelectorAll('li')).toHaveLength(10);
  });
});

describe('exporting', () => {
  it.each([
    ['CSV…', '13 entries', 'Signature of Mentee/Mentor'],
    ['Excel…', '13 entries', 'Signature of Mentee/Mentor'],
    ['Calendar…', '12 entries', 'E-mail addresses'],
    ['JSON…', '13 entries', 'E-mail addresses'],
  ])('as %s holds %s and tells of %s', async (button, count, column) => {
    const meetings = sheet.meetings.map((each, at) => (at === 0 ? { ...each, outcome: 'cancelled' as const } : each));
    await open({ ...sheet, meetings });
    await click(byRole('button', 'Export…'));
    await click(byRole('button', button));
    expect(byRole('dialog').textContent).toContain(count);
    expect(byRole('region', 'What it holds').textContent).toContain(column);
    await expectAccessible();
  });

  it('opens the sheet to print, of the days the filter names', async () => {
    await open(sheet);
    await choose(byRole('combobox', 'Outcome'), 'held');
    await click(byRole('button', 'Export…'));
    await click(byRole('button', 'Tracking sheet'));
    expect(fake.opened[0]).toMatch(/\/sheet\.html#pair\/\/2016-05-18\/2026-03-09$/);
  });

  it('says what a file holds and who may read it before it is saved', async () => {
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`;
    URL.revokeObjectURL = () => {};
    const anchor = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const meetings = [
      entry('a', '2026-03-02T20:00:00Z', { sharedNote: 'We agreed', privateNote: 'Seemed tired', topics: ['Exams'] }),
      entry('b', '2026-03-03T20:00:00Z', { topics: ['Motivation'] }),
    ];
    await open({ ...sheet, meetings, relationships: [pair] });
    await type(document.querySelector('input[type=search]')!, 'exams');
    await click(byRole('button', 'Export…'));
    await expectAccessible();
    await click(byRole('button', 'CSV…'));
    expect(byRole('dialog').textContent).toContain('1 entry');
    expect(byRole('dialog').textContent).toContain('names 2 people: only who stands in these entries.');
    expect(byRole('region', 'What it holds').textContent).not.toContain('We agreed');
    await expectAccessible();
    await choose(byRole('combobox', 'Who will read it'), 'ours');
    expect(byRole('region', 'What it holds').textContent).toContain('Shared Notementor and mentee');
    expect(blobs).toEqual([]);
    await click(byRole('button', 'Save as CSV'));
    await until(() => expect(blobs).toHaveLength(1));
    const csv = await blobs[0]!.text();
    expect(csv).toContain('We agreed');
    expect(csv).toContain('Exams');
    expect(csv).not.toContain('Seemed tired');
    expect(csv).not.toContain('Motivation');
    anchor.mockRestore();
  });
});
