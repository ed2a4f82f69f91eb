import { defaultSettings } from '../../domain/settings.ts';
import { SettingsForm } from '../../features/settings/views/SettingsForm.tsx';
import type { Desk } from './dashboard-state.ts';
import { Page } from './Page.tsx';

export function SettingsPlace({ desk: { deps, small, asking } }: { desk: Desk }) {
  const ids = new Set(small.relationships.flatMap((each) => each.mentees.filter((mentee) => mentee !== each.me)));
  const mentees = small.people
    .filter(({ id }) => ids.has(id))
    .map(({ id, name, emails }) => ({ id, name: name || emails[0] || id }));
  const settings = small.settings[0] ?? defaultSettings(deps.zone);
  return (
    <Page
      title="Settings"
      about="How Waymark reminds you. Only what you decide about thanks and short notes changes what is owed."
    >
      <SettingsForm
        settings={settings}
        signInAddress={deps.signInAddress}
        mentees={mentees}
        onSave={(next) => void asking.run(deps.ask('settings.save', { settings: next }), 'Saved')}
      />
    </Page>
  );
}
