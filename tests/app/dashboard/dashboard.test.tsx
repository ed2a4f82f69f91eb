// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
// Places come in when they are gone to; here they are there already.
import '../../../src/app/dashboard/AwayPlace.tsx';
import '../../../src/app/dashboard/DataPlace.tsx';
import '../../../src/app/dashboard/PeoplePlace.tsx';
import '../../../src/app/dashboard/ProgrammesPlace.tsx';
import '../../../src/app/dashboard/SettingsPlace.tsx';
import '../../../src/app/dashboard/SourcesPlace.tsx';
import '../../../src/app/dashboard/Welcome.tsx';
import { DashboardApp } from '../../../src/app/dashboard/DashboardApp.tsx';
import { parsePlace } from '../../../src/app/dashboard/places.ts';
import type { PageDeps } from '../../../src/app/page-deps.ts';
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import { duplicateProgramme } from '../../../src/domain/programme/custom.ts';
import type { Overview } from '../../../src/features/deadlines/overview.ts';
import { addSample } from '../../../src/features/first-run/sample.ts';
import { readBackup, writeBackup } from '../../../src/files/backup.ts';
import { writeProgramme } from '../../../src/files/programme-file.ts';
import { programmes } from '../../../src/programmes/index.ts';
import { monday, nothingYet, now, troubled } from '../../ui/monday.ts';
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
  type,
} from '../../ui/page.ts';
import { type Fake, fakeDeps } from '../fake-deps.ts';

const umms = programmes.find(({ id }) => id === 'umms-peer-mentoring')!;

function ledger(): Ledger {
  return {
    ...emptyLedger(),
    people: [
      { id: 'me', name: 'Mira Lindqvist', emails: ['mira@school.example'] },
      { id: 'co', name: 'Dan Ortiz', emails: ['dan@school.example'] },
      { id: 'amina', name: 'Amina Okafor', emails: ['amina@school.example', 'amina@home.example'], phone: '555' },
    ],
    relationships: [
      {
        id: 'cohort',
        programme: umms.id,
        me: 'me',
        role: 'mentor',
        mentors: ['me', 'co'],
        mentees: ['amina'],
        start: '2025-09-01',
        zone: 'America/Toronto',
      },
    ],
    sources: [
      {
        id: 's',
        source: 'gmail-page',
        address: 'mira@school.example',
        from: '2026-02-01T08:00:00Z',
        to: '2026-03-09T08:00:00Z',
      },
      {
        id: 'o',
        source: 'outlook-page',
        from: '2026-02-01T08:00:00Z',
        to: '2026-03-02T08:00:00Z',
        blindSince: '2026-03-06T14:05:00Z',
      },
    ],
  };
}

let fake: Fake;

async function open(place: string, { overview = monday(), stored = ledger(), change = {} as Partial<PageDeps> } = {}) {
  location.hash = place;
  fake = fakeDeps({ overview, ledger: stored, access: ['gmail'] });
  fake.answer = { ok: true, value: null };
  await mount(<DashboardApp deps={{ ...fake.deps, ...change }} />);
}

const called = (name: string) => fake.calls.filter(({ call }) => call === name).map(({ input }) => input as never);

describe('the places of the dashboard', () => {
  it.each([
    ['', { id: 'today' }],
    ['#people', { id: 'people' }],
    ['#people/r/1', { id: 'people', about: 'r/1' }],
    ['#welcome', { id: 'welcome' }],
    ['#__proto__', { id: 'today' }],
    ['#<script>', { id: 'today' }],
  ])('%j is %j', (hash, place) => {
    expect(parsePlace(hash)).toEqual(place);
  });

  it.each(['today', 'log', 'people', 'programmes', 'sources', 'settings', 'data', 'welcome'])(
    'axe finds nothing at %s',
    async (place) => {
      await open(`#${place}`);
      expect(byRole('main')).toBeTruthy();
      await expectAccessible();
    },
  );

  it('says in the navigation where one is and how much is urgent', async () => {
    await open('#people');
    expect(
      allByRole('link')
        .filter((link) => link.getAttribute('aria-current') === 'page')
        .map(nameOf),
    ).toEqual(['People']);
    expect(nameOf(byRole('link', /^Today/))).toBe('Today3 late or due today');
    expect(document.title).toBe('People · Waymark');
  });

  it('shows the shape of what comes, and a sentence when nothing can be read', async () => {
    await open('#today', { change: { readOverview: () => new Promise<Overview>(() => {}) } });
    expect(byRole('status', 'Loading')).toBeTruthy();
    await open('#today', { change: { readSmall: () => Promise.reject(new Error('blocked')) } });
    expect(byRole('alert').textContent).toContain('could not be opened');
  });
});

describe('today', () => {
  it('shows every section unfolded, with notices and questions on top', async () => {
    await open('#today', { overview: troubled() });
    expect(pageText()).toContain('Not reading Gmail');
    expect(byRole('region', 'Is this a mentee?')).toBeTruthy();
    expect(byRole('region', 'Waiting for them').querySelectorAll('li')).toHaveLength(4);
    await expectAccessible();
  });

  it('logs a text in a dialog', async () => {
    await open('#today');
    await click(byRole('button', 'Log a text or call'));
    expect(byRole('dialog', 'Log a text or call')).toBeTruthy();
    await expectAccessible();
    await press('1');
    await press('t');
    expect(called('contact.log')).toEqual([
      { relationship: 'cohort', with: ['amina'], channel: 'text', direction: 'out', made: true, at: now },
    ]);
  });

  it('leads to the first run before anything is set up', async () => {
    await open('#today', { overview: nothingYet(), stored: emptyLedger() });
    expect(byRole('link', 'Set up').getAttribute('href')).toBe('#welcome');
    await expectAccessible();
  });
});

describe('people', () => {
  beforeEach(() => open('#people'));

  it('shows who is in a relationship with every address', () => {
    const card = byRole('region', 'UMMS Peer Mentoring');
    expect(card.textContent).toContain('amina@school.example');
    expect(card.textContent).toContain('amina@home.example');
    expect(card.textContent).toContain('with Dan Ortiz');
    expect(card.textContent).toContain('Saturday');
  });

  it('adds pasted mentees to the relationship', async () => {
    await click(byRole('button', 'Add mentees'));
    await type(byRole('textbox', 'Names and addresses'), 'Jun Li <jun@school.example>, sofia@school.example');
    await expectAccessible();
    await click(byRole('button', 'Add 2 people'));
    const [plan] = called('people.save') as unknown as [
      { people: { name: string }[]; relationships: { mentees: string[] }[] },
    ];
    expect(plan.people.map(({ name }) => name)).toEqual(['Jun Li', 'Sofia']);
    expect(plan.relationships[0]?.mentees).toHaveLength(3);
    expect(allByRole('dialog')).toEqual([]);
    expect(pageText()).toContain('Added 2 to your mentees');
  });

  it('removes a person only after asking', async () => {
    await click(byRole('button', 'Remove Amina Okafor'));
    expect(fake.calls).toEqual([]);
    expect(pageText()).toContain('Waymark forgets Amina Okafor');
    await expectAccessible();
    await click(byRole('button', 'Cancel'));
    expect(allByRole('dialog')).toEqual([]);
    await click(byRole('button', 'Remove Amina Okafor'));
    await click(allByRole('button', 'Remove').at(-1)!);
    expect(called('people.remove')).toEqual([{ person: 'amina' }]);
  });

  it('edits a person', async () => {
    await click(byRole('button', 'Edit Amina Okafor'));
    await type(byRole('textbox', 'Phone'), '777');
    await click(byRole('button', 'Save'));
    expect(called('people.save')).toMatchObject([{ people: [{ id: 'amina', phone: '777' }], relationships: [] }]);
  });

  it('sets the semesters of a relationship', async () => {
    await click(byRole('button', 'Edit'));
    await click(byRole('button', 'Add a semester'));
    await expectAccessible();
    await type(byRole('textbox', 'Name'), 'Spring');
    const [first, last] = ['First day', 'Last day'].map(
      (name) => document.querySelector(`#${CSS.escape(allLabels(name))}`) as HTMLElement,
    );
    await type(first!, '2026-01-05');
    await type(last!, '2026-05-08');
    await click(byRole('button', 'Save'));
    expect(called('people.save')).toMatchObject([
      { relationships: [{ id: 'cohort', terms: [{ name: 'Spring', start: '2026-01-05', end: '2026-05-08' }] }] },
    ]);
  });

  it('says a failure in a sentence and keeps what was typed', async () => {
    fake.answer = { ok: false, code: 'full' };
    await click(byRole('button', 'Edit Amina Okafor'));
    await click(byRole('button', 'Save'));
    expect(byRole('dialog').textContent).toContain('There is no room left on this computer');
  });

  it('opens a relationship’s form from its address', async () => {
    await open('#people/cohort');
    expect(byRole('dialog', 'Edit relationship')).toBeTruthy();
  });
});

function allLabels(text: string): string {
  return [...document.querySelectorAll('label')].find((label) => label.textContent === text)?.htmlFor ?? '';
}

describe('programmes', () => {
  it('shows each rule with figure, strength and clause', async () => {
    await open('#programmes');
    const row = allByRole('rowheader', 'Answer mail')[0]?.closest('tr');
    expect(row?.textContent).toContain('48 hours');
    expect(row?.textContent).toContain('Must');
    expect(row?.textContent).toContain('Mentor responsibilities');
  });

  it.each(programmes.map(({ short, name }) => [short, name]))('shows %s whole', async (short, name) => {
    await open('#programmes', { stored: emptyLedger() });
    await click(byRole('button', short));
    expect(byRole('region', name)).toBeTruthy();
    await expectAccessible();
  });

  it('copies a pack to change', async () => {
    await open('#programmes');
    await click(byRole('button', 'Copy to change'));
    expect(called('programmes.save')).toMatchObject([
      { programme: { basedOn: umms.id, name: 'UMMS Peer Mentoring (own)' } },
    ]);
  });

  it('changes a figure of an own pack and leaves a rule out', async () => {
    const own = duplicateProgramme(umms, 'own', 'Our own');
    await open('#programmes', { stored: { ...emptyLedger(), programmes: [own] } });
    await click(byRole('button', 'Edit'));
    await expectAccessible();
    await type(allByRole('spinbutton', 'Hours to answer')[0]!, '72');
    await click(byRole('button', 'Leave out: Answer texts and calls'));
    await click(byRole('button', 'Save'));
    const [{ programme }] = called('programmes.save') as unknown as [{ programme: typeof own }];
    expect(programme.rules.find(({ rule }) => rule === 'reply-email')).toMatchObject({
      figures: { hours: 72 },
      changed: true,
    });
    expect(programme.rules.map(({ rule }) => rule)).not.toContain('reply-text');
  });

  it('opens a programme file, under another id when its own is taken', async () => {
    await open('#programmes');
    await give(document.querySelector('input[type=file]') as HTMLElement, 'p.json', writeProgramme(umms));
    const [{ programme }] = called('programmes.save') as unknown as [{ programme: typeof umms }];
    expect(programme.name).toBe(umms.name);
    expect(programme.id).not.toBe(umms.id);
  });

  it.each([
    ['{', 'This file is not a Waymark file. Nothing was changed.'],
    ['{"waymark":"programme","version":99,"programme":{}}', 'newer Waymark'],
    ['{"waymark":"programme","version":1,"programme":{"__proto__":{"x":1}}}', 'could do harm'],
  ])('refuses the file %j with a sentence', async (text, sentence) => {
    await open('#programmes');
    await give(document.querySelector('input[type=file]') as HTMLElement, 'p.json', text);
    expect(byRole('alert').textContent).toContain(sentence);
    expect(fake.calls).toEqual([]);
  });
});

describe('sources', () => {
  it('shows what was read, from when to when, and since when not', async () => {
    await open('#sources');
    expect(byRole('region', 'Gmail · mira@school.example').textContent).toContain('Reading');
    expect(byRole('region', 'Outlook').textContent).toContain('Not read since');
    expect(allByRole('img').map(nameOf)[0]).toContain('was read');
    expect(allByRole('table')).toHaveLength(2);
  });

  it('does not say "Reading" of a site it may not read', async () => {
    await open('#sources', { change: { readAccess: async () => [] } });
    expect(byRole('region', 'Gmail · mira@school.example').textContent).toContain('No access');
  });

  it('asks the browser straight from the click, then tells the worker', async () => {
    const asked = vi.fn(async () => true);
    await open('#sources', { change: { requestAccess: asked } });
    byRole('button', 'Allow Outlook').click();
    expect(asked).toHaveBeenCalledOnce();
    await press('Shift');
    expect(called('sites.refresh')).toEqual([{}]);
  });

  it('says calmly that access was not given', async () => {
    await open('#sources', { change: { requestAccess: async () => false } });
    await click(byRole('button', 'Allow Outlook'));
    expect(called('sites.refresh')).toEqual([]);
    expect(pageText()).toContain('Outlook is not read. You can allow it any time.');
  });
});

describe('settings', () => {
  it('saves what was changed and leaves the rest', async () => {
    await open('#settings');
    await type(byRole('spinbutton', 'Hours before a deadline'), '12');
    await choose(byRole('combobox', 'Dates in Outlook'), 'day-first');
    await click(byRole('checkbox', /^Quiet hours/));
    await click(byRole('checkbox', /^Working hours/));
    await click(byRole('checkbox', 'Fri'));
    await expectAccessible();
    await click(byRole('button', 'Save'));
    expect(called('settings.save')).toEqual([
      {
        settings: {
          id: 'settings',
          zone: 'Etc/UTC',
          warnHoursBefore: 12,
          notify: true,
          welcomed: false,
          dateOrder: 'day-first',
          working: { days: [1, 2, 3, 4], from: '09:00', to: '17:00' },
        },
      },
    ]);
  });

  it('refuses a zone that is not known', async () => {
    await open('#settings');
    await type(byRole('textbox', 'Time zone'), 'Nowhere/Town');
    expect(byRole('alert').textContent).toContain('This zone is not known');
    await click(byRole('button', 'Save'));
    expect(fake.calls).toEqual([]);
  });
});

describe('data', () => {
  const file = () => document.querySelector('input[type=file]') as HTMLElement;

  it('counts what is stored', async () => {
    await open('#data');
    expect(byRole('table').textContent).toContain('People3');
  });

  it('shows what a backup holds before it takes the place of what is there', async () => {
    await open('#data');
    const text = writeBackup({ ...emptyLedger(), people: [{ id: 'x', name: 'X', emails: [] }] });
    await give(file(), 'old.json', text);
    expect(fake.calls).toEqual([]);
    expect(allByRole('table').at(-1)?.textContent).toContain('People1');
    await expectAccessible();
    await click(byRole('button', 'Restore this backup'));
    expect(called('ledger.restore')).toEqual([{ text }]);
  });

  it.each([
    ['cut', writeBackup(ledger()).slice(0, 200), 'This backup is cut'],
    ['from a newer version', '{"waymark":"backup","version":99,"ledger":{}}', 'newer Waymark'],
    ['hostile', '{"waymark":"backup","version":1,"ledger":{"__proto__":{"x":1}}}', 'could do harm'],
    ['no backup', '[]', 'not a Waymark backup'],
    ['half broken', '{"waymark":"backup","version":1,"ledger":{"people":[{"id":1}]}}', 'people 0'],
  ])('refuses a backup that is %s, with a sentence', async (_, text, sentence) => {
    await open('#data');
    await give(file(), 'b.json', text);
    expect(byRole('alert').textContent).toContain(sentence);
    expect(byRole('alert').textContent).toContain('Nothing was changed.');
    expect(allByRole('button', 'Restore this backup')).toEqual([]);
  });

  it('erases only after the word was typed', async () => {
    await open('#data');
    await click(byRole('button', 'Erase everything…'));
    const erase = byRole<HTMLButtonElement>('button', 'Erase everything');
    expect(erase.disabled).toBe(true);
    await type(byRole('textbox', 'Type “erase” to go on'), 'Erase');
    expect(erase.disabled).toBe(false);
    await expectAccessible();
    await click(erase);
    expect(called('ledger.erase')).toEqual([{}]);
  });

  it('hands over a backup that reads back', async () => {
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`;
    await open('#data');
    const press = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      expect(this.download).toBe('waymark-2026-03-09.json');
    });
    await click(byRole('button', 'Save a backup'));
    expect(press).toHaveBeenCalledOnce();
    expect(readBackup(await blobs[0]!.text())).toEqual(ledger());
    press.mockRestore();
  });
});

describe('the first run', () => {
  const start = (stored = emptyLedger()) => open('#welcome', { overview: nothingYet(), stored });
  const step = () => nameOf(byRole('heading'));

  it('goes from programme to mailbox and saves a cohort of 14', async () => {
    await start();
    await expectAccessible();
    await click(byRole('radio', /^UMMS/));
    await click(byRole('button', 'Go on'));
    expect(step()).toBe('You');
    await expectAccessible();
    await type(byRole('textbox', 'Your name'), 'Mira');
    await type(byRole('textbox', 'Your addresses'), 'mira@school.example');
    await click(byRole('button', 'Go on'));
    expect(step()).toBe('Your mentees');
    const cohort = Array.from({ length: 14 }, (_, at) => `p${at}@school.example`).join('\n');
    await type(byRole('textbox', 'Names and addresses'), cohort);
    await expectAccessible();
    await click(byRole('button', 'Add 14 people'));
    const [, plan] = called('people.save') as unknown as {
      people: { id: string }[];
      relationships: { programme: string; me: string; mentees: string[] }[];
    }[];
    expect(plan?.people).toHaveLength(15);
    expect(plan?.relationships[0]).toMatchObject({
      programme: 'umms-peer-mentoring',
      me: 'me',
      start: '2026-03-09',
      role: 'mentor',
    });
    expect(plan?.relationships[0]?.mentees).toHaveLength(14);
    expect(step()).toBe('Your mailbox');
    await expectAccessible();
    await click(byRole('button', 'Allow Outlook'));
    await click(byRole('button', 'Done'));
    expect(called('settings.save')).toMatchObject([{ settings: { welcomed: true, zone: 'Etc/UTC' } }]);
    expect(location.hash).toBe('#today');
  });

  it('lets each step be skipped, and all of them', async () => {
    await start();
    for (const title of ['Your programme', 'You', 'Your mentees']) {
      expect(step()).toBe(title);
      await click(byRole('button', 'Skip this step'));
    }
    await click(byRole('button', 'Done'));
    expect(fake.calls.map(({ call }) => call)).toEqual(['settings.save']);
    await start();
    await click(byRole('button', 'Skip setup'));
    expect(called('settings.save')).toHaveLength(1);
  });

  it('asks for the programme beside the mentees when that step was skipped', async () => {
    await start();
    await click(byRole('button', 'Skip this step'));
    await click(byRole('button', 'Skip this step'));
    await choose(byRole('combobox', 'Under which programme'), 'cpd-mentoring');
    await type(byRole('textbox', 'Names and addresses'), 'a@school.example');
    await click(byRole('button', 'Add 1 person'));
    expect(called('people.save')).toMatchObject([{ relationships: [{ programme: 'cpd-mentoring' }] }]);
  });

  it('puts the focus on each step’s heading and leads back', async () => {
    await start();
    await click(byRole('button', 'Skip this step'));
    expect(document.activeElement).toBe(byRole('heading'));
    await click(byRole('button', 'Back'));
    expect(step()).toBe('Your programme');
  });

  it('offers sample data, which is marked and goes with one click', async () => {
    await start();
    await click(byRole('button', 'Look around with sample data'));
    const [{ text }] = called('ledger.restore') as unknown as [{ text: string }];
    expect(readBackup(text).people).toHaveLength(5);
    await open('#today', { stored: addSample(ledger(), now, 'Etc/UTC') });
    expect(pageText()).toContain('This is sample data');
    await click(byRole('button', 'Remove it'));
    const [removed] = called('ledger.restore') as unknown as [{ text: string }];
    expect(readBackup(removed.text)).toEqual(ledger());
  });

  it('takes the sample out before own mentees come in', async () => {
    await open('#people', { stored: addSample(ledger(), now, 'Etc/UTC') });
    await click(allByRole('button', 'Add mentees')[0]!);
    await type(byRole('textbox', 'Names and addresses'), 'new@school.example');
    await click(byRole('button', 'Add 1 person'));
    expect(fake.calls.map(({ call }) => call)).toEqual(['ledger.restore', 'people.save']);
  });
});
