// A page as Outlook may look tomorrow, or in another language: what is told of it was true before. A failure prints its
// seed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { site } from '../../../src/sites/outlook/index.ts';
import { findUntrue } from '../mail-truth.ts';
import { mutate, mutations } from '../mutate.ts';
import { list, message, NEW_YORK, page, pane, row } from './page.ts';

/** Dates of three mails as one format of Outlook's writes them, and as a row shows them. */
const formats: [name: string, lang: string, dates: [string, string, string], shown: [string, string, string]][] = [
  [
    'American',
    'en',
    ['Thu 9/3/2026 2:52 PM', 'Wed 9/2/2026 12:28 AM', 'Tue 9/1/2026 9:17 PM'],
    ['2:52 PM', 'Wed 9/2', 'Tue 9/1'],
  ],
  [
    'British',
    'en',
    ['Thu 03/09/2026 14:52', 'Wed 02/09/2026 00:28', 'Tue 01/09/2026 21:17'],
    ['14:52', 'Wed 02/09', 'Tue 01/09'],
  ],
  [
    'Czech',
    'cs',
    ['čt 17.09.2026 14:52', 'st 02.09.2026 0:28', 'út 01.09.2026 21:17'],
    ['14:52', 'st 02.09.', 'út 01.09.'],
  ],
  ['unmarked', '', ['9/3/2026 2:52 PM', '9/2/2026 12:28 AM', '9/1/2026 9:17 PM'], ['2:52 PM', '9/2', '9/1']],
];

function pageIn(lang: string, [first, second, third]: string[], shown: string[]): Document {
  const attributes = 'data-focusable-row="true"';
  const label = (words: string, at: number) => `${words} ${shown[at]} preview of the mail`;
  const rows = [
    row({
      id: 'AA1',
      from: 'Ada Ng',
      email: 'ada@uni.edu',
      subject: 'Visa letter',
      date: first!,
      shown: shown[0]!,
      label: label('Unread Collapsed Ada Ng Visa letter', 0),
      attributes,
    }),
    row({
      id: 'AA2',
      from: 'Bo Lee; Cy Roe',
      subject: 'Our plan',
      date: second!,
      shown: shown[1]!,
      label: label('Bo Lee; Cy Roe Our plan', 1),
      attributes,
    }),
    row({
      id: 'AA3',
      from: 'dee@x.org',
      subject: 'Hello again',
      date: third!,
      shown: shown[2]!,
      label: label('dee@x.org Hello again', 2),
      attributes,
    }),
  ];
  const card = `<div aria-expanded="false"><span>Bo Lee</span><span>${second}</span><span>short preview</span></div>`;
  const open = message({
    id: 'Q1',
    from: '<span aria-label="From: Ada Ng&lt;ada@uni.edu&gt;">Ada Ng&lt;ada@uni.edu&gt;</span>',
    to: 'To: <span title="me@uni.edu">Me</span>',
    cc: 'Cc: Dee&lt;dee@x.org&gt;',
    date: first!,
    body: '<p>Not on 3/4/2026 9:00 AM</p>',
  });
  const root = '<div id="primaryMailboxRoot_1" title="me@uni.edu"><span>me@uni.edu</span></div>';
  const thread = pane('AA1', `<div id="CONV_1_SUBJECT" role="heading">Visa letter</div>${card}${open}`);
  return page(root + list(...rows) + thread, { lang });
}

// A row without its label has one way less to tell its words, so that what comes into it can't be told from them.
const LABELS = ['drop-labels', 'drop-one-label', 'drop-attribute'] as const;

it.each(formats)('a page with %s dates, changed, tells the same or nothing', (_, lang, dates, shown) => {
  const whole = pageIn(lang, dates, shown);
  const truth = site.readAll!(whole, NEW_YORK);
  expect(truth.rows.map(({ subject }) => subject)).toEqual(['Visa letter', 'Our plan', 'Hello again']);
  expect(truth.thread?.messages).toHaveLength(2);
  let told = 0;
  fc.assert(
    fc.property(fc.oneof(mutations(4, [...LABELS]), mutations(1)), (all) => {
      const reading = site.readAll!(mutate(whole, all), NEW_YORK);
      told += reading.rows.length;
      expect(findUntrue(truth, reading)).toEqual([]);
    }),
    { numRuns: 20 },
  );
  expect(told).toBeGreaterThan(40);
});
