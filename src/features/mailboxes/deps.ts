import type { Client } from '../../accounts/account.ts';
import type { Provider } from '../../domain/meeting/calendar.ts';
import type { Settings } from '../../domain/settings.ts';
import type { CalendarsDeps } from '../calendars/deps.ts';

/** What reading mail needs of the worker: what calendars need, and whether the client may ask for mail. */
export interface MailboxesDeps extends CalendarsDeps {
  /** The client to read mail with; none where a provider allows only an institution's own, and there is none. */
  findMailClient(provider: Provider, settings: Settings | undefined): Client | undefined;
}
