import * as z from 'zod/mini';
import { Id, Zone } from './record.ts';

const Client = z.string().check(z.minLength(1), z.maxLength(300));
const Clock = z.string().check(z.regex(/^\d\d:\d\d$/));

/** How this mentor wants to be reminded. None of it decides a verdict. One record, id `settings`. */
export const Settings = z.object({
  id: z.literal('settings'),
  zone: Zone,
  /** Hours before a deadline at which it is announced once. */
  warnHoursBefore: z.number().check(z.gte(0), z.lte(240)),
  notify: z.boolean(),
  /** Local times between which nothing is announced; what falls due then is said when they end. */
  quiet: z.optional(z.object({ from: Clock, to: Clock })),
  /** The mentor's own working hours, ISO weekdays 1 to 7; they plan reminders only. */
  working: z.optional(z.object({ days: z.array(z.number().check(z.gte(1), z.lte(7))), from: Clock, to: Clock })),
  /** Outlook's date order, when the mentor set it rather than leaving it to be inferred. */
  dateOrder: z.optional(z.enum(['day-first', 'month-first', 'year-first'])),
  /** True once the first run was finished or skipped. */
  welcomed: z.boolean(),
  /** Everything is put off until then ("snooze all"). */
  snoozedUntil: z.optional(z.string()),
  /**
   * What was decided about a mentee's closing words ("thanks"): they are answered `always`; or `never`, and their other
   * short notes that ask nothing are not either. Without an entry each message is judged.
   */
  closings: z.optional(z.array(z.object({ person: Id, answer: z.enum(['always', 'never']) }))),
  /** The institution's own clients for signing in, in the place of those that were built in. */
  clients: z.optional(
    z.object({
      google: z.optional(z.object({ id: Client, secret: z.optional(Client) })),
      microsoft: z.optional(z.object({ id: Client, tenant: z.optional(Client) })),
    }),
  ),
});
export type Settings = z.infer<typeof Settings>;

/** What holds until the mentor says otherwise. */
export function defaultSettings(zone: string): Settings {
  return {
    id: 'settings',
    zone,
    warnHoursBefore: 6,
    notify: true,
    quiet: { from: '21:00', to: '08:00' },
    welcomed: false,
  };
}
