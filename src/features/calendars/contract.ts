// Calls about calendars: connecting accounts, what is read of them, and events that pages and files bring.
import * as z from 'zod/mini';
import { Provider } from '../../domain/meeting/calendar.ts';
import { CalendarEvent } from '../../domain/meeting/meeting.ts';
import { Email, Id, Instant } from '../../domain/record.ts';
import { call } from '../../messages/contract.ts';

const pages = ['popup', 'dashboard'] as const;

/** All that one scan of a calendar page saw. */
export const CalendarSight = z.object({
  /** Source name: `google-calendar-page`, `outlook-calendar-page`. */
  source: z.string(),
  owner: z.nullable(Email),
  at: Instant,
  events: z.array(CalendarEvent),
  /** True when the page yields events that the reader cannot read. */
  unreadable: z.boolean(),
  disagreements: z.record(z.string(), z.number()),
});
export type CalendarSight = z.infer<typeof CalendarSight>;

/** How signing in ended; a failure is a code that the surface turns into a sentence and what to do. */
export type ConnectOutcome =
  | { done: true; account: string }
  | {
      done: false;
      code:
        | 'closed-by-person'
        | 'refused'
        | 'scope-missing'
        | 'not-configured'
        | 'offline'
        | 'no-answer'
        | 'server'
        | 'rate-limited'
        | 'failed';
    };

export const calendars = {
  /** Signs in with the provider's own page; with `account`, again to one that is known. */
  'account.connect': call(
    ['dashboard'],
    z.object({ provider: Provider, account: z.optional(Id) }),
  ).returns<ConnectOutcome>(),
  /** Revokes and forgets: tokens, cursors and calendars. Events and entries stay unless `events` is true. */
  'account.disconnect': call(['dashboard'], z.object({ account: Id, events: z.boolean() })).returns<{
    revoked: boolean;
  }>(),
  'calendar.choose': call(['dashboard'], z.object({ calendar: Id, chosen: z.boolean() })).returns<null>(),
  /** Asks for a run now; answers at once, and goes on in slices. */
  'calendar.sync': call(pages, z.object({ account: z.optional(Id) })).returns<null>(),
  /** A page script tells what its calendar page shows; acknowledged after the facts are stored. */
  'calendar.saw': call(['page'], CalendarSight).returns<null>(),
  /** Events read from an .ics file, in an extension page; `name` is the file's. Many come in several calls. */
  'calendar.import': call(
    ['dashboard'],
    z.object({ name: z.string().check(z.maxLength(300)), events: z.array(CalendarEvent), last: z.boolean() }),
  ).returns<{ added: number; changed: number; same: number }>(),
};
