// What is due inside an absence, of what the Monday view lists.
import type { Away } from '../../domain/away/away.ts';
import { isInside } from '../../domain/away/plan.ts';
import type { Overview, OverviewItem } from '../deadlines/overview.ts';

/** Answers owed and months that run out while away, in order. Dates of the programme stand in the plan. */
export function findDueInside(away: Away, { items, zone }: Pick<Overview, 'items' | 'zone'>): OverviewItem[] {
  return items.filter(
    ({ rule, mark, relationship }) =>
      (rule === 'reply-email' || rule === 'reply-text' || rule === 'monthly-contact') &&
      mark.state === 'open' &&
      mark.due !== undefined &&
      away.relationships.includes(relationship) &&
      isInside(mark.due, away, zone),
  );
}
