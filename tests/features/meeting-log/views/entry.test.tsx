// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { composeAmendment, digestMeeting } from '../../../../src/domain/meeting/chain.ts';
import type { Meeting } from '../../../../src/domain/meeting/meeting.ts';
import { AmendForm } from '../../../../src/features/meeting-log/views/AmendForm.tsx';
import { EntryForm } from '../../../../src/features/meeting-log/views/EntryForm.tsx';
import { EntryView } from '../../../../src/features/meeting-log/views/EntryView.tsx';
import { SignEntry } from '../../../../src/features/meeting-log/views/SignEntry.tsx';
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
} from '../../../ui/page.ts';
import { entry, now, pair } from '../world.ts';

const zone = 'Etc/UTC';
// Nothing is drawn here; drawing is tried in a real browser.
HTMLCanvasElement.prototype.getContext = () => null;
const earlier = entry('m0', { start: '2026-02-20T17:00:00Z', homework: ['Read chapter 2', 'Write to the lab'] });
const homework = earlier.homework.map((text, at) => {
  return { id: `homework m0 ${at}`, relationship: 'pair', meeting: 'm0', text, done: false };
});

const topics = () => byRole('combobox', /topic|talked about/);
const field = (name: string) => document.querySelector<HTMLInputElement>(`[id="${labelled(name)}"]`)!;
const labelled = (name: string) =>
  [...document.querySelectorAll('label')].find((label) => nameOf(label) === name)?.getAttribute('for') ?? '';

describe('the form', () => {
  const onSave = vi.fn();
  const open = async (draft: Meeting, facts = {}) => {
    onSave.mockReset();
    const ledger = pair({ meetings: [earlier], homework, ...facts });
    await mount(<EntryForm setting={{ ledger, now, zone }} draft={draft} onSave={onSave} />);
  };
  const saved = () => onSave.mock.calls[0]?.[0];

  it('is done by keyboard alone: topics by typing, one nested, what is to do, and Ctrl+Enter', async () => {
    await open(entry('m1'));
    expect(document.activeElement).toBe(topics());
    await type(topics(), 'exam');
    expect(allByRole('option').map(nameOf)).toEqual(['ExamsAcademics', 'Exam stressPsychosocial', 'Add “exam”']);
    await press('Enter');
    await type(topics(), 'How to sleep before them');
    await press('Tab');
    await type(topics(), 'Networking');
    await press('Tab', { shiftKey: true });
    await type(field('To do until next time'), 'Sleep');
    await press('Enter', { ctrlKey: true });
    expect(saved()).toMatchObject({
      meeting: {
        topics: ['Exams', 'How to sleep before them', 'Networking'],
        topicLevels: [0, 1, 0],
        homework: ['Sleep'],
        minutes: 60,
        outcome: 'held',
      },
      reviewed: [],
      before: null,
    });
  });

  it('leaves an empty topic field with Tab, so that nobody is held in it', async () => {
    await open(entry('m1'));
    const event = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
    topics().dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });

  it('moves a topic in and out with buttons, and takes it away', async () => {
    await open(entry('m1', { topics: ['Exams', 'Sleep'] }));
    await click(byRole('button', 'Put Sleep under the one before'));
    expect(allByRole('button', /Put Sleep/)).toEqual([]);
    await click(byRole('button', 'Move Sleep out'));
    await click(byRole('button', 'Remove Exams'));
    await press('Enter', { ctrlKey: true });
    expect(saved().meeting.topics).toEqual(['Sleep']);
  });

  it('is headed by what was left to do, and says what became of it', async () => {
    await open(entry('m1'));
    expect(nameOf(allByRole('heading')[0]!)).toBe('From last time');
    expect(pageText()).toContain('Read chapter 2');
    await click(allByRole('radio', 'Done')[0]!);
    await click(allByRole('radio', 'Carried on')[1]!);
    await press('Enter', { ctrlKey: true });
    expect(saved().reviewed).toEqual([
      { id: 'homework m0 0', outcome: 'done' },
      { id: 'homework m0 1', outcome: 'carried' },
    ]);
  });

  it('shows planned beside actual, and preparation apart', async () => {
    await open(entry('m1', { plannedMinutes: 50 }));
    expect(pageText()).toContain('Planned: 50 min');
    expect(pageText()).toContain('Kept apart, never counted');
    await type(field('Minutes'), '75');
    await type(field('Preparation, minutes'), '20');
    await press('Enter', { ctrlKey: true });
    expect(saved().meeting).toMatchObject({ minutes: 75, preparationMinutes: 20, plannedMinutes: 50 });
  });

  it('asks of a cancelled one who did and how long before', async () => {
    await open(entry('m1'));
    await click(byRole('radio', 'Cancelled'));
    await choose(field('Who cancelled'), 'jun');
    await type(field('Hours before the start'), '20');
    field('Hours before the start').focus();
    await press('Enter', { ctrlKey: true });
    expect(saved().meeting).toMatchObject({ outcome: 'cancelled', cancelledBy: 'jun', noticeHours: 20, minutes: 0 });
    expect(allByRole('combobox', /talked about/)).toEqual([]);
  });

  it('counts it when there is no time', async () => {
    await open(entry('m1'));
    await click(byRole('button', 'Just count it'));
    expect(saved().meeting).toMatchObject({ countOnly: true, minutes: 60, topics: [] });
  });

  it('marks who may read what', async () => {
    await open(entry('m1'));
    expect(pageText()).toContain('All above is read by Read by: You, your mentee and the programme');
    const reader = (name: string) =>
      document.getElementById(field(name).getAttribute('aria-describedby')!)?.textContent;
    expect(reader('Private note')).toBe('Read by: Only you');
    expect(reader('Shared note')).toBe('Read by: You and your mentee');
  });

  it('says what is missing, at the field, and saves nothing', async () => {
    await open(entry('m1'));
    await type(field('Minutes'), 'x');
    await click(byRole('checkbox', 'Jun Li'));
    await press('Enter', { ctrlKey: true });
    expect(onSave).not.toHaveBeenCalled();
    expect(allByRole('alert').map((each) => each.textContent)).toEqual([
      'Choose who was there.',
      'Enter minutes, up to a day.',
    ]);
    expect(document.activeElement).toBe(field('Minutes'));
    await expectAccessible();
  });

  it('finds one of many by typing, and ticks them', async () => {
    const people = Array.from({ length: 12 }, (_, at) => ({ id: `p${at}`, name: `Person ${at}`, emails: [] }));
    const [relationship] = pair().relationships;
    const cohort = { ...relationship!, mentees: people.map(({ id }) => id) };
    await open(entry('m1', { attendees: ['p1'] }), { people, relationships: [cohort] });
    expect(allByRole('checkbox').map(nameOf)).toEqual(['Person 1']);
    const add = byRole('combobox', 'Add somebody, 11 more');
    add.focus();
    await type(add, '11');
    await press('Enter');
    await press('Enter', { ctrlKey: true });
    expect(saved().meeting.attendees).toEqual(['p1', 'p11']);
  });

  it('finds nothing with axe', async () => {
    await open(entry('m1', { topics: ['a', 'b'], topicLevels: [0, 1] }));
    await type(topics(), 'e');
    await expectAccessible();
  });
});

describe('an entry', () => {
  const signatures = async () => [
    { by: 'me', how: 'typed' as const, name: 'Robin Doyle', at: now, digest: await digestMeeting(entry('m1')) },
    { by: 'jun', how: 'reply' as const, message: 'msg', at: now, digest: await digestMeeting(entry('m1')) },
  ];
  const acts = { onEdit: vi.fn(), onSign: vi.fn(), onAmend: vi.fn(), onRemove: vi.fn() };
  const view = async (meeting: Meeting, facts = {}, more = {}) => {
    const ledger = pair({ meetings: [meeting], ...facts });
    await mount(<EntryView setting={{ ledger, now, zone }} meeting={meeting} {...acts} {...more} />);
    await new Promise((done) => setTimeout(done, 5));
    await settle();
  };
  const buttons = () => allByRole('button').map(nameOf);

  it('says who has not signed, and can be signed, edited and removed', async () => {
    await view(entry('m1'));
    expect(pageText()).toContain('Robin Doyle has not signed');
    expect(buttons()).toEqual(['Sign', 'Edit', 'Remove']);
    await expectAccessible();
  });

  it('says who signed, how and when, and is read-only then', async () => {
    await view({ ...entry('m1'), signatures: await signatures() });
    expect(pageText()).toContain('Typed on this screen, ');
    expect(pageText()).toContain('Confirmed by reply, ');
    expect(buttons()).toEqual(['Amend…']);
  });

  it('lets an answer be checked that was taken for a yes', async () => {
    const onUnconfirm = vi.fn();
    await view({ ...entry('m1'), signatures: await signatures() }, {}, { onUnconfirm });
    await click(byRole('button', 'It was no confirmation'));
    expect(onUnconfirm).toHaveBeenCalledWith('msg');
  });

  it('shows it as amended, and what was amended why', async () => {
    const meeting = { ...entry('m1'), signatures: await signatures() };
    const said = { id: 'a1', at: now, by: 'me', reason: 'The clock was wrong', change: { minutes: 45 } };
    await view(meeting, { amendments: [await composeAmendment(meeting, [], said)] });
    expect(pageText()).toContain('Time spent45 min');
    expect(pageText()).toContain('The clock was wrong');
    expect(buttons()).toEqual(['Sign', 'Amend…']);
    await expectAccessible();
  });

  it('says that the calendar differs, and asks', async () => {
    const [onKeep, onFollow] = [vi.fn(), vi.fn()];
    const eventPrint = {
      start: '2026-03-04T17:00:00Z',
      end: '2026-03-04T18:00:00Z',
      title: 'x',
      status: 'confirmed' as const,
    };
    const now2 = { ...eventPrint, start: '2026-03-05T17:00:00Z', end: '2026-03-05T17:30:00Z' };
    const event = {
      id: 'e1',
      calendar: 'c',
      allDay: false,
      myResponse: 'accepted',
      attendees: [],
      kind: 'default',
      ...now2,
    };
    await view(entry('m1', { event: 'e1', eventPrint }), {}, { event, onKeep, onFollow });
    expect(pageText()).toContain('Calendar differs');
    await expectAccessible();
    await click(byRole('button', 'Update the entry'));
    expect(onFollow).toHaveBeenCalledWith({ start: '2026-03-05T17:00:00Z', minutes: 30 }, now2);
    await click(byRole('button', 'Keep it as it is'));
    expect(onKeep).toHaveBeenCalledWith(now2);
  });

  it('says nothing once it was kept despite that', async () => {
    const print = { start: now, end: now, title: 'x', status: 'cancelled' as const };
    const event = {
      id: 'e1',
      calendar: 'c',
      allDay: false,
      myResponse: 'accepted',
      attendees: [],
      kind: 'default',
      ...print,
    };
    const eventPrint = { ...print, status: 'confirmed' as const };
    await view(entry('m1', { event: 'e1', eventPrint, keptDespite: print }), {}, { event });
    expect(pageText()).not.toContain('Calendar differs');
  });

  it('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    await view(entry('m1', { topics: [hostile], homework: [hostile], sharedNote: hostile, privateNote: hostile }));
    expect(document.querySelectorAll('img')).toHaveLength(0);
    expect(pageText().split(hostile)).toHaveLength(5);
  });
});

describe('signing', () => {
  const [onSign, onMail] = [vi.fn(), vi.fn()];
  beforeEach(async () => {
    onSign.mockReset();
    onMail.mockReset();
    const meeting = entry('m1', { privateNote: 'nobody else sees this', topics: ['Exams'] });
    const ledger = pair({ meetings: [meeting] });
    await mount(<SignEntry setting={{ ledger, now, zone }} meeting={meeting} onSign={onSign} onMail={onMail} />);
    await new Promise((done) => setTimeout(done, 5));
    await settle();
  });

  it('shows the other only what they may read', () => {
    expect(pageText()).toContain('Exams');
    expect(pageText()).not.toContain('nobody else sees this');
  });

  it('is typed under a statement, with a name that is theirs', async () => {
    await click(byRole('radio', 'Type'));
    await expectAccessible();
    await type(field('Your name'), 'Somebody');
    await click(byRole('button', 'Sign as Robin Doyle'));
    expect(byRole('alert').textContent).toBe('Type the name as it stands in Waymark: Robin Doyle.');
    await type(field('Your name'), 'robin doyle');
    await click(byRole('button', 'Sign as Robin Doyle'));
    expect(byRole('alert').textContent).toBe('Tick the statement to sign.');
    expect(onSign).not.toHaveBeenCalled();
    await click(byRole('checkbox', 'I confirm this entry'));
    await click(byRole('button', 'Sign as Robin Doyle'));
    const digest = await digestMeeting(entry('m1', { topics: ['Exams'] }));
    expect(onSign).toHaveBeenCalledWith({ by: 'me', how: 'typed', at: now, digest, name: 'robin doyle' }, undefined);
  });

  it('is asked for by a mail that quotes the entry and its fingerprint, and no private note', async () => {
    await click(byRole('radio', 'Jun Li'));
    await click(byRole('radio', 'By reply'));
    await expectAccessible();
    await click(byRole('button', 'Open the mail to Jun Li'));
    const [to, subject, body] = onMail.mock.calls[0]!;
    const digest = await digestMeeting(entry('m1', { topics: ['Exams'] }));
    const print = `${digest.slice(0, 4)}-${digest.slice(4, 8)}`.toUpperCase();
    expect(to).toEqual(['jun@example.edu']);
    expect(subject).toMatch(new RegExp(`^Please confirm our meeting of .* \\[WM ${print}\\]$`));
    expect(body).toContain('- Exams');
    expect(body).toContain(`Fingerprint of this entry: ${print}`);
    expect(body).not.toContain('nobody else sees this');
  });

  it('does not ask oneself for a reply', () => {
    expect(allByRole('radio').map(nameOf)).toEqual(['You', 'Jun Li', 'Draw', 'Type', 'On paper']);
  });

  const give = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { configurable: true, value: [new File([bytes], name)] });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 30));
    await settle();
  };

  it('keeps the scan of a signed page', async () => {
    await click(byRole('radio', 'On paper'));
    await expectAccessible();
    await give('page.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]));
    await click(byRole('button', 'Robin Doyle signed on paper'));
    const [signature, attachment] = onSign.mock.calls[0]!;
    expect(signature).toMatchObject({ by: 'me', how: 'paper', attachment: attachment.id });
    expect(attachment).toMatchObject({ meeting: 'm1', name: 'page.png', type: 'image/png', data: 'iVBORwECAw==' });
  });

  it.each([
    ['a file that is none of those', new TextEncoder().encode('hello') as Uint8Array<ArrayBuffer>, 'This is no PNG'],
    ['a file that is too large', new Uint8Array(5 * 1024 * 1024 + 1), 'Up to 5 MB can be kept'],
  ])('says what to do with %s', async (_, bytes, words) => {
    await click(byRole('radio', 'On paper'));
    await give('x.png', bytes);
    expect(byRole('alert').textContent).toContain(words);
    expect(byRole<HTMLButtonElement>('button', /on paper$/).disabled).toBe(true);
  });
});

describe('amending', () => {
  it('needs a reason and a difference, and tells only what differs', async () => {
    const onAmend = vi.fn();
    const meeting = entry('m1', { topics: ['Exams'] });
    const signed = { ...meeting, signatures: [{ by: 'jun', how: 'paper' as const, at: now, digest: 'd' }] };
    const ledger = pair({ meetings: [signed] });
    await mount(<AmendForm setting={{ ledger, now, zone }} meeting={signed} onAmend={onAmend} />);
    await click(byRole('button', 'Amend'));
    expect(allByRole('alert').map((each) => each.textContent)).toEqual([
      'Say why. Whoever reads the log sees it.',
      'Nothing differs from the entry yet.',
    ]);
    await expectAccessible();
    await type(field('Reason'), 'The clock was wrong');
    await type(field('Minutes'), '45');
    await click(byRole('button', 'Amend'));
    expect(onAmend).toHaveBeenCalledWith('The clock was wrong', { minutes: 45 });
  });
});
