// The same event seen twice (in two calendars, an account and a page, an account and a file) is one: same uid, same
// occurrence.
import type { CalendarEvent } from './meeting.ts';

/**
 * What tells one occurrence from every other, wherever it is seen: the event's uid (RFC 5545, 3.8.4.7) and the instant
 * or date for which its series first planned it, else its start. Without a uid, the id a provider's API and page share.
 */
export function sameEventKey(event: Pick<CalendarEvent, 'id' | 'uid' | 'start' | 'originalStart'>): string {
  if (event.uid === undefined) return `id ${event.id}`;
  return `uid ${event.uid} ${event.originalStart ?? event.start}`;
}
