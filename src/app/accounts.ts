// The account providers there are, and the client each signs in with. A new one is one folder in `accounts`, one line here.
import type { AccountProvider, Client } from '../accounts/account.ts';
import { google } from '../accounts/google/index.ts';
import { microsoft } from '../accounts/microsoft/index.ts';
import type { Provider } from '../domain/meeting/calendar.ts';
import type { Settings } from '../domain/settings.ts';
import { builtInClients } from './clients.ts';

export const accountProviders: readonly AccountProvider[] = [google, microsoft];

/** The client to sign in with: the institution's own where the settings name one, else the one built in; or none. */
export function findClient(provider: Provider, settings: Settings | undefined): Client | undefined {
  const own = settings?.clients?.[provider];
  return own ? (own as Client) : builtInClients[provider];
}

/**
 * The client to read an account's mail with, and to set its automatic reply: where the provider restricts that, only the
 * institution's own. None: this account's mail cannot be read but on its page.
 */
export function findMailClient(provider: Provider, settings: Settings | undefined): Client | undefined {
  const mail = accountProviders.find((each) => each.provider === provider)?.mail;
  if (!mail) return undefined;
  return mail.ownClientOnly ? (settings?.clients?.[provider] as Client | undefined) : findClient(provider, settings);
}
