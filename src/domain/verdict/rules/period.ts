// What of time belongs to a relationship: from its start to its end, and which of it is the current term.
import { compareInstants } from '../../time/instants.ts';
import { dateOf, endOf, startOf } from '../../time/windows.ts';
import type { RelationshipView } from '../view.ts';

/** The last date of the relationship; undefined while it goes on, by agreement or because no end is set. */
export function lastDate({ relationship }: RelationshipView): string | undefined {
  return relationship.continues ? undefined : relationship.end;
}

const bounds = new WeakMap<RelationshipView, { from: string; to: string | undefined; term: string }>();

function boundsOf(view: RelationshipView) {
  const known = bounds.get(view);
  if (known) return known;
  const { zone, start, terms } = view.relationship;
  const today = dateOf(view.index.now, zone);
  const last = lastDate(view);
  const begun = (terms ?? []).filter((term) => term.start <= today).map((term) => term.start);
  const made = {
    from: startOf(start, zone),
    to: last === undefined ? undefined : endOf(last, zone),
    term: startOf(begun.sort().at(-1) ?? start, zone),
  };
  bounds.set(view, made);
  return made;
}

/** Whether an instant lies within the relationship. */
export function isWithin(view: RelationshipView, instant: string): boolean {
  const { from, to } = boundsOf(view);
  return compareInstants(instant, from) >= 0 && (to === undefined || compareInstants(instant, to) < 0);
}

/** Whether an instant lies in the current term, or, between terms, in or after the last one. */
export function isCurrent(view: RelationshipView, instant: string): boolean {
  return compareInstants(instant, boundsOf(view).term) >= 0;
}
