// The clients that were built in, by environment variables of the build (see wxt.config.ts). Empty names none.
import type { Client } from '../accounts/account.ts';
import type { Provider } from '../domain/meeting/calendar.ts';

declare const __WAYMARK_CLIENTS__: Record<Provider, Record<string, string>> | undefined;

function readClient(fields: Record<string, string> | undefined): Client | undefined {
  if (!fields?.id) return undefined;
  const { id, secret, tenant } = fields;
  return { id, ...(secret && { secret }), ...(tenant && { tenant }) };
}

const given = typeof __WAYMARK_CLIENTS__ === 'undefined' ? undefined : __WAYMARK_CLIENTS__;

export const builtInClients: Partial<Record<Provider, Client>> = Object.fromEntries(
  (['google', 'microsoft'] as const).flatMap((provider) => {
    const client = readClient(given?.[provider]);
    return client ? [[provider, client]] : [];
  }),
);
