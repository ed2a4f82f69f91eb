// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { PageDeps } from '../../../src/app/page-deps.ts';
import { PopupApp } from '../../../src/app/popup/PopupApp.tsx';
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import type { Overview } from '../../../src/features/deadlines/overview.ts';
import { item, monday, nothingDue, nothingYet, now, troubled } from '../../ui/monday.ts';
import {
  allByRole,
  byRole,
  choose,
  click,
  expectAccessible,
  mount,
  nameOf,
  pageText,
  press,
  settle,
  type,
} from '../../ui/page.ts';
import { type Fake, fakeDeps } from '../fake-deps.ts';

const names = ['Amina Okafor', 'Jun Li', 'Sofia Berg', 'Marek Kowal', 'Kofi Mensah'];

function ledger(): Ledger {
  const people = names.map((name) => ({ id: name.toLowerCase().replace(/\W+/g, '-'), name, emails: [] }));
  return {
    ...emptyLedger(),
    people,
    relationships: [
      {
        id: 'cohort',
        programme: 'umms-peer-mentoring',
        me: 'me',
        role: 'mentor',
        mentors: ['me'],
        mentees: people.map(({ id }) => id),
        start: '2025-09-01',
        zone: 'Etc/UTC',
      },
    ],
  };
}

let fake: Fake;

async function open(overview: Overview, change: Partial<PageDeps> = {}): Promise<void> {
  fake = fakeDeps({ overview, ledger: ledger() });
  await mount(<PopupApp deps={{ ...fake.deps, ...change }} />);
}

const rows = () => allByRole('button').filter((button) => button.dataset.row && !button.dataset.row.startsWith('fold'));
const headings = () => allByRole('heading').map(nameOf);

describe('the popup on a Monday', () => {
  beforeEach(() => open(monday()));

  it('shows the sections in order of urgency, with what is quiet folded to a line', () => {
    expect(headings()).toEqual([
      'Monday',
      'Late1',
      'Due today2',
      'This month3',
      'Waiting for them4Lena, Noah, Yusuf and 1 more',
      'Can’t tell1',
    ]);
  });

  it('names who, what and how urgent in every row', () => {
    expect(rows().map(nameOf).slice(0, 4)).toEqual([
      'Amina Okafor, Question about the OSCE schedule, 5 h late, Open',
      'Jun Li, Re: research elective, two options, 7 h left, Open',
      'Sofia Berg, Text message, Sunday 21:10, 12 h left, Log answer',
      'Marek Kowal, No contact since 6 February, 22 days left, Write',
    ]);
  });

  it('says why it can’t tell', () => {
    expect(pageText()).toContain('Gmail not read since Friday 14:05');
  });

  it('puts the focus on the first row, so that Enter does the first thing', async () => {
    expect(document.activeElement).toBe(rows()[0]);
    await press('Enter');
    expect(fake.opened).toHaveLength(1);
    expect(fake.opened[0]).toMatch(/^https:\/\/mail\.google\.com\//);
  });

  it('moves through all sections with the arrow keys and passes them with one Tab', async () => {
    await press('ArrowDown');
    await press('ArrowDown');
    expect(nameOf(document.activeElement as Element)).toMatch(/^Sofia Berg/);
    await press('ArrowUp');
    expect(nameOf(document.activeElement as Element)).toMatch(/^Jun Li/);
    await press('End');
    expect(nameOf(document.activeElement as Element)).toMatch(/^Rana Tahir/);
    await press('Home');
    expect(nameOf(document.activeElement as Element)).toMatch(/^Amina Okafor/);
    expect(rows().filter((row) => row.tabIndex === 0)).toHaveLength(1);
  });

  it('opens the rest with a letter, and a letter chooses in it', async () => {
    await press('m');
    expect(byRole('menu', 'More for Amina Okafor')).toBeTruthy();
    expect(allByRole('menuitem').map((entry) => nameOf(entry))).toEqual([
      'Answered elsewhere…',
      'No reply needed',
      'Log a text or call…',
      'Remind me later…',
      'Why?',
    ]);
    await expectAccessible();
    await press('n');
    expect(fake.calls).toEqual([{ call: 'reply.notNeeded', input: { message: expect.stringMatching(/^message-/) } }]);
  });

  it('closes the rest with Escape and gives the focus back to the row', async () => {
    const row = document.activeElement;
    await press('m');
    await press('Escape');
    expect(allByRole('menu')).toEqual([]);
    expect(document.activeElement).toBe(row);
  });

  it('takes a letter on the row at once', async () => {
    await press('w');
    expect(headings()[0]).toBe('Why Amina Okafor is here');
    expect(pageText()).toContain('Answer e-mails from mentees within 48 hours.');
    expect(pageText()).toContain('Responsibilities of mentors');
    await expectAccessible();
    await press('Escape');
    expect(headings()[0]).toBe('Why Amina Okafor is here');
    await click(byRole('button', 'Back'));
    expect(headings()[0]).toBe('Monday');
  });

  it('unfolds a section', async () => {
    await click(byRole('button', /^Waiting for them/));
    expect(
      rows()
        .map(nameOf)
        .filter((name) => name.includes('Waiting')),
    ).toHaveLength(4);
    expect(byRole('button', /^Waiting for them/).getAttribute('aria-expanded')).toBe('true');
  });

  it('puts an item off', async () => {
    await press('r');
    await expectAccessible();
    await press('t');
    const input = { key: expect.stringContaining('Amina'), until: '2026-03-10T08:00:00Z' };
    expect(fake.calls).toEqual([{ call: 'reply.remindLater', input }]);
    expect(pageText()).toContain('You will be reminded then');
  });

  it('puts everything off', async () => {
    await click(byRole('button', 'Put off all reminders'));
    await click(byRole('button', /Tomorrow morning/));
    expect(fake.calls).toEqual([{ call: 'remind.snoozeAll', input: { until: '2026-03-10T08:00:00Z' } }]);
  });

  it('records an answer given elsewhere, and takes it back', async () => {
    await press('a');
    await press('c');
    expect(fake.calls[0]).toEqual({
      call: 'reply.answeredElsewhere',
      input: {
        relationship: 'cohort',
        mentee: 'amina-okafor',
        answers: expect.stringMatching(/^message-/),
        channel: 'call',
        at: now,
      },
    });
    await click(byRole('button', 'Undo'));
    expect(fake.calls[1]).toEqual({ call: 'fact.undo', input: { list: 'contacts', id: 'made' } });
  });

  it('settles a waiting text from its own row', async () => {
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await press('t');
    expect(fake.calls[0]).toMatchObject({
      call: 'reply.answeredElsewhere',
      input: { answers: 'text-1', channel: 'text' },
    });
  });

  it('finds nothing with axe', () => expectAccessible());
});

describe('logging a text or call in the popup', () => {
  beforeEach(async () => {
    await open(monday());
    await press('l');
  });

  it('takes two keystrokes: a number for who, a letter for how', async () => {
    await press('2');
    await press('c');
    expect(fake.calls).toEqual([
      {
        call: 'contact.log',
        input: {
          relationship: 'cohort',
          with: ['amina-okafor'],
          channel: 'call',
          direction: 'out',
          made: true,
          at: now,
        },
      },
    ]);
    expect(pageText()).toContain('Logged a call with Amina Okafor');
  });

  it('takes two keystrokes: the letter of a name, and the letter for how', async () => {
    await type(document.activeElement as HTMLElement, 'k');
    expect(pageText()).toContain('Marek Kowal');
    await type(document.activeElement as HTMLElement, 'kof');
    await press('t');
    expect(fake.calls[0]).toMatchObject({ input: { with: ['kofi-mensah'], channel: 'text' } });
  });

  it('does not take the rest of a name for a way of being in touch', async () => {
    await type(document.activeElement as HTMLElement, 'so');
    await press('f');
    await press('i');
    expect(fake.calls).toEqual([]);
    await press('i');
    expect(fake.calls[0]).toMatchObject({ input: { with: ['sofia-berg'], channel: 'in-person' } });
  });

  it('offers first who waits for an answer to a text, and lets the log answer it', async () => {
    await press('1');
    expect(pageText()).toContain('Text message, Sunday 21:10');
    await press('t');
    expect(fake.calls[0]).toMatchObject({ input: { with: ['sofia-berg'], answers: 'text-1', made: true } });
  });

  it('logs an attempt with Shift, which answers nothing', async () => {
    await press('1');
    await press('C', { shiftKey: true });
    expect(fake.calls[0]?.input).toEqual({
      relationship: 'cohort',
      with: ['sofia-berg'],
      channel: 'call',
      direction: 'out',
      made: false,
      at: now,
    });
    expect(pageText()).toContain('Logged an attempted call to Sofia Berg');
  });

  it('logs a call that was missed', async () => {
    await press('2');
    await choose(byRole('combobox', 'Who began it'), 'in');
    await click(byRole('checkbox', 'Nobody was reached'));
    await click(byRole('button', /Call$/));
    expect(fake.calls[0]).toMatchObject({ input: { direction: 'in', made: false, channel: 'call' } });
    expect(pageText()).toContain('Logged a missed call from Amina Okafor');
  });

  it('takes an earlier time, and none ahead', async () => {
    await press('2');
    const when = document.querySelector<HTMLInputElement>('input[type=datetime-local]') as HTMLInputElement;
    await type(when, '2026-03-10T08:00');
    expect(byRole('alert').textContent).toBe('Choose a time that is not ahead.');
    await click(byRole('button', /Text$/));
    expect(fake.calls).toEqual([]);
    await type(when, '2026-03-08T20:00');
    await click(byRole('button', /Text$/));
    expect(fake.calls[0]).toMatchObject({ input: { at: '2026-03-08T20:00:00Z' } });
  });

  it('says a failure in a sentence and keeps the panel', async () => {
    fake.answer = { ok: false, code: 'full' };
    await press('2');
    await press('t');
    expect(byRole('alert').textContent).toMatch(/no room left/);
    expect(headings()).toEqual(['Log a text or call']);
  });

  it('finds nothing with axe, at either step', async () => {
    await expectAccessible();
    await press('1');
    await expectAccessible();
  });
});

describe('the popup in its other states', () => {
  it('shows the shape of what comes while it loads', async () => {
    await open(monday(), { readOverview: () => new Promise(() => {}) });
    expect(byRole('status', 'Loading')).toBeTruthy();
    await expectAccessible();
  });

  it('says what failed, and tries again', async () => {
    let tries = 0;
    const readOverview = async () => {
      tries += 1;
      if (tries === 1) throw new Error('closed');
      return monday();
    };
    await open(monday(), { readOverview });
    expect(byRole('alert').textContent).toContain('could not be opened');
    await expectAccessible();
    await click(byRole('button', 'Try again'));
    expect(rows().length).toBeGreaterThan(5);
  });

  it('leads to the first run before anything is set up', async () => {
    await open(nothingYet());
    await expectAccessible();
    await click(byRole('button', 'Set up'));
    expect(fake.opened).toEqual(['dashboard#welcome']);
  });

  it('says what will appear when nothing is due', async () => {
    await open(nothingDue());
    expect(pageText()).toContain('Nothing needs you now');
    expect(pageText()).toContain('your 14 mentees');
    await expectAccessible();
  });

  it('says first what it does not read, since when, and what would help', async () => {
    await open(troubled());
    expect(pageText()).toMatch(/Not reading Gmail since 06:05|Not reading Gmail since 6:05/);
    await click(byRole('button', 'Open Gmail'));
    expect(fake.opened).toEqual(['https://mail.google.com/']);
    await expectAccessible();
  });

  it('asks quietly whether somebody is a mentee, with the reason', async () => {
    await open(troubled());
    const question = byRole('region', 'Is this a mentee?');
    expect(question.textContent).toContain('Kai Tanaka, kai.tanaka@school.example');
    expect(question.textContent).toContain('Named in a mail from Dr Helen Ward');
    await click(byRole('button', 'No'));
    expect(fake.calls).toEqual([
      { call: 'suspect.decide', input: { email: 'kai.tanaka@school.example', decision: 'no' } },
    ]);
  });

  it('ends a snooze', async () => {
    await open(troubled());
    await click(byRole('button', 'End'));
    expect(fake.calls).toEqual([{ call: 'remind.snoozeAll', input: { until: null } }]);
  });

  it('reads again when the ledger changes', async () => {
    let overview = monday();
    await open(monday(), { readOverview: async () => overview });
    overview = nothingDue();
    fake.change();
    await settle();
    expect(pageText()).toContain('Nothing needs you now');
  });

  it('moves the focus on when the row it was on is settled', async () => {
    let overview = monday();
    await open(monday(), { readOverview: async () => overview });
    await press('ArrowDown');
    overview = { ...overview, items: overview.items.filter(({ mentee }) => mentee !== 'Jun Li') };
    fake.change();
    await settle();
    expect(nameOf(document.activeElement as Element)).toMatch(/^Sofia Berg/);
  });

  it('shows hostile, long and right-to-left names and subjects as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>"><script>alert(2)</script>';
    const overview = {
      ...monday(),
      items: [
        item(hostile, 'late', { title: hostile, detail: '{{constructor}}' }),
        item('محمد بن عبد الله', 'due-today', { title: 'سؤال عن الامتحان' }),
        item('x'.repeat(300), 'due-today', { title: 'y'.repeat(2000) }),
      ],
    };
    await open(overview);
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
    expect(nameOf(rows()[0] as Element)).toContain(hostile);
    expect(rows()[1]?.querySelector('bdi')?.textContent).toBe('محمد بن عبد الله');
    await expectAccessible();
  });
});
