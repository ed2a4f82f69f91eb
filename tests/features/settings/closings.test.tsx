// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { SettingsForm } from '../../../src/features/settings/views/SettingsForm.tsx';
import { allByRole, byRole, choose, click, expectAccessible, mount } from '../../ui/page.ts';

const mentees = [
  { id: 'amina', name: 'Amina Okafor' },
  { id: 'jun', name: 'Jun Li' },
];

describe('what is decided about thanks and short notes', () => {
  it('is nothing until a person decides it, mentee by mentee', async () => {
    const onSave = vi.fn();
    await mount(
      <SettingsForm
        settings={defaultSettings('UTC')}
        signInAddress="https://w.example/"
        mentees={mentees}
        onSave={onSave}
      />,
    );
    await expectAccessible();
    await click(byRole('button', 'Save'));
    expect(onSave.mock.lastCall?.[0].closings).toBeUndefined();
    await choose(byRole('combobox', 'Decide for'), 'amina');
    await choose(byRole('combobox', 'Decide for'), 'jun');
    await choose(byRole('combobox', 'Jun Li'), 'always');
    await expectAccessible();
    await click(byRole('button', 'Save'));
    expect(onSave.mock.lastCall?.[0].closings).toEqual([
      { person: 'amina', answer: 'never' },
      { person: 'jun', answer: 'always' },
    ]);
    expect(allByRole('combobox', 'Decide for')).toEqual([]);
    await click(byRole('button', 'Remove what was decided for Amina Okafor'));
    await click(byRole('button', 'Save'));
    expect(onSave.mock.lastCall?.[0].closings).toEqual([{ person: 'jun', answer: 'always' }]);
  });
});
