// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../../src/domain/away/away.ts';
import { HandoverTaken } from '../../../../src/features/away/views/HandoverTaken.tsx';
import type { AwaySetting } from '../../../../src/features/away/views/props.ts';
import { ledger as facts } from '../../../domain/build.ts';
import { allByRole, byRole, click, expectAccessible, mount, pageText } from '../../../ui/page.ts';

const now = '2026-03-09T12:40:00Z';
const taken: Notice = {
  id: 'handed co 2026-03-16 r1',
  away: 'handed co 2026-03-16',
  to: 'me',
  at: now,
  returns: '2026-03-21',
  handed: {
    by: 'co',
    relationship: 'r1',
    from: '2026-03-16',
    to: '2026-03-20',
    writtenAt: '2026-03-09T08:00:00Z',
    threads: [
      { mentee: 'ana', since: '2026-03-05T12:40:00Z' },
      { mentee: 'ana', since: '2026-03-08T12:40:00Z' },
    ],
    meetings: [
      { mentee: 'ben', start: '2026-03-17T15:00:00Z', minutes: 60 },
      { mentee: 'ben', start: '2026-03-08T15:00:00Z', minutes: 60 },
    ],
    unknown: 1,
  },
};
const setting = (notices: Notice[], today = '2026-03-09') =>
  ({
    small: facts({ notices }),
    overview: { now, zone: 'America/Toronto' },
    today,
    events: [],
    locale: 'en-CA',
  }) as unknown as AwaySetting;

describe('what a co-mentor handed over', () => {
  it('says whom one covers, what waits and for how long, and what is to come', async () => {
    await mount(<HandoverTaken setting={setting([taken])} onDrop={() => {}} />);
    byRole('region', 'You cover for Cody Comentor');
    expect(allByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Ana Alvarezwaits for 4 days · waits for 24 h',
      expect.stringMatching(/^Ben Bekelemeeting /),
    ]);
    expect(pageText()).toContain('1 of the sheet’s mentees not known here');
    await expectAccessible();
  });

  it('is taken back with one press', async () => {
    const dropped: string[] = [];
    await mount(<HandoverTaken setting={setting([taken])} onDrop={(id) => dropped.push(id)} />);
    await click(byRole('button', 'Remove: Cody Comentor'));
    expect(dropped).toEqual([taken.id]);
  });

  it('is gone once the other is back, and never was for a notice of one’s own', async () => {
    const own: Notice = { id: 'n', away: 'a1', to: 'co', at: now };
    await mount(<HandoverTaken setting={setting([taken, own], '2026-03-21')} onDrop={() => {}} />);
    expect(allByRole('region')).toEqual([]);
  });
});
