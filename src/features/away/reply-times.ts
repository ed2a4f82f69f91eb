// From when to when an automatic reply runs: from the first moment away to the first moment back, in the mentor's zone.
import type { Away } from '../../domain/away/away.ts';
import { toldReturn } from '../../domain/away/done.ts';
import { startOf } from '../../domain/time/windows.ts';

export function scheduleOf(away: Away, zone: string): { from: string; to: string } {
  const returns = toldReturn(away);
  const isBackAtNoon = away.untilNoon && returns === away.to;
  return {
    from: away.fromNoon ? noonOf(away.from, zone) : startOf(away.from, zone),
    to: isBackAtNoon ? noonOf(returns, zone) : startOf(returns, zone),
  };
}

const noonOf = (date: string, zone: string): string =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant().toString();
