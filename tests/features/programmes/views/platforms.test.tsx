// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { Programme } from '../../../../src/domain/programme/programme.ts';
import { PlatformFields } from '../../../../src/features/programmes/views/PlatformFields.tsx';
import { cpdMentoring } from '../../../../src/programmes/cpd-mentoring.ts';
import { byRole, choose, click, expectAccessible, mount, type } from '../../../ui/page.ts';

const bare: Programme = { ...cpdMentoring, platforms: [{ name: 'Own', senders: [], patterns: ['Word from {name}'] }] };

describe('the platforms of a pack of one’s own', () => {
  it('take senders and subjects that can be used, and nothing else', async () => {
    const onChange = vi.fn<(pack: Programme) => void>();
    await mount(
      <main>
        <h1>Edit</h1>
        <PlatformFields programme={bare} onChange={onChange} />
      </main>,
    );
    await expectAccessible();
    const platform = () => onChange.mock.lastCall?.[0].platforms?.[0];
    await choose(byRole('textbox', 'Its mail comes from'), 'no-reply@own.example, @own.example nonsense');
    expect(platform()?.senders).toEqual(['no-reply@own.example', '@own.example']);
    await choose(byRole('textbox', 'Its subjects'), 'Hello\nA note by {name}\n');
    expect(platform()?.patterns).toEqual(['A note by {name}']);
    await type(byRole('textbox', 'Platform'), 'Campus');
    expect(platform()?.name).toBe('Campus');
  });

  it('are added and left out', async () => {
    const onChange = vi.fn<(pack: Programme) => void>();
    await mount(<PlatformFields programme={bare} onChange={onChange} />);
    await click(byRole('button', 'Add a platform'));
    expect(onChange.mock.lastCall?.[0].platforms).toHaveLength(2);
    await click(byRole('button', 'Leave out: Own'));
    expect(onChange.mock.lastCall?.[0].platforms).toEqual([]);
  });
});
