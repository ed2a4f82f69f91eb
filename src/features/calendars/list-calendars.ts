// The calendars of an account as the provider lists them, with what is known of them already.
import type { ListedCalendar } from '../../accounts/account.ts';
import type { Account, Calendar } from '../../domain/meeting/calendar.ts';

/** At first the owner's own calendar is read and no other: whatever else is shown is for the owner to choose. */
export function planCalendars(
  account: Account,
  listed: readonly ListedCalendar[],
  known: readonly Calendar[],
): Calendar[] {
  const first = listed.find((each) => each.primary) ?? listed[0];
  return listed.map((each) => {
    const id = `${account.id} ${each.calendar}`;
    const before = known.find((calendar) => calendar.id === id);
    return {
      ...(before ?? { id, account: account.id, provider: account.provider, chosen: each === first }),
      calendar: each.calendar,
      name: each.name,
      ...(each.primary && { primary: true }),
    };
  });
}
