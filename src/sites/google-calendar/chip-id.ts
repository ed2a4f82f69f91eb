// Which event a chip stands for. `data-eventid` is base64, without padding, of "<event id> <calendar>": 17 of 17 equal to
// the API's ids (capture week_2025-12-03).
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';

export interface ChipId {
  /** As the provider's API knows it. */
  id: string;
  /** The calendar's id: an address. '' where the page does not tell. */
  calendar: string;
  kind: CalendarEvent['kind'];
  series?: string;
  /** When its series first planned this occurrence: an instant, or a date. It may have been moved since. */
  originalStart?: string;
}

/** Chips that stand for no event: "30 pending tasks". */
export const NO_EVENT = 'tasks_rollover_view';

// `@m` in the capture; `@g` is how links to events of other calendars are written, in many public projects.
const SHORT: Record<string, string> = { m: 'gmail.com', g: 'group.calendar.google.com' };
const ID = /^[\w-]{3,500}$/;
const OCCURRENCE = /^(.+)_(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/;

/** Null for what is no event's id. Blocks of time for a task begin with `ttb_`, tasks themselves with `tasks_`. */
export function parseChipId(value: string | null | undefined): ChipId | null {
  if (!value || value === NO_EVENT) return null;
  if (value.startsWith('tasks_')) return ID.test(value) ? { id: value, calendar: '', kind: 'task' } : null;
  const isBlock = value.startsWith('ttb_');
  const [id = '', calendar = '', ...more] = decode(isBlock ? value.slice(4) : value).split(' ');
  const address = calendar.replace(/@(\w)$/, (whole, short) => (SHORT[short] ? `@${SHORT[short]}` : whole));
  if (more.length > 0 || !ID.test(id) || !/^[^\s@]+@[^\s@]+$/.test(address)) return null;
  return { id, calendar: address, kind: isBlock ? 'task' : 'default', ...readOccurrence(id) };
}

function decode(base64: string): string {
  try {
    const bytes = Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

function readOccurrence(id: string): Pick<ChipId, 'series' | 'originalStart'> {
  const [, series, year, month, day, hour, minute, second] = OCCURRENCE.exec(id) ?? [];
  if (series === undefined) return {};
  const date = `${year}-${month}-${day}`;
  const originalStart = hour === undefined ? date : `${date}T${hour}:${minute}:${second}Z`;
  return isTime(originalStart) ? { series, originalStart } : {};
}

function isTime(text: string): boolean {
  try {
    return text.endsWith('Z') ? Temporal.Instant.from(text) !== null : Temporal.PlainDate.from(text) !== null;
  } catch {
    return false;
  }
}

/** The second way to the id: the first entry of part `2:` of `jslog` (17 of 17 in the capture of 2025; none in 2019). */
export function parseJslogId(jslog: string | null): string | undefined {
  return /(?:^|;)\s*2:\["([\w-]{3,1024})"/.exec(jslog ?? '')?.[1];
}

/** The address that `data-principal-ids` holds, in base64; '' when there is none, or several. */
export function parsePrincipal(value: string | null | undefined): string {
  const address = decode(value ?? '').toLowerCase();
  return /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(address) ? address : '';
}
