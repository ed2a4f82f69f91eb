// What was refused is not suggested again: the event, its series or its title, as it was said. Two events refused under
// one title teach that title as well. Each lesson can be shown and taken back.
import type { CalendarEvent, Refusal } from '../meeting.ts';
import { simplify } from './title-words.ts';

/** So many events of one title, refused one by one, stand for the title. */
const TEACHES = 2;

/** What is no longer suggested, and the refusals that say so: without them it is suggested again. */
export interface Lesson {
  kind: 'event' | 'series' | 'title';
  /** The title to show. */
  shown: string;
  /** Refusal ids. */
  refusals: string[];
}

const keyOf = (title: string) => simplify(title).trim();

export function makeRefused(refusals: readonly Refusal[]): (event: CalendarEvent) => boolean {
  const events = new Set(refusals.flatMap(({ event }) => event ?? []));
  const series = new Set(refusals.flatMap((each) => each.series ?? []));
  const titles = new Set(readLessons(refusals).flatMap(({ kind, shown }) => (kind === 'title' ? keyOf(shown) : [])));
  return (event) =>
    events.has(event.id) ||
    (event.series !== undefined && series.has(event.series)) ||
    (events.size > 0 && (event.seenIn ?? []).some(({ id }) => events.has(id))) ||
    (titles.size > 0 && titles.has(keyOf(event.title)));
}

/** The lessons, newest first, titles in the place of the events that taught them. */
export function readLessons(refusals: readonly Refusal[]): Lesson[] {
  const newest = [...refusals].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const taught = Map.groupBy(newest, (refusal) => keyOf(refusal.title ?? refusal.shown));
  const lessons = new Map<string, Lesson>();
  for (const { id, event, series, title, shown } of newest) {
    const key = keyOf(title ?? shown);
    const alike = taught.get(key) ?? [];
    const distinct = new Set(alike.flatMap((each) => each.event ?? []));
    if (title !== undefined || (event !== undefined && distinct.size >= TEACHES && key !== ''))
      lessons.set(`title ${key}`, {
        kind: 'title',
        shown: title ?? shown,
        refusals: alike.filter((each) => each.title !== undefined || each.event !== undefined).map((each) => each.id),
      });
    else if (series !== undefined) lessons.set(`series ${series}`, { kind: 'series', shown, refusals: [id] });
    else lessons.set(`event ${event ?? id}`, { kind: 'event', shown, refusals: [id] });
  }
  return [...lessons.values()];
}

/** "Every event called “Lab meeting”". */
export function describeLesson({ kind, shown }: Lesson): string {
  if (kind === 'title') return `Every event called “${shown}”`;
  return kind === 'series' ? `Every event of the series “${shown}”` : `“${shown}”, once`;
}
