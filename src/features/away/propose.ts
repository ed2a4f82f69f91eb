// Absences that the calendar knows of already: out-of-office events, and all-day events that the mentor says are one.
import type { Away, AwayPlanned } from '../../domain/away/away.ts';
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import { compareDates, dateOf } from '../../domain/time/windows.ts';

export interface Proposal {
  /** Id of the event, the first where several hang together. */
  event: string;
  title: string;
  from: string;
  to: string;
  returns: string;
  fromNoon?: true;
  untilNoon?: true;
  /** True for an all-day event that nothing says is an absence but its owner. */
  asks: boolean;
}

interface Setting {
  today: string;
  zone: string;
  /** ISO weekdays on which the mentor works, where they set them. */
  working?: readonly number[] | undefined;
}

/** So many all-day events are offered; whoever has more types the dates. */
const MOST = 12;
const NOON = 12;

/** In order; without those that a planned absence holds already. */
export function findProposals(
  events: readonly CalendarEvent[],
  absences: readonly Away[],
  setting: Setting,
): Proposal[] {
  const spans = events.filter(isOn).flatMap((event) => readSpan(event, setting));
  const ahead = spans.filter(({ to }) => compareDates(to, setting.today) >= 0);
  const inOrder = ahead.toSorted((a, b) => compareDates(a.from, b.from));
  const known = inOrder.filter((span) => !absences.some((away) => isHeld(span, away)));
  const office = join(known.filter(({ asks }) => !asks));
  const others = known.filter((span) => span.asks && !office.some((one) => isHeld(span, one)));
  return [...office, ...others.slice(0, MOST)].map((span) => ({ ...span, returns: proposeReturn(span, setting) }));
}

type Span = Omit<Proposal, 'returns'>;

const isOn = ({ status, myResponse }: CalendarEvent) => status !== 'cancelled' && myResponse !== 'declined';

const isHeld = (span: { from: string; to: string }, holder: { from: string; to: string }) =>
  compareDates(holder.from, span.from) <= 0 && compareDates(span.to, holder.to) <= 0;

const shift = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString();

/** Whole days, and half ones at either end; an absence of hours within one day is none. */
function readSpan(event: CalendarEvent, { zone }: Setting): Span[] {
  const { id, title, allDay, start, end, kind } = event;
  if (kind !== 'out-of-office' && !(allDay && kind === 'default')) return [];
  const asks = kind !== 'out-of-office';
  if (allDay) return [{ event: id, title, from: start.slice(0, 10), to: shift(end.slice(0, 10), -1), asks }];
  const [first, last] = [start, end].map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone));
  const isMidnight = last!.hour === 0 && last!.minute === 0;
  const from = dateOf(start, zone);
  const to = isMidnight ? shift(dateOf(end, zone), -1) : dateOf(end, zone);
  const fromNoon = first!.hour >= NOON;
  const untilNoon = !isMidnight && last!.hour <= NOON;
  const halves = (fromNoon ? 1 : 0) + (untilNoon ? 1 : 0);
  const isLong = compareDates(shift(from, halves), to) <= 0 && first!.until(last!, { largestUnit: 'hours' }).hours >= 8;
  if (!isLong) return [];
  return [{ event: id, title, from, to, asks, ...(fromNoon && { fromNoon }), ...(untilNoon && { untilNoon }) }];
}

/** What overlaps or follows on the day after is one. */
function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isApart = !last || last.untilNoon || span.fromNoon || compareDates(span.from, shift(last.to, 1)) > 0;
    if (isApart) joined.push({ ...span });
    else if (compareDates(span.to, last.to) > 0) {
      last.to = span.to;
      if (span.untilNoon) last.untilNoon = span.untilNoon;
    }
  }
  return joined;
}

/** The next day on which the mentor works; where no days were set, the next day. */
export function proposeReturn(
  { to, untilNoon }: { to: string; untilNoon?: boolean },
  { working }: Pick<Setting, 'working'>,
) {
  if (untilNoon) return to;
  const days = [1, 2, 3, 4, 5, 6, 7].map((each) => Temporal.PlainDate.from(to).add({ days: each }));
  const works = (day: Temporal.PlainDate) => !working?.length || working.includes(day.dayOfWeek);
  return (days.find(works) ?? days[0]!).toString();
}

/** A proposal as the form takes it. */
export function planFromProposal(
  { event, from, to, returns, fromNoon, untilNoon }: Proposal,
  id: string,
  relationships: string[],
): AwayPlanned {
  return {
    id,
    event,
    from,
    to,
    returns,
    relationships,
    ...(fromNoon && { fromNoon }),
    ...(untilNoon && { untilNoon }),
  };
}
