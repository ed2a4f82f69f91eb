import { useState } from 'preact/hooks';
import type { Account } from '../../../domain/meeting/calendar.ts';
import { Button } from '../../../ui/Button.tsx';
import { Check } from '../../../ui/Field.tsx';
import { providerNames } from './account-words.ts';

interface DisconnectFormProps {
  account: Account;
  /** `events`: whether what was read is forgotten too. */
  onDisconnect: (events: boolean) => void;
  onCancel: () => void;
}

/** Asks before an account is let go, and what becomes of what was read. */
export function DisconnectForm({ account, onDisconnect, onCancel }: DisconnectFormProps) {
  const [events, setEvents] = useState(true);
  const name = providerNames[account.provider];
  const onSubmit = (event: Event) => {
    event.preventDefault();
    onDisconnect(events);
  };
  return (
    <form class="form" onSubmit={onSubmit}>
      <p>
        Waymark signs out of <bdi>{account.address}</bdi> and reads it no more. Meetings you logged stay, with their
        signatures.
      </p>
      <Check
        label={
          <>
            Also forget the events that were read
            <span class="field-hint hours-hint">Nothing changes in your calendar at {name}.</span>
          </>
        }
        checked={events}
        onCheck={setEvents}
      />
      <div class="form-actions">
        <Button kind="grave" type="submit">
          Disconnect
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
