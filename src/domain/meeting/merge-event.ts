// One event that several places tell of (two calendars, an account and a page, an account and a file) is one record. What
// each place told is kept apart, so that the record follows from all of them and never from the order they came in.
import { compareInstants } from '../time/instants.ts';
import type { CalendarEvent } from './meeting.ts';
import { sameEventKey } from './same-event.ts';

export type Sighting = NonNullable<CalendarEvent['seenIn']>[number];

/** A record, and what each place told where several did: events with one sighting each. */
export interface KnownEvent {
  event: CalendarEvent;
  told: readonly CalendarEvent[];
}

/** The provider's id, written one way: Exchange ids have `-` and `_` in Graph where its pages have `/` and `+`. */
export function plainId(id: string): string {
  return id.replaceAll('/', '-').replaceAll('+', '_');
}

/** Two records with a key in common are one event. */
export function eventKeys({ event, told }: KnownEvent): string[] {
  const keys = new Set([`id ${plainId(event.id)}`]);
  for (const telling of told.length > 0 ? told : [event]) {
    const { uid, start, originalStart } = telling;
    if (uid !== undefined) keys.add(sameEventKey({ id: '', uid, start: plainTime(originalStart ?? start) }));
    for (const { id } of telling.seenIn ?? []) keys.add(`id ${plainId(id)}`);
  }
  return [...keys];
}

function plainTime(time: string): string {
  return time.endsWith('0Z') && time.includes('.') ? time.replace(/\.?0+Z$/, 'Z') : time;
}

/** What is known once a place told `seen`. Several known records that turn out to be one become the first of them. */
export function joinEvent(known: readonly KnownEvent[], seen: CalendarEvent): KnownEvent {
  const places = new Map<string, CalendarEvent>();
  for (const telling of [...known.flatMap(tellings), ...tellings({ event: seen, told: [] })]) {
    const place = placeOf(telling);
    const before = places.get(place);
    if (!before || compareInstants(atOf(before), atOf(telling)) <= 0) places.set(place, telling);
  }
  return compose(firstOf(known)?.event.id ?? seen.id, [...places.values()]);
}

/** What is left once some sightings are gone; null when none is. */
export function dropSightings(known: KnownEvent, isGone: (sighting: Sighting) => boolean): KnownEvent | null {
  const all = tellings(known);
  const left = all.filter(({ seenIn }) => !seenIn?.[0] || !isGone(seenIn[0]));
  if (left.length === all.length) return known;
  return left.some(({ seenIn }) => seenIn?.[0]) ? compose(known.event.id, left) : null;
}

/** An account's word about an event ends what a page that shows the same account told of it before. */
export function isOvertaken(sighting: Sighting, id: string): boolean {
  return rankOfSource(sighting.source) === PAGE && plainId(sighting.id) === plainId(id);
}

function tellings({ event, told }: KnownEvent): readonly CalendarEvent[] {
  if (told.length > 0) return told;
  const seenIn = event.seenIn ?? [];
  return seenIn.length > 1 ? seenIn.map((sighting) => ({ ...event, seenIn: [sighting] })) : [event];
}

/** The record that is kept keeps its id; an account's before others', as it stays longest. */
function firstOf(known: readonly KnownEvent[]): KnownEvent | undefined {
  const rank = (each: KnownEvent) => Math.max(...tellings(each).map(rankOf));
  return known.length > 1 ? [...known].sort((a, b) => rank(b) - rank(a))[0] : known[0];
}

function compose(id: string, told: CalendarEvent[]): KnownEvent {
  if (told.length === 1) return { event: told[0]!.id === id ? told[0]! : { ...told[0]!, id }, told: [] };
  const order = told.toSorted(
    (a, b) => rankOf(b) - rankOf(a) || compareInstants(atOf(b), atOf(a)) || compareText(placeOf(a), placeOf(b)),
  );
  return { event: { ...pickFacts(order), id, seenIn: order.flatMap(({ seenIn }) => seenIn ?? []) }, told: order };
}

/** Each fact from the best place that tells it: what one place can't see does not erase what another saw. */
function pickFacts(order: readonly CalendarEvent[]): CalendarEvent {
  const best = order[0]!;
  const fields = ['uid', 'busy', 'organizer', 'series', 'originalStart', 'location'] as const;
  const told = fields.flatMap((field) => {
    const value = order.find((each) => each[field] !== undefined)?.[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  const isAccount = rankOf(best) >= ACCOUNT;
  const first = (is: (each: CalendarEvent) => boolean) => order.find(is) ?? best;
  return {
    ...best,
    ...Object.fromEntries(told),
    title: first((each) => each.title !== '').title,
    attendees: first((each) => each.attendees.length > 0).attendees,
    // An account's "no answer" and "ordinary" are facts; a page and a file may only not tell.
    myResponse: isAccount ? best.myResponse : first((each) => each.myResponse !== 'none').myResponse,
    kind: isAccount ? best.kind : first((each) => each.kind !== 'default').kind,
  };
}

const PAGE = 0;
const FILE = 1;
const ACCOUNT = 2;

function rankOfSource(source: string): number {
  if (source.endsWith('-page')) return PAGE;
  return source.endsWith('-file') ? FILE : ACCOUNT;
}

function rankOf({ seenIn }: CalendarEvent): number {
  const sighting = seenIn?.[0];
  if (!sighting) return PAGE - 1;
  const rank = rankOfSource(sighting.source);
  // The owner's answer stands in the owner's own calendar.
  return rank === ACCOUNT && sighting.own ? rank + 1 : rank;
}

function atOf({ seenIn }: CalendarEvent): string {
  return seenIn?.[0]?.at ?? '0000-01-01T00:00:00Z';
}

function placeOf({ seenIn }: CalendarEvent): string {
  const sighting = seenIn?.[0];
  return sighting ? `${sighting.source}\n${sighting.calendar}\n${plainId(sighting.id)}` : '';
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
