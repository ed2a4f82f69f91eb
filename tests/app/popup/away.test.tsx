// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { PopupApp } from '../../../src/app/popup/PopupApp.tsx';
import type { Away } from '../../../src/domain/away/away.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { absence, notice, message as reply } from '../../domain/away/build.ts';
import { calendarEvent, message } from '../../domain/build.ts';
import { allByRole, byRole, click, expectAccessible, mount, pageText, press, settle, type } from '../../ui/page.ts';
import { type AwayWorld, makeAwayWorld } from '../away-world.ts';

const before = '2026-03-09T15:00:00Z';
const week = absence('2026-03-12', '2026-03-16', { id: 'a1', relationships: ['r1', 'r2'] });

let world: AwayWorld;
async function open(at: string, more: Partial<Ledger> = {}): Promise<void> {
  world = await makeAwayWorld(at, more);
  await mount(<PopupApp deps={world.deps} />);
  await ready();
}
/** The parts that are fetched once the list stands there come in a turn of their own. */
const ready = async () => {
  await new Promise((done) => setTimeout(done, 50));
  await settle();
};
const stored = async (): Promise<Away | undefined> => (await world.store.getAll('away'))[0];
const field = (name: string) =>
  [...document.querySelectorAll<HTMLInputElement>('input')].find((each) => each.labels?.[0]?.textContent === name)!;

describe('going away, from the popup', () => {
  it('asks two dates, shows what they set off, and opens the plan', async () => {
    await open(before);
    await click(byRole('button', 'Going away…'));
    await ready();
    await type(field('First day away'), '2026-03-12');
    await type(field('Last day away'), '2026-03-16');
    expect(pageText()).toContain('5 days in a row is more than 3');
    await expectAccessible();
    await click(byRole('button', 'Plan it'));
    await settle();
    const away = await stored();
    expect(away).toMatchObject({ from: '2026-03-12', to: '2026-03-16', returns: '2026-03-17' });
    expect(world.opened).toEqual([`dashboard#away/${away!.id}`]);
  });

  it('begins with what the calendar says', async () => {
    const office = { start: '2026-03-12', end: '2026-03-17', allDay: true, kind: 'out-of-office' as const };
    await open(before, { events: [calendarEvent('Conference', '2026-03-12T00:00:00Z', office)] });
    await press('g');
    await ready();
    expect(pageText()).toContain('From your calendar: Conference');
    expect([field('First day away').value, field('Back on').value]).toEqual(['2026-03-12', '2026-03-17']);
  });

  it('lists what is owed before leaving, and opens the plan there', async () => {
    await open(before, { away: [week] });
    await click(byRole('button', /^Cody Comentor.*Tell before Thursday/));
    expect(world.opened).toEqual(['dashboard#away/a1']);
    await expectAccessible();
  });
});

describe('while away and after, in the popup', () => {
  const during = '2026-03-14T15:00:00Z';
  const after = '2026-03-18T15:00:00Z';

  it('says that the mentor is away, and takes them back earlier', async () => {
    await open(during, { away: [week] });
    expect(pageText()).toMatch(/Away, back on Tuesday.*Deadlines stay as they are/);
    await click(byRole('button', 'I am back'));
    await ready();
    await click(byRole('button', 'I am back'));
    await settle();
    expect(await stored()).toMatchObject({ to: '2026-03-13', plannedTo: '2026-03-16' });
  });

  it('says nothing of it on other days', async () => {
    await open(before, { away: [week] });
    expect(pageText()).not.toMatch(/Coming back|Away, back/);
  });

  it('goes through what waits on return', async () => {
    const messages = [message('ana', '2026-03-13T15:00:00Z', { subject: 'Older' })];
    const away = [{ ...week, autoMessage: reply(week, before) }];
    await open(after, { away, messages, notices: [notice(week, 'ana', before)] });
    expect(pageText()).toContain('1 waiting for an answer, your automatic reply may still be on');
    await click(byRole('button', 'Go through'));
    await ready();
    expect(byRole('region', 'Coming back').textContent).toMatch(/Older.*due.*away, told/);
    await expectAccessible();
    await click(byRole('button', 'It is off'));
    await settle();
    expect((await stored())?.replyOffAt).toBe(after);
    await press('Escape');
    await click(byRole('button', 'Back'));
    expect(allByRole('button', 'Going away…')).toHaveLength(1);
  });
});
