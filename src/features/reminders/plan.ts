// What to remind of now, what to note as said, and when to look again. Each deadline is announced at most once before it
// comes and once when it has passed; a reminder put off is said once more, when the mentor asked for it.
import type { Settings } from '../../domain/settings.ts';
import type { Reminder } from '../../domain/thread/reminder.ts';
import { addHours, addMinutes, compareInstants, earliest, latest } from '../../domain/time/instants.ts';
import { makeSpeakingHours, type SpeakingHours } from './speaking-hours.ts';

/** Something the mentor owes. `key` is its verdict's. */
export interface Owed {
  key: string;
  /** Instant by which it is to be settled. */
  due: string;
}

/** `warn`: before it is due. `due`: it is late. `again`: it was put off until now. */
export interface Told {
  key: string;
  kind: 'warn' | 'due' | 'again';
}

export interface ReminderPlan {
  tell: Told[];
  /** What to store, before anything is shown. */
  puts: Reminder[];
  /** Instant at which to plan again, if nothing changes before. */
  next?: string;
}

export interface ReminderSituation {
  owed: readonly Owed[];
  reminders: readonly Reminder[];
  settings: Settings;
  now: string;
}

/** Warnings due within so many minutes are said with what is said now, so that they come as one. */
const TOGETHER = 15;
/** A warning that has to come early leaves this much of the speaking hours to act in. */
const ROOM_HOURS = 1;

interface Due extends Told {
  at: string;
}

export function planReminders({ owed, reminders, settings, now }: ReminderSituation): ReminderPlan {
  if (!settings.notify) return { tell: [], puts: [] };
  const marks = new Map(reminders.map((reminder) => [reminder.id, reminder]));
  const planner = makePlanner(settings, now);
  const coming = owed.flatMap((each) => planner(each, marks.get(each.key)) ?? []);
  const spoken = coming.filter((due) => compareInstants(due.at, now) <= 0);
  const soon = coming.filter((due) => due.kind === 'warn' && isSoon(due.at, now));
  const tell = spoken.length > 0 ? [...spoken, ...soon] : [];
  const puts = tell.map((told) => note(marks.get(told.key), told, now));
  for (const put of puts) marks.set(put.id, put);
  const next = earliest(owed.map((each) => planner(each, marks.get(each.key))?.at));
  return { tell: tell.map(({ key, kind }) => ({ key, kind })), puts, ...(next && { next }) };
}

function isSoon(at: string, now: string): boolean {
  return compareInstants(at, now) > 0 && compareInstants(at, addMinutes(now, TOGETHER)) <= 0;
}

/** When and as what one thing is to be said next, if at all. */
function makePlanner(settings: Settings, now: string) {
  const clockwork = { hours: makeSpeakingHours(settings), now, warnHours: settings.warnHoursBefore };
  return ({ key, due }: Owed, reminder: Reminder | undefined): Due | undefined => {
    const wanted = wantedAt(due, reminder, clockwork);
    const at = wanted && clockwork.hours.next(latest([wanted, settings.snoozedUntil, now])!);
    if (!at) return undefined;
    if (compareInstants(due, at) <= 0) return { key, at, kind: 'due' };
    return { key, at, kind: isWarning(due, at, reminder, clockwork) ? 'warn' : 'again' };
  };
}

/** What was put off beyond the moment of its warning is said once, for both. */
function isWarning(due: string, at: string, reminder: Reminder | undefined, clockwork: Clockwork): boolean {
  if (!reminder?.snoozedUntil) return true;
  return !reminder.warnedAt && clockwork.warnHours > 0 && compareInstants(warnAt(due, clockwork), at) <= 0;
}

interface Clockwork {
  hours: SpeakingHours;
  now: string;
  warnHours: number;
}

function wantedAt(due: string, reminder: Reminder | undefined, clockwork: Clockwork): string | undefined {
  if (reminder?.snoozedUntil) return reminder.snoozedUntil;
  const isAhead = compareInstants(clockwork.now, due) < 0;
  if (isAhead && !reminder?.warnedAt && clockwork.warnHours > 0) return warnAt(due, clockwork);
  return reminder?.dueToldAt ? undefined : due;
}

/** So many hours before; where that falls in silence, when the silence ends if there is time then, else before it begins. */
function warnAt(due: string, { hours, warnHours }: Clockwork): string {
  const wanted = addHours(due, -warnHours);
  const next = hours.next(wanted);
  if (next && compareInstants(next, addHours(due, -Math.min(ROOM_HOURS, warnHours))) <= 0) return next;
  const last = hours.lastBefore(wanted);
  return last ? latest([last.from, addHours(last.to, -ROOM_HOURS)])! : wanted;
}

/** The reminder as it stands once this was said. */
function note(reminder: Reminder | undefined, told: Told, now: string): Reminder {
  const { snoozedUntil: _past, ...marks } = reminder ?? { id: told.key };
  if (told.kind === 'due') return { ...marks, dueToldAt: now };
  if (told.kind === 'warn') return { ...marks, warnedAt: now };
  return marks;
}
