// What of an absence was done: a message that names the return, people who were told of it.
import { compareInstants } from '../time/instants.ts';
import { compareDates } from '../time/windows.ts';
import type { Away, Notice } from './away.ts';
import { namesDate } from './names-date.ts';

/** The return that people were to be told: the planned one, where the mentor came back earlier. */
export const toldReturn = ({ returns, plannedReturns }: Away): string => plannedReturns ?? returns;

/** Whether the automatic message says when the mentor is back; another is not the one a programme asks for. */
export function hasMessage(away: Away): boolean {
  return away.autoMessage !== undefined && namesDate(away.autoMessage.text, toldReturn(away));
}

/** Each person's first notice of this absence. Whoever was told of an earlier return was not told of this one. */
export function findTold(away: Away, notices: readonly Notice[]): Map<string, Notice> {
  const told = new Map<string, Notice>();
  for (const notice of notices) {
    if (notice.away !== away.id) continue;
    if (notice.returns !== undefined && compareDates(notice.returns, toldReturn(away)) < 0) continue;
    const known = told.get(notice.to);
    if (!known || compareInstants(notice.at, known.at) < 0) told.set(notice.to, notice);
  }
  return told;
}
