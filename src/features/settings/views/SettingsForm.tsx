import { useState } from 'preact/hooks';
import type { Settings } from '../../../domain/settings.ts';
import { Button } from '../../../ui/Button.tsx';
import { isZone } from '../../../ui/dates.ts';
import { Check, ChoiceField, TextField } from '../../../ui/Field.tsx';
import { ClientsFields } from './ClientsFields.tsx';
import { ClosingsFields } from './ClosingsFields.tsx';
import { HoursFields } from './HoursFields.tsx';

interface SettingsFormProps {
  settings: Settings;
  /** Where providers send the answer of a sign-in. */
  signInAddress: string;
  /** For whom something can be decided on its own. */
  mentees: readonly { id: string; name: string }[];
  onSave: (settings: Settings) => void;
}

type DateOrder = NonNullable<Settings['dateOrder']>;
const orders: { value: DateOrder | ''; text: string }[] = [
  { value: '', text: 'Find out from the page' },
  { value: 'day-first', text: 'Day first: 9/3/2026' },
  { value: 'month-first', text: 'Month first: 3/9/2026' },
  { value: 'year-first', text: 'Year first: 2026/3/9' },
];

const dayNames = [1, 2, 3, 4, 5, 6, 7].map((day) =>
  new Intl.DateTimeFormat(undefined, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day)),
);

function without<K extends 'quiet' | 'working' | 'dateOrder' | 'clients' | 'closings'>(
  settings: Settings,
  key: K,
): Omit<Settings, K> {
  const { [key]: _, ...rest } = settings;
  return rest;
}

/** How Waymark behaves. None of it decides whether something is late. */
export function SettingsForm({ settings, signInAddress, mentees, onSave }: SettingsFormProps) {
  const [draft, setDraft] = useState(settings);
  const set = (part: Partial<Settings>) => setDraft({ ...draft, ...part });
  const zoneProblem = isZone(draft.zone) ? undefined : 'This zone is not known. Write it as in “America/Toronto”.';
  const working = draft.working ?? { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };

  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!zoneProblem) onSave(draft);
  };
  return (
    <form class="form settings" onSubmit={onSubmit} noValidate>
      <section class="card form" aria-label="Time">
        <h2 class="card-title">Time</h2>
        <TextField
          label="Time zone"
          hint="Times are shown in it, and it decides when your day ends."
          value={draft.zone}
          onText={(zone) => set({ zone })}
          problem={zoneProblem}
        />
        <ChoiceField
          label="Dates in Outlook"
          hint="Outlook shows dates in your region’s order. Set it where Waymark can’t find out by itself."
          value={draft.dateOrder ?? ''}
          choices={orders}
          onChoice={(order) =>
            setDraft({ ...without(draft, 'dateOrder'), ...(order ? { dateOrder: order as DateOrder } : {}) })
          }
        />
      </section>
      <section class="card form" aria-label="Reminders">
        <h2 class="card-title">Reminders</h2>
        <Check label="Remind me" checked={draft.notify} onCheck={(notify) => set({ notify })} />
        <TextField
          label="Hours before a deadline"
          hint="Once then, and once when it is due. Never twice for the same thing."
          value={String(draft.warnHoursBefore)}
          onText={(text) => set({ warnHoursBefore: Math.min(240, Math.max(0, Number(text) || 0)) })}
          input={{ type: 'number', min: 0, max: 240 }}
        />
        <HoursFields
          label="Quiet hours"
          hint="What falls due then is said when they end."
          hours={draft.quiet}
          usual={{ from: '21:00', to: '08:00' }}
          onHours={(quiet) => setDraft({ ...without(draft, 'quiet'), ...(quiet ? { quiet } : {}) })}
        />
        <HoursFields
          label="Working hours"
          hint="Reminders keep to them. A deadline counts every hour, as the programme says."
          hours={draft.working}
          usual={working}
          onHours={(hours) =>
            setDraft({ ...without(draft, 'working'), ...(hours ? { working: { ...working, ...hours } } : {}) })
          }
        />
        {draft.working ? (
          <fieldset class="days">
            <legend class="legend">Working days</legend>
            {dayNames.map((name, at) => (
              <Check
                key={name}
                label={name}
                checked={working.days.includes(at + 1)}
                onCheck={(on) => {
                  const days = on ? [...working.days, at + 1].sort() : working.days.filter((day) => day !== at + 1);
                  set({ working: { ...working, days } });
                }}
              />
            ))}
          </fieldset>
        ) : null}
      </section>
      {mentees.length > 0 || draft.closings ? (
        <ClosingsFields
          closings={draft.closings}
          mentees={mentees}
          onClosings={(closings) => setDraft({ ...without(draft, 'closings'), ...(closings ? { closings } : {}) })}
        />
      ) : null}
      <ClientsFields
        clients={draft.clients}
        signInAddress={signInAddress}
        onClients={(clients) => setDraft({ ...without(draft, 'clients'), ...(clients ? { clients } : {}) })}
      />
      <div class="form-actions">
        <Button kind="primary" type="submit">
          Save
        </Button>
      </div>
    </form>
  );
}
