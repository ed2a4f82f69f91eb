// In a delta answer an occurrence has only its id, series, start and end (microsoft-graph-docs issues 7632 and 1716): the
// rest stands at the series, which came along with it, earlier, or is asked for.
import * as z from 'zod/mini';
import { AccountProblem } from '../account.ts';
import type { AskGraph } from './client.ts';
import { masterFields, WireEvent } from './wire.ts';

export interface SeriesShelf {
  /** Occurrences completed from their series; of one whose series is gone, null. */
  complete(events: readonly WireEvent[]): Promise<(WireEvent | null)[]>;
}

/** Graph lets one mailbox be asked four things at a time (learn.microsoft.com/graph/throttling-limits, Outlook). */
const AT_ONCE = 4;

/** Keeps the series it has seen for as long as one session lives. */
export function keepSeries(ask: AskGraph): SeriesShelf {
  const known = new Map<string, WireEvent | null>();
  return {
    async complete(events) {
      for (const event of events) if (isMaster(event)) known.set(event.id, event);
      const missing = new Set(events.filter(isBare).map(({ seriesMasterId }) => seriesMasterId!));
      for (const id of known.keys()) missing.delete(id);
      const wanted = [...missing];
      for (let at = 0; at < wanted.length; at += AT_ONCE) {
        const some = wanted.slice(at, at + AT_ONCE);
        const found = await Promise.all(some.map((id) => readMaster(ask, id)));
        some.forEach((id, index) => void known.set(id, found[index] ?? null));
      }
      return events.map((event) => (isBare(event) ? fill(event, known.get(event.seriesMasterId!)) : event));
    },
  };
}

export const isMaster = ({ type }: WireEvent): boolean => type?.toLowerCase() === 'seriesmaster';

function isBare({ seriesMasterId, subject }: WireEvent): boolean {
  return Boolean(seriesMasterId) && subject === undefined;
}

/** What the occurrence says itself goes before what its series says. */
function fill(event: WireEvent, master: WireEvent | null | undefined): WireEvent | null {
  if (!master) return null;
  const own = Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined && value !== null));
  const { start: _start, end: _end, originalStart: _original, type: _type, ...shared } = master;
  return { ...shared, ...own, id: event.id };
}

async function readMaster(ask: AskGraph, id: string): Promise<WireEvent | null> {
  const path = `/me/events/${encodeURIComponent(id)}?$select=${masterFields.join(',')}`;
  const answer = await ask(path, 'events').catch((error: unknown) => {
    if (error instanceof AccountProblem && error.code === 'not-shared') return null;
    throw error;
  });
  const parsed = z.safeParse(WireEvent, answer);
  return parsed.success ? parsed.data : null;
}
