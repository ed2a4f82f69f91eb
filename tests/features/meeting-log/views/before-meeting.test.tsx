// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import type { Ledger } from '../../../../src/domain/ledger.ts';
import type { Meeting } from '../../../../src/domain/meeting/meeting.ts';
import { EntryForm } from '../../../../src/features/meeting-log/views/EntryForm.tsx';
import { EntryView } from '../../../../src/features/meeting-log/views/EntryView.tsx';
import { allByRole, byRole, click, expectAccessible, mount, pageText, press } from '../../../ui/page.ts';
import { entry, now, pair } from '../world.ts';

const zone = 'Etc/UTC';
const ahead = entry('ahead', { outcome: 'planned', start: '2026-03-12T17:00:00Z' });
const temerty = (meetings: Meeting[] = []): Ledger => {
  const ledger = pair({ meetings });
  return {
    ...ledger,
    relationships: ledger.relationships.map((each) => ({ ...each, programme: 'temerty-peer-mentorship' })),
  };
};
const card = () => document.querySelector('details');
const coffee = 'The last two meetings name no topic or goal.';

async function openForm(draft: Meeting, meetings: Meeting[] = []) {
  const onSave = vi.fn();
  await mount(<EntryForm setting={{ ledger: temerty(meetings), now, zone }} draft={draft} onSave={onSave} />);
  return () => onSave.mock.calls[0]?.[0].meeting as Meeting;
}

it('stands folded in the form of a coming meeting, for its reader alone, and gives topics to the form', async () => {
  const saved = await openForm(ahead, [ahead]);
  expect(card()?.open).toBe(false);
  expect(card()?.textContent).toContain('Only you');
  expect(card()?.textContent).toContain('What was my own experience with academics?');
  card()!.open = true;
  await expectAccessible();
  await click(byRole('button', /^Add the topic: Note-taking$/));
  expect(allByRole('button', /^Add the topic: Note-taking$/)).toEqual([]);
  await press('Enter', { ctrlKey: true });
  await click(byRole('button', 'Save'));
  expect(saved()).toMatchObject({ outcome: 'planned', topics: ['Note-taking'] });
  expect(JSON.stringify(saved())).not.toContain('experience');
});

it.each([
  ['of one that is added', entry('new'), [], true],
  ['of one from the calendar that was', entry('new', { event: 'e' }), [], false],
  ['of one that is in the log', entry('m1'), [entry('m1')], false],
])('stands in the form %s: %s', async (_, draft, meetings, isThere) => {
  await openForm(draft as Meeting, meetings as Meeting[]);
  expect(card() !== null).toBe(isThere);
});

it('stands in the entry of a coming meeting, where there is nothing to add to', async () => {
  await mount(<EntryView setting={{ ledger: temerty([ahead]), now, zone }} meeting={ahead} />);
  expect(card()?.textContent).toContain('Exams');
  expect(allByRole('button', /Add the topic/)).toEqual([]);
  await expectAccessible();
});

it('says once and quietly that the last two meetings name no topic or goal', async () => {
  const bare = [entry('m1', { start: '2026-02-20T17:00:00Z' }), entry('m2', { start: '2026-02-27T17:00:00Z' })];
  await openForm(entry('new'), bare);
  expect(pageText().split(coffee)).toHaveLength(2);
  const line = [...document.querySelectorAll('p')].find(({ textContent }) => textContent === coffee);
  expect(line?.className).toBe('quiet small');
  expect(line?.closest('[role=alert], .notice, [class*=late], [class*=soon]')).toBeNull();
  await openForm(bare[1]!, bare);
  expect(pageText()).not.toContain(coffee);
});
