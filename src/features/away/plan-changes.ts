// What saving, telling and coming back change. Each takes what is stored and says what to put; doing it again changes
// nothing.
import type { Away, AwayPlanned, Notice } from '../../domain/away/away.ts';
import { findTold, hasMessage, toldReturn } from '../../domain/away/done.ts';
import { type AwayProblem, findAwayProblem } from '../../domain/away/plan.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import { compareDates, dateOf, startOf } from '../../domain/time/windows.ts';

interface Moment {
  now: string;
  /** The mentor's. */
  zone: string;
}

/** Only a new absence has to lie ahead: of one that is stored the past may still be put right. */
export function findSaveProblem(
  planned: AwayPlanned,
  stored: Away | undefined,
  { now, zone }: Moment,
): AwayProblem | null {
  const problem = findAwayProblem(planned, dateOf(now, zone));
  return problem === 'over' && stored ? null : problem;
}

/** Keeps what was done; one that is made longer while it runs remembers how it stood. */
export function planSave(planned: AwayPlanned, stored: Away | undefined, { now, zone }: Moment): Away {
  if (!stored) return { ...planned, plannedAt: now };
  const { autoMessage, replies, replyOffAt, plannedAt, cover, extensions, meetingsSeenTo } = stored;
  const isLonger = compareDates(planned.to, stored.to) > 0;
  const runs = compareInstants(now, startOf(stored.from, zone)) >= 0;
  const longer = isLonger && runs ? [extensionOf(stored, now)] : [];
  const kept = [...(extensions ?? []), ...longer];
  return {
    ...planned,
    ...(autoMessage && { autoMessage }),
    ...(replies && { replies }),
    ...(replyOffAt && !isLonger && { replyOffAt }),
    ...(plannedAt && { plannedAt }),
    ...(cover && { cover }),
    ...(meetingsSeenTo && { meetingsSeenTo }),
    ...(kept.length > 0 && { extensions: kept }),
    ...(!isLonger && stored.plannedTo && { plannedTo: stored.plannedTo }),
    ...(!isLonger && stored.plannedReturns && { plannedReturns: stored.plannedReturns }),
  };
}

function extensionOf({ to, returns, plannedTo, plannedReturns, autoMessage }: Away, at: string) {
  return { at, to: plannedTo ?? to, returns: plannedReturns ?? returns, ...(autoMessage && { autoMessage }) };
}

/** Notices for those who were not told yet. `message` is where they were told, when it was seen. */
export function planTold(
  away: Away,
  notices: readonly Notice[],
  people: readonly string[],
  at: string,
  message?: string,
): Notice[] {
  const told = findTold(away, notices);
  const returns = toldReturn(away);
  return [...new Set(people)]
    .filter((person) => !told.has(person))
    .map((to) => ({ id: `${away.id} ${to} ${returns}`, away: away.id, to, at, returns, ...(message && { message }) }));
}

/** A text that says the same as before, in other words, was set when the first was. */
export function planMessage(away: Away, text: string, at: string): Away {
  const since = hasMessage(away) ? away.autoMessage!.at : at;
  return { ...away, autoMessage: { text, at: since } };
}

export type BackProblem = 'before-it-began' | 'after-the-return' | 'still-to-come';

export function findBackProblem(away: Away, on: string, { now, zone }: Moment): BackProblem | null {
  if (compareDates(on, away.from) <= 0) return 'before-it-began';
  if (compareDates(on, away.returns) > 0) return 'after-the-return';
  return compareDates(on, dateOf(now, zone)) > 0 ? 'still-to-come' : null;
}

/** The absence ends on the day before; what was planned stays known, because that is what people were told. */
export function planBack(away: Away, on: string): Away {
  if (compareDates(on, away.returns) >= 0) return away;
  const { untilNoon: _, ...rest } = away;
  const to = Temporal.PlainDate.from(on).subtract({ days: 1 }).toString();
  const last = compareDates(to, away.to) < 0 ? { to } : {};
  return {
    ...rest,
    ...last,
    returns: on,
    plannedTo: away.plannedTo ?? away.to,
    plannedReturns: away.plannedReturns ?? away.returns,
  };
}
