import { describe, expect, it } from 'vitest';
import { emptyLedger, type Ledger, listNames } from '../../../src/domain/ledger.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import { addSample, composeSample, hasSample, removeSample } from '../../../src/features/first-run/sample.ts';
import { readBackup, writeBackup } from '../../../src/files/backup.ts';

const now = '2026-03-09T08:40:00Z';
const own: Ledger = {
  ...emptyLedger(),
  people: [{ id: 'me', name: 'Mira', emails: ['mira@school.example'] }],
  reminders: [{ id: 'reply-email cohort x' }],
};

describe('the sample', () => {
  it.each([now, '2026-01-01T00:10:00Z', '2024-02-29T23:59:00Z'])(
    'shows something late and something due within a day, at %s',
    (at) => {
      const states = judge(composeSample(at, 'America/Toronto'), at)
        .filter(({ rule }) => rule === 'reply-email' || rule === 'reply-text')
        .map(({ rule, state, subject }) => `${rule} ${state} ${subject.mentee}`)
        .sort();
      expect(states).toEqual([
        'reply-email late sample-amina',
        'reply-email met sample-marek',
        'reply-email open sample-jun',
        'reply-text open sample-sofia',
      ]);
    },
  );

  it('is marked in every name and every id', () => {
    const sample = composeSample(now, 'Etc/UTC');
    expect(sample.people.every(({ name }) => name.endsWith('(sample)'))).toBe(true);
    for (const list of listNames) expect(sample[list].every(({ id }) => id.startsWith('sample-'))).toBe(true);
  });

  it('passes through a backup', () => {
    const sample = composeSample(now, 'Etc/UTC');
    expect(readBackup(writeBackup(sample))).toEqual(sample);
  });

  it('comes beside what is there and leaves nothing behind', () => {
    const both = addSample(own, now, 'Etc/UTC');
    expect(hasSample(own)).toBe(false);
    expect(hasSample(both)).toBe(true);
    expect(both.people).toHaveLength(6);
    expect(removeSample(both)).toEqual(own);
  });

  it('takes along what was said about it', () => {
    const both = addSample(own, now, 'Etc/UTC');
    both.corrections.push({ id: 'c-1', message: 'sample-amina-53', at: now, asks: false });
    both.contacts.push({ ...both.contacts[0]!, id: 'k-1' });
    both.reminders.push({ id: 'reply-email sample-cohort sample-amina' });
    expect(removeSample(both)).toEqual(own);
  });

  it('is there once, however often it is asked for', () => {
    expect(addSample(addSample(own, now, 'Etc/UTC'), now, 'Etc/UTC').people).toHaveLength(6);
  });
});
