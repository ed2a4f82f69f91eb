// Homework follows from the entries: each sets its own, and closes or carries on what earlier ones set (PROGRAMMES M11).
import type { Homework } from '../../domain/goal/goal.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Change } from '../../ledger/ledger.ts';

/** `homework <meeting> <index>`. */
const composeId = (meeting: string, index: number) => `homework ${meeting} ${index}`;

export const isOpen = ({ done, dropped }: Homework): boolean => !done && !dropped;

/** Whose it is: a mentee's own, else that of those who came to the entry it was set in. */
function isTheirs(homework: Homework, setIn: Meeting | undefined, attendees: readonly string[]): boolean {
  if (homework.mentee !== undefined) return attendees.includes(homework.mentee);
  return !setIn || setIn.attendees.some((person) => attendees.includes(person));
}

/** Still to do for those who came, set in earlier entries of the relationship than this one; oldest first. */
export function findOpenHomework(
  homework: readonly Homework[],
  meetings: readonly Meeting[],
  entry: Pick<Meeting, 'id' | 'relationship' | 'start' | 'attendees'>,
): Homework[] {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const setAt = ({ meeting }: Homework) => byId.get(meeting)?.start ?? '';
  const isHere = (each: Homework) => each.closedIn === entry.id;
  return homework
    .filter((each) => each.relationship === entry.relationship && each.meeting !== entry.id)
    .filter((each) => isTheirs(each, byId.get(each.meeting), entry.attendees))
    .filter((each) => (isOpen(each) || isHere(each)) && setAt(each) <= entry.start)
    .sort((a, b) => (setAt(a) < setAt(b) ? -1 : setAt(a) > setAt(b) ? 1 : 0));
}

/**
 * What becomes of homework when an entry changes from what it was to what it is; null stands for no entry. `known` is all
 * homework of the relationship, `others` its other entries: what one of them closed stays closed.
 */
export function planHomework(
  from: Meeting | null,
  to: Meeting | null,
  known: readonly Homework[],
  others: readonly Meeting[],
): Change[] {
  const id = (to ?? from)!.id;
  const own = known.filter(({ meeting }) => meeting === id);
  return [...planOwn(to, own, others), ...planGone(to, own), ...planReviewed(id, to, known)];
}

/** Each text keeps the record it has; a new one takes the first free number. */
function planOwn(to: Meeting | null, own: readonly Homework[], others: readonly Meeting[]): Change[] {
  if (!to) return [];
  return match(to, own).map(({ id, text, kept }) => {
    const fresh = { id, relationship: to.relationship, meeting: to.id, text, done: false };
    return {
      list: 'homework',
      put: kept ? { ...kept, relationship: to.relationship } : closeAsReviewed(fresh, others),
    };
  });
}

function planGone(to: Meeting | null, own: readonly Homework[]): Change[] {
  const stay = new Set(to ? match(to, own).map(({ id }) => id) : []);
  return own.filter(({ id }) => !stay.has(id)).map(({ id }) => ({ list: 'homework', remove: id }));
}

function match(to: Meeting, own: readonly Homework[]): { id: string; text: string; kept?: Homework }[] {
  const left = [...own];
  const taken = to.homework.map((text) => {
    const at = left.findIndex((each) => each.text === text);
    return { text, kept: at < 0 ? undefined : left.splice(at, 1)[0] };
  });
  const used = new Set(taken.map(({ kept }) => kept?.id));
  let index = 0;
  const nextFree = () => {
    while (used.has(composeId(to.id, index))) index += 1;
    index += 1;
    return composeId(to.id, index - 1);
  };
  return taken.map(({ text, kept }) => (kept ? { id: kept.id, text, kept } : { id: nextFree(), text }));
}

/** An entry that comes back finds its homework closed where a later one closed it. */
function closeAsReviewed(homework: Homework, others: readonly Meeting[]): Homework {
  for (const other of others) {
    const said = other.reviewed?.find((each) => each.homework === homework.id);
    if (said) return review(homework, said.outcome, other);
  }
  return homework;
}

function planReviewed(id: string, to: Meeting | null, known: readonly Homework[]): Change[] {
  const outcomes = new Map((to?.reviewed ?? []).map(({ homework, outcome }) => [homework, outcome]));
  return known
    .filter((each) => each.meeting !== id && (outcomes.has(each.id) || each.closedIn === id))
    .map((each) => ({ list: 'homework', put: to ? review(each, outcomes.get(each.id), to) : reopen(each) }));
}

function review(homework: Homework, outcome: 'done' | 'carried' | 'dropped' | undefined, entry: Meeting): Homework {
  const open = reopen(homework);
  if (outcome === undefined || outcome === 'carried') return open;
  const closed = { ...open, closedIn: entry.id, closedAt: entry.start };
  return outcome === 'done' ? { ...closed, done: true } : { ...closed, dropped: true };
}

function reopen(homework: Homework): Homework {
  const { closedIn: _in, closedAt: _at, dropped: _dropped, ...rest } = homework;
  return { ...rest, done: false };
}
