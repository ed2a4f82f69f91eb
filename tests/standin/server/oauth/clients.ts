// The clients that are registered with the two vendors of the stand-in web. Tests type these ids into the settings.
import type { Vendor } from '../../semester/calendar/types.ts';

export interface RegisteredClient {
  id: string;
  /** Google's web clients prove themselves with it when they redeem a code. */
  secret?: string;
}

export const standinClients = {
  google: { id: '424242424242-standin.apps.googleusercontent.com', secret: 'GOCSPX-standin' },
  microsoft: { id: '6731de76-14a6-49ae-97bc-6eba6914391e' },
} as const satisfies Record<Vendor, RegisteredClient>;
