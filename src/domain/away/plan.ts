// What an absence means before it begins: which rules it sets off and why, what falls inside, and what is left to do.
import { findProgramme } from '../../programmes/index.ts';
import type { Ledger } from '../ledger.ts';
import { type Booked, readBookings } from '../meeting/booked.ts';
import type { CalendarEvent } from '../meeting/meeting.ts';
import { type ProgrammeDate, programmeDates } from '../meeting/programme-dates.ts';
import type { Relationship } from '../people/relationship.ts';
import type { Programme, Rule, RuleId } from '../programme/programme.ts';
import { compareInstants } from '../time/instants.ts';
import { compareDates, endOf, startOf } from '../time/windows.ts';
import type { Away, AwayPlanned } from './away.ts';
import { type Stretch, stretchOf } from './days.ts';
import { findTold, hasMessage } from './done.ts';
import { findTrigger, type Trigger } from './triggers.ts';

export const awayRules = ['away-message', 'away-tell-co-mentor', 'away-tell-mentees'] as const satisfies RuleId[];
export type AwayRule = (typeof awayRules)[number];

export interface Fired {
  relationship: string;
  programme: string;
  rule: Rule & { rule: AwayRule };
  trigger: Trigger;
}

/** One thing to do before leaving. `need` is the programme's strength; `advice` is nobody's rule. */
export interface Task {
  id: string;
  kind: 'auto-message' | 'tell-co-mentor' | 'tell-mentees' | 'move-meeting';
  need: Rule['strength'] | 'advice';
  relationship: string;
  /** Whom to tell. */
  people: string[];
  /** The meeting that falls inside. */
  meeting?: Booked;
  /** Those of `people` who were told, or the message that was set. */
  done: boolean;
  told: string[];
}

export interface AwayPlan {
  away: Away;
  stretch: Stretch;
  fired: Fired[];
  /** Meetings booked inside. */
  meetings: { relationship: string; meeting: Booked }[];
  /** Dates of the programme that end inside: check-ins, evaluations. */
  dates: ProgrammeDate[];
  tasks: Task[];
}

export type AwayProblem =
  | 'not-a-date'
  | 'ends-before-start'
  | 'returns-before-end'
  | 'over'
  | 'longer-than-a-year'
  | 'nobody';

/** Why an absence can't be planned like this; null when it can. `today` is a date in the mentor's zone. */
export function findAwayProblem(away: AwayPlanned, today: string): AwayProblem | null {
  if (![away.from, away.to, away.returns].every(isDate)) return 'not-a-date';
  if (compareDates(away.to, away.from) < 0) return 'ends-before-start';
  if (compareDates(away.returns, away.to) < (away.untilNoon ? 0 : 1)) return 'returns-before-end';
  if (compareDates(away.to, today) < 0) return 'over';
  if (compareDates(away.to, Temporal.PlainDate.from(away.from).add({ years: 1 }).toString()) > 0)
    return 'longer-than-a-year';
  return away.relationships.length === 0 ? 'nobody' : null;
}

/** The form alone lets 31 February through. */
function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/**
 * @param ledger with or without this absence in it
 * @param events calendar events, those inside the absence among them
 */
export function planAway(ledger: Ledger, events: readonly CalendarEvent[], away: Away, now: string): AwayPlan {
  const others = ledger.away.filter(({ id }) => id !== away.id);
  const stretchIn = ({ id, zone }: Relationship) =>
    stretchOf(
      away,
      others.filter(({ relationships }) => relationships.includes(id)),
      zone,
    );
  const bonds = ledger.relationships.filter(({ id }) => away.relationships.includes(id));
  const fired = bonds.flatMap((bond) => firedBy(ledger, bond, stretchIn(bond), away));
  const meetings = bonds.flatMap((bond) =>
    readBookings(ledger, events, bond.id, now)
      .filter((meeting) => isInside(meeting.start, away, bond.zone))
      .map((meeting) => ({ relationship: bond.id, meeting })),
  );
  return {
    away,
    stretch: bonds[0] ? stretchIn(bonds[0]) : { from: away.from, to: away.to, parts: [away], days: 0 },
    fired,
    meetings,
    dates: bonds.flatMap((bond) => programmeDates(ledger, bond.id, now).filter((date) => endsInside(date, away))),
    tasks: [...tasksOf(ledger, away, bonds, fired), ...meetings.map((each) => moveTask(away, each))],
  };
}

function firedBy(ledger: Ledger, bond: Relationship, stretch: Stretch, away: Away): Fired[] {
  const programme = findProgramme(ledger.programmes, bond.programme);
  if (!programme || bond.role !== 'mentor') return [];
  return programme.rules.flatMap((rule) => {
    if (!isAwayRule(rule) || (rule.rule === 'away-tell-co-mentor' && coMentorsOf(bond).length === 0)) return [];
    const trigger = findTrigger(rule, programme, stretch, away);
    return trigger ? [{ relationship: bond.id, programme: nameOf(programme), rule, trigger }] : [];
  });
}

const nameOf = (programme: Programme) => programme.short;

function isAwayRule(rule: Rule): rule is Rule & { rule: AwayRule } {
  return awayRules.some((id) => id === rule.rule);
}

const coMentorsOf = ({ mentors, me }: Relationship) => mentors.filter((mentor) => mentor !== me);

export function isInside(instant: string, away: Away, zone: string): boolean {
  return compareInstants(instant, startOf(away.from, zone)) >= 0 && compareInstants(instant, endOf(away.to, zone)) < 0;
}

function endsInside({ state, window }: ProgrammeDate, away: Away): boolean {
  if (!window || (state !== 'open' && state !== 'coming')) return false;
  return compareDates(window.to, away.from) >= 0 && compareDates(window.to, away.to) <= 0;
}

/** One automatic message serves every programme that wants one, and may be set where none does; people are told per relationship. */
function tasksOf(ledger: Ledger, away: Away, bonds: readonly Relationship[], fired: readonly Fired[]): Task[] {
  const told = findTold(away, ledger.notices);
  const tasks: Task[] = [messageTask(away, bonds, fired)];
  for (const { relationship, rule } of fired) {
    const bond = bonds.find(({ id }) => id === relationship);
    if (!bond || rule.rule === 'away-message') continue;
    const kind = rule.rule === 'away-tell-co-mentor' ? 'tell-co-mentor' : 'tell-mentees';
    const people = kind === 'tell-co-mentor' ? coMentorsOf(bond) : bond.mentees.filter((mentee) => mentee !== bond.me);
    const known = people.filter((person) => told.has(person));
    const done = known.length === people.length;
    tasks.push({ id: `${kind} ${relationship}`, kind, need: rule.strength, relationship, people, done, told: known });
  }
  return tasks;
}

function messageTask(away: Away, bonds: readonly Relationship[], fired: readonly Fired[]): Task {
  const asked = fired.find(({ rule }) => rule.rule === 'away-message');
  const relationship = asked?.relationship ?? bonds[0]?.id ?? '';
  const base = { id: 'auto-message', kind: 'auto-message' as const, relationship, people: [], told: [] };
  return { ...base, need: asked?.rule.strength ?? 'advice', done: hasMessage(away) };
}

function moveTask(away: Away, { relationship, meeting }: { relationship: string; meeting: Booked }): Task {
  const people = meeting.people;
  const id = `move-meeting ${meeting.meeting}`;
  const done = away.meetingsSeenTo?.includes(meeting.meeting) ?? false;
  return { id, kind: 'move-meeting', need: 'advice', relationship, people, meeting, done, told: [] };
}
