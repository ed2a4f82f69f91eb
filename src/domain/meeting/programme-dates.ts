// The dates of a programme as one relationship has them: what the pack says and what was typed, each with where it
// stands, and the calendar events in which it may be recognised (PROGRAMMES P11, E1, E2, E4, E5).
import { findProgramme } from '../../programmes/index.ts';
import type { Ledger } from '../ledger.ts';
import type { Relationship } from '../people/relationship.ts';
import type { Clause, EventSpec, Programme, RuleId } from '../programme/programme.ts';
import { compareInstants } from '../time/instants.ts';
import { compareDates, dateOf, endOf, startOf } from '../time/windows.ts';
import type { Window } from '../verdict/verdict.ts';
import { type Dated, datesOf, recordDate } from './date-windows.ts';
import type { CalendarEvent, ProgrammeEvent } from './meeting.ts';
import { isCalledOff } from './suggesting/eligible.ts';
import { isMentoring, namesDate } from './suggesting/programme-date.ts';

/** `coming`: its window has not begun. `missed`: it ended unticked; of what is not mandatory that is for information. */
export type DateState = 'done' | 'coming' | 'open' | 'missed' | 'no-date';

export interface ProgrammeDate {
  relationship: string;
  /** The event's id in the pack, or the id that a typed one has of its own. */
  event: string;
  name: string;
  kind?: EventSpec['kind'];
  /** The rule that speaks of it and its clause; absent of what was typed. */
  rule?: RuleId;
  clause?: Clause;
  mandatory: boolean;
  /** Person id, where it is one mentee's own. */
  mentee?: string;
  /** Dates in the relationship's zone; absent where none is known. */
  window?: Window;
  state: DateState;
  /** What was typed or ticked of it. */
  record?: ProgrammeEvent;
  /** Events of the calendar that seem to be it, where nothing was typed yet. */
  recognised: CalendarEvent[];
}

/** How far ahead dates are listed. */
const AHEAD = { months: 12 };

/** In order of their dates, those without one last. What is mentoring itself is listed only once typed. */
export function programmeDates(
  ledger: Pick<Ledger, 'relationships' | 'programmes' | 'programmeEvents'>,
  relationship: string,
  now: string,
  events: readonly CalendarEvent[] = [],
): ProgrammeDate[] {
  const found = ledger.relationships.find(({ id }) => id === relationship);
  const programme = found && findProgramme(ledger.programmes, found.programme);
  if (!found || !programme) return [];
  const records = ledger.programmeEvents.filter((each) => each.relationship === relationship);
  const setting = { relationship: found, programme, now, today: dateOf(now, found.zone) };
  const ofPack = programme.events.flatMap((spec) => {
    const own = records.filter(({ event }) => event === spec.id);
    return isMentoring(spec, programme) && own.length === 0 ? [] : listSpec(setting, spec, own);
  });
  const known = new Set(programme.events.map(({ id }) => id));
  const typed = records.filter(({ event }) => !known.has(event)).map((record) => listTyped(setting, record));
  const linked = new Set(records.flatMap(({ calendarEvent }) => calendarEvent ?? []));
  const free = events.filter((event) => !linked.has(event.id) && isOn(event));
  const listed = [...ofPack, ...typed].sort(inOrder);
  return listed.map((date) => ({ ...date, recognised: recognise(setting, date, free) }));
}

interface Setting {
  relationship: Relationship;
  programme: Programme;
  now: string;
  today: string;
}

function listSpec(setting: Setting, spec: EventSpec, records: readonly ProgrammeEvent[]): ProgrammeDate[] {
  const { relationship, programme, today } = setting;
  const rule = programme.rules.find(({ events }) => events?.includes(spec.id));
  const until = Temporal.PlainDate.from(today).add(AHEAD).toString();
  const mentees = relationship.mentees.filter((id) => id !== relationship.me || relationship.role === 'mentee');
  const each = records.some(({ mentee }) => mentee !== undefined) ? mentees : [undefined];
  return each.flatMap((mentee) => {
    const about = records.filter((record) => record.mentee === undefined || record.mentee === mentee);
    return datesOf(spec, relationship, programme, about, until).map((dated) => ({
      relationship: relationship.id,
      event: spec.id,
      name: spec.name,
      kind: spec.kind,
      ...(rule && { rule: rule.rule, clause: rule.clause }),
      mandatory: spec.mandatory,
      ...(mentee && { mentee }),
      ...(dated.window && { window: dated.window }),
      state: stateOf(setting, dated),
      ...(dated.record && { record: dated.record }),
      recognised: [],
    }));
  });
}

function listTyped(setting: Setting, record: ProgrammeEvent): ProgrammeDate {
  const date = recordDate(record, setting.relationship);
  const window = { from: date, to: date };
  const { relationship, event, name = '', mentee } = record;
  return {
    relationship,
    event,
    name,
    mandatory: false,
    ...(mentee && { mentee }),
    window,
    state: stateOf(setting, { window, record }),
    record,
    recognised: [],
  };
}

function stateOf({ today }: Setting, { window, record }: Pick<Dated, 'window' | 'record'>): DateState {
  if (record?.done) return 'done';
  if (!window) return 'no-date';
  if (today < window.from) return 'coming';
  return today <= window.to ? 'open' : 'missed';
}

function inOrder(a: ProgrammeDate, b: ProgrammeDate): number {
  const [first, second] = [a.window?.to ?? '9999', b.window?.to ?? '9999'];
  return compareDates(first, second) || compareDates(a.name, b.name);
}

function isOn(event: CalendarEvent): boolean {
  return event.status !== 'cancelled' && event.myResponse !== 'declined' && !isCalledOff(event.title);
}

/** Of the pack's dates that nobody typed: within a month of what the pack says, or at any time where it says nothing. */
function recognise(
  { programme, relationship }: Setting,
  date: ProgrammeDate,
  events: readonly CalendarEvent[],
): CalendarEvent[] {
  const { event: id, record, window } = date;
  const spec = programme.events.find((each) => each.id === id);
  if (!spec || record) return [];
  const near = (at: string, months: number) => Temporal.PlainDate.from(at).add({ months }).toString();
  const from = startOf(near(window?.from ?? relationship.start, window ? -1 : 0), relationship.zone);
  const to = window && endOf(near(window.to, 1), relationship.zone);
  const isNear = ({ start }: CalendarEvent) => {
    const instant = start.includes('T') ? start : startOf(start, relationship.zone);
    return compareInstants(instant, from) >= 0 && (to === undefined || compareInstants(instant, to) < 0);
  };
  return events.filter((event) => namesDate(event.title, spec, programme) && isNear(event));
}
