// What a handover sheet holds, from what the overview says is owed and what is booked; and the same as text for a mail.
import type { Away } from '../../domain/away/away.ts';
import { toldReturn } from '../../domain/away/done.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { readBookings } from '../../domain/meeting/booked.ts';
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import { startOf } from '../../domain/time/windows.ts';
import { findProgramme } from '../../programmes/index.ts';
import type { Overview, OverviewItem } from '../deadlines/overview.ts';

/** As a handover file has it; the two are checked against each other where the file is written. */
export interface Handover {
  writtenAt: string;
  away: { from: string; to: string; returns: string };
  mentor: Party;
  programme: { id: string; name: string };
  mentees: (Party & { threads: Waiting[]; meetings: Coming[] })[];
}

interface Party {
  name: string;
  emails: string[];
}

interface Waiting {
  since: string;
  due?: string;
}

interface Coming {
  start: string;
  minutes: number;
}

export interface HandoverFacts {
  small: Ledger;
  events: readonly CalendarEvent[];
  overview: Pick<Overview, 'items' | 'now' | 'zone'>;
}

/** Null where the relationship is gone. */
export function composeHandover(away: Away, id: string, facts: HandoverFacts): Handover | null {
  const { small, overview } = facts;
  const bond = small.relationships.find((each) => each.id === id);
  if (!bond) return null;
  const programme = findProgramme(small.programmes, bond.programme);
  const meetings = findComing(away, bond, facts);
  const waiting = overview.items.filter((item) => item.relationship === id && isWaiting(item));
  const partyOf = (person: string): Party => {
    const found = small.people.find((each) => each.id === person);
    return { name: found?.name ?? '', emails: found?.emails ?? [] };
  };
  return {
    writtenAt: overview.now,
    away: { from: away.from, to: away.plannedTo ?? away.to, returns: toldReturn(away) },
    mentor: partyOf(bond.me),
    programme: { id: bond.programme, name: programme?.short ?? bond.programme },
    mentees: bond.mentees
      .filter((mentee) => mentee !== bond.me)
      .map((mentee) => ({
        ...partyOf(mentee),
        threads: waiting
          .filter(({ menteeId }) => menteeId === mentee)
          .flatMap(waitOf)
          .toSorted(bySince),
        meetings: meetings
          .filter(({ people }) => people.includes(mentee))
          .map(({ start, minutes }) => ({ start, minutes })),
      })),
  };
}

function findComing(away: Away, bond: Ledger['relationships'][number], { small, events, overview }: HandoverFacts) {
  const returned = startOf(toldReturn(away), bond.zone);
  return readBookings(small, events, bond.id, overview.now).filter(
    ({ start }) => start.includes('T') && compareInstants(start, returned) < 0,
  );
}

const isWaiting = ({ rule, mark }: OverviewItem): boolean =>
  (rule === 'reply-email' || rule === 'reply-text' || rule === 'turn') &&
  (mark.state === 'late' || mark.state === 'open' || mark.state === 'your-turn');

function waitOf({ mark }: OverviewItem): Waiting[] {
  return mark.since === undefined ? [] : [{ since: mark.since, ...(mark.due !== undefined && { due: mark.due }) }];
}

const bySince = (a: Waiting, b: Waiting): number => compareInstants(a.since, b.since);
