// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../src/domain/people/person.ts';
import type { Relationship } from '../../../../src/domain/people/relationship.ts';
import { AddMentees } from '../../../../src/features/people/views/AddMentees.tsx';
import { PersonForm } from '../../../../src/features/people/views/PersonForm.tsx';
import { composePeople, planMentees } from '../../../../src/features/people/views/plan-people.ts';
import { planRelationship, type RelationshipDraft } from '../../../../src/features/people/views/plan-relationship.ts';
import type { RosterLine } from '../../../../src/features/people/views/roster-line.ts';
import { parseRoster } from '../../../../src/files/roster.ts';
import { allByRole, byRole, click, expectAccessible, give, mount, nameOf, pageText, type } from '../../../ui/page.ts';

const cohort = Array.from({ length: 14 }, (_, at) => `Person ${String.fromCharCode(65 + at)} <p${at}@school.example>`);

let added: RosterLine[] = [];
const keep = (rows: RosterLine[]) => {
  added = rows;
};

async function open(known: string[] = []): Promise<void> {
  added = [];
  await mount(<AddMentees parseRoster={parseRoster} known={known} onAdd={keep} />);
}

const box = () => byRole('textbox', 'Names and addresses');
const shownRows = () => allByRole('rowheader').map((head) => head.closest('tr')?.textContent);

describe('adding mentees', () => {
  it('takes a cohort of 14 by one paste', async () => {
    await open();
    await expectAccessible();
    await type(box(), cohort.join(', '));
    expect(shownRows()).toHaveLength(14);
    await expectAccessible();
    await click(byRole('button', 'Add 14 people'));
    expect(added.map(({ name, email }) => `${name} ${email}`).slice(0, 2)).toEqual([
      'Person A p0@school.example',
      'Person B p1@school.example',
    ]);
  });

  it('names each broken row, and keeps the good ones only when asked to', async () => {
    await open(['known@school.example']);
    const text =
      'Good One,good@school.example\nNo Address,\nBroken,broken@\nGood Again,good@school.example\nThere,known@school.example\n';
    await type(box(), text);
    expect(shownRows().map((row) => row?.replace(/^.*?\d(?=[A-Z])/, ''))).toEqual([
      'Good',
      'No address',
      'Not a complete address',
      'Same address as on line 1',
      'Is here already',
    ]);
    expect(pageText()).toContain('1 good, 4 to look at');
    expect(byRole<HTMLButtonElement>('button', 'Add 1 person').disabled).toBe(true);
    await click(byRole('checkbox', 'Leave out the other 4'));
    await click(byRole('button', 'Add 1 person'));
    expect(added.map(({ email }) => email)).toEqual(['good@school.example']);
    await expectAccessible();
  });

  it('shows only the rows to look at when asked', async () => {
    await open();
    await type(box(), 'A One,a@school.example\nB Two,broken@\n');
    await click(byRole('checkbox', 'Only rows to look at'));
    expect(shownRows()).toHaveLength(1);
  });

  it('previews ten thousand rows without drawing them all', async () => {
    await open();
    const rows = Array.from({ length: 10_000 }, (_, at) => `Person ${at},p${at}@school.example`);
    await type(box(), `name,email\n${rows.join('\n')}`);
    expect(shownRows()).toHaveLength(100);
    await click(byRole('button', 'Show 100 more of 9900'));
    expect(shownRows()).toHaveLength(200);
    await click(byRole('button', 'Add 10000 people'));
    expect(added).toHaveLength(10_000);
  });

  it('reads a .csv file', async () => {
    await open();
    await give(
      document.querySelector('input[type=file]') as HTMLElement,
      'roster.csv',
      'email;name\nx@school.example;Xu Xi\n',
    );
    expect(shownRows()).toEqual([expect.stringContaining('Xu Xi')]);
  });

  it('shows markup in a roster as text', async () => {
    await open();
    await type(box(), '"<img src=x onerror=alert(1)>" <evil@school.example>');
    expect(document.querySelector('img')).toBeNull();
    expect(shownRows()[0]).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('a person', () => {
  const person: Person = { id: 'a', name: 'Ana Paz', emails: ['ana@school.example'], phone: '1' };
  const other: Person = { id: 'b', name: 'Bo Ek', emails: ['bo@school.example'] };
  let saved: Person | undefined;
  const keepPerson = (one: Person) => {
    saved = one;
  };
  const open = async () => {
    saved = undefined;
    await mount(<PersonForm person={person} others={[other]} onSave={keepPerson} />);
  };

  it('may have a second address, and lose the phone', async () => {
    await open();
    await expectAccessible();
    await type(byRole('textbox', 'Addresses'), 'ana@school.example\nANA@Home.example');
    await type(byRole('textbox', 'Phone'), ' ');
    await click(byRole('button', 'Save'));
    expect(saved).toEqual({ id: 'a', name: 'Ana Paz', emails: ['ana@school.example', 'ana@home.example'] });
  });

  it.each([
    ['ana@', '“ana@” is not a complete address.'],
    ['bo@school.example', 'bo@school.example belongs to Bo Ek already.'],
  ])('is not saved with %j, and it says why', async (emails, sentence) => {
    await open();
    await type(byRole('textbox', 'Addresses'), emails);
    await click(byRole('button', 'Save'));
    expect(saved).toBeUndefined();
    expect(nameOf(byRole('alert'))).toBe(sentence);
    expect(byRole('textbox', 'Addresses').getAttribute('aria-invalid')).toBe('true');
    await expectAccessible();
  });

  it('needs a name', async () => {
    await open();
    await type(byRole('textbox', 'Name'), '  ');
    await click(byRole('button', 'Save'));
    expect(nameOf(byRole('alert'))).toBe('A name is needed.');
  });
});

describe('what is saved', () => {
  let made = 0;
  const newId = () => {
    made += 1;
    return `new-${made}`;
  };
  const before: Relationship = {
    id: 'r',
    programme: 'umms-peer-mentoring',
    me: 'me',
    role: 'mentor',
    mentors: ['me', 'co'],
    mentees: ['a'],
    coordinator: ['c'],
    start: '2025-09-01',
    end: '2026-05-31',
    zone: 'Etc/UTC',
  };
  const people: Person[] = [
    { id: 'me', name: 'Mira', emails: ['mira@school.example'] },
    { id: 'co', name: 'Dan Ortiz', emails: ['dan@school.example'] },
    { id: 'c', name: 'Dr Ward', emails: ['ward@school.example'] },
  ];
  const draft: RelationshipDraft = {
    programme: 'cpd-mentoring',
    role: 'mentor',
    start: '2025-09-02',
    end: '',
    zone: 'America/Toronto',
    scope: ' ',
    continues: false,
    terms: [{ name: 'Spring', start: '2026-01-05', end: '2026-05-08' }],
    mentors: composePeople(['co'], people),
    faculty: 'New Prof <prof@school.example>',
    coordinator: '',
  };

  it('adds mentees to those who are there', () => {
    made = 0;
    const plan = planMentees([{ line: 1, name: 'X', email: 'x@school.example' }], before, newId);
    expect(plan.people).toEqual([{ id: 'new-1', name: 'X', emails: ['x@school.example'] }]);
    expect(plan.relationships[0]?.mentees).toEqual(['a', 'new-1']);
  });

  it('keeps known people, makes new ones, and drops what was emptied', () => {
    made = 0;
    expect(planRelationship(draft, before, people, parseRoster, newId)).toEqual({
      people: [{ id: 'new-1', name: 'New Prof', emails: ['prof@school.example'] }],
      relationships: [
        {
          id: 'r',
          programme: 'cpd-mentoring',
          me: 'me',
          role: 'mentor',
          mentors: ['me', 'co'],
          mentees: ['a'],
          faculty: ['new-1'],
          start: '2025-09-02',
          zone: 'America/Toronto',
          terms: draft.terms,
        },
      ],
    });
  });

  it.each([
    [{ start: '' }, 'Say since when: a date is needed.'],
    [{ end: '2024-01-01' }, 'It ends before it begins.'],
    [
      { terms: [{ name: 'Spring', start: '2026-05-08', end: '2026-01-05' }] },
      'Each semester needs a name, a first and a last day.',
    ],
    [{ mentors: 'Somebody' }, '“Somebody” needs a complete address.'],
  ])('is refused with a sentence: %j', (part, problem) => {
    expect(planRelationship({ ...draft, ...part }, before, people, parseRoster, newId)).toEqual({ problem });
  });
});
